//! Plans what to write, renders it in parallel, and swaps it in as a whole.
//!
//! [`export`] reads a [`Corpus`](anslag_source::Corpus) chunk by chunk and writes every form of it into a staging
//! folder beside the target; only when all of it is written does it take the target's place. A failed run leaves the
//! target as it was, and a target that holds anything else than a publication of ours is refused.

mod cache;
mod calendar_dump;
mod catalogue;
mod chunk;
mod compressed;
mod convert;
mod csv_dump;
mod derived;
mod dump;
mod dump_file;
mod entries;
mod error;
mod export;
mod fate;
mod feeds;
mod format_dumps;
mod json_lines;
mod lock;
mod manifest;
mod plan;
mod previous;
mod progress;
mod rdf_dump;
mod staging;
mod stop;
mod target;
mod temporary;
mod translations;

pub use anslag_table::{Dialect, Table};
pub use cache::Cache;
pub use convert::{Conversion, ConvertError, Converted, Part, convert, is_stream};
pub use error::{Attempt, Holder, PublishError, TargetProblem, Vanished};
pub use export::{Options, Summary, Work, export, unchanged};
pub use feeds::feeds;
pub use lock::IfTaken;
pub use manifest::{Digest, FileEntry, Manifest};
pub use plan::Plan;
pub use progress::Progress;
pub use stop::Stop;
pub use target::{Target, check_target};
