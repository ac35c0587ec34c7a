//! A publication and an announcement that `anslag init` and `anslag new` begin.

use crate::{anslag, stderr, stdout};
use std::{
    fs,
    path::Path,
    process::{Output, Stdio},
};

const OPTIONS: [&str; 12] = [
    "--municipality",
    "Vänersborg",
    "--base",
    "https://data.example.se/",
    "--languages",
    "sv,en",
    "--licence",
    "http://creativecommons.org/publicdomain/zero/1.0/",
    "--email",
    "oppna-data@example.se",
    "--number",
    "212000-1538",
];

fn init(directory: &Path, options: &[&str]) -> Output {
    anslag().arg("init").arg(directory).args(options).stdin(Stdio::null()).output().unwrap()
}

fn run(command: &str, data: &Path, arguments: &[&str]) -> Output {
    anslag().arg(command).args(arguments).arg("--data").arg(data).output().unwrap()
}

#[test]
fn what_begins_is_checked_and_exported_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = init(&data, &OPTIONS);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).contains("wrote 11 files for Vänersborgs kommun"), "{}", stdout(&output));
    let output =
        run("check", &data, &["--strict", "--allow", "recommended-property", "--allow", "missing-accessibility"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let out = folder.path().join("dist");
    let output = run("export", &data, &["--out", out.to_str().unwrap()]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("published 9 announcements"), "{}", stdout(&output));
    // A second time would overwrite it.
    let output = init(&data, &OPTIONS);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("error[existing-file]"), "{}", stderr(&output));
}

#[test]
fn what_is_missing_is_named_where_nobody_can_be_asked() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = init(&data, &OPTIONS[..8]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("missing `--email`, `--number`"), "{}", stderr(&output));
    let mut options = OPTIONS;
    options[1] = "Vänerborg";
    assert!(stderr(&init(&data, &options)).contains("did you mean `Vänersborg`?"));
    let mut options = OPTIONS;
    options[11] = "212000-1539";
    assert_eq!(init(&data, &options).status.code(), Some(2));
    assert!(!data.exists());
}

#[test]
fn a_directory_with_files_of_its_own_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join("egen.txt"), "egen").unwrap();
    assert_eq!(init(folder.path(), &OPTIONS).status.code(), Some(2));
    fs::remove_file(folder.path().join("egen.txt")).unwrap();
    assert!(init(folder.path(), &OPTIONS).status.success());
}

#[test]
fn a_new_announcement_is_a_draft_of_its_day() {
    let folder = tempfile::tempdir().unwrap();
    assert!(init(folder.path(), &OPTIONS).status.success());
    let new = |kind| run("new", folder.path(), &["Nya öppettider", "--type", kind, "--date", "2026-12-01"]);
    let output = new("kungörelse");
    assert!(output.status.success(), "{}", stderr(&output));
    let text = fs::read_to_string(folder.path().join("announcements/2026-12-01-nya-oppettider.md")).unwrap();
    for part in ["title = \"Nya öppettider\"\ndate = 2026-12-01\ntype = \"kungörelse\"\ndraft = true", "# [notice]"] {
        assert!(text.contains(part), "{text}");
    }
    assert!(run("check", folder.path(), &[]).status.success());
    let again = new("news");
    assert_eq!(again.status.code(), Some(2), "{}", stderr(&again));
    assert_eq!(new("nyheter").status.code(), Some(2));
}
