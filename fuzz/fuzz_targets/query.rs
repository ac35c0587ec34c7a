//! Any text as a SPARQL query: one that the guard lets through does not overflow the stack of the parser.

#![no_main]

use anslag_store::{QUERY_STACK, ensure_bounded};
use spargebra::SparqlParser;
use std::{str, thread};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else { return };
    // Short inputs nest little. So often, they overflow the stack if the guard does not see what nests.
    let many = text.repeat(1 + 200_000 / text.len().max(1));
    let queries = [
        text.to_owned(),
        format!("ASK {{ {many}"),
        format!("ASK {{ ?a {many}"),
        format!("ASK {{ ?a ?b {many}"),
        format!("ASK {{ FILTER(1 {many}"),
    ];
    let queries: Vec<String> = queries.into_iter().filter(|query| ensure_bounded(query).is_ok()).collect();
    if queries.is_empty() {
        return;
    }
    let parse = move || {
        for query in queries {
            // An error is fine. An overflow of the stack ends the process.
            drop(SparqlParser::new().parse_query(&query));
        }
    };
    let thread = thread::Builder::new().stack_size(QUERY_STACK).spawn(parse).expect("a thread can be started");
    thread.join().expect("the parser does not panic");
});
