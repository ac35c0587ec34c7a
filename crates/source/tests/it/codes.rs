//! Every code is explained, and every example is read: the wrong text has the problem, and the right text has none.

use crate::{home, publication};
use anslag_source::{
    CODES, Code, Example, ExampleFile, Report, Severity, read_json_line, read_markdown, read_publication,
    recommendations,
};
use anslag_wording::Language;
use std::{collections::BTreeSet, fs};

/// Keys of an announcement that is valid, for examples of a few keys.
const FRONT_MATTER: &str = "title = \"Vattnet\"\ndate = 2021-05-18\ntype = \"nyhet\"\n";

/// Returns the keys and tables of `base` that the text does not have, followed by the text.
fn complete(base: &str, text: &str, assign: char) -> String {
    let name = |line: &str| match line.strip_prefix('[') {
        Some(table) => table.trim_end_matches(']').to_owned(),
        None => line.split(assign).next().unwrap().trim().to_owned(),
    };
    let given: BTreeSet<String> = text.lines().filter(|line| !line.is_empty()).map(name).collect();
    // `date` is another name of `published`.
    let is_given = |line: &str| given.contains(&name(line)) || name(line) == "date" && given.contains("published");
    let (mut keys, mut tables) = (String::new(), String::new());
    let mut table = None;
    for line in base.lines().filter(|line| !line.is_empty()) {
        if line.starts_with('[') {
            table = Some(is_given(line));
        }
        match table {
            None if is_given(line) => {}
            None => keys.extend([line, "\n"]),
            Some(true) => {}
            Some(false) => tables.extend([line, "\n"]),
        }
    }
    format!("{keys}{text}\n{tables}")
}

fn read(file: ExampleFile, text: &str) -> Report {
    let mut report = Report::default();
    let given = |name: &str| fs::read_to_string(home().join("tests/data").join(name)).unwrap();
    let (mut settings, mut register) = (given("publication.toml"), given("register.toml"));
    let mut markdown = |text: &str| {
        read_markdown("2021-05-18-a.md", text.as_bytes(), &publication(), &mut report);
    };
    match file {
        ExampleFile::FrontMatter => markdown(&format!("+++\n{}+++\n\nText.\n", complete(FRONT_MATTER, text, '='))),
        ExampleFile::Yaml => {
            let base = FRONT_MATTER.replace(" = ", ": ");
            markdown(&format!("---\n{}---\n\nText.\n", complete(&base, text, ':')));
        }
        ExampleFile::Markdown => markdown(text),
        ExampleFile::JsonLine => {
            read_json_line("a.jsonl", 1, text.as_bytes(), &publication(), &mut report);
        }
        ExampleFile::Publication | ExampleFile::Register => {
            let base = if file == ExampleFile::Publication { &mut settings } else { &mut register };
            *base = complete(base, text, '=');
            let settings_file = ("publication.toml", settings.as_bytes());
            let register_file = ("register.toml", register.as_bytes());
            if let Some(publication) = read_publication(settings_file, register_file, &mut report) {
                recommendations(&publication, settings_file, register_file, &mut report);
            }
        }
    }
    report
}

fn count(code: &Code, report: &Report) -> usize {
    report.diagnostics().iter().filter(|diagnostic| diagnostic.code() == code).count()
}

#[track_caller]
fn check(code: &Code, Example { file, wrong, right }: Example) {
    let report = |text| {
        let report = read(file, text);
        let shown = report.render(Language::English, false);
        (report, format!("{} {file:?}\n{text}\n{shown}", code.name))
    };
    let (before, shown_before) = report(wrong);
    assert!(count(code, &before) > 0, "{shown_before}");
    assert_eq!(
        before.errors(),
        if code.severity == Severity::Error { count(code, &before) } else { 0 },
        "{shown_before}"
    );
    let (after, shown_after) = report(right);
    assert!(count(code, &after) < count(code, &before), "{shown_after}");
    assert_eq!(after.errors(), 0, "{shown_after}");
}

#[test]
fn every_example_is_wrong_and_right() {
    for code in CODES {
        if let Some(example) = code.example {
            check(code, example);
        }
    }
}

/// What no single text can show has no example.
#[test]
fn codes_without_an_example_are_about_files_or_several_texts() {
    let without: Vec<&str> = CODES.iter().filter(|code| code.example.is_none()).map(|code| code.name).collect();
    let expected = [
        "missing-file",
        "unreadable-file",
        "linked-directory",
        "outside-link",
        "static-name",
        "ignored-file",
        "theme-request",
        "faint-accent",
        "invalid-logo",
        "section-page",
        "too-long",
        "not-utf8",
        "byte-order-mark",
        "crlf",
        "not-nfc",
        "duplicate-id",
        "unknown-announcement",
        "unmarked-change",
        "too-deep",
        "date-in-future",
        "invalid-file",
        "file-contradicts",
        "large-picture",
        "unused-file",
        "unregistered-name",
    ];
    assert_eq!(without, expected);
}
