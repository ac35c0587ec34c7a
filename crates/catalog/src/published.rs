use crate::{Count, Extent, Text};
use anslag_core::{Compression, Format, Slug};

/// Published files and data that the catalogue describes.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Days, languages and publishers of the announcements.
    pub extent: Extent,
    /// Files that hold announcements.
    pub distributions: Vec<Distribution>,
    /// Path of the list of all feeds; `None` without feeds.
    pub feed_list: Option<String>,
    /// Numbers of triples, classes and properties.
    pub count: Count,
}

/// A published file that holds announcements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// Last part of the distribution's IRI, unique in the publication.
    pub key: String,
    /// Format of the file; of a compressed file, the format inside.
    pub format: Format,
    /// Compression of the file.
    pub compression: Option<Compression>,
    /// Content of the file.
    pub content: Content,
    /// Path in the published layout.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
}

/// Content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// All announcements with all their facts.
    Everything,
    /// A table of announcements or their parts.
    Table {
        /// Title of the table.
        title: Text,
        /// Description of a row of the table.
        description: Text,
        /// Marks a file for a Swedish Excel.
        is_for_excel: bool,
    },
    /// All tables, a sheet each.
    Workbook,
    /// Events and deadlines.
    Calendar,
    /// The announcements that were changed last.
    Feed {
        /// Key of the only publisher; `None` for all publishers.
        publisher: Option<Slug>,
    },
}

impl Distribution {
    /// Returns the key of the only publisher whose announcements the file holds; `None` for all publishers.
    pub(crate) const fn publisher(&self) -> Option<&Slug> {
        match &self.content {
            Content::Feed { publisher } => publisher.as_ref(),
            Content::Everything | Content::Table { .. } | Content::Workbook | Content::Calendar => None,
        }
    }
}
