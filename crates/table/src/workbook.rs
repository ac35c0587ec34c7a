//! The tables as one Excel workbook (Office Open XML, ECMA-376): a sheet for each.
//!
//! Days, times and numbers are cells of their kind, and everything else is text. No cell is a formula or a link. Times
//! are those of clocks in the publication's time zone, since a cell has none. The workbook says that it was created
//! when the last announcement changed, so that the same tables give the same bytes.
//!
//! The library holds rows in memory, or in temporary files, and it panics if it cannot write those. So it only writes a
//! workbook without rows, and the rows are put into its sheets while they are read.

use crate::{Cell, Sink, Table, column::Kind, csv, excel};
use anslag_core::{Moment, Publication};
use jiff::{civil::DateTime, tz::Offset};
use quick_xml::escape::partial_escape;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError, utility::row_col_to_cell};
use std::{
    fmt::{Display, Write as _},
    io::{self, Cursor, Read, Write},
    sync::{Mutex, PoisonError},
    thread,
};
use zip::{
    ZipArchive, ZipWriter,
    write::{SimpleFileOptions, StreamWriter},
};

/// The most rows of a sheet below its header.
pub const MAX_ROWS: u32 = 1_048_575;

/// Most characters of the name of a sheet.
const NAME: usize = 31;

/// Folder of the sheets inside the workbook.
const SHEETS: &str = "xl/worksheets/";

/// End of the rows of a sheet.
const END: &str = "</sheetData>";

/// The choices for a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The publication that the tables are of. Its language is that of sheets and headers.
    pub publication: &'a Publication,
    /// The last change of any announcement.
    pub modified: Option<Moment>,
    /// The most rows of a sheet below its header, at most [`MAX_ROWS`]. Further rows go to another sheet.
    pub rows: u32,
    /// `true` if a sheet may take more than 4 GiB.
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
/// Fails if a table cannot be read, or if `out` cannot be written.
pub fn write<R: Read>(
    options: Options<'_>,
    mut open: impl FnMut(Table) -> io::Result<R>,
    out: impl Write,
) -> io::Result<Vec<CutText>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(options).map_err(io::Error::other)?);
    for style in Style::ALL {
        workbook.register_format(&style.format());
    }
    for table in Table::ALL {
        let mut rows = csv::count(open(table)?)?;
        for number in 1.. {
            let here = rows.min(options.rows);
            workbook.push_worksheet(sheet(table, number, here, options.publication).map_err(io::Error::other)?);
            rows -= here;
            if rows == 0 {
                break;
            }
        }
    }
    start_threads(workbook.worksheets().len())?;
    let workbook = workbook.save_to_buffer().map_err(io::Error::other)?;
    let mut sheets = Sheets::new(options, ZipArchive::new(Cursor::new(workbook))?, out)?;
    for table in Table::ALL {
        sheets.begin(table)?;
        csv::read(table, &options.publication.zone, open(table)?, &mut sheets)?;
    }
    sheets.finish()
}

/// Fails if the system does not allow so many threads. The library starts one for each sheet, and panics if it cannot.
fn start_threads(count: usize) -> io::Result<()> {
    let running = Mutex::new(());
    thread::scope(|scope| {
        // Every thread waits for this, so that all of them run at once.
        let _all_started = running.lock().unwrap_or_else(PoisonError::into_inner);
        (0..count).try_for_each(|_| thread::Builder::new().spawn_scoped(scope, || drop(running.lock())).map(drop))
    })
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

/// The styles of cells.
#[derive(Clone, Copy)]
enum Style {
    Header = 1,
    Day,
    Time,
}

impl Style {
    /// Every style, in the order of their numbers in the workbook. The number 0 is that of a cell without any.
    const ALL: [Self; 3] = [Self::Header, Self::Day, Self::Time];

    fn format(self) -> Format {
        match self {
            Self::Header => Format::new().set_bold(),
            Self::Day => Format::new().set_num_format("yyyy-mm-dd"),
            Self::Time => Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        }
    }
}

/// Makes a sheet with its header. An empty cell, the last one, stands for its rows.
fn sheet(table: Table, number: usize, rows: u32, publication: &Publication) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    let (title, header) = (table.title(), Style::Header.format());
    sheet.set_name(sheet_name(title.get(&publication.language), table.name(), number))?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(table.columns()) {
        sheet.set_column_width(at, width(column.kind))?;
        sheet.write_string_with_format(0, at, column.title.get(&publication.language), &header)?;
        if rows > 0 {
            sheet.write_blank(rows, at, &header)?;
        }
    }
    Ok(sheet)
}

/// The sheets of a workbook, of which the last one is being written.
struct Sheets<'a, W: Write> {
    options: Options<'a>,
    /// The workbook without rows.
    empty: ZipArchive<Cursor<Vec<u8>>>,
    out: ZipWriter<StreamWriter<Output<W>>>,
    cut: Vec<CutText>,
    table: Table,
    /// The number of the sheet in the workbook, from 1.
    number: usize,
    /// XML after the rows of the sheet.
    end: String,
    /// The row of the next cell. The header is row 0.
    row: u32,
    column: u16,
    /// The row, which is written when it is whole.
    xml: String,
    /// The id of the announcement that the row is about: its first cell.
    announcement: String,
}

