use crate::{
    calendar_dump::CalendarDump, csv_dump::CsvDump, dump::Dump, geojson_dump::GeoJsonDump, json_lines::JsonLinesDump,
    rdf_dump::RdfDump,
};
use anslag_core::{Format, OutputSettings};
use anslag_rdf::Syntax;
use anslag_table::{Dialect, Table};
use jiff::civil::Date;

/// Returns the dumps of a format on a day: one, or one for each table; none for feeds and HTML, which have pages, and
/// for the workbook and Parquet, which are made of the CSV tables.
pub(crate) fn dumps_of(format: Format, as_of: Date) -> Vec<Box<dyn Dump>> {
    match format {
        Format::Turtle | Format::TriG | Format::NTriples | Format::NQuads | Format::RdfXml | Format::JsonLd => {
            let syntaxes = Syntax::ALL.into_iter().filter(|syntax| syntax.format() == format);
            syntaxes.map(|syntax| Box::new(RdfDump(syntax)) as Box<dyn Dump>).collect()
        }
        Format::JsonLines => vec![Box::new(JsonLinesDump)],
        Format::Csv => {
            let tables = Dialect::ALL.into_iter().flat_map(|dialect| Table::ALL.map(|table| (table, dialect)));
            tables.map(|(table, dialect)| Box::new(CsvDump { table, dialect }) as Box<dyn Dump>).collect()
        }
        Format::Xlsx | Format::Parquet | Format::Rss | Format::Atom | Format::JsonFeed | Format::Html => Vec::new(),
        Format::ICalendar => vec![Box::new(CalendarDump::new(as_of))],
        Format::GeoJson => vec![Box::new(GeoJsonDump)],
    }
}

/// Returns the dumps of a publication on a day, in the order of the formats.
pub(crate) fn dumps(settings: &OutputSettings, as_of: Date) -> Vec<Box<dyn Dump>> {
    settings.formats.iter().flat_map(|format| dumps_of(*format, as_of)).collect()
}
