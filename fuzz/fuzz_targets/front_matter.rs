//! Any bytes as a Markdown file, with front matter in TOML or in YAML.

#![no_main]

use anslag_fuzz::{PUBLICATION, check};
use anslag_source::{Report, read_markdown};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut report = Report::default();
    let read = read_markdown("2021-05-18-a.md", bytes, &PUBLICATION, &mut report);
    check(read.as_ref(), &report);
});
