use crate::home;
use anslag_core::{
    FORMATS,
    limit::{LIMITS, Limit, Unit},
};
use anslag_fixtures::assert_golden;
use anslag_schema::{
    ACCESSIBILITY, BOARD_ENTRY, CATALOGUE, CHECK, CUSTOM_FEED, Key, KeyTable, LANGUAGE_ENTRY, ORGANIZATION_ENTRY,
    OUTPUT, PARTS, PLACE_ENTRY, PROGRAMME_ENTRY, PUBLICATION, PUBLICATION_CONTACT, SHORTCOMING, TOPIC_ENTRY,
};
use std::{
    collections::BTreeSet,
    fmt::Write,
    sync::{Mutex, PoisonError},
};

const SETTINGS: [&KeyTable; 14] = [
    &PUBLICATION,
    &OUTPUT,
    &CUSTOM_FEED,
    &CHECK,
    &PUBLICATION_CONTACT,
    &CATALOGUE,
    &ACCESSIBILITY,
    &SHORTCOMING,
    &ORGANIZATION_ENTRY,
    &PROGRAMME_ENTRY,
    &TOPIC_ENTRY,
    &PLACE_ENTRY,
    &BOARD_ENTRY,
    &LANGUAGE_ENTRY,
];

/// Returns the keys of a part or of a table of settings.
fn keys(name: &str) -> Vec<Key> {
    let part = PARTS.iter().find(|part| part.spec().key == name);
    let settings = || SETTINGS.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table `{name}`"));
    part.map_or_else(|| settings().keys.to_vec(), |part| part.keys())
}

/// Returns the rows of a table, required keys first.
fn table(name: &str) -> String {
    let keys = keys(name);
    let has_defaults = keys.iter().any(|key| key.default.is_some());
    let (head, line) = if has_defaults { (" default |", "---|") } else { ("", "") };
    let mut table = format!("| key | meaning |{head}\n|---|---|{line}\n");
    for key in keys.iter().filter(|key| key.required).chain(keys.iter().filter(|key| !key.required)) {
        assert!(!key.says.is_empty(), "`{}` of `{name}` says nothing", key.name);
        let own = if key.required { format!("**`{}`**", key.name) } else { format!("`{}`", key.name) };
        let names: Vec<_> = [own].into_iter().chain(key.aliases.iter().map(|alias| format!("*`{alias}`*"))).collect();
        let default = if has_defaults { format!(" {} |", key.default.unwrap_or("nothing")) } else { String::new() };
        writeln!(table, "| {} | {} |{default}", names.join(", "), key.says).unwrap();
    }
    table
}

/// Held by each test that can write the README, so that none overwrites what another has written.
static README: Mutex<()> = Mutex::new(());

#[test]
fn the_tables_of_keys_are_those_of_the_fields() {
    let _guard = README.lock().unwrap_or_else(PoisonError::into_inner);
    let path = home().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (mut text, mut named) = (String::new(), BTreeSet::new());
    let mut rest = readme.as_str();
    while let Some((before, after)) = rest.split_once("<!-- keys of ") {
        let (name, after) = after.split_once(", generated: cargo xtask golden -->\n").unwrap();
        let (_, after) = after.split_once("<!-- end -->").unwrap();
        let rows = table(name);
        write!(text, "{before}<!-- keys of {name}, generated: cargo xtask golden -->\n{rows}<!-- end -->").unwrap();
        named.insert(name);
        rest = after;
    }
    text.push_str(rest);
    assert_golden(&path, text.as_bytes());
    // What only stands in a table of its own where it has no name of the register is explained in words.
    let in_words = ["organization", "place", "programme"];
    let parts = PARTS.iter().map(|part| part.spec().key).filter(|key| !in_words.contains(key));
    let all: BTreeSet<_> = parts.chain(SETTINGS.map(|table| table.name)).collect();
    assert_eq!(named, all);
}

#[test]
fn the_table_of_limits_is_that_of_the_model() {
    let _guard = README.lock().unwrap_or_else(PoisonError::into_inner);
    let path = home().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("<!-- limits, generated: cargo xtask golden -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end of limits -->").unwrap();
    let mut table = String::from("| of | at most |\n|---|---|\n");
    for Limit { name, most, unit, .. } in LIMITS {
        let most = match unit {
            Unit::Bytes => format!("{} MiB", most >> 20),
            Unit::Items => format!("{most} items"),
            Unit::Levels => format!("{most} levels"),
            Unit::Pixels => format!("{most} pixels"),
            Unit::Attributes => format!("{most} attributes"),
        };
        writeln!(table, "| {name} | {most} |").unwrap();
    }
    let text = format!("{before}<!-- limits, generated: cargo xtask golden -->\n{table}<!-- end of limits -->{after}");
    assert_golden(&path, text.as_bytes());
}

#[test]
fn the_readme_names_every_format() {
    let readme = std::fs::read_to_string(home().join("README.md")).unwrap();
    for spec in FORMATS {
        let aliases = spec.aliases.iter().map(|alias| format!("`{alias}`")).collect::<Vec<_>>().join(", ");
        let row = format!("| {} | `{}` | {aliases} |\n", spec.label, spec.key).replace("|  |", "| |");
        assert!(readme.contains(&row), "write this row into README.md:\n{row}");
    }
}
