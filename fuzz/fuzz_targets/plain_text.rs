//! Any text as a plain text to import: dates, contacts, quotes and facts in it.

#![no_main]

use anslag_core::{Body, Country};
use anslag_import::{find_dates, read_date, read_text};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(country) = Country::new("SE") else { return };
    let (draft, findings) = read_text("a.txt", text, country);
    assert!(Body::new(&draft.body).is_ok() || text.len() > 1000, "{}", draft.body);
    let lines = text.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']).count();
    assert!(findings.iter().all(|finding| finding.line.is_some_and(|line| (1..=lines).contains(&line))));
    for found in find_dates(text, None) {
        assert!(text.get(found.range).is_some());
    }
    let _ = read_date(text, None);
});
