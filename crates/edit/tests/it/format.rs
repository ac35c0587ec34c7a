use crate::read;
use anslag_core::{Announcement, Publication};
use anslag_edit::{EditError, format};
use anslag_fixtures::{announcement, municipality, publication};
use anslag_source::{Outline, Report, Syntax, announcement_files, open_publication, read_json_line, read_markdown};
use proptest::prelude::*;
use std::{fs, path::Path};

#[track_caller]
fn check(text: &str, syntax: Syntax, expected: &str) {
    for end in ["\n", "\r\n"] {
        for mark in ["", "\u{feff}"] {
            let written = |text: &str| format!("{mark}{}", text.replace('\n', end));
            assert_eq!(format(&written(text), syntax).as_deref(), Ok(&*written(expected)), "{text}");
            assert_eq!(format(&written(expected), syntax).as_deref(), Ok(&*written(expected)), "{text}");
        }
    }
}

#[test]
fn keys_of_toml_are_sorted_with_their_comments() {
    check(
        "+++\n\n# About the file.\n\n\ndate=2021-05-18   # the day\n# Above the title.\ntitle   = \"a\"\n\n  type = 'nyhet'\ntags = [ \"b\",\"c\", ]\nweight = 3\n[[quotes]]\ntext = \"x\"\nspeakers = [{role = \"r\",name=\"n\"}]\n# Above the contact.\n[[contacts]] # one\nphone = \"1\"\nname = \"n\"\n\n\n# Second.\n\n[[contacts]]\nname = \"m\"\n# At the end.\n\n+++\n\n\nText   \n",
        Syntax::Markdown,
        "+++\n# About the file.\n\ntype = 'nyhet'\n# Above the title.\ntitle = \"a\"\ndate = 2021-05-18   # the day\ntags = [\"b\", \"c\"]\nweight = 3\n\n# Above the contact.\n[[contacts]] # one\nname = \"n\"\nphone = \"1\"\n\n# Second.\n\n[[contacts]]\nname = \"m\"\n\n[[quotes]]\ntext = \"x\"\nspeakers = [{ name = \"n\", role = \"r\" }]\n# At the end.\n+++\n\n\nText   \n",
    );
    check("+++\n+++\n", Syntax::Markdown, "+++\n+++\n");
    check("+++\n# Only this.\n+++\n", Syntax::Markdown, "+++\n# Only this.\n+++\n");
    // What has several lines stays as it is, with its comments.
    let several = "+++\ntitle = \"\"\"\na = 1\n# no comment\n\"\"\"\ntags = [\n  \"b\", # c\n  \"a\",\n]\n+++\n";
    check(several, Syntax::Markdown, several);
    // Parts of parts, with and without tables of their own.
    check(
        "+++\n[[project.funding]]\npercent = 40\nfunder = \"a\"\n[project]\nduration = \"P1Y\"\nprogramme.url = \"u\"\nprogramme.name = \"n\"\n+++\n",
        Syntax::Markdown,
        "+++\n[project]\nprogramme.name = \"n\"\nprogramme.url = \"u\"\nduration = \"P1Y\"\n\n[[project.funding]]\nfunder = \"a\"\npercent = 40\n+++\n",
    );
}

#[test]
fn outer_keys_of_yaml_are_sorted_with_their_comments() {
    check(
        "---\n# About the file.\n\ndate:   2021-05-18 # the day\n# Above the text.\nlead: |+\n  a\n  # no comment\n\n\ntitle: \"a\"\ncontacts:\n# Inside.\n- phone: \"1\"\n  name: n\ntype: nyhet\n---\nText\n",
        Syntax::Markdown,
        "---\n# About the file.\n\ntype: nyhet\ntitle: \"a\"\n# Above the text.\nlead: |+\n  a\n  # no comment\n\n\ndate: 2021-05-18 # the day\ncontacts:\n# Inside.\n- phone: \"1\"\n  name: n\n---\nText\n",
    );
    let flow = "---\n{title: a, type: b}\n---\n";
    check(flow, Syntax::Markdown, flow);
}

