//! The tables as CSV (RFC 4180), lines ended by CR LF.
//!
//! A file is its [`header`] and the [`rows`] of all its announcements, in one piece or in several.
//!
//! ```
//! use anslag_table::{Dialect, Table, csv};
//!
//! let out = csv::header(Table::Quotes, Dialect::Standard, Vec::new())?;
//! assert_eq!(out, b"announcement_id,n,text\r\n");
//! # Ok::<(), std::io::Error>(())
//! ```

use crate::{Dialect, Table, csv_writer::CsvWriter, rows};
use anslag_core::{Announcement, Publication};
use std::io::{self, Write};

/// Writes the beginning of a file: the header row, in Excel's dialect after a byte order mark.
pub fn header<W: Write>(table: Table, dialect: Dialect, mut out: W) -> io::Result<W> {
    out.write_all(dialect.prefix().as_bytes())?;
    let mut writer = CsvWriter::new(table, dialect, out);
    writer.header()?;
    writer.finish()
}

/// Writes the rows of some announcements, in their order.
///
/// The rows of several chunks after each other are those of all their announcements at once.
pub fn rows<W: Write>(
    table: Table,
    dialect: Dialect,
    publication: &Publication,
    announcements: &[Announcement],
    out: W,
) -> io::Result<W> {
    let mut writer = CsvWriter::new(table, dialect, out);
    rows::write(table, publication, announcements, &mut writer)?;
    writer.finish()
}
