use crate::{announcement, data, export, files, publication};
use serde_json::Value;
use std::fs;

/// What an export writes can be read in again, and gives the same export.
#[test]
fn json_lines_are_source_files_too() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    // JSON Lines have telephone numbers in their international form, and feeds as the source writes them.
    let source = data().join("announcements/2021-05-18-internationellt-projekt-kring-digitalisering.md");
    let text = fs::read_to_string(source).unwrap().replace("phone = \"0521-72 23 93\"", "phone = \"+46521722393\"");
    assert!(text.contains("+46521722393"));
    let data = publication(&[("2021-05-18-internationellt-projekt-kring-digitalisering.md", &text)]);
    assert!(export(data.path(), &first, &[]).status.success());
    let first = files(&first);
    let lines = String::from_utf8(first["data/announcements.jsonl"].clone()).unwrap();
    let again = publication(&[("all.jsonl", &lines)]);
    assert!(export(again.path(), &second, &[]).status.success());
    assert_eq!(files(&second), first);
}

/// A current feed holds the newest by the last change, not the last published.
#[test]
fn feeds_hold_the_last_changed_first() {
    let data = publication(&[
        ("2021-01-01-a.md", &announcement("2021-01-01", "updated = 2021-05-01\n")),
        ("2021-01-02-b.md", &announcement("2021-01-02", "")),
        ("2021-01-02-c.md", &announcement("2021-01-02", "")),
    ]);
    let out = tempfile::tempdir().unwrap();
    assert!(export(data.path(), out.path(), &[]).status.success());
    let feed: Value = serde_json::from_slice(&files(out.path())["feed/all.json"]).unwrap();
    let ids: Vec<&str> = feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    let base = "https://data.vanersborg.se/announcement";
    assert_eq!(ids, ["2021-01-01-a", "2021-01-02-c", "2021-01-02-b"].map(|id| format!("{base}/{id}")));
}
