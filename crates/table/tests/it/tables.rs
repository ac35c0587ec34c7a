//! The tables, read back with the csv crate.

use crate::publication::{announcement, announcements, hostile, line, nothing, publication, text};
use anslag_core::{Announcement, Body, Line, Publication, Text};
use anslag_table::{Dialect, Table, csv};
use proptest::prelude::*;

pub(crate) fn file(table: Table, dialect: Dialect, publication: &Publication, all: &[Announcement]) -> Vec<u8> {
    let out = csv::header(table, dialect, Vec::new()).unwrap();
    csv::rows(table, dialect, publication, all, out).unwrap()
}

/// The rows of a table, whose header row is what it must be.
pub(crate) fn read(
    table: Table,
    dialect: Dialect,
    publication: &Publication,
    all: &[Announcement],
) -> Vec<Vec<String>> {
    let bytes = file(table, dialect, publication, all);
    let (bytes, delimiter) = match dialect {
        Dialect::Standard => (&bytes[..], b','),
        Dialect::Excel => (bytes.strip_prefix("\u{feff}".as_bytes()).unwrap(), b';'),
    };
    let mut reader = ::csv::ReaderBuilder::new().delimiter(delimiter).flexible(false).from_reader(bytes);
    let names: Vec<&str> = table.columns().iter().map(|column| &*column.name).collect();
    assert_eq!(reader.headers().unwrap(), names);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[track_caller]
fn check(table: Table, dialect: Dialect, row: usize, column: &str, expected: &str) {
    let publication = publication();
    let rows = read(table, dialect, &publication, &announcements(&publication));
    let at = table.columns().iter().position(|known| known.name == column).unwrap();
    assert_eq!(rows[row][at], expected);
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    let publication = publication();
    let all = announcements(&publication);
    let counts = |dialect| Table::ALL.map(|table| read(table, dialect, &publication, &all).len());
    assert_eq!(counts(Dialect::Standard), [4, 4, 2, 3, 2, 3, 2, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1]);
    assert_eq!(counts(Dialect::Excel), counts(Dialect::Standard));
}

#[test]
fn a_cell_is_filled_where_it_must_be_and_everything_fills_all() {
    let publication = publication();
    let all = announcements(&publication);
    for table in Table::ALL {
        let rows = read(table, Dialect::Standard, &publication, &all);
        for (at, column) in table.columns().iter().enumerate() {
            assert!(rows.iter().any(|row| !row[at].is_empty()), "{} {} is always empty", table.name(), column.name);
            let full = rows.iter().all(|row| !row[at].is_empty());
            assert!(full || !column.required, "{} {}", table.name(), column.name);
        }
    }
}

#[test]
fn moments_are_days_and_instants() {
    let is = |column, expected| check(Table::Announcements, Dialect::Standard, 3, column, expected);
    is("published", "2021-05-19");
    is("published_at", "2021-05-18T23:30:00Z");
    is("modified", "2021-05-20");
    is("modified_at", "2021-05-20T10:00:00+02:00");
    is("expires", "2031-05-20");
    let is = |column, expected| check(Table::Announcements, Dialect::Standard, 0, column, expected);
    is("published", "2021-01-01");
    is("published_at", "");
    is("modified", "");
    is("modified_at", "");
}

#[test]
fn names_are_in_the_language_of_the_announcement() {
    let is = |row, column, expected| check(Table::Announcements, Dialect::Standard, row, column, expected);
    is(2, "publisher_name", "Vänersborg Municipality");
    is(3, "publisher_name", "Vänersborgs kommun");
    let is = |row, expected| check(Table::AnnouncementTopics, Dialect::Standard, row, "label", expected);
    is(0, "grön, hållbar turism");
    is(1, "open data");
    is(3, "öppna data");
}

#[test]
fn data_stand_untouched_for_programs() {
    check(Table::Announcements, Dialect::Standard, 1, "title", "=HYPERLINK(\"http://example.org\";\"klicka\")");
    check(Table::Announcements, Dialect::Standard, 1, "lead", "\"Citat\", komma; semikolon\noch \"\"rad två");
    check(Table::Contacts, Dialect::Standard, 0, "name", "-1+1|cmd' /C calc");
    check(Table::Contacts, Dialect::Standard, 1, "phone", "+46521722393");
    check(Table::Funding, Dialect::Standard, 0, "share_percent", "60.0");
    check(Table::Events, Dialect::Standard, 0, "price", "120.5");
    check(Table::Events, Dialect::Standard, 0, "places", "Tartu|Daugavpils ¦ Dünaburg");
    check(Table::Announcements, Dialect::Standard, 3, "topics", "gron-hallbar-turism|oppna-data");
    check(Table::QuoteSpeakers, Dialect::Standard, 2, "quote_n", "2");
    let second = "https://data.vanersborg.se/announcement/2021-05-18-allt/person/2";
    check(Table::QuoteSpeakers, Dialect::Standard, 1, "person_iri", second);
    check(Table::QuoteSpeakers, Dialect::Standard, 2, "person_iri", second);
}

#[test]
fn excel_gets_no_formula() {
    check(Table::Announcements, Dialect::Excel, 1, "title", "'=HYPERLINK(\"http://example.org\";\"klicka\")");
    check(Table::Contacts, Dialect::Excel, 0, "name", "'-1+1|cmd' /C calc");
    check(Table::Contacts, Dialect::Excel, 1, "phone", "'+46521722393");
    check(Table::Funding, Dialect::Excel, 0, "share_percent", "60,0");
    check(Table::Events, Dialect::Excel, 0, "price", "120,5");
    check(Table::Projects, Dialect::Excel, 1, "start", "'2021-05");
    check(Table::Projects, Dialect::Excel, 1, "end", "2022-05-31");
}

#[test]
fn a_table_without_rows_is_its_header() {
    let publication = publication();
    let all = [announcement(&publication, nothing(&publication, "2021-01-01-ingenting"))];
    for table in Table::ALL.into_iter().filter(|&table| table != Table::Announcements) {
        for dialect in Dialect::ALL {
            let header = csv::header(table, dialect, Vec::new()).unwrap();
            assert_eq!(file(table, dialect, &publication, &all), header, "{}", table.name());
        }
    }
}

#[test]
fn files_for_programs_have_no_mark_and_files_for_excel_are_not_taken_for_sylk() {
    for table in Table::ALL {
        let standard = csv::header(table, Dialect::Standard, Vec::new()).unwrap();
        assert!(standard.is_ascii() && standard.ends_with(b"\r\n"));
        let excel = csv::header(table, Dialect::Excel, Vec::new()).unwrap();
        let text = excel.strip_prefix("\u{feff}".as_bytes()).unwrap();
        // Excel takes a file that begins with ID for SYLK and refuses it.
        assert!(!text.starts_with(b"ID"));
    }
}

#[test]
fn rows_of_chunks_add_up() {
    let publication = publication();
    let all = announcements(&publication);
    for (table, dialect) in Table::ALL.into_iter().flat_map(|table| Dialect::ALL.map(|dialect| (table, dialect))) {
        let at_once = csv::rows(table, dialect, &publication, &all, Vec::new()).unwrap();
        for border in 0..=all.len() {
            let out = csv::rows(table, dialect, &publication, &all[..border], Vec::new()).unwrap();
            let out = csv::rows(table, dialect, &publication, &all[border..], out).unwrap();
            assert_eq!(out, at_once, "{} in two chunks at {border}", table.name());
        }
    }
}

#[test]
fn an_error_of_the_writer_is_handed_on() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let publication = publication();
    let all = announcements(&publication);
    for dialect in Dialect::ALL {
        let error = csv::rows(Table::Announcements, dialect, &publication, &all, Full).err().unwrap();
        assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back(title in any_line(), lead in any_text(), body in any_text(), name in any_line()) {
        let publication = publication();
        let mut fields = hostile(&publication, "2021-01-02-elak");
        fields.title = title;
        fields.lead = Some(lead);
        fields.contacts[0].name = name;
        if let Ok(body) = Body::new(body.as_str()) {
            fields.body = body;
        }
        let all = [announcement(&publication, fields)];
        let row = &read(Table::Announcements, Dialect::Standard, &publication, &all)[0];
        prop_assert_eq!(&row[2], all[0].title.as_str());
        prop_assert_eq!(&row[3], all[0].lead.as_ref().unwrap().as_str());
        prop_assert_eq!(&row[23], all[0].body.text());
        let row = &read(Table::Contacts, Dialect::Standard, &publication, &all)[0];
        prop_assert_eq!(&row[2], all[0].contacts[0].name.as_str());
        for table in [Table::Announcements, Table::Contacts] {
            for cell in read(table, Dialect::Excel, &publication, &all).iter().flatten() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", cell);
            }
        }
    }
}

fn any_line() -> impl Strategy<Value = Line> {
    ".{1,20}|[=+@,;|\"' -]{1,5}".prop_map(|value| Line::new(value.trim()).unwrap_or_else(|_| line("=")))
}

fn any_text() -> impl Strategy<Value = Text> {
    "[\\PC\n]{1,30}|[=+@,;|\"'\n# -]{1,9}".prop_map(|value| Text::new(value.trim()).unwrap_or_else(|_| text("=")))
}
