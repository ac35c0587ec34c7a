use crate::{
    csv_dump::CsvDump,
    dump::{Chunk, Dump},
    fate::{Fate, Times},
    format_dumps::dumps_of,
};
use anslag_core::{Announcement, Format, Publication};
use anslag_source::{JsonLine, JsonLines, Report};
use anslag_table::{Dialect, Table};
use anslag_wording::wording;
use jiff::{Timestamp, civil::Date};
use std::io::{self, Read, Write};
use thiserror::Error;

/// Options of a conversion.
#[derive(Clone, Copy)]
pub struct Conversion<'a> {
    /// The publication of the announcements.
    pub publication: &'a Publication,
    /// The format to write.
    pub format: Format,
    /// The table to write, if the format is CSV.
    pub table: Table,
    /// The dialect to write, if the format is CSV.
    pub dialect: Dialect,
    /// The part of the document to write.
    pub part: Part,
    /// The time whose state is written: drafts and what is not published at it are left out, as in an export.
    pub as_of: Timestamp,
}

/// A part of a document. A prologue, then the chunks of any number of runs, then an epilogue make a whole document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Text before the announcements. No announcement is read.
    Prologue,
    /// The announcements alone.
    Chunk,
    /// Text after the announcements. No announcement is read.
    Epilogue,
}

/// The numbers of announcements of a conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    /// Announcements that are written.
    pub written: usize,
    /// Announcements that are left out, since they are not published at the time.
    pub left_out: usize,
}

