use crate::{anslag, edit, files, publication, stderr, stdout};
use std::{fs, path::Path, process::Output};

fn fmt(data: &Path, arguments: &[&str]) -> Output {
    anslag().arg("fmt").args(arguments).arg("--data").arg(data).output().unwrap()
}

const UNORDERED: &str =
    "+++\ndate = 2021-05-18 # the day\n# What it is about.\ntitle = \"Nyhet\"\ntype = \"nyhet\"\n+++\n\nText.\n";
const ORDERED: &str =
    "+++\ntype = \"nyhet\"\n# What it is about.\ntitle = \"Nyhet\"\ndate = 2021-05-18 # the day\n+++\n\nText.\n";

#[test]
fn keys_are_put_in_order() {
    let lines = "{\"type\":\"news\",\"id\":\"2021-05-20-c\",\"title\":\"C\",\"published\":\"2021-05-20\"}\r\n\r\n{\"id\":\"2021-05-21-d\",\"type\":\"news\",\"title\":\"D\",\"published\":\"2021-05-21\"}\r\n";
    let data = publication(&[("2021-05-18-a.md", UNORDERED), ("2021-05-19-b.md", ORDERED), ("c.jsonl", lines)]);
    let before = files(data.path());
    let checked = fmt(data.path(), &["--check"]);
    assert_eq!((checked.status.code(), files(data.path()) == before), (Some(1), true));
    let said = stdout(&checked);
    assert!(
        said.contains("2021-05-18-a.md is not formatted\n") && said.contains("c.jsonl is not formatted\n"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 2);
    let named = data.path().join("announcements/2021-05-19-b.md");
    let output = fmt(data.path(), &[named.to_str().unwrap()]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), "1 file formatted already\n"));

    let output = fmt(data.path(), &[]);
    assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(0), 2), "{}", stderr(&output));
    let now = |name: &str| fs::read_to_string(data.path().join("announcements").join(name)).unwrap();
    assert_eq!(now("2021-05-18-a.md"), ORDERED);
    let (first, rest) = now("c.jsonl").split_once("\r\n\r\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert_eq!(first, r#"{"id":"2021-05-20-c","type":"news","title":"C","published":"2021-05-20"}"#);
    assert!(lines.ends_with(&rest));
    assert_eq!(stdout(&fmt(data.path(), &["--check"])), "3 files formatted already\n");
}

#[test]
fn a_file_with_errors_stays_as_it_is() {
    let data = publication(&[("2021-05-18-a.md", UNORDERED), ("2021-05-19-b.md", UNORDERED)]);
    edit(data.path(), "announcements/2021-05-18-a.md", "2021-05-18 #", "2021-02-30 #");
    let wrong = fs::read(data.path().join("announcements/2021-05-18-a.md")).unwrap();
    let output = fmt(data.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("2021-05-18-a.md:2:"), "{}", stderr(&output));
    assert_eq!(fs::read(data.path().join("announcements/2021-05-18-a.md")).unwrap(), wrong);
    assert_eq!(fs::read_to_string(data.path().join("announcements/2021-05-19-b.md")).unwrap(), ORDERED);
}
