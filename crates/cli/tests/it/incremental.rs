//! Exports into a directory that holds an earlier one: the bytes are those of an export from nothing, and only the parts
//! that depend on a change are rendered again.

use crate::{edit, files, publication};
use anslag_publish::{Event, Job, Lifted, Progress, Stop, Summary, Work};
use anslag_wording::Language;
use serde_json::{Value, json};
use std::{fs, num::NonZeroUsize, path::Path, sync::OnceLock};
use tempfile::TempDir;

/// Announcements of ten months, with topics in turn.
fn announcements() -> Vec<Value> {
    let topics = ["digitalisering", "oppna-data"];
    let numbered = |number: usize| {
        let (month, day) = (number / 12, 1 + 2 * (number % 12));
        let date = format!("{}-{:02}-{day:02}", 2019 + month / 12, 1 + month % 12);
        json!({
            "id": format!("{date}-nyhet-{number}"), "title": format!("Nyhet {number}"), "type": "news",
            "published": date, "topics": [topics[number % 2]], "body": format!("Text {number}."),
            "contacts": [{ "name": format!("Kim Ek {number}"), "email": "kim@example.se" }],
        })
    };
    (0..120).map(numbered).collect()
}

/// A publication with feeds of ten entries.
fn corpus(announcements: &[Value]) -> TempDir {
    let folder = publication(&[]);
    write(folder.path(), announcements);
    edit(folder.path(), "publication.toml", "feed_size = 50", "feed_size = 10");
    folder
}

fn write(data: &Path, announcements: &[Value]) {
    let lines: String = announcements.iter().map(|value| format!("{value}\n")).collect();
    fs::write(data.join("announcements/all.jsonl"), lines).unwrap();
}

#[track_caller]
fn publish(data: &Path, out: &Path, as_of: &str, threads: usize) -> Summary {
    let job = Job {
        data,
        out,
        as_of: as_of.parse().unwrap(),
        formats: None,
        documents: true,
        threads: NonZeroUsize::new(threads).unwrap(),
        sync: false,
        verify: false,
        history: true,
        wait: false,
        is_preview: false,
        allowed: &[],
        lifted: Lifted { vanished_announcements: true, ..Lifted::default() },
        on_event: &|event| {
            if let Event::Read { report, .. } = event {
                assert_eq!(report.errors(), 0, "{}", report.render(Language::English, false));
            }
        },
    };
    job.run(&Progress::default(), &Stop::default()).unwrap().unwrap()
}

/// Publishes again, and returns whether anything was written for it.
#[track_caller]
fn is_written_again(data: &Path, out: &Path, as_of: &str) -> bool {
    // A publication that is replaced has a new manifest.
    let manifest = || fs::metadata(out.join("manifest.json")).unwrap().modified().unwrap();
    let before = manifest();
    publish(data, out, as_of, 2);
    manifest() != before
}

const DAY: &str = "2021-06-01";

/// An export from nothing of [`announcements`], to be copied.
fn published() -> &'static (TempDir, Work) {
    static PUBLISHED: OnceLock<(TempDir, Work)> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let data = corpus(&announcements());
        let summary = publish(data.path(), &folder.path().join("dist"), DAY, 2);
        (folder, summary.work)
    })
}

/// Publishes what is published, changes it, and publishes it again into the same folder and into another. Both are the
/// same. Returns the work that was done.
#[track_caller]
fn after(change: impl FnOnce(&Path)) -> Work {
    after_on(DAY, change)
}

#[track_caller]
fn after_on(as_of: &str, change: impl FnOnce(&Path)) -> Work {
    let data = corpus(&announcements());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    copy(published().0.path(), folder.path());
    change(data.path());
    let summary = publish(data.path(), &out, as_of, 1);
    assert_same(&out, data.path(), as_of);
    let again = publish(data.path(), &out, as_of, 3);
    assert_eq!(again.work.chunks_rendered + again.work.pages_rendered, 0, "what was published is known");
    assert_eq!(again.work.files_linked, summary.files - 1, "every file but the manifest is the same");
    // A comment changes the sources, so that everything is compared and linked. The summary is that of the shortcut.
    assert!(!is_written_again(data.path(), &out, as_of));
    let path = data.path().join("publication.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + "\n# A comment.\n").unwrap();
    assert_eq!(publish(data.path(), &out, as_of, 1), again);
    assert!(is_written_again(data.path(), &out, "2022-01-01"), "on another day");
    summary.work
}

/// Compares a folder with an export from nothing.
#[track_caller]
fn assert_same(out: &Path, data: &Path, as_of: &str) {
    let fresh = tempfile::tempdir().unwrap();
    let fresh = fresh.path().join("dist");
    publish(data, &fresh, as_of, 2);
    let (found, expected) = (files(out), files(&fresh));
    let differing = |name: &&String| found.get(*name) != expected.get(*name);
    let names: Vec<&String> = expected.keys().chain(found.keys()).filter(differing).collect();
    assert!(names.is_empty(), "{names:?} are not what an export from nothing gives");
}

/// Copies a folder with the times of its files, the cache among them.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
            let time = fs::metadata(&from).unwrap().modified().unwrap();
            fs::File::options().append(true).open(&to).unwrap().set_modified(time).unwrap();
        }
    }
}

