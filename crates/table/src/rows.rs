use crate::{Column, Dialect, Table, excel};
use std::{
    fmt::{Display, Write as _},
    io::{self, Write},
};

/// The rows of one table on their way into a file, cell by cell.
pub(crate) struct Rows<W: Write> {
    out: ::csv::Writer<W>,
    dialect: Dialect,
    columns: &'static [Column],
    /// The column that the next cell stands in.
    at: usize,
    /// What a value is printed in before it is written.
    printed: String,
}

impl<W: Write> Rows<W> {
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
        self.out.write_record(self.columns.iter().map(|column| column.name))?;
        Ok(())
    }

    /// Writes the next cell.
    pub(crate) fn text(&mut self, value: &str) -> io::Result<()> {
        let kind = self.columns[self.at].kind;
        self.at += 1;
        match self.dialect {
            Dialect::Standard => self.out.write_field(value)?,
            Dialect::Excel => self.out.write_field(excel::cell(kind, value).as_ref())?,
        }
        Ok(())
    }

    /// Writes the next cell, empty where there is nothing.
    pub(crate) fn maybe(&mut self, value: Option<impl AsRef<str>>) -> io::Result<()> {
        match value {
            Some(value) => self.text(value.as_ref()),
            None => self.text(""),
        }
    }

    /// Writes what a value prints as into the next cell.
    pub(crate) fn print(&mut self, value: impl Display) -> io::Result<()> {
        let mut printed = std::mem::take(&mut self.printed);
        printed.clear();
        write!(printed, "{value}").map_err(io::Error::other)?;
        self.text(&printed)?;
        self.printed = printed;
        Ok(())
    }

    /// Writes what a value prints as into the next cell, empty where there is nothing.
    pub(crate) fn maybe_print(&mut self, value: Option<impl Display>) -> io::Result<()> {
        match value {
            Some(value) => self.print(value),
            None => self.text(""),
        }
    }

    /// Writes several values into the next cell ([`Kind::Multi`](crate::Kind::Multi)).
    pub(crate) fn list<'a>(&mut self, values: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let mut printed = std::mem::take(&mut self.printed);
        printed.clear();
        for (at, value) in values.into_iter().enumerate() {
            if at > 0 {
                printed.push('|');
            }
            printed.extend(value.chars().map(|c| if c == '|' { '¦' } else { c }));
        }
        self.text(&printed)?;
        self.printed = printed;
        Ok(())
    }

    /// Ends the row.
    pub(crate) fn end(&mut self) -> io::Result<()> {
        debug_assert_eq!(self.at, self.columns.len(), "a row has a cell for each column");
        self.at = 0;
        self.out.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Hands the writer back.
    pub(crate) fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(::csv::IntoInnerError::into_error)
    }
}
