use crate::{Compression, CustomFeed, DocumentFormat, FeedKind, Format};
use std::{collections::BTreeSet, sync::Arc};

/// Settings of `[output]` in publication.toml: formats, documents, copies and the history.
///
/// Formats that are not chosen are neither written nor described anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputSettings {
    /// The formats.
    pub formats: BTreeSet<Format>,
    /// The formats of the documents about single announcements and the register, of those that are written; `None` for the
    /// first of them.
    pub documents: Option<BTreeSet<DocumentFormat>>,
    /// The kinds of feed that have archives; the others have only their current pages, which lead to the feed of everything.
    pub archives: BTreeSet<FeedKind>,
    /// The feeds beside those that every publication has, in the order of the settings; each key stands once.
    pub feeds: Vec<Arc<CustomFeed>>,
    /// The compressions that large dumps are offered in besides.
    pub compress: BTreeSet<Compression>,
    /// The number of bytes from which on a dump is compressed.
    pub compress_from: u64,
    /// `true` if exports record which notices are up.
    pub history: bool,
}

impl OutputSettings {
    /// Returns whether a format is written.
    #[must_use]
    pub fn has(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }

    /// Returns the formats of the documents about each announcement.
    #[must_use]
    pub fn document_formats(&self) -> Vec<DocumentFormat> {
        let mut formats = self.possible_documents();
        match &self.documents {
            Some(chosen) => formats.retain(|format| chosen.contains(format)),
            None => formats.truncate(1),
        }
        formats
    }

    /// Returns the formats of the document about the register: those of the announcements; if these have none, the first
    /// that is written.
    #[must_use]
    pub fn register_formats(&self) -> Vec<DocumentFormat> {
        let mut formats = self.document_formats();
        if formats.is_empty() {
            formats.extend(self.possible_documents().first());
        }
        formats
    }

    /// Returns the formats of documents that are written.
    fn possible_documents(&self) -> Vec<DocumentFormat> {
        DocumentFormat::ALL.into_iter().filter(|document| self.has(document.format())).collect()
    }
}

impl Default for OutputSettings {
    /// Returns every format but those that only their name brings, with documents in Turtle, with archives of everything and
    /// of the types, and with nothing compressed.
    fn default() -> Self {
        Self {
            formats: Format::ALL.into_iter().filter(|format| format.spec().is_default).collect(),
            documents: None,
            archives: BTreeSet::from([FeedKind::All, FeedKind::Type]),
            feeds: Vec::new(),
            compress: BTreeSet::new(),
            compress_from: 1_000_000,
            history: true,
        }
    }
}
