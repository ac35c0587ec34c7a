//! Tests of the catalogue and the statistics: golden files, and the rules that hold for any of them.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod golden;
mod rules;
mod sample;