fn edit_announcements(data: &Path, edit: impl FnOnce(&mut Vec<Value>)) {
    let mut all = announcements();
    edit(&mut all);
    write(data, &all);
}

/// The first of the pages of the five feeds that a news item is in.
const FEEDS_OF_NEWS: usize = 5;

/// Those of them that have archives.
const ARCHIVES_OF_NEWS: usize = 2;

/// The pages of lists that a news item with one topic is on, in two languages.
const LISTS_OF_NEWS: usize = 2 * 5;

#[test]
fn nothing_is_made_anew_where_nothing_has_changed() {
    let all = published().1;
    assert!(all.chunks_rendered > 2 && all.pages_rendered > 50, "{all:?}");
    assert_eq!((all.chunks_kept, all.pages_kept, all.files_linked), (0, 0, 0));
    let work = after(|_| {});
    assert_eq!((work.chunks_rendered, work.chunks_kept), (0, all.chunks_rendered));
    assert_eq!((work.pages_rendered, work.pages_kept), (0, all.pages_rendered));
    assert_eq!((work.lists_rendered, work.lists_kept), (0, all.lists_rendered));
}

#[test]
fn a_changed_announcement_changes_its_chunk_and_its_pages() {
    let edited = |data: &Path| edit_announcements(data, |all| all[50]["title"] = json!("En annan rubrik"));
    let work = after(edited);
    assert_eq!((work.chunks_rendered, work.pages_rendered), (1, ARCHIVES_OF_NEWS));
    assert_eq!(work.lists_rendered, LISTS_OF_NEWS);
    // The newest is in the current pages besides.
    let work = after(|data| edit_announcements(data, |all| all[119]["title"] = json!("En annan rubrik")));
    assert_eq!((work.chunks_rendered, work.pages_rendered), (1, FEEDS_OF_NEWS + ARCHIVES_OF_NEWS));
    assert_eq!(work.lists_rendered, LISTS_OF_NEWS);
}

#[test]
fn what_is_added_or_gone_changes_no_other_page_of_a_list() {
    let all = published().1;
    let newest = json!({"id": "2021-05-31-ny", "title": "Ny", "type": "news", "published": "2021-05-31",
        "topics": ["digitalisering"]});
    let work = after(|data| edit_announcements(data, |all| all.push(newest)));
    // A month more.
    assert_eq!((work.lists_rendered, work.lists_kept), (LISTS_OF_NEWS, all.lists_rendered - LISTS_OF_NEWS + 2));
    let withdrawn = |all: &mut Vec<Value>| all[50]["withdrawn"] = json!("2021-05-20");
    let work = after(|data| edit_announcements(data, withdrawn));
    // The newest pages tell how many there are.
    let newest = LISTS_OF_NEWS - 2;
    assert_eq!(
        (work.lists_rendered, work.lists_kept),
        (LISTS_OF_NEWS + newest, all.lists_rendered - LISTS_OF_NEWS - newest)
    );
    let work = after(|data| edit(data, "register.toml", "grön, hållbar turism", "grön och hållbar turism"));
    assert_eq!(work.lists_rendered, 2, "the list of the topic, in two languages");
}

