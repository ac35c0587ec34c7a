//! Feeds over several exports: what changes, what is gone, what must not vanish.

use crate::{announcement, anslag, edit, export, files, has_extension, publication, stderr, stdout};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tempfile::TempDir;

/// A thousand announcements of two years, 42 or so a month, with topics in turn.
fn thousand() -> BTreeMap<String, Value> {
    let topics = ["digitalisering", "oppna-data", "gron-hallbar-turism"];
    let kinds = ["news", "notice"];
    let numbered = |number: usize| {
        let (month, day) = (number / 42, 1 + number % 28);
        let date = format!("{}-{:02}-{day:02}", 2019 + month / 12, 1 + month % 12);
        let id = format!("{date}-nyhet-{number}");
        let value = json!({
            "id": id, "title": format!("Nyhet {number}"), "type": kinds[number % 2], "published": date,
            "topics": [topics[number % 3]], "body": format!("Text {number}."),
        });
        (id, value)
    };
    (0..1000).map(numbered).collect()
}

/// A publication with feeds of ten entries, and these announcements.
fn corpus(announcements: &BTreeMap<String, Value>) -> TempDir {
    let lines: String = announcements.values().map(|value| format!("{value}\n")).collect();
    let folder = publication(&[("all.jsonl", &lines)]);
    edit(folder.path(), "publication.toml", "feed_size = 50", "feed_size = 10");
    edit(folder.path(), "publication.toml", "issued = 2026-11-24", "issued = 2018-01-01");
    folder
}

/// The feeds that an export writes, byte for byte.
#[track_caller]
fn feeds(data: &Path, out: &Path) -> BTreeMap<String, Vec<u8>> {
    let output = export(data, out, &["--allow", "vanished"]);
    assert!(output.status.success(), "{}", stderr(&output));
    feeds_in(out)
}

/// Returns the files of a publication that are feeds.
fn feeds_in(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files(out);
    files.retain(|name, _| name.starts_with("feed") && !has_extension(name, "html"));
    files
}

/// The files that differ, each once without its extension: Atom, RSS and JSON Feed must differ alike, unless a tombstone
/// is all that is new.
#[track_caller]
fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    let differing = names.filter(|name| before.get(*name) != after.get(*name));
    let mut changed: Vec<String> = differing.filter_map(|name| Some(name.strip_suffix(".atom")?.to_owned())).collect();
    changed.sort();
    for name in &changed {
        for extension in ["rss", "json"] {
            let name = format!("{name}.{extension}");
            assert_ne!(before.get(&name), after.get(&name), "{name}");
        }
    }
    let forms = before.iter().filter(|(name, bytes)| after.get(*name) != Some(bytes)).count()
        + after.keys().filter(|name| !before.contains_key(*name)).count();
    assert_eq!(forms, 3 * changed.len(), "something else changed than feeds");
    changed
}

