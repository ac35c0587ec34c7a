use anslag_catalog::Content;
use anslag_core::{Announcement, FormatSpec, Publication};
use anslag_rdf::Graph;
use std::{cell::OnceCell, io, ops::Range};

/// A file that holds something of every announcement: `prologue ++ chunk* ++ epilogue`, with a separator between the chunks
/// that are not empty.
///
/// A chunk depends on its own announcements only, so that chunks are rendered in parallel and copied while they are
/// unchanged.
pub(crate) trait Dump: Sync {
    /// Returns the row of its format.
    fn spec(&self) -> &'static FormatSpec;

    /// Returns the path in the published layout.
    fn path(&self) -> String {
        format!("data/announcements.{}", self.spec().extension)
    }

    /// Returns the key and the content of its distribution in the catalogue; `None` if it is only a part of one.
    fn distribution(&self) -> Option<(&'static str, Content)> {
        Some((self.spec().extension, Content::Everything))
    }

    /// Returns whether it is offered compressed if it is large. Programs read such files, Excel and calendars do not.
    fn is_compressible(&self) -> bool {
        true
    }

    /// Returns what stands between two chunks that are not empty; nothing in most formats.
    fn separator(&self) -> &'static [u8] {
        b""
    }

    /// Renders what stands before the announcements.
    fn prologue(&self, publication: &Publication, register: &Graph) -> io::Result<Vec<u8>>;

    /// Renders a run of announcements, with what the epilogue needs to know about it.
    fn chunk(&self, publication: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)>;

    /// Returns whether a piece with this note, which an export of another day has rendered, is still the same.
    fn is_current(&self, _: &Note) -> bool {
        true
    }

    /// Renders what stands after the announcements. `pieces` are the positions of those chunks that have a note.
    fn epilogue(&self, pieces: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>>;
}

/// Facts about a chunk for the epilogue of a dump, in the dump's own encoding; empty for most formats.
///
/// They are cached with the chunk.
pub(crate) type Note = Vec<u8>;

/// A run of announcements, read once for all dumps.
pub(crate) struct Chunk {
    pub(crate) announcements: Vec<Announcement>,
    graphs: OnceCell<Vec<Graph>>,
}

impl Chunk {
    /// Takes announcements that are written together.
    pub(crate) fn new(announcements: Vec<Announcement>) -> Self {
        Self { announcements, graphs: OnceCell::new() }
    }

    /// Returns the graph of each announcement. They are made when the first dump asks for them.
    pub(crate) fn graphs(&self, publication: &Publication) -> &[Graph] {
        self.graphs.get_or_init(|| anslag_rdf::graphs(publication, &self.announcements))
    }
}
