//! Sources as source files: nothing invented, nothing lost.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod cases;
mod fetch;
mod markdown;
mod page;
mod site;
mod text;
