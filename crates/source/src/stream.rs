use crate::{
    Report,
    line::{Lines, too_long_line},
    read::read_json_line,
};
use anslag_core::{Announcement, Publication};
use std::io::{self, BufReader, Read};

/// Announcements that come in as JSON Lines and are not kept: standard input, say.
pub struct JsonLines<R> {
    name: String,
    lines: Lines<BufReader<R>>,
}

/// A line with something in it.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonLine {
    /// An announcement.
    Announcement(Box<Announcement>),
    /// What is no announcement; why is in the report.
    Wrong,
}

impl<R: Read> JsonLines<R> {
    /// Reads lines; `name` is how their source is shown to the user.
    pub fn new(name: &str, reader: R) -> Self {
        Self { name: name.to_owned(), lines: Lines::new(BufReader::with_capacity(1 << 16, reader)) }
    }

    /// The next line that is not empty; none at the end. What is wrong with it goes to the report.
    pub fn next(&mut self, publication: &Publication, report: &mut Report) -> io::Result<Option<JsonLine>> {
        while let Some(line) = self.lines.next()? {
            let Some(bytes) = line.bytes else {
                report.add(too_long_line(&self.name, line.number));
                return Ok(Some(JsonLine::Wrong));
            };
            if !bytes.trim_ascii().is_empty() {
                let read = read_json_line(&self.name, line.number, bytes, publication, report);
                return Ok(Some(read.map_or(JsonLine::Wrong, |read| JsonLine::Announcement(Box::new(read)))));
            }
        }
        Ok(None)
    }

    /// Whether the next line has come in whole, so that it need not be waited for.
    pub fn has_line(&self) -> bool {
        self.lines.reader().buffer().contains(&b'\n')
    }
}
