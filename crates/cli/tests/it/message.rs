use crate::{announcement, anslag, publication, stderr, stdout};
use anslag_fixtures::assert_golden;
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

/// A folder whose `data` is the real publication with these announcements.
fn folder(announcements: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = publication(announcements);
    fs::rename(data.path(), folder.path().join("data")).unwrap();
    folder
}

fn run(command: &mut Command, folder: &Path) -> Output {
    command.args(["--message-format", "json"]).current_dir(folder).output().unwrap()
}

/// Each line of standard error, which is an object with a severity and a message.
#[track_caller]
fn objects(output: &Output) -> Vec<serde_json::Value> {
    let lines = stderr(output);
    let objects: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for object in &objects {
        assert!(object["severity"].is_string() && object["message"].is_string(), "{object}");
    }
    objects
}

fn golden(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages").join(name)
}

#[test]
fn what_is_wrong_is_said_to_programs() {
    let folder = folder(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", "tags = [\"digitalisring\", \"öppna data\", 5]\n")),
        ("2021-05-18-b.md", "---\ntitle: Möte: \"öppet hus\"\n---\n\nText.\r\n"),
        ("2021-05-18-c.md", &announcement("2021-05-18", "\"a\\u009b\u{9b}\u{7f}\" = 1\n")),
        ("2021-05-18-\u{9b}31m.md", ""),
    ]);
    let output = run(anslag().arg("check"), folder.path());
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    assert_golden(&golden("wrong-input.jsonl"), &output.stderr);
    assert!(!stderr(&output).contains(|c: char| c.is_control() && c != '\n'));
    let path = objects(&output).last().unwrap()["path"].as_str().unwrap().to_owned();
    assert!(folder.path().join(path).exists(), "the path is the file's own");

    let export = run(anslag().arg("export"), folder.path());
    assert_eq!((export.status.code(), stderr(&export)), (Some(1), stderr(&output)));
    assert!(!folder.path().join("dist").exists());
}

#[test]
fn what_is_not_shown_is_counted() {
    let unknown: String = (0..57).map(|number| format!("key{number} = 1\n")).collect();
    let folder = folder(&[("2021-05-18-a.md", &announcement("2021-05-18", &unknown))]);
    let output = run(anslag().arg("check"), folder.path());
    let objects = objects(&output);
    assert_eq!(objects.len(), 51);
    let last = "{\"severity\":\"error\",\"message\":\"7 more errors not shown\",\"not_shown\":7}\n";
    assert!(stderr(&output).ends_with(last), "{}", stderr(&output));
}

#[test]
fn what_is_about_a_whole_file_has_no_line() {
    let folder = folder(&[]);
    fs::remove_file(folder.path().join("data/register.toml")).unwrap();
    let output = run(anslag().arg("check"), folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert_golden(&golden("missing-file.jsonl"), &output.stderr);
}

#[test]
fn what_stops_a_run_is_an_object_too() {
    let folder = folder(&[]);
    let nowhere = run(anslag().args(["check", "--data", "nowhere"]), folder.path());
    assert_eq!(nowhere.status.code(), Some(3));
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(dist.join("a.txt"), "").unwrap();
    let foreign = run(anslag().arg("export"), folder.path());
    assert_eq!(foreign.status.code(), Some(2));
    for output in [nowhere, foreign] {
        let objects = objects(&output);
        assert_eq!((objects.len(), &objects[0]["severity"]), (1, &"error".into()), "{}", stderr(&output));
        assert!(stdout(&output).is_empty());
    }
}

#[test]
fn where_nothing_is_wrong_nothing_is_said() {
    let folder = folder(&[("2021-05-18-a.md", &announcement("2021-05-18", ""))]);
    let output = run(anslag().arg("check"), folder.path());
    assert!(output.status.success() && output.stderr.is_empty(), "{}", stderr(&output));
    assert_eq!(stdout(&output), "1 announcement in data: nothing is wrong\n");
}