fn all_of(names: &[&str], pages: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for name in names {
        all.extend(pages.iter().map(|page| match *page {
            "" => format!("feed/{name}"),
            page => format!("feed/{name}/archive/{page}"),
        }));
    }
    sorted(all)
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

/// Those of [`OF_NEWS`] that have archives.
const ARCHIVED: [&str; 2] = ["all", "type/news"];

/// The feeds of an announcement of these kinds.
const OF_NEWS: [&str; 5] = ["all", "lang/sv", "publisher/vanersborgs-kommun", "topic/digitalisering", "type/news"];

#[test]
fn only_current_feeds_and_pages_of_the_months_concerned_change() {
    let announcements = thousand();
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("dist");
    let before = feeds(corpus(&announcements).path(), &out);
    assert_eq!(changed(&before, &feeds(corpus(&announcements).path(), &out)), [""; 0], "nothing has changed");

    // A new one, the last of all: it stands in the last page of its month, and in the current feeds.
    let mut with_new = announcements.clone();
    let new = json!({ "id": "2020-12-30-ny", "title": "Ny", "type": "news", "published": "2020-12-30", "topics": ["digitalisering"] });
    with_new.insert("ny".to_owned(), new);
    let after = feeds(corpus(&with_new).path(), &out);
    let current = all_of(&OF_NEWS, &[""]);
    let with_current = |pages| sorted([current.clone(), pages].concat());
    assert_eq!(changed(&before, &after), with_current(all_of(&ARCHIVED, &["2020-12"])));

    // An edited one is in the current feeds again, and in its page of June 2019.
    let mut edited = announcements.clone();
    let id = "2019-06-05-nyhet-228";
    assert!(of_news(&announcements[id]));
    edited.get_mut(id).unwrap()["modified"] = json!("2021-01-15");
    edited.get_mut(id).unwrap()["updates"] = json!([{ "at": "2021-01-15", "text": "Rättat." }]);
    let after = feeds(corpus(&edited).path(), &out);
    assert_eq!(changed(&before, &after), with_current(all_of(&ARCHIVED, &["2019-06-1"])));
    for name in OF_NEWS {
        let feed: Value = serde_json::from_slice(&after[&format!("feed/{name}.json")]).unwrap();
        assert_eq!(feed["items"][0]["id"], format!("https://data.vanersborg.se/announcement/{id}"), "{name}");
        assert_eq!(feed["items"][0]["date_published"], "2019-06-05T00:00:00+02:00");
    }

    // A backdated one is in no current feed: pages of its month change, from the place on where it stands.
    let mut backdated = announcements.clone();
    let late = json!({ "id": "2020-03-14-sen", "title": "Sen", "type": "news", "published": "2020-03-14", "topics": ["digitalisering"] });
    backdated.insert("sen".to_owned(), late);
    let pages_of_the_month = |of_all: &[&str], of_the_type: &[&str]| {
        let [all, kind] = ARCHIVED;
        [all_of(&[all], of_all), all_of(&[kind], of_the_type)].concat()
    };
    let expected = pages_of_the_month(&["2020-03-3", "2020-03-4", "2020-03"], &["2020-03-2", "2020-03"]);
    assert_eq!(changed(&before, &feeds(corpus(&backdated).path(), &out)), sorted(expected));

    // One that is withdrawn leaves its page, to which nothing moves from the next one; those who have it are told.
    let mut withdrawn = announcements.clone();
    let id = "2020-03-25-nyhet-612";
    assert!(of_news(&announcements[id]));
    withdrawn.get_mut(id).unwrap()["withdrawn"] = json!("2021-05-20");
    let after = feeds(corpus(&withdrawn).path(), &out);
    let pages = pages_of_the_month(&["2020-03-4"], &["2020-03-2"]);
    let files = pages.iter().flat_map(|page| ["atom", "json", "rss"].map(|form| format!("{page}.{form}")));
    // The current feeds say when it went. JSON Feed can say neither that nor when the feed has changed.
    let current = OF_NEWS.iter().flat_map(|name| ["atom", "rss"].map(|form| format!("feed/{name}.{form}")));
    let expected = sorted(files.chain(current).collect());
    let differing: Vec<String> = before.keys().filter(|name| before.get(*name) != after.get(*name)).cloned().collect();
    assert_eq!(differing, expected);
    for name in OF_NEWS {
        let told = String::from_utf8(after[&format!("feed/{name}.atom")].clone()).unwrap();
        let tombstone = format!(
            "<at:deleted-entry ref=\"https://data.vanersborg.se/announcement/{id}\" when=\"2021-05-20T00:00:00+02:00\"/>"
        );
        assert!(told.contains(&tombstone), "{name}");
    }
    let holding = after.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(id));
    assert_eq!(
        holding.map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        sorted(OF_NEWS.map(|name| format!("feed/{name}.atom")).to_vec())
    );

    // The first of a month: the one page after it has another to go on to. No other page of another month changes.
    let mut first = announcements.clone();
    first.insert("forst".to_owned(), json!({ "id": "2018-12-01-forst", "title": "Först", "type": "news", "published": "2018-12-01", "topics": ["digitalisering"] }));
    let found = changed(&before, &feeds(corpus(&first).path(), &out));
    assert_eq!(found, all_of(&ARCHIVED, &["2018-12", "2019-01-1"]));
}

/// Whether it is in the feeds of [`OF_NEWS`].
fn of_news(announcement: &Value) -> bool {
    announcement["type"] == "news" && announcement["topics"][0] == "digitalisering"
}

