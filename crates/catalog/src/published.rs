use crate::{Count, Extent};
use anslag_core::{AnnouncementType, Compression, Format, Slug};

/// Published files and data that the catalogue describes.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Days, languages, publishers and types of the announcements.
    pub extent: Extent,
    /// Files that hold announcements.
    pub distributions: Vec<Distribution>,
    /// Path of the list of all feeds; `None` without feeds.
    pub feed_list: Option<String>,
    /// Numbers of triples, classes and properties.
    pub count: Count,
}

/// A published file that holds announcements.
///
/// It is a format of its dataset: a file that holds only a part of the dataset, such as a single table, is no distribution.
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
    /// One table: with a row for each announcement, or for each thing that announcements of a type are about.
    Table(Selection),
    /// Description of all tables, whose files are in the same directory.
    Package,
    /// All tables, a sheet each.
    Workbook,
    /// Events and deadlines.
    Calendar,
    /// Announcements at their places.
    Places,
    /// The announcements of a selection that were changed last.
    Feed(Selection),
}

/// Announcements that a dataset holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All announcements.
    All,
    /// Announcements of one publisher, by its key.
    Publisher(Slug),
    /// Announcements of one type.
    Type(AnnouncementType),
}

impl Distribution {
    /// Returns the selection whose dataset the file belongs to.
    pub(crate) const fn selection(&self) -> &Selection {
        match &self.content {
            Content::Feed(selection) | Content::Table(selection) => selection,
            Content::Everything | Content::Package | Content::Workbook | Content::Calendar | Content::Places => {
                &Selection::All
            }
        }
    }
}
