//! Whole feeds, byte for byte.

use crate::{reading::render_current, sample};
use std::{fs, path::Path};

#[track_caller]
fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("ANSLAG_GOLDEN").is_some_and(|value| value == "update") {
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{name} is stale: ANSLAG_GOLDEN=update cargo test -p anslag-feed, then read the diff");
}

#[test]
fn one_entry() {
    let [rss, atom, json] = render_current(&[sample::swedish()]);
    check("one.rss", &rss);
    check("one.atom", &atom);
    check("one.json", &json);
}

#[test]
fn no_entry() {
    let [rss, atom, json] = render_current(&[]);
    check("none.rss", &rss);
    check("none.atom", &atom);
    check("none.json", &json);
}

#[test]
fn the_same_twice_gives_the_same_bytes() {
    let entries = [sample::swedish(), sample::english()];
    assert_eq!(render_current(&entries), render_current(&entries));
}
