//! Plans what to write, renders it in parallel, and swaps it in as a whole.
//!
//! [`export`] reads a [`Corpus`](anslag_source::Corpus) chunk by chunk and writes every form of it into a staging
//! folder beside the target; only when all of it is written does it take the target's place. A failed run leaves the
//! target as it was, and a target that holds anything else than a publication of ours is refused.

mod cache;
mod catalogue;
mod chunk;
mod compress;
mod dump;
mod entries;
mod error;
mod export;
mod feeds;
mod json_lines;
mod manifest;
mod output;
mod plan;
mod previous;
mod staging;
mod target;
mod translations;

pub use cache::Cache;
pub use error::{Attempt, PublishError, TargetProblem, Vanished};
pub use export::{Options, Summary, Work, export, unchanged};
pub use feeds::feeds;
pub use manifest::{Digest, FileEntry, Manifest};
pub use plan::Plan;
pub use target::check_target;
