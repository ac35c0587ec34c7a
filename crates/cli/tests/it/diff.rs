use crate::{announcement, anslag, edit, export, files, publication, stderr, stdout};
use std::{fs, path::Path, process::Output};

fn run(arguments: &[&str], directories: &[&Path]) -> Output {
    anslag().args(arguments).args(directories).output().unwrap()
}

/// Exports three announcements, then changes one, removes one and adds one.
fn edited() -> (tempfile::TempDir, tempfile::TempDir) {
    let contact = "[[contacts]]\nname = \"Anna Berg\"\nphone = \"0521-72 23 93\"\n";
    let data = publication(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", contact)),
        ("2021-05-19-b.md", &announcement("2021-05-19", "")),
        ("2021-05-20-c.md", &announcement("2021-05-20", "")),
    ]);
    let target = tempfile::tempdir().unwrap();
    assert_eq!(export(data.path(), &target.path().join("dist"), &["--no-history"]).status.code(), Some(0));
    edit(data.path(), "announcements/2021-05-18-a.md", "Anna Berg", "Anna Ek");
    edit(
        data.path(),
        "announcements/2021-05-18-a.md",
        "title = \"Nyhet\"",
        "title = \"Nyhet\"\nlead = \"Två\\nrader.\"",
    );
    fs::remove_file(data.path().join("announcements/2021-05-20-c.md")).unwrap();
    fs::write(data.path().join("announcements/2021-05-21-d.md"), announcement("2021-05-21", "")).unwrap();
    (data, target)
}

const ENGLISH: &str = "\
changed 2021-05-18-a: Nyhet
  + Lead: Två
  + Lead: rader.
  - Contact 1 › Name: Anna Berg
  + Contact 1 › Name: Anna Ek
added 2021-05-21-d: Nyhet
removed 2021-05-20-c: Nyhet
1 added, 1 changed, 1 removed, 1 unchanged
";

#[test]
fn what_differs_is_printed_by_announcement_and_field() {
    let (data, target) = edited();
    let (old, new) = (target.path().join("dist"), data.path());
    assert_eq!(stdout(&run(&["diff"], &[&old, new])), ENGLISH);
    let swedish = stdout(&run(&["diff", "--lang", "sv"], &[&old, new]));
    assert!(swedish.contains("ändrat 2021-05-18-a: Nyhet\n  + Ingress: Två\n"), "{swedish}");
    let json = stdout(&run(&["diff", "--message-format", "json"], &[&old, new]));
    let lines = [
        r#"{"change":"changed","id":"2021-05-18-a","title":"Nyhet","fields":[{"path":"/lead","label":"Lead","old":null,"new":"Två\nrader."},{"path":"/contacts/0/name","label":"Contact 1 › Name","old":"Anna Berg","new":"Anna Ek"}]}"#,
        r#"{"change":"added","id":"2021-05-21-d","title":"Nyhet"}"#,
        r#"{"change":"removed","id":"2021-05-20-c","title":"Nyhet"}"#,
        r#"{"added":1,"changed":1,"removed":1,"unchanged":1}"#,
    ];
    assert_eq!(json.lines().collect::<Vec<_>>(), lines);
    // The other way round, and what is the same.
    let back = stdout(&run(&["diff"], &[new, &old]));
    assert!(back.contains("\n  - Lead: Två\n") && back.contains("\nremoved 2021-05-21-d"), "{back}");
    for same in [new, &old] {
        assert!(stdout(&run(&["diff"], &[same, same])).starts_with("0 added, 0 changed, 0 removed, 3"));
    }
}

#[test]
fn a_dry_run_prints_the_same_and_writes_nothing() {
    let (data, target) = edited();
    let out = target.path().join("dist");
    let before = (files(data.path()), files(target.path()));
    let dry = |more: &[&str]| {
        let mut command = anslag();
        command.args(["export", "--dry-run", "--data"]).arg(data.path()).arg("--out").arg(&out).args(more);
        command.output().unwrap()
    };
    // The export itself would be refused: an announcement would vanish.
    let output = dry(&[]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ENGLISH));
    assert!(stderr(&output).contains("error[vanished]"), "{}", stderr(&output));
    let output = dry(&["--allow", "vanished"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), ENGLISH));
    assert_eq!((files(data.path()), files(target.path())), before);
    fs::remove_dir_all(&out).unwrap();
    assert!(stdout(&dry(&[])).ends_with("3 added, 0 changed, 0 removed, 0 unchanged\n"));
    assert!(!out.exists());
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let (data, target) = edited();
    let out = target.path().join("dist");
    let nowhere = run(&["diff"], &[&out, target.path()]);
    assert_eq!(nowhere.status.code(), Some(2), "{}", stderr(&nowhere));
    fs::write(out.join("data/announcements.jsonl"), "{\"id\":\"a\",\"title\":\"b\"}\n[]\n").unwrap();
    let damaged = run(&["diff"], &[&out, data.path()]);
    assert_eq!(damaged.status.code(), Some(1));
    assert!(stderr(&damaged).contains("error[changed-publication]: line 2 of "), "{}", stderr(&damaged));
    edit(data.path(), "publication.toml", "base", "bas");
    assert_eq!(run(&["diff"], &[data.path(), data.path()]).status.code(), Some(1));
}
