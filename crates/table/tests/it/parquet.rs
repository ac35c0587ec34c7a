//! The tables as Parquet, read back and compared with their CSV files. `ci/parquet` reads them with other libraries.

use crate::{
    publication::{announcements, publication},
    tables::{file, read},
};
use anslag_core::{Announcement, Publication, Zone};
use anslag_table::{CellType, Dialect, Kind, Table};
use bytes::Bytes;
use jiff::{Timestamp, ToSpan, civil::date};
use parquet::{
    basic::Repetition,
    file::{
        metadata::RowGroupMetaData,
        reader::{FileReader, SerializedFileReader},
    },
    record::Field,
};
use proptest::prelude::*;
use std::io::{self, Write};

fn write(table: Table, zone: &Zone, csv: &[u8]) -> SerializedFileReader<Bytes> {
    let out = anslag_table::parquet::write(table, zone, csv, Vec::new()).unwrap();
    SerializedFileReader::new(out.into()).unwrap()
}

fn rows(file: &SerializedFileReader<Bytes>) -> Vec<Vec<Field>> {
    let rows = file.get_row_iter(None).unwrap().map(|row| row.unwrap());
    rows.map(|row| row.get_column_iter().map(|(_, field)| field.clone()).collect()).collect()
}

/// Checks a value against what the CSV has, by the kind of its column.
fn check(kind: Kind, value: &Field, text: &str) {
    match (kind.cell_type(), value) {
        (_, Field::Null) => assert_eq!(text, ""),
        (CellType::Date, Field::Date(days)) => assert_eq!((date(1970, 1, 1) + days.days()).to_string(), text),
        (CellType::Instant, Field::TimestampMicros(at)) => {
            assert_eq!(text.parse::<Timestamp>().unwrap().as_microsecond(), *at, "{text}");
        }
        (CellType::Integer, Field::Long(number)) => assert_eq!(number.to_string(), text),
        (CellType::Decimal, Field::Double(number)) => {
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{text}");
        }
        (CellType::Text, Field::Str(found)) => assert_eq!(found, text),
        (_, other) => panic!("{text} of a {kind:?} is {other:?}"),
    }
}

fn check_all(publication: &Publication, all: &[Announcement]) {
    for table in Table::ALL {
        let parquet = write(table, &publication.zone, &file(table, Dialect::Standard, publication, all));
        let csv = read(table, Dialect::Standard, publication, all);
        let rows = rows(&parquet);
        assert_eq!(rows.len(), csv.len(), "{}", table.name());
        for (values, texts) in rows.iter().zip(&csv) {
            assert_eq!(values.len(), texts.len(), "{}", table.name());
            for ((column, value), text) in table.columns().iter().zip(values).zip(texts) {
                check(column.kind, value, text);
            }
        }
    }
}

#[test]
fn every_cell_of_the_tables_is_there_with_its_kind() {
    let publication = publication();
    check_all(&publication, &announcements(&publication));
    check_all(&publication, &[]);
}

#[test]
fn the_schema_is_that_of_the_columns() {
    let publication = publication();
    for table in Table::ALL {
        let parquet = write(table, &publication.zone, &file(table, Dialect::Standard, &publication, &[]));
        let schema = parquet.metadata().file_metadata().schema();
        assert_eq!(schema.name(), table.name());
        let fields = schema.get_fields().iter().map(|field| field.get_basic_info());
        let fields = fields.map(|info| (info.name(), info.repetition() == Repetition::REQUIRED));
        let columns = table.columns().iter().map(|column| (&*column.name, column.required));
        assert_eq!(fields.collect::<Vec<_>>(), columns.collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn parquet_says_what_csv_says(all in anslag_fixtures::announcements(&anslag_fixtures::publication())) {
        check_all(&anslag_fixtures::publication(), &all);
    }
}

/// A table of quotes with some texts.
fn quotes(texts: impl Iterator<Item = String>) -> Vec<u8> {
    let mut csv = b"announcement_id,n,text\r\n".to_vec();
    for (n, text) in (1..).zip(texts) {
        write!(csv, "2021-05-18-a,{n},{text}\r\n").unwrap();
    }
    csv
}

#[test]
fn a_row_group_ends_after_many_rows_and_after_much_text() {
    let lengths = |csv: &[u8]| {
        let parquet = write(Table::Quotes, &publication().zone, csv);
        let texts = rows(&parquet).len();
        let groups: Vec<_> = parquet.metadata().row_groups().iter().map(RowGroupMetaData::num_rows).collect();
        (texts, groups)
    };
    assert_eq!(lengths(&quotes((0..70_000).map(|n| format!("Citat {n}")))), (70_000, vec![65_536, 4_464]));
    assert_eq!(lengths(&quotes((0..65_536).map(|n| format!("Citat {n}")))), (65_536, vec![65_536]));
    assert_eq!(lengths(&quotes((0..5).map(|_| "å".repeat(1 << 21)))), (5, vec![2, 2, 1]));
    assert_eq!(lengths(&quotes(std::iter::empty())), (0, vec![]));
}

/// A disk that is full after some bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_error_of_the_disk_is_that_of_the_writer() {
    let (zone, csv) = (publication().zone, quotes((0..70_000).map(|n| format!("Citat {n}"))));
    for room in [0, 4, 10_000, 300_000] {
        let error = anslag_table::parquet::write(Table::Quotes, &zone, &csv[..], Full(room)).err().unwrap();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{room}: {error}");
    }
    assert!(anslag_table::parquet::write(Table::Quotes, &zone, &csv[..], Full(10_000_000)).is_ok());
}

#[test]
fn a_number_that_no_file_can_have_is_an_error() {
    let csv = "announcement_id,n,text\r\n2021-05-18-a,18446744073709551615,Citat\r\n";
    let error = anslag_table::parquet::write(Table::Quotes, &publication().zone, csv.as_bytes(), Vec::new());
    assert_eq!(error.err().unwrap().to_string(), "18446744073709551615 is larger than an INT64");
}
