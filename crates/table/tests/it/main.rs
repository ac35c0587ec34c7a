//! What `anslag-table` promises.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod description;
mod golden;
#[cfg(feature = "parquet")]
mod parquet;
mod publication;
mod tables;
mod triples;
mod workbook;
