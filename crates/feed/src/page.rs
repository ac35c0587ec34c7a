use crate::{Feed, Form};
use anslag_core::{AnnouncementId, Iri, Moment, Publication};
use jiff::{Timestamp, civil::Date};
use std::{fmt, num::NonZeroU32};

/// A page of a feed: what is said in one file, beside its entries.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The publication that the feed is of.
    pub publication: &'a Publication,
    /// The feed that the page is of.
    pub feed: &'a Feed,
    /// Which page of the archive it is; none is the current page, which people subscribe to.
    pub archive: Option<ArchivePage>,
    /// The page of the archive that holds what is next older (RFC 5005, section 4).
    pub previous: Option<ArchivePage>,
    /// The page of the archive that holds what is next newer.
    pub next: Option<ArchivePage>,
    /// When the last of its announcements was changed; none where it has none.
    pub updated: Option<Timestamp>,
    /// Whether the feed has ended, so that the page will not change any more.
    pub has_ended: bool,
    /// What is gone, the last first: Atom says so (RFC 6721).
    pub gone: &'a [Tombstone],
}

/// The name of a page in a feed's archive: a calendar month, or a full page of one.
///
/// A month's entries, oldest first, fill pages with the numbers 1, 2, and so on; what is left, at least one entry, stands in
/// the page without a number. So a month's last page has a name that does not depend on how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArchivePage {
    /// The first day of the month.
    pub month: Date,
    /// The number of a full page that others of the month follow.
    pub number: Option<NonZeroU32>,
}

/// What stays of an announcement that is no longer published (RFC 6721, section 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// The announcement.
    pub id: AnnouncementId,
    /// From when on it was gone.
    pub when: Moment,
}

impl Page<'_> {
    /// The feed's identity: its address without an extension, one for all its pages and forms.
    pub(crate) fn id(&self) -> Iri {
        self.publication.file(&format!("feed/{}", self.feed.name()))
    }

    /// The path of the page in the published layout.
    #[must_use]
    pub fn path(&self, form: Form) -> String {
        format!("{}.{}", self.name(), form.format().extension())
    }

    /// The path of the page without an extension, which all its forms have in common.
    #[must_use]
    pub fn name(&self) -> String {
        let feed = self.feed.name();
        self.archive.map_or_else(|| format!("feed/{feed}"), |archive| format!("feed/{feed}/archive/{archive}"))
    }

    /// The address of the page in one form.
    pub(crate) fn address(&self, form: Form) -> Iri {
        self.publication.file(&self.path(form))
    }

    /// The address of the page that people subscribe to.
    pub(crate) fn current(&self, form: Form) -> Iri {
        self.publication.file(&path(self.feed.name(), form))
    }

    /// The address of a page of the feed's archive.
    pub(crate) fn archive_address(&self, archive: ArchivePage, form: Form) -> Iri {
        self.publication.file(&self.archive_path(archive, form))
    }

    /// The relations of the page to others of its feed (RFC 5005, section 4), with their addresses.
    pub(crate) fn relations(&self, form: Form) -> Vec<(&'static str, Iri)> {
        let current = self.archive.map(|_| ("current", self.current(form)));
        let previous = self.previous.map(|page| ("prev-archive", self.archive_address(page, form)));
        let next = self.next.map(|page| ("next-archive", self.archive_address(page, form)));
        current.into_iter().chain(previous).chain(next).collect()
    }

    /// When the page was last changed, as a moment in the publication's zone.
    pub(crate) fn updated(&self) -> Option<Moment> {
        Some(Moment::at(self.updated?, &self.publication.zone))
    }

    /// The publication's description, in the feed's language where there is one.
    pub(crate) fn description(&self) -> &str {
        self.publication.description.get(&self.feed.language, &self.publication.language).1.as_str()
    }

    fn archive_path(&self, archive: ArchivePage, form: Form) -> String {
        format!("feed/{}/archive/{archive}.{}", self.feed.name(), form.format().extension())
    }
}

impl fmt::Display for ArchivePage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.month.year(), self.month.month())?;
        self.number.map_or(Ok(()), |number| write!(f, "-{number}"))
    }
}

/// The path of a feed's current page in the published layout, such as `feed/all.atom`; its address is
/// `publication.file(&path)`.
#[must_use]
pub fn path(name: &str, form: Form) -> String {
    format!("feed/{name}.{}", form.format().extension())
}
