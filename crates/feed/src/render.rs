use crate::{Feed, FeedFormat, Page, atom, content::ContentRenderer, entry::Entry, json, retirement, rss};
use anslag_core::{Announcement, Publication, Retired};
use std::io::{self, Write};

/// Renders announcements as entries. Setting up its sanitiser costs more than an entry: keep it for many.
pub struct Renderer<'a> {
    publication: &'a Publication,
    content: ContentRenderer,
}

/// The bytes of an entry in every format that the publication writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RenderedEntry {
    /// The formats one after another, in the order of [`FeedFormat::ALL`].
    bytes: Vec<u8>,
    /// The end of each format in `bytes`.
    ends: [usize; FeedFormat::ALL.len()],
}

impl<'a> Renderer<'a> {
    /// Returns a renderer for the publication's announcements.
    #[must_use]
    pub fn new(publication: &'a Publication) -> Self {
        Self { publication, content: ContentRenderer::new() }
    }

    /// Renders an announcement. The bytes depend on the announcement and the publication, not on a page.
    pub fn render(&mut self, announcement: &Announcement) -> RenderedEntry {
        let content = self.content.render(self.publication, announcement);
        RenderedEntry::new(&Entry::new(self.publication, announcement, content), self.publication)
    }

    /// Renders the one entry of a retired feed, which leads to the feed's successor.
    #[must_use]
    pub fn render_retirement(&self, feed: &Feed, retired: &Retired) -> RenderedEntry {
        RenderedEntry::new(&retirement::entry(self.publication, feed, retired), self.publication)
    }
}

impl RenderedEntry {
    fn new(entry: &Entry<'_>, publication: &Publication) -> Self {
        let zone = &publication.zone;
        let render = |format| match format {
            FeedFormat::Rss => rss::entry(entry, zone),
            FeedFormat::Atom => atom::entry(entry, zone),
            FeedFormat::JsonFeed => json::entry(entry, zone),
        };
        let mut bytes = Vec::new();
        let ends = FeedFormat::ALL.map(|format| {
            if publication.output.has(format.format()) {
                bytes.extend(render(format));
            }
            bytes.len()
        });
        Self { bytes, ends }
    }

    /// Returns the entry as one record: its bytes, then the end of each format as a little-endian `u64`.
    #[must_use]
    pub fn into_record(self) -> Vec<u8> {
        let mut record = self.bytes;
        self.ends.iter().for_each(|end| record.extend_from_slice(&(*end as u64).to_le_bytes()));
        record
    }

    /// Reads a record of [`into_record`](Self::into_record). Returns `None` if the bytes are no such record.
    #[must_use]
    pub fn from_record(mut record: Vec<u8>) -> Option<Self> {
        let mut ends = [0; FeedFormat::ALL.len()];
        for end in ends.iter_mut().rev() {
            *end = usize::try_from(u64::from_le_bytes(*record.last_chunk()?)).ok()?;
            record.truncate(record.len() - 8);
        }
        (ends.is_sorted() && ends.last() == Some(&record.len())).then_some(Self { bytes: record, ends })
    }

    /// Returns the bytes in one format; empty if the publication does not write it.
    #[must_use]
    pub fn in_format(&self, format: FeedFormat) -> &[u8] {
        let [rss, atom, json] = self.ends;
        let range = match format {
            FeedFormat::Rss => 0..rss,
            FeedFormat::Atom => rss..atom,
            FeedFormat::JsonFeed => atom..json,
        };
        &self.bytes[range]
    }
}

/// Writes a page with these entries and returns the writer.
///
/// A page is a prologue, its entries in their order, and an epilogue. An entry has the same bytes in every page.
pub fn write_page<W: Write>(page: &Page<'_>, entries: &[RenderedEntry], format: FeedFormat, out: W) -> io::Result<W> {
    let mut out = match format {
        FeedFormat::Rss => rss::prologue(page, out)?,
        FeedFormat::Atom => atom::prologue(page, out)?,
        FeedFormat::JsonFeed => json::prologue(page, out)?,
    };
    let (separator, epilogue): (&[u8], _) = match format {
        FeedFormat::Rss => (b"", rss::EPILOGUE),
        FeedFormat::Atom => (b"", atom::EPILOGUE),
        FeedFormat::JsonFeed => (b",", json::EPILOGUE),
    };
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            out.write_all(separator)?;
        }
        out.write_all(entry.in_format(format))?;
    }
    out.write_all(epilogue)?;
    Ok(out)
}
