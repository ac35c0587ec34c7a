//! Changes source files, and keeps all that it does not change: comments, order, line ends, byte order mark.
//!
//! [`set`] writes a key into the text of a source; [`format`](format()) puts its keys in order. An edit is a splice at a span
//! that the reader of `anslag-source` gives, and is read again before it is returned. [`create_file`] makes a file atomically;
//! [`replace_file`] and [`replace_part`] exchange one.

mod error;
mod file;
mod set;
mod value;

mod rank;

mod toml_order;
mod yaml_order;

mod format;

pub use error::EditError;
pub use file::{create_file, replace_file, replace_part};
pub use format::format;
pub use set::set;
pub use value::Value;
