//! Bodies as HTML: nothing dangerous in it, nothing lost of it.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod property;
mod sanitizer;
