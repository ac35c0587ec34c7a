//! Edits say what is read afterwards, and leave all else as it was.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod format;

use anslag_core::{Announcement, Publication, Status};
use anslag_edit::{EditError, Value, replace_file, replace_part, set};
use anslag_fixtures::{announcement, publication};
use anslag_source::{Outline, Report, Syntax, read_json_line, read_markdown};
use proptest::prelude::*;
use std::fs;

const AFTER: [&str; 2] = ["published", "date"];

fn withdrawn(text: &str, syntax: Syntax) -> Result<String, EditError> {
    set(text, syntax, "withdrawn", &Value::Date("2031-06-01".to_owned()), &AFTER)
}

fn read(text: &str, syntax: Syntax, publication: &Publication) -> Announcement {
    let mut report = Report::default();
    let read = match syntax {
        Syntax::Markdown => read_markdown("2021-05-18-a.md", text.as_bytes(), publication, &mut report),
        Syntax::JsonLines => read_json_line("a.jsonl", 1, text.as_bytes(), publication, &mut report),
    };
    read.unwrap_or_else(|| panic!("{text}\n{:?}", report.diagnostics()))
}

#[track_caller]
fn check(text: &str, syntax: Syntax, expected: &str) {
    assert_eq!(withdrawn(text, syntax).as_deref(), Ok(expected), "{text}");
    let with_mark = format!("\u{feff}{text}");
    assert_eq!(withdrawn(&with_mark, syntax), Ok(format!("\u{feff}{expected}")));
}

