//! The pages for people.

use crate::{announcement, anslag, edit, export, files, has_extension, publication, stderr};
use anslag_fixtures::{MUNICIPALITY_AS_OF, municipality};
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

#[track_caller]
fn published(data: &Path, out: &Path, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let output = export(data, out, more);
    assert!(output.status.success(), "{}", stderr(&output));
    files(out)
}

#[track_caller]
fn published_municipality(out: &Path, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let mut command = anslag();
    command.arg("export").arg("--data").arg(municipality()).arg("--out").arg(out);
    let output = command.args(["--as-of", MUNICIPALITY_AS_OF, "--no-sync"]).args(more).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    files(out)
}

fn text<'f>(files: &'f BTreeMap<String, Vec<u8>>, name: &str) -> &'f str {
    std::str::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

/// The attributes `href` and `src` that lead to a path of the own host.
fn own_links(html: &str) -> impl Iterator<Item = &str> {
    let starts = ["href=\"/", "src=\"/"];
    starts.into_iter().flat_map(move |start| html.split(start).skip(1)).filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_link_of_a_feed_and_of_a_page_leads_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let files = published_municipality(folder.path(), &[]);
    let is_there = |path: &str| {
        let path = path.split('#').next().unwrap();
        let page = if path.is_empty() {
            "index.html".to_owned()
        } else {
            format!("{}/index.html", path.trim_end_matches('/'))
        };
        files.contains_key(path) || files.contains_key(&page)
    };
    let mut looked = 0;
    for (name, bytes) in &files {
        if name.starts_with("feed/") && has_extension(name, "json") {
            let feed: Value = serde_json::from_slice(bytes).unwrap();
            for item in feed["items"].as_array().unwrap() {
                let address = item["url"].as_str().or(item["external_url"].as_str()).unwrap();
                if let Some(path) = address.strip_prefix("https://data.exempelas.example/") {
                    assert!(is_there(path), "{name}: {address}");
                    looked += 1;
                }
            }
        }
        if name.ends_with("index.html") {
            for path in own_links(std::str::from_utf8(bytes).unwrap()) {
                assert!(is_there(path), "{name}: /{path}");
                looked += 1;
            }
        }
    }
    assert!(looked > 2000, "{looked}");
}

/// The JSON-LD of every page says what the document about its announcement says, to the last triple.
/// Only an announcement that itself is long has a longer page: most of it are the data for programs.
#[test]
fn pages_are_below_30_kb() {
    const LONG: [(&str, usize); 2] = [
        // Five funders, three quotes, five translations.
        ("announcement/2026-03-02-projekt-smart-belysning/index.html", 35_000),
        // Two hundred topics.
        ("announcement/2026-04-15-tvahundra-amnen/index.html", 90_000),
    ];
    let folder = tempfile::tempdir().unwrap();
    let files = published_municipality(folder.path(), &[]);
    let pages = files.iter().filter(|(name, _)| has_extension(name, "html"));
    let limit = |name: &str| LONG.iter().find(|(long, _)| *long == name).map_or(30_000, |(_, limit)| *limit);
    let long: Vec<_> =
        pages.filter(|(name, page)| page.len() >= limit(name)).map(|(name, page)| (name, page.len())).collect();
    assert_eq!(long, []);
}