/// Whoever begins at the current page and goes back has read everything, and nothing in two archive pages.
#[test]
fn the_archive_is_all_of_history() {
    let announcements = thousand();
    let out = tempfile::tempdir().unwrap();
    let files = feeds(corpus(&announcements).path(), out.path());
    for name in ["all", "type/notice"] {
        let mut read = Vec::new();
        let mut path = format!("feed/{name}.json");
        let mut pages = 0;
        loop {
            let page: Value = serde_json::from_slice(&files[&path]).unwrap();
            let items = page["items"].as_array().unwrap();
            assert!((1..=10).contains(&items.len()), "{path}");
            let updated: Vec<&str> = items.iter().map(|item| item["date_modified"].as_str().unwrap()).collect();
            assert!(updated.is_sorted_by(|a, b| a[..10] >= b[..10]), "{path}");
            if pages > 0 {
                read.extend(
                    items.iter().map(|item| item["id"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()),
                );
            }
            pages += 1;
            let Some(next) = page["next_url"].as_str() else { break };
            path = next.strip_prefix("https://data.vanersborg.se/").unwrap().to_owned();
        }
        read.sort();
        let is_in = |value: &Value| match name {
            "all" => true,
            _ => value["type"] == "notice",
        };
        let expected: Vec<&String> = announcements.iter().filter(|(_, value)| is_in(value)).map(|(id, _)| id).collect();
        assert_eq!(read.iter().collect::<Vec<_>>(), expected);
    }
}

/// Announcements of three months, two a day on some days, some of which expire.
fn history() -> Vec<Value> {
    let day = |number: usize| format!("2021-{:02}-{:02}", 3 + number / 28, 1 + number % 28);
    let numbered = |number: usize| {
        let published = day(number * 4 / 5);
        let mut value = json!({
            "id": format!("{published}-nyhet-{number}"), "title": format!("Nyhet {number}"), "type": "news",
            "published": published, "body": format!("Text {number}."),
        });
        if number.is_multiple_of(3) {
            value["expires"] = json!(day(number * 4 / 5 + 2 + number % 11));
        }
        value
    };
    (0..90).map(numbered).collect()
}

/// A client that follows RFC 5005 and reads each archive page once.
#[derive(Default)]
struct Client {
    read: BTreeMap<String, Vec<u8>>,
    held: BTreeSet<String>,
}

impl Client {
    /// Reads the current page of a feed, and the archive back to the first page that it has read before.
    fn poll(&mut self, out: &Path, extension: &str) {
        let mut path = format!("feed/all.{extension}");
        loop {
            let page = fs::read_to_string(out.join(&path)).unwrap();
            let is_new = !path.contains("/archive/") || self.read.insert(path.clone(), page.clone().into()).is_none();
            let (start, end) = match extension {
                "atom" => ("<id>https://data.vanersborg.se/announcement/", "</id>"),
                "rss" => ("<guid isPermaLink=\"false\">https://data.vanersborg.se/announcement/", "</guid>"),
                _ => ("\"id\": \"https://data.vanersborg.se/announcement/", "\""),
            };
            let ids = page.split(start).skip(1).map(|rest| rest.split(end).next().unwrap().to_owned());
            self.held.extend(ids);
            let link = match extension {
                "json" => page.split("\"next_url\": \"https://data.vanersborg.se/").nth(1),
                _ => page.lines().find(|line| line.contains("rel=\"prev-archive\"")),
            };
            let Some(link) = link.filter(|_| is_new) else { break };
            let link = link.split("href=\"https://data.vanersborg.se/").last().unwrap();
            link.split('"').next().unwrap().clone_into(&mut path);
        }
    }
}

/// Returns an archive page without the link to the page after it.
fn without_next(page: &[u8]) -> String {
    let text = String::from_utf8_lossy(page);
    text.lines().filter(|line| !line.contains("rel=\"next-archive\"")).map(|line| format!("{line}\n")).collect()
}

/// Over exports on many days, a client that reads each page once misses nothing, and no page changes that it has read, but
/// for what goes and for a link to the next page.
#[test]
fn who_reads_each_archive_page_once_misses_nothing() {
    let lines: String = history().iter().map(|value| format!("{value}\n")).collect();
    let data = publication(&[("all.jsonl", &lines)]);
    edit(data.path(), "publication.toml", "feed_size = 50", "feed_size = 4");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let mut clients = ["atom", "rss", "json"].map(|extension| (extension, Client::default()));
    let days = ["03-03", "03-04", "03-18", "03-31", "04-01", "04-02", "04-20", "04-21", "05-01", "05-25"];
    for day in days.map(|day| format!("2021-{day}")) {
        let mut command = anslag();
        command.arg("export").arg("--data").arg(data.path()).arg("--out").arg(&out);
        let output = command.args(["--no-sync", "--format", "atom,rss,json-feed", "--as-of", &day]).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        let expires = |value: &Value| value["expires"].as_str().is_some_and(|expires| *expires <= *day);
        let history = history();
        let published = history.iter().filter(|value| *value["published"].as_str().unwrap() <= *day);
        let (gone, there): (Vec<&Value>, Vec<&Value>) = published.partition(|value| expires(value));
        for (extension, client) in &mut clients {
            for (path, before) in &client.read {
                let Ok(after) = fs::read(out.join(path)) else {
                    continue; // All of its entries are gone.
                };
                let was_one = |value: &&Value| String::from_utf8_lossy(before).contains(value["id"].as_str().unwrap());
                if !gone.iter().any(was_one) {
                    assert_eq!(without_next(&after), without_next(before), "{path} on {day}");
                }
            }
            client.poll(&out, extension);
            let missed = there.iter().find(|value| !client.held.contains(value["id"].as_str().unwrap()));
            assert_eq!(missed, None, "{extension} on {day}");
        }
        let current: Value = serde_json::from_slice(&fs::read(out.join("feed/all.json")).unwrap()).unwrap();
        let entries = current["items"].as_array().unwrap().len();
        assert!((there.len().min(4)..8).contains(&entries), "{entries} on {day}");
    }
    assert!(clients[0].1.read.len() > 15, "{:?}", clients[0].1.read.keys());
    // Each archive page leads to the next one, between months too.
    let last = fs::read_to_string(out.join("feed/all/archive/2021-03.atom")).unwrap();
    assert!(last.contains("<link rel=\"next-archive\""), "{last}");
    assert!(last.contains("feed/all/archive/2021-04-1.atom"), "{last}");
}

#[test]
fn what_is_gone_is_told_for_ninety_days() {
    let data = publication(&[
        ("2021-01-01-stays.md", &announcement("2021-01-01", "")),
        ("2021-01-02-expired.md", &announcement("2021-01-02", "expires = 2021-05-01\n")),
        ("2021-01-03-withdrawn.md", &announcement("2021-01-03", "withdrawn = 2021-05-20T14:00:00Z\n")),
        ("2021-01-04-long-ago.md", &announcement("2021-01-04", "withdrawn = 2021-03-02\n")),
        ("2021-01-05-later.md", &announcement("2021-01-05", "expires = 2021-06-02\n")),
        ("2021-01-06-draft.md", &announcement("2021-01-06", "draft = true\n")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let files = feeds(data.path(), out.path());
    let tombstones = |name: &str| {
        let text = String::from_utf8(files[name].clone()).unwrap();
        let told = text.lines().filter_map(|line| {
            line.trim().strip_prefix("<at:deleted-entry ref=\"https://data.vanersborg.se/announcement/")
        });
        told.map(str::to_owned).collect::<Vec<_>>()
    };
    let expected = [
        "2021-01-03-withdrawn\" when=\"2021-05-20T14:00:00Z\"/>",
        "2021-01-02-expired\" when=\"2021-05-01T00:00:00+02:00\"/>",
    ];
    for name in ["feed/all.atom", "feed/type/news.atom", "feed/lang/sv.atom"] {
        assert_eq!(tombstones(name), expected);
    }
    assert_eq!(tombstones("feed/type/notice.atom"), [""; 0]);
    for (name, bytes) in files.iter().filter(|(name, _)| *name != "feed/all.atom") {
        let text = String::from_utf8_lossy(bytes);
        let text = text.lines().filter(|line| !line.contains("deleted-entry")).collect::<String>();
        assert!(
            !["expired", "withdrawn", "long-ago", "draft"].iter().any(|word| text.contains(&format!("-{word}"))),
            "{name}"
        );
    }
}

const TURISM: &str = "[topics.gron-hallbar-turism]";

#[test]
fn a_feed_that_was_published_does_not_vanish() {
    let data = publication(&[(
        "2021-01-01-a.md",
        &announcement("2021-01-01", "unit = \"avdelningen-for-hallbar-utveckling\"\n"),
    )]);
    edit(data.path(), "register.toml", TURISM, &format!("[boards.torget]\nname = \"Torget\"\n\n{TURISM}"));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let before = feeds(data.path(), &out);
    assert!(before.contains_key("feed/publisher/avdelningen-for-hallbar-utveckling.atom"));
    assert!(before.contains_key("feed/board/torget.atom"));

    // The topic and the board are renamed in the register, a language is left out, and nothing is of the unit any more.
    edit(data.path(), "register.toml", TURISM, "[topics.turism]");
    edit(data.path(), "register.toml", "[boards.torget]", "[boards.entren]");
    edit(data.path(), "publication.toml", r#"["sv", "en"]"#, r#"["sv"]"#);
    fs::write(data.path().join("announcements/2021-01-01-a.md"), announcement("2021-01-01", "")).unwrap();
    let refused = export(data.path(), &out, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = stderr(&refused);
    for word in [
        "feed topic/gron-hallbar-turism: restore `[topics.gron-hallbar-turism]` in register.toml, with `retired = { date = 2021-06-01, see = \"…\" }`",
        "feed publisher/avdelningen-for-hallbar-utveckling: keep `[organizations.avdelningen-for-hallbar-utveckling]` in register.toml",
        "feed board/torget: restore `[boards.torget]` in register.toml, with `retired = { date = 2021-06-01, see = \"…\" }`",
        "feed lang/en: add `[languages.en]` to register.toml, with `retired = { date = 2021-06-01, see = \"…\" }`",
    ] {
        assert!(said.contains(word), "{said}");
    }
    // A check is about today.
    let undated = |said: &str| {
        said.split("date = ").map(|part| part.get(10..).unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let check = anslag().arg("check").arg("--data").arg(data.path()).arg("--out").arg(&out).output().unwrap();
    assert_eq!((check.status.code(), undated(&stderr(&check))), (Some(1), undated(&said)));
    assert_eq!(feeds_in(&out), before);

    // The fix is that of the message.
    let retired = format!(
        "{TURISM}\nname = \"turism (förut)\"\nretired = {{ date = 2021-05-01, see = \"turism\" }}\n\n[topics.turism]"
    );
    edit(data.path(), "register.toml", "[topics.turism]", &retired);
    let language = "[languages.en]\nretired = { date = 2021-05-01, see = \"sv\" }\n\n[topics.turism]";
    edit(data.path(), "register.toml", "[topics.turism]", language);
    let board = "[boards.torget]\nname = \"Torget (förut)\"\nretired = { date = 2021-05-01, see = \"entren\" }\n\n[boards.entren]";
    edit(data.path(), "register.toml", "[boards.entren]", board);
    let unit = "[organizations.avdelningen-for-hallbar-utveckling]\n";
    edit(
        data.path(),
        "register.toml",
        unit,
        &format!("{unit}retired = {{ date = 2021-07-01, see = \"https://www.vanersborg.se/\" }}\n"),
    );
    let after = feeds(data.path(), &out);
    let feed: Value = serde_json::from_slice(&after["feed/topic/gron-hallbar-turism.json"]).unwrap();
    assert_eq!((feed["items"].as_array().unwrap().len(), &feed["expired"]), (1, &json!(true)));
    assert_eq!(feed["items"][0]["url"], "https://data.vanersborg.se/feed/topic/turism.atom");
    let feed: Value = serde_json::from_slice(&after["feed/lang/en.json"]).unwrap();
    assert_eq!(
        (&feed["items"][0]["url"], &feed["expired"]),
        (&json!("https://data.vanersborg.se/feed/lang/sv.atom"), &json!(true))
    );
    let feed: Value = serde_json::from_slice(&after["feed/board/torget.json"]).unwrap();
    assert_eq!(feed["items"][0]["url"], "https://data.vanersborg.se/feed/board/entren.atom");
    // The day of the other has not come, and the summary says when it does.
    assert!(stdout(&export(data.path(), &out, &[])).contains("the next export is due on 2021-07-01: the feeds of `"));
    let feed: Value = serde_json::from_slice(&after["feed/publisher/avdelningen-for-hallbar-utveckling.json"]).unwrap();
    assert_eq!((feed["items"].as_array().unwrap().len(), feed.get("expired")), (0, None));

    // Another publication, at another address, has no subscribers here.
    edit(data.path(), "publication.toml", "https://data.vanersborg.se/", "https://data.example.org/");
    edit(data.path(), "register.toml", language, "[topics.turism]");
    assert!(export(data.path(), &out, &[]).status.success());

    // The refusal can be lifted.
    edit(data.path(), "publication.toml", r#"["sv"]"#, r#"["sv", "en"]"#);
    assert!(export(data.path(), &out, &[]).status.success());
    edit(data.path(), "publication.toml", r#"["sv", "en"]"#, r#"["sv"]"#);
    assert_eq!(export(data.path(), &out, &[]).status.code(), Some(1));
    assert!(export(data.path(), &out, &["--allow", "vanished-feed"]).status.success());
    assert!(!out.join("feed/lang/en.atom").exists());
}

/// A feed of the settings has what fulfils all its conditions, stays until it is retired, and may be empty.
#[test]
fn a_feed_of_the_settings_holds_what_it_asks_for() {
    let place = "places = [\"daugavpils\"]\n";
    let data = publication(&[
        ("2021-01-01-a.md", &announcement("2021-01-01", &format!("topics = [\"oppna-data\"]\n{place}"))),
        ("2021-01-02-b.md", &announcement("2021-01-02", "topics = [\"digitalisering\"]\n")),
        ("2021-01-03-c.md", &announcement("2021-01-03", place)),
    ]);
    let settings = fs::read_to_string(data.path().join("publication.toml")).unwrap();
    let write = |feeds: &str| fs::write(data.path().join("publication.toml"), format!("{settings}\n{feeds}")).unwrap();
    let feed =
        |key: &str, conditions: &str| format!("[[output.feeds]]\nkey = \"{key}\"\ntitle = \"T\"\n{conditions}\n");
    let either = feed("either", "topic = [\"digitalisering\", \"oppna-data\"]");
    write(&format!(
        "{either}{}{}",
        feed("both", "topic = [\"digitalisering\", \"oppna-data\"]\nplace = \"daugavpils\""),
        feed("neither", "type = \"alert\"\norganization = \"tartu\"")
    ));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let ids = |files: &BTreeMap<String, Vec<u8>>, name: &str| -> Vec<String> {
        let feed: Value = serde_json::from_slice(&files[&format!("feed/custom/{name}.json")]).unwrap();
        let ids = feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned());
        ids.map(|id| id.rsplit_once('-').unwrap().1.to_owned()).collect()
    };
    let files = feeds(data.path(), &out);
    assert_eq!(
        [ids(&files, "either"), ids(&files, "both"), ids(&files, "neither")],
        [vec!["b", "a"], vec!["a"], vec![]]
    );

    // A condition is changed, so that the cache no longer tells what is in the feed.
    let wider = feed("both", "type = \"news\"\nplace = \"daugavpils\"");
    write(&format!("{either}{wider}"));
    let refused = export(data.path(), &out, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let restore = "feed custom/neither: restore `[[output.feeds]]` with `key = \"neither\"` in publication.toml, with `retired = { date = 2021-06-01, see = \"…\" }`";
    assert!(stderr(&refused).contains(restore), "{}", stderr(&refused));
    let retired = feed("neither", "type = \"alert\"\nretired = { date = 2021-06-01, see = \"both\" }");
    write(&format!("{either}{wider}{retired}"));
    let files = feeds(data.path(), &out);
    assert_eq!(ids(&files, "both"), ["c", "a"]);
    let ended: Value = serde_json::from_slice(&files["feed/custom/neither.json"]).unwrap();
    assert_eq!(ended["items"][0]["url"], "https://data.vanersborg.se/feed/custom/both.atom");
    write(&either);
    assert!(export(data.path(), &out, &["--allow", "vanished-feed"]).status.success());
    assert!(!out.join("feed/custom/both.atom").exists());
}

#[test]
fn every_topic_of_hundreds_has_feeds() {
    let data =
        publication(&[("2021-01-01-a.md", &announcement("2021-01-01", "topics = [\"amne-7\", \"amne-299\"]\n"))]);
    let register = fs::read_to_string(data.path().join("register.toml")).unwrap();
    let topics: String = (0..300).map(|n| format!("\n[topics.amne-{n}]\nname = \"Ämne <{n}> & ]]>\"\n")).collect();
    fs::write(data.path().join("register.toml"), format!("{register}{topics}")).unwrap();
    let settings = fs::read_to_string(data.path().join("publication.toml")).unwrap();
    fs::write(data.path().join("publication.toml"), settings + "\n[output]\narchives = [\"topic\"]\n").unwrap();
    let out = tempfile::tempdir().unwrap();
    let files = feeds(data.path(), out.path());
    let current = files.keys().filter(|name| {
        name.starts_with("feed/topic/") && name.strip_suffix(".atom").is_some() && !name.contains("archive")
    });
    assert_eq!(current.count(), 303);
    let archives: Vec<_> =
        files.keys().filter(|name| name.contains("/archive/") && name.starts_with("feed/topic/")).collect();
    assert_eq!(archives.len(), 6, "{archives:?}");
    let list: Value = serde_json::from_slice(&files["feeds.json"]).unwrap();
    assert_eq!(list["feeds"].as_array().unwrap().len(), 303 + 13);
}

/// Hundreds of one and the same date: the order is that of the ids, and nothing is invented to keep them apart.
#[test]
fn many_of_one_date_are_in_order() {
    let of = |n: usize| {
        format!(
            "{{\"id\":\"2021-02-03-nyhet-{n:05}\",\"type\":\"news\",\"title\":\"N\",\"published\":\"2021-02-03\"}}\n"
        )
    };
    let lines: String = (0..510).map(of).collect();
    let data = publication(&[("all.jsonl", &lines)]);
    let out = tempfile::tempdir().unwrap();
    let files = feeds(data.path(), out.path());
    let page = |name: &str| -> Vec<String> {
        let feed: Value = serde_json::from_slice(&files[name]).unwrap();
        let items = feed["items"].as_array().unwrap().iter();
        items
            .map(|item| {
                assert_eq!(item["date_modified"], "2021-02-03T00:00:00+01:00");
                item["id"].as_str().unwrap().rsplit('-').next().unwrap().to_owned()
            })
            .collect()
    };
    let newest: Vec<String> = (460..510).rev().map(|n| format!("{n:05}")).collect();
    assert_eq!(page("feed/all.json"), newest);
    assert_eq!(page("feed/all/archive/2021-02-1.json"), (0..50).rev().map(|n| format!("{n:05}")).collect::<Vec<_>>());
    let last: Vec<String> = (500..510).rev().map(|n| format!("{n:05}")).collect();
    assert_eq!(page("feed/all/archive/2021-02.json"), last);
    assert!(!files.contains_key("feed/all/archive/2021-02-11.json"));
}

/// The golden example has neither; the reader of another maker in `.ci` looks at them too.
#[test]
fn events_and_deadlines_are_in_the_calendar() {
    let event = "[[events]]\nname = \"Öppet hus\"\nwhen = \"2021-06-06\"\n[notice]\nposted = 2021-05-18\nappeal_until = 2021-06-08\n";
    let data = publication(&[("2021-05-18-a.md", &announcement("2021-05-18", event))]);
    let out = tempfile::tempdir().unwrap();
    let calendar = String::from_utf8(feeds(data.path(), out.path())["feed/events.ics"].clone()).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20210606") && calendar.contains("DTSTART;VALUE=DATE:20210608"),
        "{calendar}"
    );
    assert!(feeds(&crate::data(), &out.path().join("real"))["feed/events.ics"].ends_with(b"END:VCALENDAR\r\n"));
}
