//! The tables as one Excel workbook (Office Open XML, ECMA-376): a sheet for each.
//!
//! Days, times and numbers are cells of their kind, and everything else is text. No cell is a formula or a link. Times
//! are those of clocks in the publication's time zone, since a cell has none. The workbook says that it was created
//! when the last announcement changed, so that the same tables give the same bytes.

use crate::{Cell, Sink, Table, column::Kind, csv, excel};
use anslag_core::{Moment, Publication};
use jiff::{civil::DateTime, tz::Offset};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::{
    any::Any,
    io::{self, Read, Write},
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::Arc,
    thread,
};

/// The most rows of a sheet below its header.
pub const MAX_ROWS: u32 = 1_048_575;

/// Most characters of the name of a sheet.
const NAME: usize = 31;

/// The choices for a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The publication that the tables are of. Its language is that of sheets and headers.
    pub publication: &'a Publication,
    /// The last change of any announcement.
    pub modified: Option<Moment>,
    /// The folder of temporary files, one for each sheet. The system deletes them when they are closed.
    pub folder: &'a Path,
    /// The most rows of a sheet below its header, at most [`MAX_ROWS`]. Further rows go to another sheet.
    pub rows: u32,
    /// Whether a sheet may take more than 4 GiB.
    pub is_large: bool,
}

/// A text that was cut, since it is longer than a cell, which holds 32,767 UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutText {
    /// The id of the announcement.
    pub announcement: String,
    /// The table.
    pub table: Table,
    /// The name of the column.
    pub column: &'static str,
}

/// Writes a workbook of all tables and returns the texts that were cut. `open` opens the CSV file of a table, in the
/// standard dialect.
///
/// # Errors
/// Fails if a table cannot be read, or if `out` or a temporary file cannot be written.
pub fn write<R: Read>(
    options: Options<'_>,
    mut open: impl FnMut(Table) -> io::Result<R>,
    out: impl Write + Send,
) -> io::Result<Vec<CutText>> {
    let mut out = Output { out, error: None };
    let written = catch_panic(|| {
        let mut cut = Vec::new();
        let mut workbook = Workbook::new();
        workbook.set_tempdir(options.folder).map_err(io_error)?;
        workbook.use_zip_large_file(options.is_large);
        workbook.set_properties(&properties(options).map_err(io_error)?);
        for table in Table::ALL {
            let mut sheets = Sheets::new(table, options, &mut workbook, &mut cut)?;
            csv::read(table, &options.publication.zone, open(table)?, &mut sheets)?;
            sheets.finish();
        }
        workbook.save_to_writer(&mut out).map_err(io_error)?;
        Ok(cut)
    });
    written.map_err(|error| out.error.take().unwrap_or(error))
}

/// Returns the title and the time of creation.
fn properties(options: Options<'_>) -> Result<DocProperties, XlsxError> {
    let publication = options.publication;
    let created = match options.modified {
        Some(modified) => date_time(Offset::UTC.to_datetime(modified.instant(&publication.zone)))?,
        // The first day of a ZIP archive.
        None => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    Ok(DocProperties::new().set_creation_datetime(&created))
}

/// The sheets of one table, of which the last one is being written.
struct Sheets<'a> {
    table: Table,
    options: Options<'a>,
    workbook: &'a mut Workbook,
    cut: &'a mut Vec<CutText>,
    day: Format,
    time: Format,
    sheet: Worksheet,
    /// The number of the sheet, from 1.
    number: usize,
    /// The row of the next cell. The header is row 0.
    row: u32,
    column: u16,
    /// The id of the announcement that the row is about: its first cell.
    announcement: String,
}

impl<'a> Sheets<'a> {
    fn new(
        table: Table,
        options: Options<'a>,
        workbook: &'a mut Workbook,
        cut: &'a mut Vec<CutText>,
    ) -> io::Result<Self> {
        let sheet = begin(table, 1, options.publication, workbook).map_err(io_error)?;
        Ok(Self {
            table,
            options,
            workbook,
            cut,
            day: Format::new().set_num_format("yyyy-mm-dd"),
            time: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            sheet,
            number: 1,
            row: 1,
            column: 0,
            announcement: String::new(),
        })
    }

    /// Adds the last sheet to the workbook.
    fn finish(self) {
        self.workbook.push_worksheet(self.sheet);
    }

    fn text(&mut self, text: &str) -> Result<(), XlsxError> {
        if self.column == 0 {
            text.clone_into(&mut self.announcement);
        }
        let cut = excel::cut(text);
        if cut.is_some() {
            let column = &self.table.columns()[usize::from(self.column)].name;
            self.cut.push(CutText { announcement: self.announcement.clone(), table: self.table, column });
        }
        self.sheet.write_string(self.row, self.column, cut.as_deref().unwrap_or(text)).map(drop)
    }

    fn write(&mut self, cell: Cell<'_>) -> Result<(), XlsxError> {
        let (row, column) = (self.row, self.column);
        match cell {
            Cell::Empty => Ok(()),
            Cell::Text(text) => self.text(text),
            Cell::Date(day) => {
                let day = date_time(day.into())?;
                self.sheet.write_datetime_with_format(row, column, day, &self.day).map(drop)
            }
            Cell::Instant(moment) => {
                let zone = &self.options.publication.zone;
                let instant = moment.instant(zone);
                let time = date_time(Moment::at(instant, zone).offset(zone).to_datetime(instant))?;
                self.sheet.write_datetime_with_format(row, column, time, &self.time).map(drop)
            }
            Cell::Integer(number) => self.number(&number.to_string()),
            Cell::Decimal(number) => self.number(&number.plain()),
        }
    }