#[test]
fn keys_of_json_lines_are_sorted() {
    let text = r#" { "published" : "2021-05-18", "title":"a" , "x": [1, {"b": 2}], "id":"b"} "#;
    let expected = r#"{"id":"b","title":"a","published":"2021-05-18","x":[1, {"b": 2}]}"#;
    assert_eq!(format(text, Syntax::JsonLines).as_deref(), Ok(expected));
    assert_eq!(format(expected, Syntax::JsonLines).as_deref(), Ok(expected));
    assert_eq!(format("{}", Syntax::JsonLines).as_deref(), Ok("{}"));
    assert_eq!(format("{", Syntax::JsonLines), Err(EditError::Unreadable));
}

/// Formats a text, which says the same afterwards, and checks that it stays as it is then.
#[track_caller]
fn same(text: &str, syntax: Syntax, read: impl Fn(&str) -> Option<Announcement>) {
    let formatted = match format(text, syntax) {
        Ok(formatted) => formatted,
        Err(error) => {
            assert_eq!(error, EditError::Unreadable, "{text}");
            assert_eq!(read(text), None);
            return;
        }
    };
    assert_eq!(read(&formatted), read(text), "{formatted}");
    assert_eq!(format(&formatted, syntax).as_deref(), Ok(&*formatted), "{text}");
}

fn same_files(folder: &Path, data: &Path) {
    let publication = open_publication(data, &mut Report::default()).unwrap().unwrap();
    let mut count = 0;
    for (path, syntax) in announcement_files(data, &[], &publication, &mut Report::default()).unwrap() {
        check_file(&path, syntax, &publication);
        count += 1;
    }
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "md") {
            check_file(&path, Syntax::Markdown, &publication);
            count += 1;
        }
    }
    assert!(count > 50);
}

fn check_file(path: &Path, syntax: Syntax, publication: &Publication) {
    let Ok(text) = fs::read_to_string(path) else { return };
    let name = path.to_str().unwrap();
    let parts: Vec<&str> = if syntax == Syntax::JsonLines { text.lines().collect() } else { vec![&text] };
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        same(part, syntax, |text| match syntax {
            Syntax::Markdown => read_markdown(name, text.as_bytes(), publication, &mut Report::default()),
            Syntax::JsonLines => read_json_line(name, 1, text.as_bytes(), publication, &mut Report::default()),
        });
    }
}

#[test]
fn a_file_says_the_same_and_stays_formatted() {
    let invalid = Path::new(env!("CARGO_MANIFEST_DIR")).join("../source/tests/invalid");
    same_files(&invalid, &municipality());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_announcement_says_the_same_whatever_the_order_of_its_keys(
        announcement in announcement(&publication()),
    ) {
        let publication = publication();
        let table = serde_json::to_value(&announcement).unwrap();
        let mut entries: Vec<_> = table.as_object().unwrap().iter().collect();
        let turn = announcement.title.as_str().len() % entries.len();
        entries.rotate_left(turn);
        let written = |separator: &str, entry: &dyn Fn(&str, &serde_json::Value) -> String| {
            entries.iter().map(|(key, value)| entry(key, value)).collect::<Vec<_>>().join(separator)
        };
        let line = format!("{{{}}}", written(" , ", &|key, value| format!("\"{key}\" : {value}")));
        let formatted = format(&line, Syntax::JsonLines).unwrap();
        let says = |text: &str| read(text, Syntax::JsonLines, &publication);
        assert!(says(&formatted) == says(&line), "{line}\n{formatted}");
        let yaml = format!("---\n{}---\n", written("", &|key, value| format!("# {key}\n{key}:  {value} # c\n")));
        if let Some(before) = Outline::of(&yaml, Syntax::Markdown) {
            let formatted = format(&yaml, Syntax::Markdown).unwrap();
            let after = Outline::of(&formatted, Syntax::Markdown).unwrap();
            for entry in &after.entries {
                let old = before.entries.iter().find(|old| old.name == entry.name).unwrap();
                assert_eq!(formatted[entry.value.clone()], yaml[old.value.clone()]);
                let comment = format!("# {}\n{}", entry.name, entry.name);
                assert!(formatted[..entry.key.end].ends_with(&comment), "{formatted}");
            }
        }
    }
}