impl<'a, W: Write> Sheets<'a, W> {
    /// Begins with everything in the workbook but its sheets.
    fn new(options: Options<'a>, mut empty: ZipArchive<Cursor<Vec<u8>>>, out: W) -> io::Result<Self> {
        let mut out = ZipWriter::new_stream(Output { out, has_failed: false });
        for at in 0..empty.len() {
            let part = empty.by_index_raw(at)?;
            if !part.name()?.starts_with(SHEETS) {
                out.raw_copy_file(part)?;
            }
        }
        Ok(Self {
            options,
            empty,
            out,
            cut: Vec::new(),
            table: Table::Announcements,
            number: 0,
            end: String::new(),
            row: 0,
            column: 0,
            xml: String::new(),
            announcement: String::new(),
        })
    }

    /// Begins the next sheet of a table.
    fn begin(&mut self, table: Table) -> io::Result<()> {
        self.end()?;
        (self.table, self.number, self.row) = (table, self.number + 1, 1);
        let name = format!("{SHEETS}sheet{}.xml", self.number);
        let mut xml = String::new();
        self.empty.by_name(&name)?.read_to_string(&mut xml)?;
        let (start, end) = xml.split_once(END).ok_or(io::ErrorKind::InvalidData)?;
        // The second row stands for all of them.
        let header = start.find("</row>").map_or(start, |at| &start[..at + "</row>".len()]);
        self.end = format!("{END}{end}");
        self.out.start_file(name, SimpleFileOptions::DEFAULT.large_file(self.options.is_large))?;
        self.out.write_all(header.as_bytes())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(std::mem::take(&mut self.end).as_bytes())
    }

    fn finish(mut self) -> io::Result<Vec<CutText>> {
        self.end()?;
        self.out.finish()?;
        Ok(self.cut)
    }

    /// Writes a text, with the escapes of XML and of ECMA-376 (22.9.2.19): Excel reads `_x0041_` as `A`.
    fn text(&mut self, text: &str) {
        if self.column == 0 {
            text.clone_into(&mut self.announcement);
        }
        let cut = excel::cut(text);
        if cut.is_some() {
            let column = &self.table.columns()[usize::from(self.column)].name;
            self.cut.push(CutText { announcement: self.announcement.clone(), table: self.table, column });
        }
        let text = partial_escape(cut.as_deref().unwrap_or(text)).replace("_x", "_x005F_x");
        self.element("t=\"inlineStr\"", format_args!("<is><t xml:space=\"preserve\">{text}</t></is>"));
    }

    /// Writes a number; as text if it has more digits than Excel keeps.
    fn number(&mut self, number: &str) {
        if number.len() > 16 {
            return self.text(number);
        }
        self.element("", format_args!("<v>{number}</v>"));
    }

    fn time(&mut self, time: DateTime, style: Style) -> io::Result<()> {
        let time = date_time(time).map_err(io::Error::other)?.to_excel();
        self.element(&format!("s=\"{}\"", style as u8), format_args!("<v>{time}</v>"));
        Ok(())
    }

    fn element(&mut self, attributes: &str, content: impl Display) {
        let at = row_col_to_cell(self.row, self.column);
        write!(self.xml, "<c r=\"{at}\" {attributes}>{content}</c>").expect("a string takes every text");
    }
}

impl<W: Write> Sink for Sheets<'_, W> {
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        if self.row > self.options.rows {
            self.begin(self.table)?;
        }
        let zone = &self.options.publication.zone;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => self.text(text),
            Cell::Date(day) => self.time(day.into(), Style::Day)?,
            Cell::Instant(moment) => {
                let instant = moment.instant(zone);
                self.time(Moment::at(instant, zone).offset(zone).to_datetime(instant), Style::Time)?;
            }
            Cell::Integer(number) => self.number(&number.to_string()),
            Cell::Decimal(number) => self.number(&number.plain()),
        }
        self.column += 1;
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        write!(self.out, "<row r=\"{}\">{}</row>", self.row + 1, self.xml)?;
        self.xml.clear();
        (self.row, self.column) = (self.row + 1, 0);
        Ok(())
    }
}

/// A writer that takes everything after its first error. An archive that is dropped is finished, and the library would
/// print that it cannot be.
struct Output<W> {
    out: W,
    has_failed: bool,
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.has_failed {
            return Ok(bytes.len());
        }
        let written = self.out.write(bytes);
        self.has_failed = written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.has_failed { Ok(()) } else { self.out.flush() }
    }
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
        Kind::Integer | Kind::Bytes | Kind::Decimal | Kind::Degrees | Kind::Percent => 10.0,
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
}
