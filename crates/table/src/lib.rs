//! Announcements as tables, and the descriptions of these tables.
//!
//! A [`Table`] is one of a closed set. Its [`Column`]s, and the cells of its [`rows`], come from the fields of
//! `anslag-schema`. The CSV files, their description as CSV on the Web ([`csvw`]) and as a Data Package
//! ([`datapackage`]) all follow from the columns.
//!
//! A table is its header, then the rows of any number of announcements. The rows of an announcement depend on nothing
//! else, so that tables can be put together from chunks. [`csv`] writes them in two [`Dialect`]s, for programs and for a
//! Swedish Excel; any other format is a [`Sink`] of typed [`Cell`]s. A [`workbook`] holds all tables, and is made of their CSV
//! files. So is a table as Parquet, which the Cargo feature `parquet` brings.
//!
//! The crate knows no RDF but the terms of its columns, no file system and no clock.

mod template;

mod column;

mod table;

mod columns;

mod cell;

pub mod rows;

mod dialect;
mod guard;

mod excel;

mod csv_writer;

pub mod csv;
pub mod csvw;
pub mod datapackage;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod workbook;

pub use cell::{Cell, Sink};
pub use column::{CellType, Choice, Column, Kind, Label};
pub use dialect::Dialect;
pub use table::{ForeignKey, Table};
pub use template::Template;