#[test]
fn what_is_added_or_gone_moves_no_other_chunk() {
    let first = json!({"id": "2018-12-24-forst", "title": "Först", "type": "news", "published": "2018-12-24"});
    assert_eq!(after(|data| edit_announcements(data, |all| all.insert(0, first))).chunks_rendered, 1);
    // The pages before and after it on its topic lead past it.
    let three = 1..=3;
    assert!(three.contains(&after(|data| edit_announcements(data, |all| drop(all.remove(77)))).chunks_rendered));
    // The order in the files does not count.
    let work = after(|data| edit_announcements(data, |all| all.reverse()));
    assert_eq!((work.chunks_rendered, work.pages_rendered), (0, 0));
    let withdrawn = |all: &mut Vec<Value>| {
        all[50]["withdrawn"] = json!("2021-05-20");
    };
    assert!(three.contains(&after(|data| edit_announcements(data, withdrawn)).chunks_rendered));
    let one = after(|data| edit_announcements(data, |all| all.truncate(1)));
    assert_eq!((one.chunks_rendered, one.chunks_kept), (1, 0));
}

#[test]
fn a_translation_changes_what_it_translates() {
    let translation = json!({"id": "2021-01-01-translation", "title": "News 30", "type": "news", "language": "en",
        "published": "2021-01-01", "translation_of": announcements()[30]["id"]});
    assert_eq!(after(|data| edit_announcements(data, |all| all.push(translation))).chunks_rendered, 2);
}

#[test]
fn an_entry_of_the_register_changes_what_refers_to_it() {
    let all = published().1;
    let one_refers = |data: &Path| {
        edit_announcements(data, |all| all[50]["topics"] = json!(["digitalisering", "gron-hallbar-turism"]));
    };
    let renamed = |data: &Path| edit(data, "register.toml", "grön, hållbar turism", "grön och hållbar turism");
    let nobody_refers = after(renamed);
    assert_eq!((nobody_refers.chunks_rendered, nobody_refers.pages_rendered), (0, 1), "the topic's own feed");
    let data = corpus(&announcements());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    one_refers(data.path());
    publish(data.path(), &out, DAY, 2);
    renamed(data.path());
    let work = publish(data.path(), &out, DAY, 2).work;
    assert_same(&out, data.path(), DAY);
    assert_eq!(work.chunks_rendered, 1);
    // Its own archives, and the page of the topic.
    assert_eq!(work.pages_rendered, ARCHIVES_OF_NEWS + 1);
    assert_eq!(work.chunks_kept, all.chunks_rendered - 1);
}

#[test]
fn the_place_of_the_employer_changes_a_job() {
    let job = json!({"id": "2021-05-31-larare", "title": "Lärare", "type": "job", "published": "2021-05-31",
        "job": { "title": "Lärare" }});
    let data = corpus(&announcements());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    edit_announcements(data.path(), |all| all.push(job));
    publish(data.path(), &out, DAY, 2);
    let document = || fs::read_to_string(out.join("data/announcement/2021-05-31-larare.ttl")).unwrap();
    assert!(document().contains("jobLocation place:vanersborg") && !document().contains("Orten"), "{}", document());
    edit(data.path(), "register.toml", "\"Vänersborgs kommun\"\nkind = \"area\"", "\"Orten\"\nkind = \"area\"");
    publish(data.path(), &out, DAY, 2);
    assert!(document().contains("Orten"), "{}", document());
    assert_same(&out, data.path(), DAY);
}

#[test]
fn a_setting_changes_what_depends_on_it() {
    let all = published().1;
    let setting = |from: &str, to: &str| after(|data| edit(data, "publication.toml", from, to));
    let chunks_and_pages = |work: Work| (work.chunks_rendered, work.pages_rendered);
    let everything = (all.chunks_rendered, all.pages_rendered);
    let pages = (0, all.pages_rendered);
    let base = fs::read_to_string(corpus(&[]).path().join("publication.toml")).unwrap();
    let line = |key: &str| base.lines().find(|line| line.starts_with(key)).unwrap().to_owned();
    assert_eq!(chunks_and_pages(setting(&line("base"), "base = \"https://example.org/data/\"")), everything);
    assert_eq!(chunks_and_pages(setting(&line("time_zone"), "time_zone = \"Europe/Riga\"")), everything);
    assert_eq!(
        chunks_and_pages(setting(&line("licence"), "licence = \"http://creativecommons.org/licenses/by/4.0/\"")),
        everything
    );
    let hub = format!("hub = \"https://hub.example.org/\"\n{}", line("base"));
    assert_eq!(chunks_and_pages(setting(&line("base"), &hub)), pages);
    assert_eq!(
        chunks_and_pages(setting("\n[title]\nsv = \"", "\n[title]\nsv = \"Alla ")).0,
        all.chunks_rendered,
        "in pages"
    );
    let smaller = setting("feed_size = 10", "feed_size = 9");
    assert_eq!(smaller.chunks_rendered, 0);
    assert!(smaller.pages_rendered > 0);
    // Data on people that are not published are in no announcement.
    let personal = format!("personal_data = \"strip\"\n{}", line("base"));
    assert_eq!(setting(&line("base"), &personal).chunks_rendered, all.chunks_rendered);
}

