//! Sources as source files: nothing invented, nothing lost.
#![allow(clippy::result_large_err, reason = "a source ends with one finding at most, so that its size does not matter")]
#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod cases;
mod fetch;
mod markdown;
mod page;
mod site;
mod sync;
mod text;
