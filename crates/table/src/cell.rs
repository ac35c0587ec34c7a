use anslag_core::{Decimal, Moment};
use jiff::civil::Date;
use std::io;

/// Value of a cell. Its [`Kind`](crate::Kind) is that of its column.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text, a code or a list of them.
    Text(&'a str),
    /// A day.
    Date(Date),
    /// An instant: a [`Moment::DateTime`].
    Instant(Moment),
    /// A number or a number of bytes.
    Integer(u64),
    /// A decimal number or a share in per cent.
    Decimal(Decimal),
}

/// Writer of the rows of a table, as CSV or in another format.
pub trait Sink {
    /// Takes the next cell of the row.
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()>;

    /// Ends the row, in which each column has its cell.
    fn end_row(&mut self) -> io::Result<()>;
}
