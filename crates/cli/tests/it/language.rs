use crate::{announcement, anslag, export, publication, stderr, stdout};
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
    fs::rename(publication(announcements).path(), folder.path().join("data")).unwrap();
    folder
}

fn run(command: &mut Command, folder: &Path) -> Output {
    command.current_dir(folder).output().unwrap()
}

#[track_caller]
fn check_golden(name: &str, actual: &[u8]) {
    assert_golden(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages").join(name), actual);
}

/// As people read it, and as programs do, whose keys stay what they are.
#[test]
fn what_is_wrong_is_said_in_swedish() {
    let folder = folder(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", "tags = [\"digitalisring\", 5]\ntitel = 5\n")),
        ("2021-05-18-b.md", "---\ntitle: Möte: \"öppet hus\"\n---\n\nText.\r\n"),
    ]);
    let human = run(anslag().args(["check", "--lang", "sv"]), folder.path());
    assert_eq!((human.status.code(), stdout(&human).as_str()), (Some(1), ""));
    check_golden("swedish.txt", &human.stderr);
    let json = run(anslag().args(["--lang", "sv", "check", "--message-format", "json"]), folder.path());
    check_golden("swedish.jsonl", &json.stderr);
}

#[test]
fn what_stops_a_run_is_said_in_swedish() {
    let folder = folder(&[]);
    let nowhere = run(anslag().args(["check", "--lang", "sv", "--data", "nowhere"]), folder.path());
    let said = stderr(&nowhere);
    assert!(said.starts_with("fel[io-error]: det går inte att läsa nowhere/publication.toml: "), "{said}");
    let target = run(anslag().args(["export", "--lang", "sv", "--out", "data/dist"]), folder.path());
    let said = stderr(&target);
    assert!(said.starts_with("fel[invalid-target]: det går inte att publicera i "), "{said}");
    assert!(said.contains(": den ligger inne i de data som publiceras\n |\n = hjälp: ange en annan mapp"), "{said}");
}

#[test]
fn what_was_done_is_said_in_swedish() {
    let data = publication(&[
        ("2021-01-01-a.md", &announcement("2021-01-01", "").replace("Text.", "<b>Text.</b>")),
        ("2021-01-02-expired.md", &announcement("2021-01-02", "expires = 2021-05-01\n")),
        ("2021-06-02-later.md", &announcement("2021-06-02", "")),
        ("2021-01-04-draft.md", &announcement("2021-01-04", "draft = true\n")),
        ("2021-01-05-gone.md", &announcement("2021-01-05", "withdrawn = 2021-05-01\n")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let said = stdout(&export(data.path(), &out.path().join("dist"), &["--lang", "sv"]));
    assert!(said.starts_with("publicerade 1 tillkännagivande per 2021-06-01 i "), "{said}");
    let rest = " s\n1 utkast hoppades över\n1 publiceras först senare\n1 har upphört att gälla\n\
                1 tillbakadragna\nnästa export behövs 2021-06-02: `2021-06-02-later` publiceras\n";
    let (_, seconds) = said.strip_suffix(rest).unwrap().split_once(" MB, på ").unwrap();
    assert!(seconds.contains(',') && !seconds.contains('.'), "{said}");
    let check = anslag().args(["check", "--lang", "sv", "--data"]).arg(data.path()).output().unwrap();
    assert!(stdout(&check).ends_with(": inga fel, 1 varning\n"), "{}", stdout(&check));
}

#[test]
fn what_is_not_shown_is_counted_in_swedish() {
    let unknown: String = (0..57).map(|number| format!("key{number} = 1\n")).collect();
    let folder = folder(&[("2021-05-18-a.md", &announcement("2021-05-18", &unknown))]);
    let said = stderr(&run(anslag().args(["check", "--lang", "sv"]), folder.path()));
    let end = "\n     antal  kod          först i\nfel     57  unknown-key  data/announcements/2021-05-18-a.md\n\nfel: 57 fel och 0 varningar\n";
    assert!(said.ends_with(end), "{said}");
}

/// Nothing around it decides on the language.
#[test]
fn english_is_what_nobody_need_ask_for() {
    let folder = folder(&[("2021-05-18-a.md", &announcement("2021-05-18", ""))]);
    let swedish = [("LC_ALL", "sv_SE.UTF-8"), ("LANG", "sv_SE.UTF-8"), ("LANGUAGE", "sv")];
    for arguments in [&["check"][..], &["check", "--lang", "en"]] {
        let output = run(anslag().args(arguments).envs(swedish), folder.path());
        assert_eq!(stdout(&output), "1 announcement in data: no problems\n");
    }
    let output = run(anslag().args(["check", "--lang", "sv"]), folder.path());
    assert_eq!(stdout(&output), "1 tillkännagivande i data: inga problem\n");
    assert_eq!(run(anslag().args(["check", "--lang", "de"]), folder.path()).status.code(), Some(2));
}
