//! The moment whose state is published: embargoes, ends and changes within a day, and the dates of feeds.

use crate::{announcement, anslag, edit, files, publication, stderr, stdout};
use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

fn command(data: &Path, out: &Path, as_of: &str) -> Command {
    let mut command = anslag();
    command.arg("export").arg("--data").arg(data).arg("--out").arg(out).args(["--as-of", as_of, "--no-sync"]);
    command
}

#[track_caller]
fn export(data: &Path, out: &Path, as_of: &str) -> Output {
    let output = command(data, out, as_of).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    output
}

/// Exports announcements as of a moment, and returns the folder and what was said.
#[track_caller]
fn published(announcements: &[(&str, &str)], as_of: &str) -> (TempDir, String) {
    let (data, out) = (publication(announcements), tempfile::tempdir().unwrap());
    let output = export(data.path(), out.path(), as_of);
    (out, stdout(&output) + &stderr(&output))
}

fn is_in(out: &Path, id: &str) -> bool {
    fs::read_to_string(out.join("data/announcements.jsonl")).unwrap().contains(id)
}

/// Returns the text of an element of the feed of everything, before its entries.
fn of_feed(out: &Path, element: &str) -> String {
    let feed = fs::read_to_string(out.join("feed/all.atom")).unwrap();
    let (_, rest) = feed.split_once(&format!("<{element}>")).unwrap();
    rest.split_once('<').unwrap().0.to_owned()
}

#[test]
fn an_embargo_within_a_day_holds() {
    #[track_caller]
    fn check(date: &str, as_of: &str, is_published: bool) {
        let (out, _) = published(&[("2026-11-24-a.md", &announcement(date, ""))], as_of);
        assert_eq!(is_in(out.path(), "2026-11-24-a"), is_published, "{date} as of {as_of}");
    }
    for date in ["2026-11-24T15:00:00", "2026-11-24T14:00:00Z"] {
        check(date, "2026-11-23", false);
        check(date, "2026-11-24T00:00", false);
        check(date, "2026-11-24T14:59", false);
        check(date, "2026-11-24T15:00", true);
        check(date, "2026-11-24T14:59:59+01:00", false);
        check(date, "2026-11-24T14:00Z", true);
        check(date, "2026-11-24", true);
    }
    check("2026-11-24", "2026-11-23T23:59:59", false);
    check("2026-11-24", "2026-11-24T00:00", true);
    // In the publication's zone it is the next day already.
    check("2026-11-24T23:30:00Z", "2026-11-24", false);
    check("2026-11-24T23:30:00Z", "2026-11-25", true);
}

#[test]
fn an_end_within_a_day_holds() {
    for key in ["expires", "withdrawn"] {
        let text = announcement("2026-11-01", &format!("{key} = 2026-11-24T15:00:00\n"));
        for (as_of, is_published) in [("2026-11-24T14:59", true), ("2026-11-24T15:00", false), ("2026-11-24", false)] {
            let (out, _) = published(&[("2026-11-01-a.md", &text)], as_of);
            assert_eq!(is_in(out.path(), "2026-11-01-a"), is_published, "{key} as of {as_of}");
            let feed = fs::read_to_string(out.path().join("feed/all.atom")).unwrap();
            let tombstone = r#"<at:deleted-entry ref="https://data.vanersborg.se/announcement/2026-11-01-a" when="2026-11-24T15:00:00+01:00"/>"#;
            assert_eq!(feed.contains(tombstone), !is_published, "{key} as of {as_of}");
        }
    }
}

/// Minutes that may be taken down on 2017-02-21.
const NOTICE: &str = "[notice]\nadjusted = 2017-01-30\nposted = 2017-01-30\n";

