//! The workbook, read back with calamine.

use crate::{
    publication::{announcement, announcements, line, nothing, publication},
    tables::{file, read},
};
use anslag_core::{Announcement, Moment, Publication};
use anslag_table::{
    Cell, CellType, Dialect, Kind, Sink, Table, csv, rows,
    workbook::{self, CutText, MAX_ROWS, Options},
};
use calamine::{Data, Reader, Xlsx};
use std::io::{self, Cursor, Write};

fn options(publication: &Publication, rows: u32) -> Options<'_> {
    let modified = Some(Moment::parse("2021-05-18", &publication.zone).unwrap());
    Options { publication, modified, rows, is_large: false }
}

fn write(publication: &Publication, all: &[Announcement], rows: u32) -> (Vec<u8>, Vec<CutText>) {
    let options = options(publication, rows);
    let open = |table| Ok(Cursor::new(file(table, Dialect::Standard, publication, all)));
    let mut out = Vec::new();
    let cut = workbook::write(options, open, &mut out).unwrap();
    (out, cut)
}

fn sheet(workbook: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).unwrap();
    assert!(workbook.worksheet_formula(name).unwrap().is_empty(), "no cell is a formula");
    workbook.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// Checks a cell against what the CSV has, by the kind of its column.
fn check(kind: Kind, cell: &Data, text: &str) {
    match (kind.cell_type(), cell) {
        (_, Data::Empty) => assert_eq!(text, ""),
        (CellType::Date, Data::DateTime(day)) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            assert_eq!(format!("{year}-{month:02}-{day:02}"), text);
        }
        (CellType::Instant, Data::DateTime(_)) => {}
        (CellType::Integer | CellType::Decimal, Data::Float(number)) => {
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits());
        }
        (CellType::Text, Data::String(found)) => assert_eq!(found, text),
        (_, other) => panic!("{text} of a {kind:?} is {other:?}"),
    }
}

#[test]
fn every_cell_of_the_tables_is_there_with_its_kind() {
    let publication = publication();
    let all = announcements(&publication);
    let (workbook, cut) = write(&publication, &all, MAX_ROWS);
    assert_eq!(cut, []);
    let names = Xlsx::new(Cursor::new(&workbook[..])).unwrap().sheet_names();
    assert_eq!(names, Table::ALL.map(|table| table.title().get(&publication.language).to_owned()));
    for table in Table::ALL {
        let sheet = sheet(&workbook, table.title().get(&publication.language));
        let titles = table.columns().iter().map(|column| column.title.get(&publication.language).to_owned());
        assert_eq!(sheet[0], titles.map(Data::String).collect::<Vec<_>>());
        let rows = read(table, Dialect::Standard, &publication, &all);
        assert_eq!(sheet.len(), rows.len() + 1, "{}", table.name());
        for (found, row) in sheet[1..].iter().zip(&rows) {
            for ((column, cell), text) in table.columns().iter().zip(found).zip(row) {
                check(column.kind, cell, text);
            }
        }
    }
}

/// A cell has its kind, so that no text needs a guard, whatever it looks like.
#[test]
fn texts_of_the_workbook_are_untouched() {
    let publication = publication();
    let mut fields = nothing(&publication, "2024-10-17-1");
    for title in ["2024-10-17-1", "1E+3", "(5)", ",5", "1 maj", "100 kr", "SANT", "+46521721000", "=1+1", "0114", "1/2"]
    {
        fields.title = line(title);
        let all = [announcement(&publication, fields.clone())];
        let (workbook, _) = write(&publication, &all, MAX_ROWS);
        let row = &sheet(&workbook, Table::Announcements.title().get(&publication.language))[1];
        assert_eq!((&row[0], &row[2]), (&Data::String("2024-10-17-1".to_owned()), &Data::String(title.to_owned())));
        let row = &read(Table::Announcements, Dialect::Excel, &publication, &all)[0];
        assert_eq!(row[0], "2024-10-17-1");
        let guard = if title == "2024-10-17-1" { "" } else { "'" };
        assert_eq!(row[2], format!("{guard}{title}"));
    }
}

