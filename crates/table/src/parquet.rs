//! The tables as Apache Parquet: a file for each, with the columns, rows and texts of its CSV file.
//!
//! Days, instants and numbers have the logical types of Parquet, and an empty cell is a null. Everything else is text, as in
//! CSV: also a list, whose values are separated by `|`, so that both files say the same.
//!
//! A decimal number is a `DOUBLE`, and not a `DECIMAL`: the numbers of a column have no common scale. Nothing is lost, since
//! a double holds any decimal number of 15 digits. An instant is in UTC, to the microsecond; its offset is in CSV alone.

use crate::{Cell, CellType, Column, Kind, Sink, Table, csv};
use ::parquet::{
    basic::{Compression, LogicalType, Repetition, TimeUnit, Type as PhysicalType, ZstdLevel},
    data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type},
    errors::ParquetError,
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::types::Type,
};
use anslag_core::{Decimal, Zone};
use jiff::civil::{Date, date};
use std::{
    io::{self, Read, Write},
    sync::Arc,
};

/// Most rows of a row group.
const MAX_ROWS: usize = 1 << 16;

/// Bytes of text from which on a row group ends, so that memory does not grow with the table.
const MAX_TEXT: usize = 1 << 23;

/// Writes a table, given its CSV file in the standard dialect. The result depends on nothing else.
///
/// # Errors
/// Fails if `csv` cannot be read or is not such a file, or if `out` cannot be written.
pub fn write<W: Write + Send>(table: Table, zone: &Zone, csv: impl Read, mut out: W) -> io::Result<W> {
    let mut rows = RowGroups::new(table, zone, &mut out).map_err(io_error)?;
    csv::read(table, zone, csv, &mut rows)?;
    rows.finish().map_err(io_error)?;
    Ok(out)
}

/// A file under way, with the rows of its next row group.
struct RowGroups<'a, W: Write + Send> {
    file: SerializedFileWriter<W>,
    zone: &'a Zone,
    columns: Vec<Cells>,
    /// The column of the next cell.
    at: usize,
    rows: usize,
    /// The bytes of text in the columns.
    text: usize,
}

/// The cells of a column in a row group.
struct Cells {
    values: Values,
    /// 1 for each cell with a value, 0 for each without. A column without empty cells has no levels.
    levels: Option<Vec<i16>>,
}

/// The values of a column in a row group, in their physical type.
enum Values {
    Texts {
        /// The texts one after another.
        texts: Vec<u8>,
        ends: Vec<usize>,
    },
    /// Days since 1970-01-01.
    Days(Vec<i32>),
    /// Numbers, or microseconds since 1970-01-01T00:00:00Z.
    Integers(Vec<i64>),
    Doubles(Vec<f64>),
}

impl<'a, W: Write + Send> RowGroups<'a, W> {
    fn new(table: Table, zone: &'a Zone, out: W) -> Result<Self, ParquetError> {
        let columns = table.columns();
        let fields = columns.iter().map(|column| field(column).map(Arc::new)).collect::<Result<_, _>>()?;
        let schema = Type::group_type_builder(table.name()).with_fields(fields).build()?;
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
        let file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))?;
        Ok(Self { file, zone, columns: columns.iter().map(Cells::new).collect(), at: 0, rows: 0, text: 0 })
    }

    fn end_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
        for cells in &mut self.columns {
            let mut column = group.next_column()?.expect("the schema has the same columns");
            let levels = cells.levels.as_deref();
            match &mut cells.values {
                Values::Texts { texts, ends } => {
                    column.typed::<ByteArrayType>().write_batch(&split(texts, ends), levels, None)?;
                    ends.clear();
                }
                Values::Days(days) => {
                    column.typed::<Int32Type>().write_batch(days, levels, None)?;
                    days.clear();
                }
                Values::Integers(integers) => {
                    column.typed::<Int64Type>().write_batch(integers, levels, None)?;
                    integers.clear();
                }
                Values::Doubles(doubles) => {
                    column.typed::<DoubleType>().write_batch(doubles, levels, None)?;
                    doubles.clear();
                }
            }
            column.close()?;
            cells.levels.as_mut().map(Vec::clear);
        }
        group.close()?;
        (self.rows, self.text) = (0, 0);
        Ok(())
    }

    fn finish(mut self) -> Result<(), ParquetError> {
        if self.rows > 0 {
            self.end_group()?;
        }
        self.file.finish().map(drop)
    }
}

