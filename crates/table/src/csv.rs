//! The tables as CSV (RFC 4180), lines ended by CR LF.
//!
//! A file is its [`header`] and the [`rows()`] of all its announcements, in one piece or in several.
//!
//! ```
//! use anslag_table::{Dialect, Table, csv};
//!
//! let out = csv::header(Table::Quotes, Dialect::Standard, Vec::new())?;
//! assert_eq!(out, b"announcement_id,n,text\r\n");
//! # Ok::<(), std::io::Error>(())
//! ```

use crate::{Cell, CellType, Dialect, Kind, Sink, Table, csv_writer::CsvWriter, rows};
use anslag_core::{Announcement, Decimal, Moment, Publication, Zone};
use std::{
    error::Error,
    io::{self, Read, Write},
};

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

/// Reads the rows of a file in the standard dialect, and gives their cells the kinds of the columns again.
///
/// # Errors
/// Fails if `input` cannot be read or is not such a file, or if the sink fails.
pub fn read(table: Table, zone: &Zone, input: impl Read, sink: &mut impl Sink) -> io::Result<()> {
    let mut reader = ::csv::Reader::from_reader(input);
    let mut record = ::csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        for (column, value) in table.columns().iter().zip(&record) {
            let cell = cell(column.kind, value, zone);
            sink.cell(cell.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?)?;
        }
        sink.end_row()?;
    }
    Ok(())
}

/// Returns the number of rows of a file in the standard dialect.
///
/// # Errors
/// Fails if `input` cannot be read or is not such a file.
pub(crate) fn count(input: impl Read) -> io::Result<u32> {
    let mut reader = ::csv::Reader::from_reader(input);
    let mut record = ::csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    Ok(rows)
}

fn cell<'a>(kind: Kind, value: &'a str, zone: &Zone) -> Result<Cell<'a>, Box<dyn Error + Send + Sync>> {
    if value.is_empty() {
        return Ok(Cell::Empty);
    }
    Ok(match kind.cell_type() {
        CellType::Date => Cell::Date(value.parse()?),
        CellType::Instant => Cell::Instant(Moment::parse(value, zone)?),
        CellType::Integer => Cell::Integer(value.parse()?),
        CellType::Decimal => Cell::Decimal(Decimal::signed(value)?),
        CellType::Text => Cell::Text(value),
    })
}
