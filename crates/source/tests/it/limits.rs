use crate::publication;
use anslag_core::limit;
use anslag_source::{Report, read_json_line, read_publication};
use anslag_wording::Language;
use std::{fmt::Write, fs};

/// Returns what is said of an announcement with further keys.
fn said_of(keys: &str) -> String {
    let line = format!(r#"{{"id":"2021-05-18-a","title":"a","published":"2021-05-18","type":"news",{keys}}}"#);
    let mut report = Report::default();
    read_json_line("a.jsonl", 1, line.as_bytes(), &publication(), &mut report);
    report.render(Language::English, false)
}

#[test]
fn lists_over_their_limit_are_refused_at_the_first_item_over_it() {
    for (key, limit) in [("places", limit::ITEMS), ("quotes", limit::QUOTES), ("topics", limit::TOPICS)] {
        let list = |count| format!(r#""{key}":[{}]"#, vec![r#""a""#; count].join(","));
        let said = said_of(&list(limit.most + 1));
        let refused = format!("error[too-long]: list of more than {} items\n", limit.most);
        assert!(said.starts_with(&refused) && said.contains("^^^ the first one over the limit"), "{said}");
        assert!(said.contains(&format!("= help: the list has {} items: shorten it", limit.most + 1)), "{said}");
        assert!(!said_of(&list(limit.most)).contains("too-long"));
    }
}

#[test]
fn bodies_over_a_limit_are_refused() {
    for (body, expected) in [
        ("a ".repeat(600_000), "error[too-long]: text longer than 1 MiB"),
        ("</b><div>".repeat(300), "error[too-deep]: text nested in more than 256 levels"),
        ("> ".repeat(300), "error[too-deep]: text nested in more than 256 levels"),
        ("<p><i>".repeat(33), "error[too-deep]: HTML emphasis nested in more than 32 levels"),
        (
            format!("<b {}>", (0..101).map(|n| format!("a{n} ")).collect::<String>()),
            "error[too-long]: tag with more than 100",
        ),
    ] {
        let said = said_of(&format!(r#""body":"{body}b""#));
        assert!(said.contains(expected), "{said}");
    }
}

/// Returns what is said of a register with these organisations, each with the number of the one that it is a unit of.
fn said_of_units(units: impl Iterator<Item = (usize, usize)>) -> String {
    let settings = fs::read(crate::home().join("tests/data/publication.toml")).unwrap();
    let mut register = fs::read_to_string(crate::home().join("tests/data/register.toml")).unwrap();
    for (unit, of) in units {
        writeln!(register, "[organizations.o{unit}]\nname = \"o{unit}\"\nunit_of = \"o{of}\"").unwrap();
    }
    let mut report = Report::default();
    read_publication(("p", &settings), ("r", register.as_bytes()), &mut report);
    report.render(Language::English, false)
}

#[test]
fn chains_of_units_are_followed_to_their_end() {
    const COUNT: usize = 3000;
    let last = COUNT - 1;
    let said = said_of_units((0..COUNT).map(|unit| (unit, (unit + 1) % COUNT)));
    assert!(said.contains("error") && said.contains(&COUNT.to_string()), "{said}");
    let said = said_of_units((0..COUNT).map(|unit| (unit, (unit + 1).min(last))));
    assert_eq!(said.matches("is a unit of itself").count(), 1, "{said}");
    let said = said_of_units((0..COUNT).map(|unit| (unit, unit + 1)));
    assert_eq!(said.matches("error").count(), 1, "{said}");
}
