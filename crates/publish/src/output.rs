use crate::json_lines;
use anslag_core::{Announcement, Format, OutputSettings, Publication};
use anslag_feed::calendar;
use anslag_rdf::{Graph, Syntax};
use anslag_table::{Dialect, Table};
use std::io::{self, Write};

/// A file that holds something of every announcement: `prologue ++ chunk* ++ epilogue`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A dump in a syntax of RDF.
    Rdf(Syntax),
    /// The model itself, an announcement a line.
    JsonLines,
    /// A table in one of its dialects.
    Table(Table, Dialect),
    /// The events and deadlines.
    Calendar,
}

/// A run of announcements, read and described once for all outputs.
pub(crate) struct Chunk {
    pub(crate) announcements: Vec<Announcement>,
    pub(crate) graphs: Vec<Graph>,
}

impl Output {
    /// The output of a format, which for CSV is one of its tables in one of their dialects; none for feeds, which have pages.
    #[must_use]
    pub fn new(format: Format, table: Table, dialect: Dialect) -> Option<Self> {
        let syntax = |syntax: &Syntax| syntax.format() == format;
        match format {
            Format::Turtle | Format::TriG | Format::NTriples | Format::NQuads | Format::RdfXml | Format::JsonLd => {
                Syntax::ALL.into_iter().find(syntax).map(Self::Rdf)
            }
            Format::JsonLines => Some(Self::JsonLines),
            Format::Csv => Some(Self::Table(table, dialect)),
            Format::ICalendar => Some(Self::Calendar),
            Format::Rss | Format::Atom | Format::JsonFeed => None,
        }
    }

    /// The outputs of a publication that is written in `forms`.
    pub(crate) fn of(forms: &OutputSettings) -> Vec<Self> {
        let tables = Dialect::ALL.into_iter().flat_map(|dialect| Table::ALL.map(|table| Self::Table(table, dialect)));
        let all = Syntax::ALL.map(Self::Rdf).into_iter().chain([Self::JsonLines]).chain(tables).chain([Self::Calendar]);
        all.filter(|output| forms.has(output.format())).collect()
    }

    /// The format that it is of.
    pub(crate) const fn format(self) -> Format {
        match self {
            Self::Rdf(syntax) => syntax.format(),
            Self::JsonLines => Format::JsonLines,
            Self::Table(..) => Format::Csv,
            Self::Calendar => calendar::FORMAT,
        }
    }

    /// Whether it may be offered compressed: programs can read such a file, Excel and calendars cannot.
    pub(crate) const fn is_for_programs(self) -> bool {
        match self {
            Self::Rdf(_) | Self::JsonLines | Self::Table(_, Dialect::Standard) => true,
            Self::Table(_, Dialect::Excel) | Self::Calendar => false,
        }
    }

    /// The file's path in the published layout.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Rdf(syntax) => format!("data/announcements.{}", syntax.format().spec().extension),
            Self::JsonLines => format!("data/announcements.{}", Format::JsonLines.spec().extension),
            Self::Table(table, Dialect::Standard) => format!("data/{}", table.file_name()),
            Self::Table(table, Dialect::Excel) => format!("data/excel/{}", table.file_name()),
            Self::Calendar => calendar::PATH.to_owned(),
        }
    }

    /// Writes what stands before the announcements.
    pub(crate) fn prologue(self, publication: &Publication, register: &Graph, out: impl Write) -> io::Result<()> {
        match self {
            Self::Rdf(syntax) => syntax.prologue(publication, register, out).map(drop),
            Self::JsonLines => Ok(()),
            Self::Table(table, dialect) => anslag_table::csv::header(table, dialect, out).map(drop),
            Self::Calendar => calendar::prologue(publication, out).map(drop),
        }
    }

    /// Writes a run of announcements.
    pub(crate) fn chunk(self, publication: &Publication, chunk: &Chunk, mut out: impl Write) -> io::Result<()> {
        match self {
            Self::Rdf(syntax) => syntax.chunk(publication, &chunk.graphs, out).map(drop),
            Self::JsonLines => {
                chunk.announcements.iter().try_for_each(|announcement| json_lines::write(announcement, &mut out))
            }
            Self::Table(table, dialect) => {
                anslag_table::csv::rows(table, dialect, publication, &chunk.announcements, out).map(drop)
            }
            Self::Calendar => calendar::chunk(publication, &chunk.announcements, out).map(drop),
        }
    }

    /// Writes what stands after the announcements.
    pub(crate) fn epilogue(self, out: impl Write) -> io::Result<()> {
        match self {
            Self::Rdf(syntax) => syntax.epilogue(out).map(drop),
            Self::JsonLines | Self::Table(..) => Ok(()),
            Self::Calendar => calendar::epilogue(out).map(drop),
        }
    }
}