#[test]
fn a_page_holds_the_triples_of_its_document() {
    let folder = tempfile::tempdir().unwrap();
    let files = published_municipality(&folder.path().join("with"), &[]);
    let triples = |format: RdfFormat, text: &str| {
        let parser = RdfParser::from_format(format).for_slice(text);
        parser.map(|quad| quad.unwrap().to_string()).collect::<BTreeSet<_>>()
    };
    let json_ld = RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() };
    let mut embedded = BTreeMap::new();
    for name in files.keys().filter(|name| name.starts_with("data/announcement/")) {
        let id = Path::new(name).file_stem().unwrap().to_str().unwrap();
        let page = format!("announcement/{id}/index.html");
        let (_, script) = text(&files, &page).split_once("<script type=\"application/ld+json\">").unwrap();
        let (script, _) = script.split_once("</script>").unwrap();
        assert_eq!(triples(json_ld, script), triples(RdfFormat::Turtle, text(&files, name)), "{id}");
        embedded.insert(page, script);
    }
    assert!(embedded.len() > 70, "{}", embedded.len());
    // Without the documents, pages have it all the same, and lead to none.
    let without = published_municipality(&folder.path().join("without"), &["--no-documents"]);
    for (page, script) in embedded {
        let page = text(&without, &page);
        assert!(page.contains(script) && !page.contains("href=\"/data/announcement/"));
    }
}

#[test]
fn a_withdrawn_announcement_keeps_its_address_and_nothing_else() {
    let id = "2021-05-18-hemligt";
    let name = format!("{id}.md");
    let data = publication(&[(name.as_str(), &announcement("2021-05-18", ""))]);
    let out = tempfile::tempdir().unwrap();
    let path = format!("announcement/{id}/index.html");
    let title = "<h1>Det här tillkännagivandet är tillbakadraget</h1>";
    let before = published(data.path(), out.path(), &[]);
    let content = announcement("2021-05-18", "");
    let body = content.lines().last().unwrap();
    assert!(text(&before, &path).contains(body) && !text(&before, &path).contains(title));
    fs::write(data.path().join("announcements").join(&name), announcement("2021-05-18", "withdrawn = 2021-05-20\n"))
        .unwrap();
    let after = published(data.path(), out.path(), &[]);
    let page = text(&after, &path);
    assert!(page.contains(title) && page.contains("20 maj 2021") && !page.contains(body), "{page}");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!text(&after, "index.html").contains(id), "nothing leads to it");
}

