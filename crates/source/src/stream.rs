use crate::{
    Report,
    line::{Lines, too_long_line},
    read::read_json_line,
};
use anslag_core::{Announcement, Publication};
use std::io::{self, BufReader, Read};

/// Reader of announcements as a stream of JSON Lines, from standard input for example.
pub struct JsonLines<R> {
    name: String,
    lines: Lines<BufReader<R>>,
}

/// Line that is not empty.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonLine {
    /// An announcement.
    Announcement(Box<Announcement>),
    /// Invalid line, whose errors are in the report.
    Wrong,
}

impl<R: Read> JsonLines<R> {
    /// Returns a reader; `name` is how its input is shown to the user.
    pub fn new(name: &str, reader: R) -> Self {
        Self { name: name.to_owned(), lines: Lines::new(BufReader::with_capacity(1 << 16, reader)) }
    }

    /// Returns the next line that is not empty, or `None` at the end. Problems go to the report.
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

    /// Returns whether the next line is buffered, so that reading it does not wait.
    pub fn has_line(&self) -> bool {
        self.lines.reader().buffer().contains(&b'\n')
    }
}