impl<W: Write + Send> Sink for RowGroups<'_, W> {
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        let Cells { values, levels } = &mut self.columns[self.at];
        if let Some(levels) = levels {
            levels.push(i16::from(!matches!(cell, Cell::Empty)));
        }
        match (values, cell) {
            (_, Cell::Empty) => {}
            (Values::Texts { texts, ends }, Cell::Text(text)) => {
                texts.extend_from_slice(text.as_bytes());
                ends.push(texts.len());
                self.text += text.len();
            }
            (Values::Days(days), Cell::Date(day)) => days.push(days_since_1970(day)),
            (Values::Integers(integers), Cell::Instant(moment)) => {
                integers.push(moment.instant(self.zone).as_microsecond());
            }
            (Values::Integers(integers), Cell::Integer(number)) => {
                integers.push(number.try_into().map_err(|_| too_large(number))?);
            }
            (Values::Doubles(doubles), Cell::Decimal(number)) => doubles.push(double(number)),
            _ => unreachable!("a cell is of the kind of its column"),
        }
        self.at += 1;
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        (self.at, self.rows) = (0, self.rows + 1);
        if self.rows >= MAX_ROWS || self.text >= MAX_TEXT {
            self.end_group().map_err(io_error)?;
        }
        Ok(())
    }
}

impl Cells {
    fn new(column: &Column) -> Self {
        let values = match types(column.kind).0 {
            PhysicalType::INT32 => Values::Days(Vec::new()),
            PhysicalType::INT64 => Values::Integers(Vec::new()),
            PhysicalType::DOUBLE => Values::Doubles(Vec::new()),
            _ => Values::Texts { texts: Vec::new(), ends: Vec::new() },
        };
        Self { values, levels: (!column.required).then(Vec::new) }
    }
}

/// Returns a column of the schema. It is `REQUIRED` if no cell of it is empty.
fn field(column: &Column) -> Result<Type, ParquetError> {
    let repetition = if column.required { Repetition::REQUIRED } else { Repetition::OPTIONAL };
    let (physical, logical) = types(column.kind);
    Type::primitive_type_builder(&column.name, physical).with_logical_type(logical).with_repetition(repetition).build()
}

/// Returns the physical and the logical type of the cells of a kind.
fn types(kind: Kind) -> (PhysicalType, Option<LogicalType>) {
    match kind.cell_type() {
        CellType::Date => (PhysicalType::INT32, Some(LogicalType::Date)),
        CellType::Instant => (PhysicalType::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
        CellType::Integer => (PhysicalType::INT64, None),
        CellType::Decimal => (PhysicalType::DOUBLE, None),
        CellType::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
    }
}

/// Takes texts that stand one after another, and returns each of them without copying it.
fn split(texts: &mut Vec<u8>, ends: &[usize]) -> Vec<ByteArray> {
    let texts = ByteArray::from(std::mem::take(texts));
    let starts = [0].iter().chain(ends);
    starts.zip(ends).map(|(start, end)| texts.slice(*start, end - start)).collect()
}

fn days_since_1970(day: Date) -> i32 {
    let days = day.duration_since(date(1970, 1, 1)).as_hours() / 24;
    days.try_into().expect("a day of the years that jiff knows")
}

fn double(number: Decimal) -> f64 {
    number.plain().parse().expect("digits with a decimal point")
}

fn too_large(number: u64) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{number} is larger than an INT64"))
}

/// Returns the error of the system that is below one of the library.
fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}
