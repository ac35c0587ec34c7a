//! Reads announcements as people write them, with diagnostics like those of a compiler.
//!
//! A [`Corpus`] is a directory of source files: `publication.toml`, `register.toml`, and below `announcements/` Markdown
//! files with TOML or YAML front matter and JSON Lines. What is wrong with them goes to a [`Report`], all of it at once; each
//! [`Diagnostic`] names the place, shows the line and says how to fix it. Every syntax becomes one small tree of values
//! with places, from which the model of `anslag-core` is made, so that a key means the same in every syntax.
//!
//! The crate knows no output format and no network. It never changes a source file.

mod severity;

mod code;
mod codes;
mod counts;

mod diagnostic;
mod entry;
mod finding;
mod foreign;
mod help;
mod json_fault;
mod label;
mod message;
mod noun;
mod refusal;
mod replacement;
mod report;
mod tally;

mod regular_file;
mod text;
mod tree;

mod repair;
mod toml_fault;
mod toml_repair;
mod yaml_fault;
mod yaml_repair;

mod front_matter;
mod json_tree;
mod nested;
mod plain_json;
mod toml_tree;
mod website;
mod yaml_tree;

mod area;
mod area_fault;
mod attach;
mod attached_file;
mod coordinates;
mod correction;
mod fields;
mod file_fault;
mod file_type;
mod keys;
mod nearest;
mod personal_data;
mod picture;
mod reference;
mod value;
mod word;

mod accessibility;
mod alert;
mod announcement;
mod catalogue;
mod consultation;
mod custom_feed;
mod disclosure;
mod disruption;
mod event;
mod job;
mod media;
mod notice;
mod offer;
mod project;
mod publication;
mod quote;
mod register;

mod portal;

mod batch;
mod beside;
mod corpus;
mod error;
mod index;
mod known;
mod line;
mod names;
mod outline;
mod read;
mod reading;
mod selection;
mod static_file;
mod stream;
mod style_rules;
mod theme;
mod unsorted;
mod walk;

pub use attached_file::AttachedFile;
pub use code::{Code, Example, ExampleFile, Explanation};
pub use codes::{ADVICE, CODES};
pub use corpus::{Corpus, Opening, SourceLocation, fingerprint, open_publication};
pub use correction::slug;
pub use diagnostic::{Diagnostic, Position, RenderOptions, Worded, escape_control, is_unsafe_to_show};
pub use entry::Notation;
pub use error::{OpenError, ReadError};
pub use index::{Facets, IndexEntry, Posting};
pub use known::Known;
pub use names::{STATIC, Syntax};
pub use nearest::nearest;
pub use outline::{Outline, OutlineEntry};
pub use portal::recommendations;
pub use read::{read_json_line, read_markdown, read_publication};
pub use regular_file::{open_regular, read_regular, read_regular_text};
pub use replacement::quoted;
pub use report::Report;
pub use selection::{NotASource, SelectionError, announcement_files, check_files};
pub use severity::Severity;
pub use static_file::{StaticFile, without_case};
pub use stream::{JsonLine, JsonLines};
pub use tally::Tally;
pub use unsorted::Used;