wording! {
    /// Reason why a conversion ended early.
    #[derive(Debug, Error)]
    pub enum ConvertError {
        /// The format cannot be written as a stream.
        NoStream {
            /// The format.
            format: Format,
        }
            en("{} cannot be written as a stream", format.spec().label)
            sv("{} går inte att skriva som en ström", format.spec().label),
        /// The format cannot be written in parts.
        NoParts {
            /// The format.
            format: Format,
        }
            en("{} cannot be written in parts: it has a separator between announcements", format.spec().label)
            sv("{} går inte att skriva i delar: det har skiljetecken mellan tillkännagivandena", format.spec().label),
        /// The announcements could not be read.
        Read {
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot read the announcements")
            sv("det går inte att läsa tillkännagivandena"),
        /// The converted announcements could not be written.
        Write {
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot write what the announcements are converted to")
            sv("det går inte att skriva det som tillkännagivandena omvandlas till"),
    }
}

/// Returns whether announcements can be converted to a format: whether its documents are put together from runs of any
/// lengths. Feeds have pages, a workbook is an archive, and Parquet has a table of contents at its end.
#[must_use]
pub fn is_stream(format: Format) -> bool {
    // A calendar depends on the day, but not whether there is one.
    dump_of(format, Table::Announcements, Dialect::Standard, Date::MIN).is_some()
}

/// Returns the dump of a format as a stream. A table and a dialect choose among the dumps of CSV.
fn dump_of(format: Format, table: Table, dialect: Dialect, as_of: Date) -> Option<Box<dyn Dump>> {
    match format {
        Format::Csv => Some(Box::new(CsvDump { table, dialect })),
        _ => dumps_of(format, as_of).pop(),
    }
}

/// Reads announcements as JSON Lines and writes them in another format, in their order, with the code of an export.
///
/// Lines are written before more input is waited for. In memory are at most the lines of a buffer, and one that does
/// not fit into it. After the first wrong line nothing is written, not even an epilogue; the other lines are read, and all
/// problems go to the report, under `name`.
///
/// # Errors
/// Fails if the format cannot be written as a stream or in parts, if `input` cannot be read, or if `out` cannot be written.
pub fn convert<W: Write>(
    input: impl Read,
    name: &str,
    conversion: &Conversion<'_>,
    report: &mut Report,
    mut out: W,
) -> Result<(W, Converted), ConvertError> {
    let Conversion { publication, format, table, dialect, part, as_of } = *conversion;
    let day = publication.zone.date_at(as_of);
    let dump = dump_of(format, table, dialect, day).ok_or(ConvertError::NoStream { format })?;
    if part != Part::Whole && !dump.separator().is_empty() {
        return Err(ConvertError::NoParts { format });
    }
    let write = |source| ConvertError::Write { source };
    let mut has_chunk = false;
    let mut converted = Converted::default();
    let errors = report.errors();
    if matches!(part, Part::Whole | Part::Prologue) {
        let register = anslag_rdf::register(publication);
        let prologue = dump.prologue(publication, &register);
        prologue.and_then(|prologue| out.write_all(&prologue)).map_err(write)?;
    }
    if matches!(part, Part::Whole | Part::Chunk) {
        let mut lines = JsonLines::new(name, input).at(conversion.as_of);
        let mut announcements = Vec::new();
        loop {
            let line = lines.next(publication, report).map_err(|source| ConvertError::Read { source })?;
            let is_end = line.is_none();
            if let Some(JsonLine::Announcement(announcement)) = line
                && report.errors() == errors
            {
                match conversion.as_published(*announcement) {
                    Some(announcement) => announcements.push(announcement),
                    None => converted.left_out += 1,
                }
            }
            if !announcements.is_empty() && (is_end || !lines.has_line()) {
                converted.written += announcements.len();
                let announcements = std::mem::take(&mut announcements);
                let chunk = dump.chunk(publication, &Chunk::new(announcements));
                let (bytes, _) = chunk.map_err(write)?;
                if !bytes.is_empty() {
                    let separator = if has_chunk { dump.separator() } else { b"" };
                    out.write_all(separator).and_then(|()| out.write_all(&bytes)).map_err(write)?;
                    has_chunk = true;
                }
                out.flush().map_err(write)?;
            }
            if is_end {
                break;
            }
        }
    }
    if matches!(part, Part::Whole | Part::Epilogue) && report.errors() == errors {
        let epilogue = dump.epilogue(&[]);
        epilogue.and_then(|epilogue| out.write_all(&epilogue)).map_err(write)?;
    }
    out.flush().map_err(write)?;
    Ok((out, converted))
}

impl Conversion<'_> {
    /// Returns an announcement as it is published at the time, by the rules of an export; `None` if it is not. Its
    /// translations are those that it names itself.
    fn as_published(&self, announcement: Announcement) -> Option<Announcement> {
        let times = Times::of(&announcement, self.publication);
        if times.fate(self.as_of) != Fate::Published || !announcement.reuse.is_open() {
            return None;
        }
        let announcement = if times.changes_later(self.as_of) { announcement.without_change() } else { announcement };
        let is_stripped = times.is_stripped(self.as_of);
        Some(if is_stripped { announcement.without_personal_data() } else { announcement })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json_lines;
    use anslag_core::AsOf;
    use anslag_fixtures::{announcements, publication};
    use proptest::prelude::*;

    /// A reader that returns a few bytes at a time.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let len = self.1.min(self.0.len()).min(buffer.len());
            let (now, rest) = self.0.split_at(len);
            buffer[..len].copy_from_slice(now);
            self.0 = rest;
            Ok(len)
        }
    }

    fn as_of(publication: &Publication) -> Timestamp {
        "2021-06-01".parse::<AsOf>().unwrap().instant(&publication.zone)
    }

    fn conversion(publication: &Publication, format: Format, part: Part) -> Conversion<'_> {
        let (table, dialect) = (Table::Announcements, Dialect::Standard);
        Conversion { publication, format, table, dialect, part, as_of: as_of(publication) }
    }

    /// Every conversion that there is, each of a whole document.
    fn conversions(publication: &Publication) -> Vec<Conversion<'_>> {
        let formats = Format::ALL.into_iter().filter(|format| is_stream(*format) && *format != Format::Csv);
        let tables = Dialect::ALL.into_iter().flat_map(|dialect| Table::ALL.map(|table| (table, dialect)));
        let csv = conversion(publication, Format::Csv, Part::Whole);
        let tables = tables.map(|(table, dialect)| Conversion { table, dialect, ..csv });
        formats.map(|format| conversion(publication, format, Part::Whole)).chain(tables).collect()
    }

    fn run(input: impl Read, conversion: &Conversion<'_>) -> (Vec<u8>, Converted) {
        let mut report = Report::default();
        let done = convert(input, "<stdin>", conversion, &mut report, Vec::new()).unwrap();
        assert_eq!(report.errors(), 0, "{}", report.render(anslag_wording::Language::English, false));
        done
    }

    fn lines(announcements: &[Announcement]) -> Vec<Vec<u8>> {
        let line = |announcement| {
            let mut line = Vec::new();
            json_lines::write(announcement, &mut line).unwrap();
            line
        };
        announcements.iter().map(line).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        /// For every conversion, wherever the input is cut, and however few bytes come in at a time.
        #[test]
        fn runs_put_together_are_one_run(
            announcements in announcements(&publication()),
            cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
            drip in 1_usize..9000,
        ) {
            let publication = publication();
            let lines = lines(&announcements);
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(lines.len() + 1)).chain([0, lines.len()]).collect();
            cuts.sort_unstable();
            for conversion in conversions(&publication) {
                let all = lines.concat();
                let (whole, counted) = run(all.as_slice(), &conversion);
                let part = |part, input: &[u8]| run(Drip(input, drip), &Conversion { part, ..conversion });
                if conversion.format == Format::GeoJson {
                    prop_assert!(part(Part::Whole, &all).0 == whole);
                    prop_assert!(serde_json::from_slice::<serde_json::Value>(&whole).is_ok());
                    continue;
                }
                let mut together = part(Part::Prologue, &all).0;
                let mut sum = Converted::default();
                for run in cuts.windows(2) {
                    let (bytes, converted) = part(Part::Chunk, &lines[run[0]..run[1]].concat());
                    together.extend(bytes);
                    sum.written += converted.written;
                    sum.left_out += converted.left_out;
                }
                together.extend(part(Part::Epilogue, &all).0);
                prop_assert!(together == whole, "{:?} {:?}", conversion.format, conversion.table);
                prop_assert_eq!(sum, counted);
                prop_assert_eq!(counted.written + counted.left_out, announcements.len());
            }
        }
    }

    #[test]
    fn a_format_with_separators_has_no_parts() {
        let publication = publication();
        for part in [Part::Prologue, Part::Chunk, Part::Epilogue] {
            let conversion = conversion(&publication, Format::GeoJson, part);
            let refused = convert(&b""[..], "<stdin>", &conversion, &mut Report::default(), Vec::new());
            assert!(matches!(refused, Err(ConvertError::NoParts { format: Format::GeoJson })));
        }
    }

    const LINES: [&str; 3] = [
        r#"{"id":"2021-01-01-a","type":"news","title":"A","published":"2021-01-01"}"#,
        r#"{"id":"2021-01-02-b","type":"news","title":"B","published":"2021-01-02"}"#,
        r#"{"id":"2021-01-03-c","type":"news","title":"C","published":"2021-01-03"}"#,
    ];

    fn json_lines_of(lines: &[&str]) -> (String, Converted, Report) {
        let publication = publication();
        let mut report = Report::default();
        let conversion = conversion(&publication, Format::JsonLines, Part::Whole);
        let input = lines.join("\n");
        let (out, converted) = convert(input.as_bytes(), "<stdin>", &conversion, &mut report, Vec::new()).unwrap();
        (String::from_utf8(out).unwrap(), converted, report)
    }

    /// Also where all of it comes in at once.
    #[test]
    fn nothing_is_written_after_a_wrong_line() {
        let [a, b, c] = LINES;
        let (out, converted, report) = json_lines_of(&[a, "", b, "{}", c, "no JSON"]);
        assert_eq!((converted, out.lines().count()), (Converted { written: 2, left_out: 0 }, 2));
        let lines = report.diagnostics().iter().filter_map(|it| Some(it.position.as_ref()?.line)).collect::<Vec<_>>();
        assert_eq!((lines.first(), lines.last()), (Some(&4), Some(&6)));
        assert!(report.diagnostics().iter().all(|diagnostic| &*diagnostic.path == "<stdin>"));
    }

    /// A document of which the end is missing is not taken for a whole one.
    #[test]
    fn there_is_no_epilogue_after_a_wrong_line() {
        let publication = publication();
        let conversion = conversion(&publication, Format::JsonLd, Part::Whole);
        let mut report = Report::default();
        let (out, _) = convert(&b"{}"[..], "<stdin>", &conversion, &mut report, Vec::new()).unwrap();
        assert!(serde_json::from_slice::<serde_json::Value>(&out).is_err());
        let (out, _) = run(&b""[..], &conversion);
        assert!(serde_json::from_slice::<serde_json::Value>(&out).is_ok());
    }

    #[test]
    fn what_is_not_published_at_the_time_is_left_out() {
        let with = |more: &str| LINES[0].replace('}', &format!(",{more}}}"));
        let held_back = LINES[0].replace("\"2021-01-01\"", "\"2021-06-02\"");
        let gone = [r#""draft":true"#, r#""withdrawn":"2021-06-01""#, r#""expires":"2021-06-01T23:59""#].map(with);
        for line in gone.into_iter().chain([held_back]) {
            let (out, converted, report) = json_lines_of(&[&line, LINES[1]]);
            assert_eq!(report.errors(), 0, "{}", report.render(anslag_wording::Language::English, false));
            assert_eq!((converted, out.lines().count()), (Converted { written: 1, left_out: 1 }, 1), "{line}");
        }
    }

    #[test]
    fn a_change_that_is_dated_later_is_left_out() {
        for (modified, is_told) in [("2021-06-01", true), ("2021-06-02", false)] {
            let line = LINES[0].replace('}', &format!(",\"modified\":\"{modified}\"}}"));
            assert_eq!(json_lines_of(&[&line]).0.contains("modified"), is_told, "{modified}");
        }
    }

    /// Lines are passed on, though more may come.
    #[test]
    fn nobody_waits_for_what_is_there() {
        struct Line<'a>(std::slice::Iter<'a, &'a str>, &'a std::cell::RefCell<Vec<u8>>, usize);

        impl Read for Line<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                assert_eq!(self.1.borrow().iter().filter(|byte| **byte == b'\n').count(), self.2, "it was waited for");
                let Some(line) = self.0.next() else { return Ok(0) };
                self.2 += 1;
                buffer[..line.len()].copy_from_slice(line.as_bytes());
                buffer[line.len()] = b'\n';
                Ok(line.len() + 1)
            }
        }

        struct Out<'a>(&'a std::cell::RefCell<Vec<u8>>);

        impl Write for Out<'_> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.borrow_mut().write(bytes)
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        let written = std::cell::RefCell::default();
        let publication = publication();
        let input = Line(LINES.iter(), &written, 0);
        let conversion = conversion(&publication, Format::JsonLines, Part::Whole);
        convert(input, "<stdin>", &conversion, &mut Report::default(), Out(&written)).unwrap();
        assert_eq!(written.borrow().iter().filter(|byte| **byte == b'\n').count(), 3);
    }
}
