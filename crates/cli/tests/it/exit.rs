use crate::{announcement, anslag, data, export, publication, stderr, stdout};
use std::fs;

#[track_caller]
fn code(arguments: &[&str]) -> i32 {
    anslag().args(arguments).output().unwrap().status.code().unwrap()
}

#[test]
fn a_summary_says_what_was_written() {
    let data = publication(&[
        ("2021-01-01-a.md", &announcement("2021-01-01", "")),
        ("2021-01-02-expired.md", &announcement("2021-01-02", "expires = 2021-06-01\n")),
        ("2021-01-03-expiring.md", &announcement("2021-01-03", "expires = 2021-12-01\n")),
        ("2021-06-02-later.md", &announcement("2021-06-02", "")),
        ("2021-01-04-draft.md", &announcement("2021-01-04", "draft = true\n")),
        ("2021-01-05-gone.md", &announcement("2021-01-05", "withdrawn = 2021-05-01\nwithdrawal_reason = \"fel\"\n")),
        ("2021-01-06-going.md", &announcement("2021-01-06", "draft = false\nwithdrawn = 2021-06-02\n")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let output = export(data.path(), &out.path().join("dist"), &[]);
    let said = stdout(&output);
    assert!(output.status.success() && stderr(&output).is_empty(), "{}", stderr(&output));
    assert!(said.starts_with("published 3 announcements as of 2021-06-01 in "), "{said}");
    assert!(
        said.ends_with(" s\n1 skipped as drafts\n1 not published until later\n1 expired\n1 withdrawn\nthe next export is due on 2021-06-02: `2021-01-06-going` is withdrawn (+ 1 more)\n"),
        "{said}"
    );

    let csv = fs::read_to_string(out.path().join("dist/data/announcements.csv")).unwrap();
    let ids: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids, ["2021-01-01-a", "2021-01-03-expiring", "2021-01-06-going"]);

    let quiet = export(data.path(), &out.path().join("dist"), &["--quiet"]);
    assert!(quiet.status.success() && quiet.stdout.is_empty() && quiet.stderr.is_empty());
}

#[test]
fn an_empty_publication_is_published() {
    let data = publication(&[]);
    let out = tempfile::tempdir().unwrap();
    let output = export(data.path(), &out.path().join("dist"), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(out.path().join("dist/data/announcements.jsonl")).unwrap(), "");
}

#[test]
fn wrong_input_is_1_and_nothing_is_written() {
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-13-01", "tags = [\"x\"]\n"))]);
    let out = tempfile::tempdir().unwrap();
    let output = export(data.path(), &out.path().join("dist"), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("2021-01-01-a.md:3:8"), "{}", stderr(&output));
    assert!(fs::read_dir(out.path()).unwrap().next().is_none());

    let check = anslag().arg("check").arg("--data").arg(data.path()).output().unwrap();
    assert_eq!((check.status.code(), stderr(&check)), (Some(1), stderr(&output)));
}

#[test]
fn a_wrong_command_line_is_2() {
    assert_eq!(code(&[]), 2);
    assert_eq!(code(&["publish"]), 2);
    assert_eq!(code(&["export", "--as-of", "tomorrow"]), 2);
    assert_eq!(code(&["export", "--threads", "0"]), 2);
    assert_eq!(code(&["--help"]), 0);
    assert_eq!(code(&["--version"]), 0);
}

#[test]
fn what_cannot_be_read_is_3() {
    let nowhere = data().join("nowhere");
    let output = anslag().arg("check").arg("--data").arg(&nowhere).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).starts_with("error[io-error]: cannot read "), "{}", stderr(&output));
}

#[test]
fn what_cannot_be_written_is_3() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let output = export(&data(), &file.join("dist"), &[]);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert_eq!(fs::read(&file).unwrap(), b"");
}

#[test]
fn check_counts_warnings() {
    let html = announcement("2021-01-01", "").replace("Text.", "<b>Text.</b>");
    let data = publication(&[("2021-01-01-a.md", &html)]);
    let output = anslag().arg("check").arg("--data").arg(data.path()).output().unwrap();
    assert!(stdout(&output).ends_with(": no errors, 1 warning\n"), "{}", stdout(&output));
    assert!(stderr(&output).starts_with("warning[html-in-text]: "), "{}", stderr(&output));
    assert_eq!(output.status.code(), Some(0));
}

/// A note is about what nobody need change.
#[test]
fn notes_do_not_count() {
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", "").replace('\n', "\r\n"))]);
    let check =
        |more: &[&str]| anslag().args(["check", "--strict", "--data"]).arg(data.path()).args(more).output().unwrap();
    let output = check(&[]);
    assert!(stdout(&output).ends_with(": no problems\n"), "{}", stdout(&output));
    assert!(stderr(&output).starts_with("note[crlf]: "), "{}", stderr(&output));
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&check(&["--quiet"])), "");
}

#[test]
fn check_says_that_nothing_is_wrong() {
    let output = anslag().arg("check").arg("--data").arg(data()).output().unwrap();
    assert!(stdout(&output).starts_with("1 announcement in "), "{}", stdout(&output));
    assert!(stdout(&output).ends_with(": no problems\n"), "{}", stdout(&output));
    assert_eq!(output.status.code(), Some(0));
}
