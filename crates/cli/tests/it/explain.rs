use crate::{announcement, anslag, publication, stderr, stdout};
use std::{path::Path, process::Output};

fn run(arguments: &[&str]) -> Output {
    anslag().args(arguments).output().unwrap()
}

fn check_with(data: &Path, arguments: &[&str]) -> Output {
    anslag().arg("check").arg("--data").arg(data).args(arguments).output().unwrap()
}

#[test]
fn a_code_is_explained_in_both_languages() {
    let english = "\
unknown-topic (error)

A topic is not in the register.

A topic has its own feed, and the same name in every announcement. So it is
registered once, in `register.toml`, and named by its key, name or alias.

Wrong, in the front matter:

    topics = [\"digitalisring\"]

Right:

    topics = [\"digitalisering\"]

`--allow` does not silence it.
";
    assert_eq!(stdout(&run(&["explain", "unknown-topic"])), english);
    let swedish = stdout(&run(&["explain", "html-in-text", "--lang", "sv"]));
    assert!(
        swedish.starts_with("html-in-text (varning)\n\nTexten i ett tillkännagivande innehåller HTML.\n\n"),
        "{swedish}"
    );
    assert!(swedish.contains("`--allow html-in-text` tystar den."), "{swedish}");
}

#[test]
fn without_a_code_all_are_listed() {
    let list = stdout(&run(&["explain"]));
    for line in
        ["unknown-topic                A topic is not in the register.\n", "interrupted                  Ctrl-C"]
    {
        assert!(list.contains(line), "{list}");
    }
    let swedish = stdout(&run(&["explain", "--lang", "sv"]));
    assert_eq!(swedish.lines().count(), list.lines().count());
    assert!(swedish.contains("Ett ämne finns inte i registret."), "{swedish}");
}

#[test]
fn an_unknown_code_leads_to_the_right_one() {
    let unknown = run(&["explain", "unknown-topc"]);
    assert_eq!((unknown.status.code(), stdout(&unknown).as_str()), (Some(2), ""));
    let expected = "error[invalid-option]: unknown code `unknown-topc`\n |\n = help: did you mean `unknown-topic`?\n";
    assert_eq!(stderr(&unknown), expected);
    let other = run(&["explain", "weather", "--lang", "sv"]);
    assert!(stderr(&other).contains("okänd kod `weather`"), "{}", stderr(&other));
    assert!(stderr(&other).contains("`anslag explain` listar koderna"), "{}", stderr(&other));
}

#[test]
fn a_warning_and_a_note_can_be_allowed() {
    let text = announcement("2021-01-01", "").replace("Text.", "<b>Text.</b>").replace('\n', "\r\n");
    let data = publication(&[("2021-01-01-a.md", &text)]);
    let strict = |more: &[&str]| check_with(data.path(), &[&["--strict"], more].concat());
    assert_eq!(strict(&["--allow", "crlf"]).status.code(), Some(1));
    let allowed = strict(&["--allow", "html-in-text", "--allow", "crlf"]);
    assert_eq!((allowed.status.code(), stderr(&allowed).as_str()), (Some(0), ""), "{}", stderr(&allowed));
    assert!(stdout(&allowed).ends_with(": no problems\n"), "{}", stdout(&allowed));
}

#[test]
fn a_key_that_is_the_name_of_a_device_can_be_allowed() {
    let data = publication(&[]);
    let register = data.path().join("register.toml");
    let text = std::fs::read_to_string(&register).unwrap();
    std::fs::write(&register, text + "\n[topics.con]\nname = \"konferenser\"\n").unwrap();
    let refused = check_with(data.path(), &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("error[device-name]: no file on Windows can be called `con`"),
        "{}",
        stderr(&refused)
    );
    let allowed = check_with(data.path(), &["--allow", "device-name"]);
    assert_eq!((allowed.status.code(), stderr(&allowed).as_str()), (Some(0), ""));
}

#[test]
fn an_error_cannot_be_allowed() {
    let data = publication(&[]);
    let refused = check_with(data.path(), &["--allow", "unknown-topic"]);
    assert_eq!((refused.status.code(), stdout(&refused).as_str()), (Some(2), ""));
    assert!(
        stderr(&refused).starts_with("error[invalid-option]: `unknown-topic` is an error that `--allow` cannot lift\n")
    );
    assert!(
        stderr(&refused).contains(
            "help: it can allow byte-order-mark, changed-at-source, crlf, cut-text, damaged-cache, damaged-file, date-in-future, device-name, "
        ),
        "{}",
        stderr(&refused)
    );
    for command in ["check", "export", "convert --to csv"] {
        let unknown = run(&[&command.split(' ').collect::<Vec<_>>()[..], &["--allow", "html-in-txt"]].concat());
        assert_eq!(unknown.status.code(), Some(2), "{command}");
        assert!(stderr(&unknown).contains("did you mean `html-in-text`?"), "{command}: {}", stderr(&unknown));
    }
}
