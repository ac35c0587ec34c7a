use crate::{DiffError, Difference, differences};
use serde::{Deserialize, de::DeserializeOwned};
use std::{
    collections::HashMap,
    fs::File,
    hash::{DefaultHasher, Hash, Hasher},
    io::{BufRead, BufReader, Read, Seek, SeekFrom},
};

/// Longest line that is read, in bytes.
const MAX_LINE: u64 = 1 << 28;

/// Announcements of a former state. In memory are a few numbers for each of them.
#[derive(Debug)]
pub struct Former {
    file: BufReader<File>,
    /// Lines by the hashes of their ids.
    lines: HashMap<u64, Line>,
    /// Number of the lines of the new state so far.
    count: usize,
    /// Names of both states, for messages.
    names: [String; 2],
}

/// Line of the former state.
#[derive(Clone, Copy, Debug)]
struct Line {
    number: usize,
    start: u64,
    digest: u64,
    is_found: bool,
}

/// Identity and title of an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Announced {
    /// Identity.
    pub id: String,
    /// Title.
    pub title: String,
}

/// Difference between the states of one announcement.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Only the new state has it.
    Added(Announced),
    /// Both states have it, with other fields.
    Changed(Announced, Vec<Difference>),
    /// Only the former state has it.
    Removed(Announced),
}

impl Former {
    /// Reads the JSON Lines of a former state. Messages call the former and the new state by `names`.
    ///
    /// # Errors
    /// Fails if the file cannot be read, or if a line is no announcement.
    pub fn new(mut file: File, names: [String; 2]) -> Result<Self, DiffError> {
        file.seek(SeekFrom::Start(0))?;
        let mut file = BufReader::with_capacity(1 << 16, file);
        let (mut lines, mut start) = (HashMap::new(), 0);
        for number in 1.. {
            let at = Place { state: &names[0], line: number };
            let line = read_line(&mut file, at)?;
            if line.is_empty() {
                break;
            }
            let Announced { id, .. } = parse(&line, at)?;
            lines.insert(hash(id.as_bytes()), Line { number, start, digest: hash(trimmed(&line)), is_found: false });
            start += line.len() as u64;
        }
        Ok(Self { file, lines, count: 0, names })
    }

    /// Compares a line of the new state with the former one. Returns `None` if nothing has changed.
    ///
    /// # Errors
    /// Fails if the line is no announcement, or if the former one cannot be read.
    pub fn compare(&mut self, line: &[u8]) -> Result<Option<Change>, DiffError> {
        self.count += 1;
        let new: Announced = parse(line, self.place())?;
        let Some(found) = self.lines.get_mut(&hash(new.id.as_bytes())) else { return Ok(Some(Change::Added(new))) };
        found.is_found = true;
        let found = *found;
        if found.digest == hash(trimmed(line)) {
            return Ok(None);
        }
        let differences = differences(&self.line(found)?, &parse(line, self.place())?);
        Ok((!differences.is_empty()).then_some(Change::Changed(new, differences)))
    }

    /// Returns the announcements that were not among the lines of the new state, in the order of the former one.
    pub fn removed(mut self) -> impl Iterator<Item = Result<Change, DiffError>> {
        let mut left: Vec<Line> = self.lines.values().copied().filter(|line| !line.is_found).collect();
        left.sort_unstable_by_key(|line| line.start);
        left.into_iter().map(move |line| Ok(Change::Removed(self.line(line)?)))
    }

    /// Reads a line of the former state again.
    fn line<T: DeserializeOwned>(&mut self, line: Line) -> Result<T, DiffError> {
        let at = Place { state: &self.names[0], line: line.number };
        self.file.seek(SeekFrom::Start(line.start))?;
        parse(&read_line(&mut self.file, at)?, at)
    }

    /// Returns the place of the last line of the new state.
    fn place(&self) -> Place<'_> {
        Place { state: &self.names[1], line: self.count }
    }
}

/// Place of a line, for messages.
#[derive(Clone, Copy)]
struct Place<'n> {
    state: &'n str,
    line: usize,
}

impl From<Place<'_>> for DiffError {
    fn from(Place { state, line }: Place<'_>) -> Self {
        Self::Line { state: state.to_owned(), line }
    }
}

/// Reads a line with its end; an empty one is the end of the file.
fn read_line(file: &mut impl BufRead, at: Place<'_>) -> Result<Vec<u8>, DiffError> {
    let mut line = Vec::new();
    let length = file.take(MAX_LINE).read_until(b'\n', &mut line)?;
    if length as u64 == MAX_LINE { Err(at.into()) } else { Ok(line) }
}

fn parse<T: DeserializeOwned>(line: &[u8], at: Place<'_>) -> Result<T, DiffError> {
    serde_json::from_slice(line).map_err(|_| at.into())
}

fn trimmed(line: &[u8]) -> &[u8] {
    line.trim_ascii_end()
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
