//! Checks that the tables of fields are consistent, and that nothing is missing in them.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod facts;
mod json;
mod mentions;
mod tables;
