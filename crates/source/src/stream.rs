use crate::{
    Report,
    help::Help,
    line::{Lines, foreign_file, too_long_line},
    message::Message,
    read::{parse_json_line, report_findings},
};
use anslag_core::{Announcement, Fingerprint, Publication};
use jiff::Timestamp;
use std::{
    collections::HashMap,
    io::{self, BufReader, Read},
};

/// Reader of announcements as a stream of JSON Lines, from standard input for example.
///
/// An id that is given twice is an error. In memory are a few numbers for each id, and no announcement.
pub struct JsonLines<R> {
    name: String,
    lines: Lines<BufReader<R>>,
    now: Option<Timestamp>,
    /// `true` if the input is no text, so that it has no lines.
    is_foreign: bool,
    /// Line of each id, by its fingerprint.
    ids: HashMap<Fingerprint, usize>,
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
        let lines = Lines::new(BufReader::with_capacity(1 << 16, reader));
        Self { name: name.to_owned(), lines, now: None, is_foreign: false, ids: HashMap::new() }
    }

    /// Sets the time that tells what is in the future.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        Self { now: Some(now), ..self }
    }

    /// Returns the next line that is not empty, or `None` at the end. Problems go to the report.
    pub fn next(&mut self, publication: &Publication, report: &mut Report) -> io::Result<Option<JsonLine>> {
        if self.is_foreign {
            return Ok(None);
        }
        while let Some(line) = self.lines.next()? {
            if let Some(diagnostic) = foreign_file(&self.name, &line) {
                report.add(diagnostic);
                self.is_foreign = true;
                return Ok(Some(JsonLine::Wrong));
            }
            let Some(bytes) = line.bytes else {
                report.add(too_long_line(&self.name, line.number));
                return Ok(Some(JsonLine::Wrong));
            };
            if !bytes.trim_ascii().is_empty() {
                let (read, findings) = parse_json_line(bytes, publication, None, self.now);
                let read = read.filter(|announcement| {
                    let ids = [&announcement.id].into_iter().chain(&announcement.aliases);
                    let lines =
                        ids.map(|id| (id, self.ids.insert(Fingerprint::of_bytes(id.as_str().as_bytes()), line.number)));
                    for (id, first) in lines.filter_map(|(id, first)| Some((id, first?))) {
                        let first = format!("{}:{first}", self.name);
                        findings.add(0..0, Message::DuplicateId { id: id.clone(), first }, None, Some(Help::OtherId));
                    }
                    !findings.failed()
                });
                report_findings(findings, &self.name, bytes, line.number, report);
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