#[test]
fn an_edit_writes_only_the_pages_that_show_it() {
    let of = |day: &str| announcement(day, "");
    let data = publication(&[("2021-05-18-a.md", &of("2021-05-18")), ("2021-05-19-b.md", &of("2021-05-19"))]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let written = |name: &str| fs::metadata(out.join(name)).unwrap().modified().unwrap();
    let names = ["announcement/2021-05-18-a/index.html", "announcement/2021-05-19-b/index.html"];
    published(data.path(), &out, &[]);
    let before = names.map(written);
    let edited = of("2021-05-18").replace("title = \"", "title = \"Ny ");
    fs::write(data.path().join("announcements/2021-05-18-a.md"), edited).unwrap();
    published(data.path(), &out, &["--allow", "vanished"]);
    let after = names.map(written);
    assert!(after[0] != before[0] && after[1] == before[1]);
    // What all pages share is in each of them.
    edit(data.path(), "publication.toml", "Vänersborgs kommuns tillkännagivanden", "Anslag");
    let files = published(data.path(), &out, &[]);
    assert!(names.iter().all(|name| text(&files, name).contains("– Anslag</title>")));
}

#[test]
fn the_days_of_search_results_follow_the_time_zone() {
    let data = publication(&[]);
    let line = r#"{"id":"2021-05-18-sent","title":"T","type":"news","published":"2021-05-18T23:30:00+02:00"}"#;
    fs::write(data.path().join("announcements/all.jsonl"), line).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let day = || text(&published(data.path(), folder.path(), &[]), "search/entries/0.json").to_owned();
    assert!(day().contains("\"2021-05-18\"]"));
    edit(data.path(), "publication.toml", "Europe/Stockholm", "Europe/Riga");
    assert!(day().contains("\"2021-05-19\"]"));
}

/// Follows the pager of a list from its newest page, and returns the announcements in that order.
fn listed(files: &BTreeMap<String, Vec<u8>>, list: &str) -> Vec<String> {
    let (mut path, mut ids) = (format!("{list}/"), Vec::new());
    loop {
        let page = text(files, &format!("{path}index.html"));
        let links = own_links(page).filter_map(|link| link.strip_prefix("announcement/"));
        ids.extend(links.map(str::to_owned));
        let Some((before, _)) = page.split_once("\" rel=\"prev\"") else { return ids };
        before.rsplit_once("href=\"/").unwrap().1.clone_into(&mut path);
    }
}

#[test]
fn lists_have_each_announcement_once_and_the_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let data = publication(&[]);
    let (mut lines, mut published) = (String::new(), Vec::new());
    for number in 0..95 {
        let (month, day) = (1 + number / 28, 1 + number % 28);
        let id = format!("2021-{month:02}-{day:02}-nr-{number}");
        let gone = number % 7 == 3 || (20..40).contains(&number);
        let end = if gone { r#","expires":"2021-04-30""# } else { "" };
        let topic = if number % 2 == 0 { "oppna-data" } else { "digitalisering" };
        writeln!(
            lines,
            r#"{{"id":"{id}","title":"Nr {number}","type":"news","published":"2021-{month:02}-{day:02}","topics":["{topic}"]{end}}}"#
        )
        .unwrap();
        published.extend((!gone).then_some((number, id)));
    }
    fs::write(data.path().join("announcements/all.jsonl"), lines).unwrap();
    let files = self::published(data.path(), folder.path(), &[]);
    published.reverse();
    let all = |is_in: &dyn Fn(usize) -> bool| -> Vec<String> {
        published.iter().filter(|(number, _)| is_in(*number)).map(|(_, id)| id.clone()).collect()
    };
    assert_eq!(listed(&files, "latest"), all(&|_| true));
    assert_eq!(listed(&files, "en/type/news"), all(&|_| true));
    assert_eq!(listed(&files, "def/topic/oppna-data"), all(&|number| number % 2 == 0));
    assert_eq!(listed(&files, "month/2021-02"), all(&|number| number / 28 == 1));
    assert_eq!(listed(&files, "type/job"), Vec::<String>::new());
    // Nothing is left of the second page, whose neighbours lead past it.
    assert!(!files.contains_key("latest/page/2/index.html"));
    assert!(text(&files, "latest/page/1/index.html").contains("href=\"/latest/page/3/\" rel=\"next\""));
    // A page leads to those before and after it on its topic, past what is gone.
    let page = text(&files, "announcement/2021-02-23-nr-50/index.html");
    let near: Vec<&str> = own_links(page).filter(|link| link.starts_with("announcement/")).collect();
    assert_eq!(near, ["announcement/2021-02-21-nr-48", "announcement/2021-02-27-nr-54"]);
    assert!(text(&files, "lists/index.html").contains(&format!("</a> ({})", published.len())));
}

#[test]
fn a_former_address_leads_to_the_present_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = publication(&[]);
    let line = |id: &str, more: &str| {
        format!(r#"{{"id":"{id}","title":"T","type":"news","published":"2021-05-01","aliases":["{id}-forst"]{more}}}"#)
    };
    let lines = [
        line("2021-05-01-nytt", ""),
        line("2021-05-01-tillbaka", r#","withdrawn":"2021-05-02""#),
        line("2021-05-01-utkast", r#","draft":true"#),
    ];
    fs::write(data.path().join("announcements/all.jsonl"), lines.join("\n")).unwrap();
    let files = published(data.path(), folder.path(), &[]);
    let manifest: Value = serde_json::from_str(text(&files, "manifest.json")).unwrap();
    // An address stays when its announcement is gone.
    for id in ["2021-05-01-nytt", "2021-05-01-tillbaka"] {
        let page = text(&files, &format!("announcement/{id}-forst/index.html"));
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(own_links(page).any(|link| link == format!("announcement/{id}")), "{page}");
        assert_eq!(manifest["moved"][format!("{id}-forst")], id);
    }
    assert!(files.keys().all(|name| !name.contains("utkast")));
    // The old address is nowhere else but in what says that it is the same.
    assert!(!text(&files, "latest/index.html").contains("nytt-forst"));
}
