use crate::dump::{Chunk, Dump, Note};
use anslag_catalog::Content;
use anslag_core::{FormatSpec, Publication};
use anslag_feed::calendar;
use anslag_rdf::Graph;
use std::{io, ops::Range};

/// The events and deadlines as iCalendar.
pub(crate) struct CalendarDump;

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
        calendar::prologue(publication, Vec::new())
    }

    fn chunk(&self, publication: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)> {
        Ok((calendar::chunk(publication, &chunk.announcements, Vec::new())?, Note::new()))
    }

    fn epilogue(&self, _: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>> {
        calendar::epilogue(Vec::new())
    }
}
