//! Feeds as their readers see them.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod content;
mod forms;
mod golden;
mod order;
mod property;
mod reading;
mod sample;