#[test]
fn a_notice_expires_when_it_may_be_taken_down() {
    #[track_caller]
    fn check(settings: &str, more: &str, last: &str, gone: &str) {
        let data = publication(&[("2017-01-30-a.md", &announcement("2017-01-30", &format!("{more}{NOTICE}")))]);
        edit(data.path(), "publication.toml", "base = ", &format!("{settings}base = "));
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        for (as_of, is_published) in [(last, true), (gone, false)] {
            export(data.path(), &out, as_of);
            assert_eq!(is_in(&out, "2017-01-30-a"), is_published, "{settings}{more} as of {as_of}");
            let calendar = fs::read_to_string(out.join("feed/events.ics")).unwrap();
            assert_eq!(calendar.contains("2017-01-30-a"), is_published, "{settings}{more} as of {as_of}");
            let feed = fs::read_to_string(out.join("feed/all.atom")).unwrap();
            assert_eq!(feed.contains("<at:deleted-entry "), !is_published, "{settings}{more} as of {as_of}");
        }
    }
    check("", "", "2017-02-20T23:59:59", "2017-02-21T00:00");
    check("archive_notices = false\n", "", "2017-02-20", "2017-02-21");
    // An earlier end holds, and a later one does not.
    check("", "expires = 2017-02-10T12:00:00\n", "2017-02-10T11:59", "2017-02-10T12:00");
    check("", "expires = 2017-03-01\n", "2017-02-20", "2017-02-21");
    check("archive_notices = true\n", "expires = 2017-03-01\n", "2017-02-28", "2017-03-01");
    let data = publication(&[("2017-01-30-a.md", &announcement("2017-01-30", NOTICE))]);
    edit(data.path(), "publication.toml", "base = ", "archive_notices = true\nbase = ");
    let out = tempfile::tempdir().unwrap();
    export(data.path(), &out.path().join("dist"), "2026-01-01");
    assert!(is_in(&out.path().join("dist"), "2017-01-30-a"));
}

#[test]
fn a_summary_says_why_the_next_export_is_due() {
    #[track_caller]
    fn check(more: &str, english: &str, change: &str) {
        let data = publication(&[("2017-01-30-a.md", &announcement("2017-01-30", more))]);
        edit(data.path(), "publication.toml", "base = ", "strip_personal_data_after = \"P1M\"\nbase = ");
        let out = tempfile::tempdir().unwrap();
        let output = export(data.path(), &out.path().join("dist"), "2017-02-01");
        let line = stdout(&output).lines().last().unwrap().to_owned();
        assert_eq!(line, format!("the next export is due on {english}"));
        // The same is known without another export.
        let output = command(data.path(), &out.path().join("dist"), "2017-02-01");
        let output = { output }.args(["--message-format", "json"]).output().unwrap();
        assert_eq!(stdout(&output).lines().last(), Some(line.as_str()));
        let said = stderr(&output);
        let note: serde_json::Value = serde_json::from_str(said.lines().last().unwrap()).unwrap();
        assert_eq!(note["code"], "next-due");
        assert_eq!((&note["change"], &note["subject"]), (&change.into(), &"2017-01-30-a".into()), "{said}");
    }
    check(NOTICE, "2017-02-21: the notice `2017-01-30-a` comes down", "comes-down");
    check("", "2017-02-28: data on people are removed from `2017-01-30-a`", "stripped");
    check("expires = 2017-02-02\n", "2017-02-02: `2017-01-30-a` expires", "expires");
    check("withdrawn = 2017-02-02\n", "2017-02-02: `2017-01-30-a` is withdrawn", "withdrawn");
}

