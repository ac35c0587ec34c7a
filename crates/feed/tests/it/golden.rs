//! Whole feeds, byte for byte.

use crate::{reading::render_current, sample};
use anslag_fixtures::assert_golden;
use std::path::Path;

#[track_caller]
fn check(name: &str, found: &str) {
    assert_golden(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name), found.as_bytes());
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
