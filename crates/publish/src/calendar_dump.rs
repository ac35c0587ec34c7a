use crate::dump::{Chunk, Dump, Note};
use anslag_catalog::Content;
use anslag_core::{FormatSpec, Publication};
use anslag_feed::calendar;
use anslag_rdf::Graph;
use jiff::civil::Date;
use std::{
    io,
    ops::{Range, RangeInclusive},
};

/// The events and deadlines as iCalendar.
///
/// The note of a chunk holds the first days for which it is the same.
pub(crate) struct CalendarDump {
    first_day: Date,
}

impl CalendarDump {
    /// Returns the calendar of a day.
    pub(crate) fn new(as_of: Date) -> Self {
        Self { first_day: calendar::first_day(as_of) }
    }
}

impl Dump for CalendarDump {
    fn spec(&self) -> &'static FormatSpec {
        calendar::FORMAT.spec()
    }

    fn path(&self) -> String {
        calendar::PATH.to_owned()
    }

    fn distribution(&self) -> Option<(&'static str, Content)> {
        Some(("calendar", Content::Calendar))
    }

    fn is_compressible(&self) -> bool {
        false
    }

    fn prologue(&self, publication: &Publication, _: &Graph) -> io::Result<Vec<u8>> {
        calendar::prologue(publication, self.first_day, Vec::new())
    }

    fn chunk(&self, publication: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)> {
        let (bytes, days) = calendar::chunk(publication, self.first_day, &chunk.announcements, Vec::new())?;
        Ok((bytes, note(&days)))
    }

    fn is_current(&self, note: &Note) -> bool {
        note.is_empty() || days(note).is_some_and(|days| days.contains(&self.first_day))
    }

    fn epilogue(&self, _: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>> {
        calendar::epilogue(Vec::new())
    }
}

/// Returns the note of a chunk; empty if no day makes a difference.
fn note(days: &RangeInclusive<Date>) -> Note {
    if *days == (Date::MIN..=Date::MAX) { Note::new() } else { format!("{}/{}", days.start(), days.end()).into() }
}

/// Returns the first days for which a chunk with this note is the same.
fn days(note: &Note) -> Option<RangeInclusive<Date>> {
    let (first, last) = str::from_utf8(note).ok()?.split_once('/')?;
    Some(first.parse().ok()?..=last.parse().ok()?)
}
