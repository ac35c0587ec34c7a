//! Plans what to write, renders it in parallel, and swaps it in as a whole.
//!
//! A [`Job`] reads a [`Corpus`](anslag_source::Corpus) chunk by chunk and writes it in every format into a staging folder
//! beside the target. The folder replaces the target only when all of it is written. A failed run leaves the target as it
//! was. A target with any file that no export wrote is refused.

mod chain_fault;
mod error;
mod progress;
mod stop;
mod summary;

mod chain;
mod history;
mod history_line;
mod lock;
mod manifest;
mod posting;
mod previous;
mod problem;
mod salts;
mod staging;
mod target;
mod temporary;

mod chunk;
mod fate;
mod links;
mod plan;

mod calendar_dump;
mod csv_dump;
mod due;
mod dump;
mod format_dumps;
mod geojson_dump;
mod json_lines;
mod rdf_dump;

mod archive;
mod attached_files;
mod list_plan;
mod lists;
mod membership;
mod open_data;
mod page_plan;

mod boards;
mod cache;
mod compressed;
mod derived;
mod descriptions;
mod documents;
mod dump_file;
mod dumps;
mod entries;
mod export;
mod feed_pages;
mod feeds;
mod list_writer;
mod neighbours;
mod pages;
#[cfg(feature = "parquet")]
mod parquet_table;
mod record;
mod search;
mod section;
mod site;
mod start;
mod static_files;
mod statistics;
mod workbook;

mod catalogue;
mod catalogue_page;
mod check;
mod comparison;
mod convert;
mod job;
mod verify;

pub use anslag_table::{Dialect, Table, workbook::CutText};
pub use chain::HistoryState;
pub use chain_fault::ChainFault;
pub use check::check_target;
pub use convert::{Conversion, ConvertError, Converted, Part, convert, is_stream};
pub use due::{Change, Due};
pub use error::{Attempt, Departed, Holder, Lifted, NameClash, PublishError, TargetProblem, Vanished};
pub use fate::{Unpublished, unpublished};
pub use history::{forget_notice, history_path};
pub use job::{Event, Job};
pub use json_lines::json_lines;
pub use manifest::{Digest, FileEntry, Manifest};
pub use membership::feeds;
pub use plan::Plan;
pub use posting::{PostedText, Posting, PostingPeriod, posted_ids, posting, verify_history};
pub use problem::Problem;
pub use progress::Progress;
pub use record::RecordLine;
pub use stop::Stop;
pub use summary::{Summary, Work};
pub use verify::{Verified, verify};
