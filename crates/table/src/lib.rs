//! Announcements as CSV tables, and the descriptions of these tables.
//!
//! A [`Table`] is one of a closed set, and its [`Column`]s stand in one place: the CSV files, their description as CSV on
//! the Web ([`csvw`]) and as a Data Package ([`datapackage`]) all come from them. A table is its header, then the rows
//! of any number of announcements; what is written for an announcement depends on nothing but the announcement, so that
//! tables can be put together from chunks ([`csv`]). Each table is written in two [`Dialect`]s, for programs and for a
//! Swedish Excel.
//!
//! The crate knows no RDF (properties are strings of the column table), no file system and no clock.

mod column;
mod columns;
mod table;
mod template;

mod dialect;
mod excel;
mod rows;

pub mod csv;
pub mod csvw;
pub mod datapackage;

pub use column::{Choice, Column, Kind, Label};
pub use dialect::Dialect;
pub use table::{ForeignKey, Table};
pub use template::Template;
