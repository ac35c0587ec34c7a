//! Feeds as their readers see them.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod calendar;
mod content;
mod feeds;
mod formats;
mod geojson;
mod golden;

mod oracle;
mod pages;
mod property;
mod reading;
mod render;
mod sample;
