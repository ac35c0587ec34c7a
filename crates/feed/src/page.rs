use crate::{Feed, FeedFormat, path};
use anslag_core::{AnnouncementId, FeedKind, Iri, Moment, Publication};
use jiff::{Timestamp, civil::Date};
use std::{fmt, num::NonZeroU32};

/// The program's name in feeds. It has no version: a new version would change every page.
pub(crate) const GENERATOR: &str = "anslag";

/// A page of a feed: the content of one file, apart from its entries.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The publication that the feed belongs to.
    pub publication: &'a Publication,
    /// The feed that the page belongs to.
    pub feed: &'a Feed,
    /// Name of the archive page; `None` for the current page, which people subscribe to.
    pub archive: Option<ArchivePage>,
    /// The archive page with the next older entries (RFC 5005, section 4).
    pub previous: Option<ArchivePage>,
    /// The archive page with the next newer entries.
    pub next: Option<ArchivePage>,
    /// The latest change of any entry, or of any announcement that is gone.
    pub updated: Timestamp,
    /// `true` if the feed has ended: the page will never change again.
    pub has_ended: bool,
    /// Announcements that are no longer published, latest first. Only Atom lists them (RFC 6721).
    pub tombstones: &'a [Tombstone],
}

/// The name of a page in a feed's archive: a calendar month, or one full page of it.
///
/// The announcements of a month, oldest first, fill pages numbered 1, 2, and so on. When the month is over, the remainder
/// forms the page without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArchivePage {
    /// The first day of the month.
    pub month: Date,
    /// The number of a full page that other pages of the month follow.
    pub number: Option<NonZeroU32>,
}

/// The record of an announcement that is no longer published (RFC 6721, section 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// The announcement.
    pub id: AnnouncementId,
    /// Date of withdrawal or expiry.
    pub when: Moment,
}

impl Page<'_> {
    /// Returns the path of the page in the published layout.
    #[must_use]
    pub fn path(&self, format: FeedFormat) -> String {
        path_of(self.feed, self.archive, format)
    }

    /// Returns the path of the page without an extension, the same for all formats.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(self.feed, self.archive)
    }

    /// Returns the identity of the feed: its address without an extension, the same for all pages and formats.
    pub(crate) fn id(&self) -> Iri {
        self.publication.file(&name_of(self.feed, None))
    }

    /// Returns the address of the page in one format.
    pub(crate) fn address(&self, format: FeedFormat) -> Iri {
        self.address_of(self.archive, format)
    }

    /// Returns the address of another page of the feed; `None` stands for the current page.
    pub(crate) fn address_of(&self, archive: Option<ArchivePage>, format: FeedFormat) -> Iri {
        self.publication.file(&path_of(self.feed, archive, format))
    }

    /// Returns the relations to other pages of the feed (RFC 5005, section 4), with their addresses.
    ///
    /// A feed without an archive leads to the feed of everything (RFC 4287, section 4.2.7.2).
    pub(crate) fn relations(&self, format: FeedFormat) -> Vec<(&'static str, Iri)> {
        let current = self.archive.map(|_| ("current", None));
        let previous = self.previous.map(|page| ("prev-archive", Some(page)));
        let next = self.next.map(|page| ("next-archive", Some(page)));
        let pages = current.into_iter().chain(previous).chain(next);
        let pages = pages.map(|(rel, page)| (rel, self.address_of(page, format)));
        pages.chain(self.related(format).map(|address| ("related", address))).collect()
    }

    /// Returns the address of the feed of everything if this feed is another one and has no archive.
    pub(crate) fn related(&self, format: FeedFormat) -> Option<Iri> {
        let kind = self.feed.subject.kind();
        let has_archive = self.publication.output.archives.contains(&kind);
        (kind != FeedKind::All && !has_archive).then(|| self.publication.file(&path(FeedKind::All.key(), format)))
    }

    /// Returns the latest change, in the publication's time zone.
    pub(crate) fn updated(&self) -> Moment {
        Moment::at(self.updated, &self.publication.zone)
    }

    /// Returns the publication's description, in the feed's language if possible.
    pub(crate) fn description(&self) -> &str {
        self.publication.description.get(&self.feed.language, &self.publication.language).1.as_str()
    }
}

impl fmt::Display for ArchivePage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.month.year(), self.month.month())?;
        self.number.map_or(Ok(()), |number| write!(f, "-{number}"))
    }
}

/// Returns the path of a page of a feed's archive in the published layout, such as `feed/all/archive/2021-05.atom`.
#[must_use]
pub fn archive_path(feed: &Feed, page: ArchivePage, format: FeedFormat) -> String {
    path_of(feed, Some(page), format)
}

fn path_of(feed: &Feed, archive: Option<ArchivePage>, format: FeedFormat) -> String {
    format!("{}.{}", name_of(feed, archive), format.format().spec().extension)
}

fn name_of(feed: &Feed, archive: Option<ArchivePage>) -> String {
    let feed = feed.name();
    archive.map_or_else(|| format!("feed/{feed}"), |archive| format!("feed/{feed}/archive/{archive}"))
}