#[test]
fn a_form_that_is_added_is_rendered_and_the_others_are_kept() {
    let without = |data: &Path| {
        let path = data.join("publication.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text + "\n[output]\nformats = [\"turtle\", \"csv\", \"atom\"]\ndocuments = false\n").unwrap();
    };
    let fewer = after(without);
    assert_eq!((fewer.chunks_rendered, fewer.pages_rendered), (0, published().1.pages_rendered), "Atom's links differ");
    let data = corpus(&announcements());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    without(data.path());
    let before = publish(data.path(), &out, DAY, 2).work;
    edit(data.path(), "publication.toml", "\"turtle\", ", "\"turtle\", \"n-quads\", ");
    let more = publish(data.path(), &out, DAY, 2).work;
    assert_same(&out, data.path(), DAY);
    assert_eq!((more.chunks_rendered, more.pages_rendered), (before.chunks_rendered, 0));
}

#[test]
fn another_day_changes_what_comes_and_goes_on_it() {
    // The last two are not published yet.
    let work = after_on("2019-10-20", |_| {});
    assert_eq!(work.chunks_rendered, 1);
}

/// What is over for a year leaves the calendar; only chunks with such an event are rendered again.
#[test]
fn a_day_makes_an_event_too_old() {
    let mut announcements = announcements();
    announcements[3]["events"] = serde_json::json!([{ "name": "Möte", "when": "2020-06-01" }]);
    announcements[90]["events"] = serde_json::json!([{ "name": "Möte", "when": "2022-06-01" }]);
    let data = corpus(&announcements);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    for (day, chunks, events) in
        [("2021-06-01", None, 2), ("2021-06-02", Some(1), 1), ("2021-06-03", Some(0), 1), ("2021-06-01", Some(1), 2)]
    {
        let work = publish(data.path(), &out, day, 2).work;
        assert_same(&out, data.path(), day);
        assert_eq!(chunks.unwrap_or(work.chunks_rendered), work.chunks_rendered, "{day}");
        let calendar = fs::read_to_string(out.join("feed/events.ics")).unwrap();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), events, "{day}");
    }
}

#[test]
fn nothing_depends_on_the_cache() {
    let data = corpus(&announcements());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let cache = folder.path().join(".dist.cache");
    let spoilt: [(&str, &dyn Fn()); 6] = [
        ("it is there", &|| {}),
        ("no cache", &|| fs::remove_dir_all(&cache).unwrap()),
        ("cut off", &|| {
            let chunks = fs::read(cache.join("chunks")).unwrap();
            fs::write(cache.join("chunks"), &chunks[..chunks.len() / 2]).unwrap();
        }),
        ("no header", &|| fs::write(cache.join("header"), "{").unwrap()),
        ("of another publication", &|| {
            let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
            fs::write(out.join("manifest.json"), manifest + "\n").unwrap();
        }),
        ("a file", &|| {
            fs::remove_dir_all(&cache).unwrap();
            fs::write(&cache, "").unwrap();
        }),
    ];
    publish(data.path(), &out, DAY, 2);
    for (what, spoil) in spoilt {
        spoil();
        let work = publish(data.path(), &out, DAY, 2).work;
        assert_eq!(work.chunks_rendered == 0, what == "it is there", "{what}");
        assert_same(&out, data.path(), DAY);
    }
}

#[test]
fn what_was_changed_in_the_published_folder_is_mended() {
    let data = corpus(&announcements());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    publish(data.path(), &out, DAY, 2);
    for name in [
        "data/announcements.nt",
        "feed/all.atom",
        "feed/all/archive/2019-03.rss",
        "dcat.ttl",
        "data/excel/contacts.csv",
        "data/announcements.xlsx",
    ] {
        // As long as it was, but something else.
        let mut bytes = fs::read(out.join(name)).unwrap();
        bytes.reverse();
        fs::remove_file(out.join(name)).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(out.join(name), bytes).unwrap();
        assert!(is_written_again(data.path(), &out, DAY), "{name}");
        assert_same(&out, data.path(), DAY);
    }
    fs::remove_file(out.join("feed/all.rss")).unwrap();
    publish(data.path(), &out, DAY, 2);
    assert_same(&out, data.path(), DAY);
}
