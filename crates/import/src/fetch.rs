//! Fetching of what arguments and profiles name.

mod cache;
mod fault;
mod fetcher;
mod pace;

pub use fault::{FetchError, FetchFault, FetchHelp};
pub use fetcher::{Answer, FetchOptions, Fetcher};