    /// Writes a number; as text if it has more digits than Excel keeps.
    fn number(&mut self, number: &str) -> Result<(), XlsxError> {
        match number.parse::<f64>() {
            Ok(value) if number.len() <= 16 => self.sheet.write_number(self.row, self.column, value).map(drop),
            _ => self.text(number),
        }
    }
}

impl Sink for Sheets<'_> {
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        if self.row > self.options.rows {
            self.number += 1;
            let next = begin(self.table, self.number, self.options.publication, self.workbook).map_err(io_error)?;
            self.workbook.push_worksheet(std::mem::replace(&mut self.sheet, next));
            self.row = 1;
        }
        self.write(cell).map_err(io_error)?;
        self.column += 1;
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        (self.row, self.column) = (self.row + 1, 0);
        Ok(())
    }
}

/// Begins a sheet with its header.
fn begin(
    table: Table,
    number: usize,
    publication: &Publication,
    workbook: &mut Workbook,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = workbook.new_worksheet_with_constant_memory()?;
    let title = table.title();
    sheet.set_name(sheet_name(title.get(&publication.language), table.name(), number))?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (at, column) in (0..).zip(table.columns()) {
        sheet.set_column_width(at, width(column.kind))?;
        sheet.write_string_with_format(0, at, column.title.get(&publication.language), &bold)?;
    }
    Ok(sheet)
}

/// Returns the name of a sheet: the title of its table, or the name if the title is too long.
fn sheet_name(title: &str, name: &str, number: usize) -> String {
    let suffix = if number == 1 { String::new() } else { format!(" {number}") };
    let fits = title.chars().count() + suffix.len() <= NAME;
    format!("{}{suffix}", if fits { title } else { name })
}

/// Returns the width of a column in characters. A narrower day would be shown as `#####`.
fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Integer | Kind::Bytes | Kind::Decimal | Kind::Percent => 10.0,
        Kind::Code | Kind::Choice(_) | Kind::Date | Kind::Edtf | Kind::Duration => 14.0,
        Kind::DateTime | Kind::Phone => 20.0,
        Kind::Text | Kind::Id | Kind::Multi | Kind::Iri | Kind::Email => 30.0,
    }
}

/// Returns a time as Excel has it, to the millisecond.
fn date_time(at: DateTime) -> Result<ExcelDateTime, XlsxError> {
    let unsigned = |number: i8| number.unsigned_abs();
    ExcelDateTime::from_ymd(at.year().unsigned_abs(), unsigned(at.month()), unsigned(at.day()))?.and_hms_milli(
        at.hour().unsigned_abs().into(),
        unsigned(at.minute()),
        unsigned(at.second()),
        at.millisecond().unsigned_abs(),
    )
}

/// A writer that keeps its error, which the library gives back as a text.
struct Output<W> {
    out: W,
    error: Option<io::Error>,
}

impl<W: Write> Output<W> {
    fn keep<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            let kind = error.kind();
            self.error.get_or_insert(error);
            kind.into()
        })
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes);
        self.keep(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.out.flush();
        self.keep(flushed)
    }
}

fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => error,
        error => io::Error::other(error),
    }
}

/// Returns a panic of the library as the error that it is about, and prints nothing of it. The library panics if a
/// temporary file cannot be written, as on a full disk.
fn catch_panic<T>(write: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let writer = thread::current().id();
    let hook = Arc::new(panic::take_hook());
    let others = Arc::clone(&hook);
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() != writer {
            others(info);
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(write));
    drop(panic::take_hook());
    panic::set_hook(Box::new(move |info| hook(info)));
    result.unwrap_or_else(|payload| Err(panic_error(&*payload)))
}

/// Returns the error of the system that a panic quotes, as in `Os { code: 28, kind: StorageFull, … }`.
fn panic_error(payload: &(dyn Any + Send)) -> io::Error {
    let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    let text = text.unwrap_or("the workbook could not be written");
    let code = text.split_once("Os { code: ").and_then(|(_, rest)| rest.split_once(',')?.0.parse().ok());
    code.map_or_else(|| io::Error::other(text.to_owned()), io::Error::from_raw_os_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_has_a_name_of_its_own() {
        for language in ["sv", "en"] {
            let language = anslag_core::LanguageTag::new(language).unwrap();
            let mut names = std::collections::HashSet::new();
            for table in Table::ALL {
                for number in [1, 2, 1000] {
                    let name = sheet_name(table.title().get(&language), table.name(), number);
                    assert!(
                        name.encode_utf16().count() <= NAME
                            && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\''])
                    );
                    assert!(names.insert(name.to_lowercase()), "{name} stands twice");
                }
            }
        }
        assert_eq!(sheet_name("Evenemang", "events", 2), "Evenemang 2");
        assert_eq!(sheet_name(&"å".repeat(30), "events", 2), "events 2");
    }

    #[test]
    fn a_panic_is_the_error_that_it_quotes() {
        let full = || -> io::Result<()> { panic!("{:?}", io::Error::from_raw_os_error(28)) };
        assert_eq!(catch_panic(full).unwrap_err().raw_os_error(), Some(28));
        let other = || -> io::Result<()> { panic!("number {}", 1) };
        assert_eq!(catch_panic(other).unwrap_err().to_string(), "number 1");
    }
}
