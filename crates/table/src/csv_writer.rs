use crate::{
    Column, Dialect, Table,
    cell::{Cell, Sink},
    excel,
};
use std::{
    fmt::{Display, Write as _},
    io::{self, Write},
};

/// Writes the rows of one table as CSV, cell by cell.
pub(crate) struct CsvWriter<W: Write> {
    out: ::csv::Writer<W>,
    dialect: Dialect,
    columns: &'static [Column],
    /// The column of the next cell.
    at: usize,
    /// The text of a printed value, kept for the next one.
    printed: String,
}

impl<W: Write> CsvWriter<W> {
    pub(crate) fn new(table: Table, dialect: Dialect, out: W) -> Self {
        let out = ::csv::WriterBuilder::new()
            .delimiter(dialect.delimiter())
            .terminator(::csv::Terminator::CRLF)
            .flexible(false)
            .from_writer(out);
        Self { out, dialect, columns: table.columns(), at: 0, printed: String::new() }
    }

    /// Writes the names of the columns.
    pub(crate) fn header(&mut self) -> io::Result<()> {
        self.out.write_record(self.columns.iter().map(|column| column.name.as_bytes()))?;
        Ok(())
    }

    /// Hands the writer back.
    pub(crate) fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(::csv::IntoInnerError::into_error)
    }

    fn text(&mut self, value: &str) -> io::Result<()> {
        let kind = self.columns[self.at].kind;
        self.at += 1;
        match self.dialect {
            Dialect::Standard => self.out.write_field(value)?,
            Dialect::Excel => self.out.write_field(excel::cell(kind, value).as_ref())?,
        }
        Ok(())
    }

    fn print(&mut self, value: impl Display) -> io::Result<()> {
        let mut printed = std::mem::take(&mut self.printed);
        printed.clear();
        write!(printed, "{value}").map_err(io::Error::other)?;
        self.text(&printed)?;
        self.printed = printed;
        Ok(())
    }
}

impl<W: Write> Sink for CsvWriter<W> {
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        match cell {
            Cell::Empty => self.text(""),
            Cell::Text(text) => self.text(text),
            Cell::Date(day) => self.print(day),
            Cell::Instant(moment) => self.print(moment),
            Cell::Integer(number) => self.print(number),
            Cell::Decimal(number) => self.print(number),
        }
    }

    fn end_row(&mut self) -> io::Result<()> {
        debug_assert_eq!(self.at, self.columns.len(), "a row has a cell for each column");
        self.at = 0;
        self.out.write_record(None::<&[u8]>)?;
        Ok(())
    }
}
