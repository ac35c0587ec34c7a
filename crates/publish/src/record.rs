use crate::{PublishError, dump_file::DumpFile, error::Attempt, export::Export, previous::Previous};
use anslag_source::IndexEntry;
use anslag_spool::Checksum;
use std::{
    fmt,
    io::{self, BufRead, BufReader},
};

/// Length from which on lines are written.
const BLOCK: usize = 1 << 16;

/// Line of the record of the published announcements, by which the next export knows them. Its columns are separated by tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordLine {
    /// Id of the announcement.
    pub id: String,
    /// Time of the last change, as the source gives it.
    pub updated: String,
    /// Fingerprint of the text.
    pub text: String,
}

impl RecordLine {
    /// Path of the record in the published layout.
    pub const PATH: &str = "published.tsv";

    /// Returns the line of an entry of the index.
    pub(crate) fn of(entry: &IndexEntry) -> Self {
        Self { id: entry.id.to_string(), updated: entry.updated.to_string(), text: entry.text.to_string() }
    }

    /// Parses a line; returns `None` if it has other columns.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let mut columns = line.split('\t').map(str::to_owned);
        let line = Self { id: columns.next()?, updated: columns.next()?, text: columns.next()? };
        columns.next().is_none().then_some(line)
    }
}

impl fmt::Display for RecordLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\t{}\t{}", self.id, self.updated, self.text)
    }
}

/// Writes the record.
pub(crate) fn write(export: &Export<'_>) -> Result<(), PublishError> {
    let mut file = DumpFile::new(RecordLine::PATH.to_owned(), export.staging);
    let mut lines = String::new();
    for entry in export.plan.entries(export.corpus) {
        lines += &RecordLine::of(&entry?).to_string();
        if lines.len() >= BLOCK {
            file.push(lines.as_bytes(), Checksum::of(lines.as_bytes()))?;
            lines.clear();
        }
    }
    file.push(lines.as_bytes(), Checksum::of(lines.as_bytes()))?;
    file.finish().map(drop)
}

/// Reads the record of a publication; there are no lines if it has none, or if it is damaged: its ids cannot be told from
/// those that were published then.
pub(crate) fn read(
    previous: &Previous,
) -> Result<impl Iterator<Item = Result<RecordLine, PublishError>> + use<'_>, PublishError> {
    let failed = |error| PublishError::io(Attempt::Read, previous.path(RecordLine::PATH))(error);
    let is_there = previous.manifest().is_some_and(|manifest| manifest.files.contains_key(RecordLine::PATH));
    let file = (is_there && !previous.is_damaged(RecordLine::PATH))
        .then(|| previous.open(RecordLine::PATH).map_err(failed))
        .transpose()?;
    let lines = file.map(|file| BufReader::with_capacity(BLOCK, file).lines());
    let line = move |line: io::Result<String>| match line {
        Ok(line) => RecordLine::parse(&line).map(Ok),
        Err(error) => Some(Err(failed(error))),
    };
    Ok(lines.into_iter().flatten().filter_map(line))
}
