use crate::{
    Output,
    fate::{Days, Fate},
    output::Chunk,
};
use anslag_core::{Announcement, Publication};
use anslag_source::{JsonLine, JsonLines, Report};
use anslag_wording::wording;
use jiff::civil::Date;
use std::{
    error::Error,
    io::{self, Read, Write},
};

/// What a conversion writes, and of what.
#[derive(Clone, Copy)]
pub struct Conversion<'a> {
    /// The publication that the announcements are of.
    pub publication: &'a Publication,
    /// The form that they are given.
    pub output: Output,
    /// What is written of the document.
    pub part: Part,
    /// The day whose state is written: as in an export, drafts and what is not published on it are left out.
    pub as_of: Date,
}

/// What is written of a document. A prologue, then the chunks of any number of runs, then an epilogue are a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// What stands before the announcements; none is read.
    Prologue,
    /// The announcements alone.
    Chunk,
    /// What stands after them; none is read.
    Epilogue,
}

/// How many announcements a conversion has met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    /// How many are written.
    pub written: usize,
    /// How many are left out, because they are not published on the day.
    pub left_out: usize,
}

wording! {
    /// What stopped a conversion before its end.
    #[derive(Debug)]
    pub enum ConvertError {
        /// The announcements could not be read.
        Read {
            /// Why.
            source: io::Error,
        }
            en("cannot read the announcements")
            sv("det går inte att läsa tillkännagivandena"),
        /// What they are converted to could not be written.
        Write {
            /// Why.
            source: io::Error,
        }
            en("cannot write what the announcements are converted to")
            sv("det går inte att skriva det som tillkännagivandena omvandlas till"),
    }
}

impl Error for ConvertError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Read { source } | Self::Write { source } => Some(source),
        }
    }
}

/// Reads announcements as JSON Lines and writes them in their order in another form, with the code of an export.
///
/// What has come in is written before more is waited for; in memory are at most the lines of a buffer, and one that does
/// not fit into it. After the first line that is wrong nothing is written, so that a document without its epilogue is all
/// that there can be then; the other lines are read, and all that is wrong goes to the report, under `name`.
pub fn convert<W: Write>(
    input: impl Read,
    name: &str,
    conversion: &Conversion<'_>,
    report: &mut Report,
    mut out: W,
) -> Result<(W, Converted), ConvertError> {
    let Conversion { publication, output, part, .. } = *conversion;
    let write = |source| ConvertError::Write { source };
    let mut converted = Converted::default();
    let errors = report.errors();
    if matches!(part, Part::Whole | Part::Prologue) {
        let register = anslag_rdf::register(publication);
        let mut bytes = Vec::new();
        output.prologue(publication, &register, &mut bytes).and_then(|()| out.write_all(&bytes)).map_err(write)?;
    }
    if matches!(part, Part::Whole | Part::Chunk) {
        let mut lines = JsonLines::new(name, input);
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
                conversion.write(announcements, &mut out).map_err(write)?;
            }
            if is_end {
                break;
            }
        }
    }
    if matches!(part, Part::Whole | Part::Epilogue) && report.errors() == errors {
        output.epilogue(&mut out).map_err(write)?;
    }
    out.flush().map_err(write)?;
    Ok((out, converted))
}

impl Conversion<'_> {
    /// Writes a run of announcements, and has them passed on.
    fn write(&self, announcements: Vec<Announcement>, mut out: impl Write) -> io::Result<()> {
        let graphs = match self.output {
            Output::Rdf(_) => anslag_rdf::graphs(self.publication, &announcements),
            Output::JsonLines | Output::Table(..) | Output::Calendar => Vec::new(),
        };
        let mut bytes = Vec::new();
        self.output.chunk(self.publication, &Chunk { announcements, graphs }, &mut bytes)?;
        out.write_all(&bytes)?;
        out.flush()
    }

    /// An announcement as it is published on the day, by the rules of an export; none where it is not. Which others
    /// translate it, it has to say itself.
    fn as_published(&self, announcement: Announcement) -> Option<Announcement> {
        let days = Days::of(&announcement, self.publication);
        let is_published = days.fate(self.as_of) == Fate::Published;
        let is_stripped = days.is_stripped(self.as_of);
        is_published.then(|| if is_stripped { announcement.without_personal_data() } else { announcement })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dialect, Table, json_lines};
    use anslag_core::{Format, OutputSettings};
    use anslag_fixtures::{announcements, publication};
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Something that gives a few bytes at a time.
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

    fn conversion(publication: &Publication, output: Output, part: Part) -> Conversion<'_> {
        Conversion { publication, output, part, as_of: date(2021, 6, 1) }
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

        /// For every output, and wherever the input is cut; and however few bytes come in at a time.
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
            for output in Output::of(&OutputSettings::default()) {
                let all = lines.concat();
                let (whole, counted) = run(all.as_slice(), &conversion(&publication, output, Part::Whole));
                let part = |part, input: &[u8]| run(Drip(input, drip), &conversion(&publication, output, part));
                let mut together = part(Part::Prologue, &all).0;
                let mut sum = Converted::default();
                for run in cuts.windows(2) {
                    let (bytes, converted) = part(Part::Chunk, &lines[run[0]..run[1]].concat());
                    together.extend(bytes);
                    sum.written += converted.written;
                    sum.left_out += converted.left_out;
                }
                together.extend(part(Part::Epilogue, &all).0);
                prop_assert!(together == whole, "{output:?}");
                prop_assert_eq!(sum, counted);
                prop_assert_eq!(counted.written + counted.left_out, announcements.len());
            }
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
        let conversion = conversion(&publication, Output::JsonLines, Part::Whole);
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
        let output = Output::new(Format::JsonLd, Table::Announcements, Dialect::Standard).unwrap();
        let conversion = conversion(&publication, output, Part::Whole);
        let mut report = Report::default();
        let (out, _) = convert(&b"{}"[..], "<stdin>", &conversion, &mut report, Vec::new()).unwrap();
        assert!(serde_json::from_slice::<serde_json::Value>(&out).is_err());
        let (out, _) = run(&b""[..], &conversion);
        assert!(serde_json::from_slice::<serde_json::Value>(&out).is_ok());
    }

    #[test]
    fn what_is_not_published_on_the_day_is_left_out() {
        let with = |more: &str| LINES[0].replace('}', &format!(",{more}}}"));
        let held_back = LINES[0].replace("\"2021-01-01\"", "\"2021-06-02\"");
        let gone = [r#""draft":true"#, r#""withdrawn":"2021-06-01""#, r#""expires":"2021-06-01""#].map(with);
        for line in gone.into_iter().chain([held_back]) {
            let (out, converted, report) = json_lines_of(&[&line, LINES[1]]);
            assert_eq!(report.errors(), 0, "{}", report.render(anslag_wording::Language::English, false));
            assert_eq!((converted, out.lines().count()), (Converted { written: 1, left_out: 1 }, 1), "{line}");
        }
    }

    /// What has come in is passed on, though more may come.
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
        let conversion = conversion(&publication, Output::JsonLines, Part::Whole);
        convert(input, "<stdin>", &conversion, &mut Report::default(), Out(&written)).unwrap();
        assert_eq!(written.borrow().iter().filter(|byte| **byte == b'\n').count(), 3);
    }
}