#[test]
fn times_are_those_of_clocks_in_the_zone() {
    let publication = publication();
    let (workbook, _) = write(&publication, &announcements(&publication), MAX_ROWS);
    let at = Table::Announcements.columns().iter().position(|column| column.name == "published_at").unwrap();
    let sheet = sheet(&workbook, Table::Announcements.title().get(&publication.language));
    let Data::DateTime(found) = &sheet[4][at] else { panic!("{:?}", sheet[4][at]) };
    // The CSV has 2021-05-18T23:30:00Z.
    assert_eq!(found.to_ymd_hms_milli(), (2021, 5, 19, 1, 30, 0, 0));
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let publication = publication();
    let all = announcements(&publication);
    assert!(write(&publication, &all, MAX_ROWS) == write(&publication, &all, MAX_ROWS));
}

#[test]
fn rows_that_do_not_fit_go_to_another_sheet() {
    let publication = publication();
    let (workbook, _) = write(&publication, &announcements(&publication), 3);
    let title = Table::Announcements.title().get(&publication.language).to_owned();
    let (first, second) = (sheet(&workbook, &title), sheet(&workbook, &format!("{title} 2")));
    assert_eq!((first.len(), second.len()), (4, 2));
    assert_eq!(first[0], second[0]);
    let names = Xlsx::new(Cursor::new(&workbook[..])).unwrap().sheet_names();
    // Only a table of more than three rows has a second sheet.
    assert!(!names.contains(&format!("{} 2", Table::Contacts.title().get(&publication.language))));
}

#[test]
fn a_text_is_read_back_as_it_was() {
    let publication = publication();
    for text in [" <b>&amp; \"ett\"\n  två ", "=1+1", "_x0041_", "a_x000D_b_x", "]]>"] {
        let open = |table| {
            let mut file = csv::header(table, Dialect::Standard, Vec::new())?;
            if table == Table::Quotes {
                write!(file, "2021-05-18-a,1,\"{}\"\r\n", text.replace('"', "\"\""))?;
            }
            Ok(Cursor::new(file))
        };
        let mut workbook = Vec::new();
        workbook::write(options(&publication, MAX_ROWS), open, &mut workbook).unwrap();
        let sheet = sheet(&workbook, Table::Quotes.title().get(&publication.language));
        assert_eq!(sheet[1][2], Data::String(text.to_owned()));
    }
}

/// A disk that is full after so many bytes.
struct Disk(usize);

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_an_error_wherever_it_is_met() {
    let publication = publication();
    let all = announcements(&publication);
    let open = |table| Ok(Cursor::new(file(table, Dialect::Standard, &publication, &all)));
    let len = write(&publication, &all, MAX_ROWS).0.len();
    for free in (0..len).step_by(len / 20) {
        let error = workbook::write(options(&publication, MAX_ROWS), open, Disk(free)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{free} of {len}");
    }
}

/// A sink that keeps its cells as texts with their kinds.
#[derive(Default)]
struct Cells(Vec<String>);

impl Sink for Cells {
    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        // CSV does not tell an empty text from nothing.
        let cell = if matches!(cell, Cell::Text("")) { Cell::Empty } else { cell };
        self.0.push(format!("{cell:?}"));
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.0.push("end".to_owned());
        Ok(())
    }
}

#[test]
fn a_csv_file_is_read_back_as_the_cells_that_it_was_written_from() {
    let publication = publication();
    let all = announcements(&publication);
    for table in Table::ALL {
        let (mut written, mut found) = (Cells::default(), Cells::default());
        rows::write(table, &publication, &all, &mut written).unwrap();
        let bytes = file(table, Dialect::Standard, &publication, &all);
        csv::read(table, &publication.zone, &bytes[..], &mut found).unwrap();
        assert_eq!(found.0, written.0, "{}", table.name());
    }
}