#[test]
fn without_a_moment_it_is_now() {
    // Its time is past in every zone, and that of the other one in none.
    let data = publication(&[
        ("2020-01-01-a.md", &announcement("2020-01-01T15:00:00", "")),
        ("9990-01-01-b.md", &announcement("9990-01-01", "")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let mut command = anslag();
    command.arg("export").arg("--data").arg(data.path()).arg("--out").arg(out.path()).arg("--no-sync");
    let output = command.output().unwrap();
    assert!(stdout(&output).contains("published 1 announcement "), "{}", stderr(&output));
    assert!(
        stdout(&output).ends_with("the next export is due on 9990-01-01: `9990-01-01-b` is published\n"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn the_next_export_is_due_at_a_time() {
    let held_back = announcement("2026-11-24T15:00:00", "");
    let (_, said) = published(&[("2026-11-24-a.md", &held_back)], "2026-11-24T10:00");
    assert!(
        said.ends_with(
            "1 not published until later\nthe next export is due on 2026-11-24 at 15:00:00: `2026-11-24-a` is published\n"
        ),
        "{said}"
    );
    // The day of another zone is none of ours.
    let (_, said) = published(&[("2026-11-24-a.md", &announcement("2026-11-24T23:00:00Z", ""))], "2026-11-24T10:00");
    assert!(said.ends_with("the next export is due on 2026-11-25: `2026-11-24-a` is published\n"), "{said}");
}

#[test]
fn a_moment_that_is_none_is_refused() {
    let out = tempfile::tempdir().unwrap();
    for as_of in ["today", "15:00", "20261124", "2026-11-31", "2026-11-24T25:00", "2026-11-24T15:00[Europe/Riga]"] {
        let output = command(&crate::data(), out.path(), as_of).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{as_of}");
        assert!(stderr(&output).contains("for `--as-of <DATE>`"), "{}", stderr(&output));
    }
}

/// A job of every minute writes when something comes or goes, and only then.
#[test]
fn nothing_is_written_until_something_comes_or_goes() {
    let data = publication(&[
        ("2026-11-01-a.md", &announcement("2026-11-01", "expires = 2026-11-24T17:30:00\n")),
        ("2026-11-24-b.md", &announcement("2026-11-24T15:00:00", "modified = 2026-11-24T16:00:00\n")),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let manifest = || fs::metadata(out.join("manifest.json")).unwrap().modified().unwrap();
    export(data.path(), &out, "2026-11-24T14:00");
    let minutes = [
        ("14:01", false),
        ("14:59:59", false),
        ("15:00", true),
        ("15:01", false),
        ("16:00", true),
        ("17:29", false),
        ("17:30", true),
        ("23:59", false),
    ];
    for (time, is_written) in minutes {
        let (before, as_of) = (manifest(), format!("2026-11-24T{time}"));
        export(data.path(), &out, &as_of);
        assert_eq!(manifest() != before, is_written, "{time}");
        let fresh = tempfile::tempdir().unwrap();
        export(data.path(), fresh.path(), &as_of);
        assert!(files(&out) == files(fresh.path()), "{time}: an export from nothing writes something else");
    }
    // Back in time, what has come is not there yet.
    export(data.path(), &out, "2026-11-24T14:30");
    assert!(!is_in(&out, "2026-11-24-b") && is_in(&out, "2026-11-01-a"));
    // Of a new day, the manifest says so.
    let before = manifest();
    export(data.path(), &out, "2026-11-25T00:00");
    assert!(manifest() != before);
}

#[test]
fn no_date_of_a_feed_goes_back() {
    #[track_caller]
    fn check(second: &str, as_of: &str, updated: &str) {
        let a = announcement("2026-11-01", "");
        let (out, _) = published(&[("2026-11-01-a.md", &a), ("2026-11-20-b.md", second)], as_of);
        assert_eq!(of_feed(out.path(), "updated"), updated, "as of {as_of}: {second}");
    }
    let (a, b) = (announcement("2026-11-01", ""), announcement("2026-11-20", ""));
    let gone = |more: &str| announcement("2026-11-20", more);
    check(&b, "2026-11-24", "2026-11-20T00:00:00+01:00");
    check(&gone("withdrawn = 2026-11-24\n"), "2026-11-24", "2026-11-24T00:00:00+01:00");
    check(&gone("expires = 2026-11-24T12:30:00\n"), "2026-11-24", "2026-11-24T12:30:00+01:00");
    check(&gone("expires = 2026-11-24T12:30:00\n"), "2026-11-24T12:00", "2026-11-20T00:00:00+01:00");
    // Long after the tombstone is gone.
    check(&gone("withdrawn = 2026-11-24\n"), "2029-11-24", "2026-11-24T00:00:00+01:00");
    // What is withdrawn as of a day before its last change was changed all the same.
    check(&gone("modified = 2026-11-23\nwithdrawn = 2026-11-21\n"), "2026-11-24", "2026-11-23T00:00:00+01:00");
    // The feed of a topic knows nothing of others.
    let (out, _) = published(
        &[("2026-11-01-a.md", &a), ("2026-11-20-b.md", &gone("withdrawn = 2026-11-24\ntags = [\"digitalisering\"]\n"))],
        "2026-11-25",
    );
    let topic = fs::read_to_string(out.path().join("feed/topic/digitalisering.atom")).unwrap();
    assert!(topic.contains("<updated>2026-11-24T00:00:00+01:00</updated>"), "{topic}");
    let rss = fs::read_to_string(out.path().join("feed/all.rss")).unwrap();
    assert!(rss.contains("<lastBuildDate>Tue, 24 Nov 2026 00:00:00 +0100</lastBuildDate>"), "{rss}");
}

/// An empty feed is as old as the publication, or else as its first announcement.
#[test]
fn no_feed_is_of_1970() {
    #[track_caller]
    fn check(issued: &str, announcements: &[(&str, &str)], updated: &str) {
        let data = publication(announcements);
        edit(data.path(), "publication.toml", "issued = 2026-11-24\n", issued);
        let out = tempfile::tempdir().unwrap();
        export(data.path(), out.path(), "2026-11-30T12:00");
        let feed = fs::read_to_string(out.path().join("feed/type/alert.atom")).unwrap();
        assert!(feed.contains(&format!("<updated>{updated}T00:00:00+01:00</updated>")), "{issued}: {feed}");
        for (name, bytes) in files(out.path()) {
            assert!(!name.starts_with("feed") || !String::from_utf8(bytes).unwrap().contains("1970"), "{name}");
        }
    }
    let one = announcement("2026-11-20T15:00:00", "");
    let one = [("2026-11-20-a.md", one.as_str())];
    check("issued = 2026-11-24\n", &one, "2026-11-24");
    check("", &one, "2026-11-20");
    check("issued = 2026-12-01\n", &one, "2026-11-20");
    check("", &[], "2026-11-30");
}

/// A change that is dated later is told when its time has come, and warned of.
#[test]
fn no_format_speaks_of_a_change_in_the_future() {
    let text = announcement("2026-11-01", "modified = 2027-11-02\n");
    let data = publication(&[("2026-11-01-a.md", &text)]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let output = export(data.path(), &out, "2026-11-24");
    assert!(
        stdout(&output).ends_with("the next export is due on 2027-11-02: an update of `2026-11-01-a` appears\n"),
        "{}",
        stdout(&output)
    );
    assert!(
        stderr(&output).starts_with("warning[date-in-future]: `modified` is in the future\n"),
        "{}",
        stderr(&output)
    );
    for (name, bytes) in files(&out) {
        assert!(!crate::text_of(&name, bytes).contains("2027-11"), "{name}");
    }
    assert_eq!(of_feed(&out, "updated"), "2026-11-01T00:00:00+01:00");
    export(data.path(), &out, "2027-11-02");
    assert_eq!(of_feed(&out, "updated"), "2027-11-02T00:00:00+01:00");
    assert!(fs::read_to_string(out.join("data/announcements.jsonl")).unwrap().contains(r#""modified":"2027-11-02""#));
}

/// A check is of now.
#[test]
fn a_check_knows_what_is_in_the_future() {
    for (year, is_future) in [("2020", false), ("9990", true)] {
        let text = announcement("2020-01-01", &format!("modified = {year}-01-02\n"));
        let data = publication(&[("2020-01-01-a.md", &text)]);
        let file = data.path().join("announcements/2020-01-01-a.md");
        for files in [Vec::new(), vec![file]] {
            let output = anslag().arg("check").arg("--data").arg(data.path()).args(files).output().unwrap();
            assert_eq!(stderr(&output).contains("warning[date-in-future]"), is_future, "{}", stderr(&output));
        }
    }
}

#[test]
fn a_stream_is_of_a_moment_too() {
    use std::io::Write;
    let line = r#"{"id":"2026-11-24-a","type":"news","title":"A","published":"2026-11-24T15:00:00+01:00"}"#;
    for (as_of, count) in [("2026-11-24T14:59", 0), ("2026-11-24T15:00", 1), ("2026-11-24", 1)] {
        let mut command = anslag();
        command.arg("convert").arg("--data").arg(crate::data()).args(["--to", "json-lines", "--as-of", as_of]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(stdout(&output).lines().count(), count, "{as_of}: {}", stderr(&output));
    }
}
