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
    run_with("json", command, folder)
}

fn run_with(format: &str, command: &mut Command, folder: &Path) -> Output {
    command.args(["--message-format", format]).current_dir(folder).output().unwrap()
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

/// A folder whose announcements have errors of all kinds of places, and control characters.
fn wrong() -> TempDir {
    folder(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", "tags = [\"digitalisring\", \"öppna data\", 5]\n")),
        ("2021-05-18-b.md", "---\ntitle: Möte: \"öppet hus\"\n---\n\nText.\r\n"),
        ("2021-05-18-c.md", &announcement("2021-05-18", "\"a\\u009b\u{9b}\u{7f}\" = 1\n")),
        ("2021-05-18-\u{9b}31m.md", ""),
    ])
}

#[test]
fn what_is_wrong_is_said_to_programs() {
    let folder = wrong();
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

/// Neither the value nor its line is in what goes to programs and to logs. The name of the file is, since it is the place.
#[test]
fn data_on_people_are_masked() {
    let person = "id = \"2021-05-18-asa-berg-slutar\"\ncontacts = [{ name = \"Åsa Berg\", role = \"kanslichef\" }]\n";
    let lead = "lead = \"Om 19121212-1212, asa@gmail.com och 070-174 06 35.\"\n";
    let folder = folder(&[("2021-05-18-a.md", &announcement("2021-05-18", &format!("{person}{lead}")))]);
    let codes = ["name-in-id", "personal-number", "private-email", "mobile-number"];
    for format in ["human", "json", "github"] {
        let output = run_with(format, anslag().args(["check", "--strict"]), folder.path());
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        let said = stderr(&output);
        assert!(codes.iter().all(|code| said.contains(code)) && said.contains("••••••••-••••"), "{said}");
        assert!(said.contains("2021-05-18-a.md"), "{said}");
        for secret in ["1212", "asa", "Åsa", "berg", "174"] {
            assert!(!said.contains(secret), "{format}: {said}");
        }
        let allowed = codes.iter().flat_map(|code| ["--allow", code]);
        let output = run_with(format, anslag().args(["check", "--strict"]).args(allowed), folder.path());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
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
    assert_eq!(stdout(&output), "1 announcement in data: no problems\n");
}

/// Each message is a line, which GitHub shows beside the line of the file.
#[test]
fn github_is_told_as_workflow_commands() {
    let folder = wrong();
    let output = run_with("github", anslag().arg("check"), folder.path());
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    assert_golden(&golden("wrong-input.github.txt"), &output.stderr);
    assert!(!stderr(&output).contains(|c: char| c.is_control() && c != '\n'));
    let fatal = run_with("github", anslag().args(["check", "--data", "nowhere", "--lang", "sv"]), folder.path());
    let expected = "::error title=io-error::det går inte att läsa nowhere/publication.toml: \
                    filen eller mappen finns inte%0Ahjälp: ange publikationens mapp med `--data`\n";
    assert_eq!((fatal.status.code(), stderr(&fatal).as_str()), (Some(3), expected));
}

/// A long line is cut at 100 columns where there is no terminal, and the marked part is among what is shown.
#[test]
fn a_long_source_line_is_cut() {
    let title = "Ett möte om vägar. ".repeat(40);
    let text = format!("titel = [] # {title}\ntags = [\"{title}\", \"x\"] # {title}\n");
    let folder = folder(&[("2021-05-18-a.md", &announcement("2021-05-18", &text))]);
    let output = anslag().arg("check").current_dir(folder.path()).output().unwrap();
    let shown = stderr(&output);
    let lines: Vec<&str> = shown.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(lines.len(), 3, "{shown}");
    for line in lines {
        assert!(line.chars().count() <= 100 && line.contains("..."), "{line}");
    }
}

/// Programs take the path apart from its escapes; people see no text in another order.
#[cfg(unix)]
#[test]
fn a_path_cannot_change_the_direction_of_a_message() {
    let folder = folder(&[("2021-05-18-\u{202e}a\u{2066}.md", "")]);
    let output = run(anslag().arg("check"), folder.path());
    let path = objects(&output)[0]["path"].as_str().unwrap().to_owned();
    assert!(folder.path().join(path).exists(), "the path is the file's own");
    for format in ["json", "github", "human"] {
        for command in [["check", "--data", "data"], ["check", "--data", "data\u{202e}"]] {
            let output = run_with(format, anslag().args(command), folder.path());
            let said = stderr(&output) + &stdout(&output);
            assert!(!said.is_empty() && !said.contains(['\u{202e}', '\u{2066}']), "{format}: {said}");
        }
    }
}