#[test]
fn a_key_is_written_behind_the_day_of_publication() {
    let markdown = |before: &str, after: &str| {
        check(before, Syntax::Markdown, after);
        let windows = |text: &str| text.replace('\n', "\r\n");
        check(&windows(before), Syntax::Markdown, &windows(after));
    };
    markdown(
        "+++\n# What it is.\ntitle = \"a\"\ndate = 2021-05-18   # the day\ntopics = [\n  \"b\", # b\n]\n\n[notice]\nposted = 2021-05-18\n+++\n\nText.\n",
        "+++\n# What it is.\ntitle = \"a\"\ndate = 2021-05-18   # the day\nwithdrawn = 2031-06-01\ntopics = [\n  \"b\", # b\n]\n\n[notice]\nposted = 2021-05-18\n+++\n\nText.\n",
    );
    markdown(
        "+++\n# c\n[extra]\ndate = 2021-05-18\n+++\n",
        "+++\nwithdrawn = 2031-06-01\n# c\n[extra]\ndate = 2021-05-18\n+++\n",
    );
    markdown("+++\n\"date\" = 2021-05-18\n+++", "+++\n\"date\" = 2021-05-18\nwithdrawn = 2031-06-01\n+++");
    markdown("+++\nwithdrawn = 2021-06-01 # c\n+++\n", "+++\nwithdrawn = 2031-06-01 # c\n+++\n");
    markdown("+++\n+++\n", "+++\nwithdrawn = 2031-06-01\n+++\n");
    markdown(
        "---\ntitle: a # b\ndate: 2021-05-18 # c\nlead: |+\n  d\n\n\ntopics:\n- e\n---\n\nText.",
        "---\ntitle: a # b\ndate: 2021-05-18 # c\nwithdrawn: 2031-06-01\nlead: |+\n  d\n\n\ntopics:\n- e\n---\n\nText.",
    );
    markdown(
        "---\n  title: a\n  extra: {date: 1}\n---\n",
        "---\n  withdrawn: 2031-06-01\n  title: a\n  extra: {date: 1}\n---\n",
    );
    markdown(
        "---\n{title: a, date: 2021-05-18}\n---\n",
        "---\n{title: a, date: 2021-05-18, withdrawn: 2031-06-01}\n---\n",
    );
    markdown("---\nwithdrawn: \"2021-06-01\" # c\n---\n", "---\nwithdrawn: 2031-06-01 # c\n---\n");
    let json = |before: &str, after: &str| check(before, Syntax::JsonLines, after);
    json(
        r#"{"id" : "a", "published": "2021-05-18" ,"b":[1,{}]}"#,
        r#"{"id" : "a", "published": "2021-05-18","withdrawn":"2031-06-01" ,"b":[1,{}]}"#,
    );
    json(r#"{ "a": 1}"#, r#"{"withdrawn":"2031-06-01", "a": 1}"#);
    json("{}", r#"{"withdrawn":"2031-06-01"}"#);
    json(r#"{"withdrawn":"2021-06-01"}"#, r#"{"withdrawn":"2031-06-01"}"#);
}

#[test]
fn what_cannot_be_read_is_not_edited() {
    for text in ["", "# a", "+++\na = \n+++\n", "---\na: [\n---\n", "+++\na = 1\na = 2\n+++\n"] {
        assert_eq!(withdrawn(text, Syntax::Markdown), Err(EditError::Unreadable), "{text}");
    }
    for text in ["", "[]", "{", "{\"a\":1,\"a\":2}"] {
        assert_eq!(withdrawn(text, Syntax::JsonLines), Err(EditError::Unreadable), "{text}");
    }
    let folded = "---\nwithdrawn: >\n  2021-\n  06-01\ntitle: a\n---\n";
    assert_eq!(withdrawn(folded, Syntax::Markdown), Err(EditError::Unsupported { key: "withdrawn".to_owned() }));
}

#[test]
fn a_text_is_quoted_as_its_notation_asks() {
    let publication = publication();
    let reason = "Fel \"namn\": # 1\\2\n\n- nytt\tförsök";
    for (text, syntax) in [
        ("+++\ntitle = \"a\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n", Syntax::Markdown),
        ("---\ntitle: a\ndate: 2021-05-18\ntype: nyhet\n---\n", Syntax::Markdown),
        (r#"{"id":"2021-05-18-a","title":"a","published":"2021-05-18","type":"news"}"#, Syntax::JsonLines),
    ] {
        let edited = withdrawn(text, syntax).unwrap();
        let edited =
            set(&edited, syntax, "withdrawal_reason", &Value::Text(reason.to_owned()), &["withdrawn"]).unwrap();
        let Status::Withdrawn(withdrawal) = &read(&edited, syntax, &publication).status else { panic!("{edited}") };
        assert_eq!(withdrawal.reason.as_ref().unwrap().as_str(), reason);
    }
}

/// Day after that on which any announcement is published.
const DAY: &str = "9998-01-01";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn an_edit_is_read_and_nothing_else_changes(announcement in announcement(&publication())) {
        for end in ["\n", "\r\n"] {
            for mark in ["", "\u{feff}"] {
                check_edit(&announcement, mark, end);
            }
        }
    }
}

/// Edits an announcement as a line of JSON Lines, and as front matter that holds the same.
#[track_caller]
fn check_edit(announcement: &Announcement, mark: &str, end: &str) {
    let publication = publication();
    let mut table = serde_json::to_value(announcement).unwrap();
    for key in ["draft", "withdrawn", "withdrawal_reason"] {
        table.as_object_mut().unwrap().remove(key);
    }
    let line = table.to_string();
    // JSON is YAML: a table in brackets, and one whose keys are lines of their own.
    let keys = table.as_object().unwrap().iter().map(|(key, value)| format!("{key}: {value} # c{end}"));
    let lines: String = keys.collect();
    for (text, syntax) in [
        (format!("{mark}{line}"), Syntax::JsonLines),
        (format!("{mark}---{end}{line}{end}---{end}"), Syntax::Markdown),
        (format!("{mark}---{end}# c{end}{lines}---{end}"), Syntax::Markdown),
    ] {
        // YAML has not every character of JSON.
        let without_mark = text.trim_start_matches('\u{feff}');
        if syntax == Syntax::Markdown && Outline::of(without_mark, syntax).is_none() {
            continue;
        }
        let edited = set(&text, syntax, "withdrawn", &Value::Date(DAY.to_owned()), &AFTER).unwrap();
        // Front matter has no body, and what is quoted stands in the body.
        if syntax == Syntax::JsonLines {
            let (before, after) = (read(&text, syntax, &publication), read(&edited, syntax, &publication));
            assert_eq!(after.status.withdrawn().unwrap().to_string(), DAY);
            let same = |announcement: &Announcement| {
                let mut value = serde_json::to_value(announcement).unwrap();
                value.as_object_mut().unwrap().remove("withdrawn");
                value
            };
            assert_eq!(same(&before), same(&after));
        }
        // One run of bytes is new, and all others are those of before.
        let same = text.bytes().zip(edited.bytes()).take_while(|(a, b)| a == b).count();
        let added = edited.len() - text.len();
        assert_eq!(edited.as_bytes()[same + added..], text.as_bytes()[same..], "{edited}");
        assert!(added <= "\r\n, \"withdrawn\": \"\"".len() + DAY.len(), "{edited}");
    }
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    replace_file(&path, b"one\ntwo\nthree\n").unwrap();
    replace_part(&path, 4..7, b"second").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"one\nsecond\nthree\n");
    replace_part(&path, 0..0, b"zero\n").unwrap();
    replace_file(&path, &fs::read(&path).unwrap()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"zero\none\nsecond\nthree\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
