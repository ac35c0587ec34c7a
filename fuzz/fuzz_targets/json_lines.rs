//! Any bytes as lines of JSON.

#![no_main]

use anslag_fuzz::{PUBLICATION, check};
use anslag_source::{Report, read_json_line};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        let mut report = Report::default();
        let read = read_json_line("a.jsonl", number, line, &PUBLICATION, &mut report);
        check(read.as_ref(), &report);
    }
});
