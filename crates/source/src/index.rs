use crate::AttachedFile;
use anslag_core::{
    Announcement, AnnouncementId, AnnouncementType, ClosedSet, Fingerprint, LanguageTag, Moment, PostingDays,
    Publication, Reuse, Status, Zone, sha256,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, io, path::PathBuf};

/// Facts of an announcement that are known without reading it again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct IndexEntry {
    /// Id of the announcement.
    pub id: AnnouncementId,
    /// Moment of publication, as the source gives it.
    pub published: Moment,
    /// Instant of `published`.
    pub published_at: Timestamp,
    /// Day of publication in the publication's time zone.
    pub published_date: Date,
    /// Moment of the last change, or of publication, as the source gives it.
    pub updated: Moment,
    /// Instant of `updated`.
    pub updated_at: Timestamp,
    /// `true` if the source gives a later change, which [`IndexEntry::as_of`] has left out.
    pub changes_later: bool,
    /// Moment from which on it is no longer published since it has expired.
    pub expires: Option<Moment>,
    /// `true` if it expires since its notice may be taken down.
    pub comes_down: bool,
    /// Moment from which on it is no longer published since it was withdrawn.
    pub withdrawn: Option<Moment>,
    /// `true` if it is a draft, which is never published.
    pub is_draft: bool,
    /// `true` if it is only on its notice board, and only while it is posted.
    pub is_board_only: bool,
    /// Facets that feeds choose it by.
    pub facets: Facets,
    /// Posting, if it is a notice.
    pub posting: Option<Posting>,
    /// Announcement that it replaces.
    pub replaces: Option<AnnouncementId>,
    /// Announcements that replace it, as it says itself.
    pub replaced_by: Vec<AnnouncementId>,
    /// Announcement that it translates.
    pub translation_of: Option<AnnouncementId>,
    /// Announcements that translate it, as it says itself.
    pub translations: Vec<AnnouncementId>,
    /// Ids under which it was published earlier.
    pub aliases: Vec<AnnouncementId>,
    /// Fingerprint of its title, lead, body and files, which is the same in every version of the program.
    pub text: Fingerprint,
    /// Fingerprint of its content and of the register entries that it refers to.
    pub fingerprint: Fingerprint,
    /// Files beside its source that are published with it.
    pub files: Vec<AttachedFile>,
    /// Names of the files beside its source with areas of its places, and the fingerprints of their bytes.
    pub(crate) areas: Vec<(PathBuf, [u8; 16])>,
    /// Paths beside its source at which a file would be taken for one that it refers to.
    pub(crate) absent: Vec<PathBuf>,
    /// Position in the sources.
    pub(crate) position: SourcePosition,
    /// Fingerprint of its source.
    pub(crate) source: Fingerprint,
}

/// Files beside a source that reading it depends on.
#[derive(Debug, Default)]
pub(crate) struct FilesOfSource {
    pub(crate) files: Vec<AttachedFile>,
    pub(crate) areas: Vec<(PathBuf, [u8; 16])>,
    pub(crate) absent: Vec<PathBuf>,
}

/// Facets by which an announcement is chosen, for a feed of its topic for example. Numbers count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    /// Type of the announcement.
    pub kind: AnnouncementType,
    /// Its language.
    pub language: LanguageTag,
    /// Publisher, as a number in the register's order of organisations.
    pub publisher: u32,
    /// Responsible unit as such a number; the publisher if it names none.
    pub unit: u32,
    /// Topics, as numbers in the register's order of topics.
    pub topics: Vec<u32>,
    /// Places that it mentions, as numbers in the register's order of places, in that order.
    pub places: Vec<u32>,
    /// Notice board on which it is posted, as a number in the register's order of boards.
    pub board: Option<u32>,
    /// Feeds of the settings that hold it, as numbers in their order.
    pub custom_feeds: Vec<u32>,
}

/// Posting of a notice on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Days on which it is up.
    pub days: PostingDays,
    /// SHA-256 of its text: the title, the lead and the body in Markdown, each after the other in a line of its own.
    pub text: [u8; 32],
}

/// Position of an announcement in the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SourcePosition {
    pub(crate) file: usize,
    /// Number of the line in JSON Lines, with its first byte and its length; 0 in Markdown.
    pub(crate) line: usize,
    pub(crate) offset: u64,
    pub(crate) len: usize,
}

impl IndexEntry {
    /// Returns the entry of an announcement that was read from a position.
    pub(crate) fn new(
        announcement: &Announcement,
        facets: Facets,
        publication: &Publication,
        position: SourcePosition,
        source: Fingerprint,
        files: FilesOfSource,
    ) -> Self {
        let FilesOfSource { files, areas, absent } = files;
        let zone = &publication.zone;
        let expires = announcement.expiry(publication.archive_notices, zone);
        Self {
            id: announcement.id.clone(),
            published: announcement.published,
            published_at: announcement.published.instant(zone),
            published_date: announcement.published.date(zone),
            updated: announcement.updated(),
            updated_at: announcement.updated().instant(zone),
            changes_later: false,
            expires,
            comes_down: expires != announcement.expires,
            withdrawn: announcement.status.withdrawn(),
            is_draft: announcement.status == Status::Draft,
            is_board_only: announcement.reuse == Reuse::BoardOnly,
            facets,
            posting: announcement
                .notice
                .as_ref()
                .map(|notice| Posting { days: notice.posting_days(), text: text_digest(announcement) }),
            replaces: announcement.replaces.clone(),
            replaced_by: announcement.replaced_by.clone(),
            translation_of: announcement.translation_of.clone(),
            translations: announcement.translations.clone(),
            aliases: announcement.aliases.clone(),
            text: text(announcement, &files),
            fingerprint: Fingerprint::of(announcement),
            files,
            areas,
            absent,
            position,
            source,
        }
    }

    /// Returns the entry as it is at an instant: without a later change.
    #[must_use]
    pub fn as_of(self, instant: Timestamp) -> Self {
        if self.updated_at <= instant {
            return self;
        }
        Self { updated: self.published, updated_at: self.published_at, changes_later: true, ..self }
    }

    /// Returns the entry as bytes, which begin with the fingerprint of its source.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let modified = Some(self.updated).filter(|updated| *updated != self.published);
        let [modified, expires, withdrawn] =
            [modified, self.expires, self.withdrawn].map(|moment| moment.map(|moment| moment.to_string()));
        let record = Record {
            id: self.id.as_str(),
            published: &self.published.to_string(),
            modified: modified.as_deref(),
            expires: expires.as_deref(),
            comes_down: self.comes_down,
            withdrawn: withdrawn.as_deref(),
            is_draft: self.is_draft,
            is_board_only: self.is_board_only,
            kind: self.facets.kind.key(),
            language: self.facets.language.as_str(),
            publisher: self.facets.publisher,
            unit: self.facets.unit,
            topics: self.facets.topics.clone(),
            places: self.facets.places.clone(),
            board: self.facets.board,
            posting: self.posting.map(|posting| (posting.days.first, posting.days.end, posting.text)),
            custom_feeds: self.facets.custom_feeds.clone(),
            replaces: self.replaces.as_ref().map(AnnouncementId::as_str),
            translation_of: self.translation_of.as_ref().map(AnnouncementId::as_str),
            replaced_by: self.replaced_by.iter().map(AnnouncementId::as_str).collect(),
            translations: self.translations.iter().map(AnnouncementId::as_str).collect(),
            aliases: self.aliases.iter().map(AnnouncementId::as_str).collect(),
            text: self.text.0,
            fingerprint: self.fingerprint.0,
            files: Cow::Borrowed(&self.files),
            areas: Cow::Borrowed(&self.areas),
            absent: Cow::Borrowed(&self.absent),
            position: self.position,
        };
        postcard::to_extend(&record, self.source.0.to_vec()).expect("nothing in an entry is of unknown length")
    }

    /// Returns the ids of other announcements that it refers to.
    pub(crate) fn references(&self) -> impl Iterator<Item = &AnnouncementId> {
        self.replaces.iter().chain(&self.replaced_by).chain(&self.translation_of).chain(&self.translations)
    }

    /// Returns the ids that no other announcement may have: its own and earlier ones.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &AnnouncementId> {
        [&self.id].into_iter().chain(&self.aliases)
    }

    /// Splits the bytes of an entry into the fingerprint of its source and the rest.
    pub(crate) fn source_in(bytes: &[u8]) -> io::Result<(Fingerprint, &[u8])> {
        let (source, rest) = bytes.split_first_chunk().ok_or(io::ErrorKind::InvalidData)?;
        Ok((Fingerprint(*source), rest))
    }

    /// Returns the entry of bytes, in a publication of this time zone.
    pub(crate) fn from_bytes(bytes: &[u8], zone: &Zone) -> io::Result<Self> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let (source, bytes) = Self::source_in(bytes)?;
        let record: Record<'_> = postcard::from_bytes(bytes).map_err(|_| invalid())?;
        let id = |text: &str| AnnouncementId::new(text).map_err(|_| invalid());
        let ids = |all: Vec<&str>| all.into_iter().map(id).collect::<io::Result<Vec<_>>>();
        let moment = |text: &str| Moment::parse(text, zone).map_err(|_| invalid());
        let published = moment(record.published)?;
        let updated = record.modified.map(moment).transpose()?.unwrap_or(published);
        let kind = AnnouncementType::from_key(record.kind);
        Ok(Self {
            id: id(record.id)?,
            published,
            published_at: published.instant(zone),
            published_date: published.date(zone),
            updated,
            updated_at: updated.instant(zone),
            changes_later: false,
            expires: record.expires.map(moment).transpose()?,
            comes_down: record.comes_down,
            withdrawn: record.withdrawn.map(moment).transpose()?,
            is_draft: record.is_draft,
            is_board_only: record.is_board_only,
            facets: Facets {
                kind: kind.ok_or_else(invalid)?,
                language: LanguageTag::new(record.language).map_err(|_| invalid())?,
                publisher: record.publisher,
                unit: record.unit,
                topics: record.topics,
                places: record.places,
                board: record.board,
                custom_feeds: record.custom_feeds,
            },
            posting: record.posting.map(|(first, end, text)| Posting { days: PostingDays { first, end }, text }),
            replaces: record.replaces.map(id).transpose()?,
            translation_of: record.translation_of.map(id).transpose()?,
            replaced_by: ids(record.replaced_by)?,
            translations: ids(record.translations)?,
            aliases: ids(record.aliases)?,
            text: Fingerprint(record.text),
            fingerprint: Fingerprint(record.fingerprint),
            files: record.files.into_owned(),
            areas: record.areas.into_owned(),
            absent: record.absent.into_owned(),
            position: record.position,
            source,
        })
    }
}

/// Serialised form of an entry.
#[derive(Serialize, Deserialize)]
struct Record<'a> {
    id: &'a str,
    published: &'a str,
    #[serde(borrow)]
    modified: Option<&'a str>,
    #[serde(borrow)]
    expires: Option<&'a str>,
    comes_down: bool,
    #[serde(borrow)]
    withdrawn: Option<&'a str>,
    is_draft: bool,
    is_board_only: bool,
    kind: &'a str,
    language: &'a str,
    publisher: u32,
    unit: u32,
    topics: Vec<u32>,
    places: Vec<u32>,
    board: Option<u32>,
    posting: Option<(Date, Option<Date>, [u8; 32])>,
    custom_feeds: Vec<u32>,
    #[serde(borrow)]
    replaces: Option<&'a str>,
    #[serde(borrow)]
    translation_of: Option<&'a str>,
    #[serde(borrow)]
    replaced_by: Vec<&'a str>,
    #[serde(borrow)]
    translations: Vec<&'a str>,
    #[serde(borrow)]
    aliases: Vec<&'a str>,
    text: [u8; 16],
    fingerprint: [u8; 16],
    files: Cow<'a, [AttachedFile]>,
    areas: Cow<'a, [(PathBuf, [u8; 16])]>,
    absent: Cow<'a, [PathBuf]>,
    position: SourcePosition,
}

/// Returns the fingerprint of the text of an announcement and of its files.
fn text(announcement: &Announcement, files: &[AttachedFile]) -> Fingerprint {
    // No text has the separator, which XML forbids.
    let mut bytes = texts(announcement).join("\0").into_bytes();
    bytes.extend(files.iter().flat_map(|file| file.sha256));
    Fingerprint::of_bytes(&bytes)
}

/// Returns the digest of the text of a notice, which others compute from what is published.
fn text_digest(announcement: &Announcement) -> [u8; 32] {
    sha256(texts(announcement).join("\n").as_bytes())
}

/// Returns the title, the lead and the body in Markdown. The lead is empty if there is none.
fn texts(announcement: &Announcement) -> [&str; 3] {
    let lead = announcement.lead.as_ref().map_or("", |lead| lead.as_str());
    [announcement.title.as_str(), lead, announcement.body.markdown()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_fixtures::{everything, nothing, publication};
    use std::num::NonZeroU32;

    #[test]
    fn an_entry_comes_back_from_its_bytes() {
        let publication = publication();
        for announcement in [everything(&publication), nothing(&publication)] {
            let facets = Facets {
                kind: announcement.kind,
                language: announcement.language.clone(),
                publisher: 0,
                unit: 3,
                topics: vec![1, 70_000],
                places: vec![0, 300],
                board: Some(1),
                custom_feeds: vec![2],
            };
            let position = SourcePosition { file: 2, line: 7, offset: 1 << 40, len: 12 };
            let source = Fingerprint::of_bytes(b"a line");
            let file = AttachedFile {
                path: PathBuf::from("bilder/bro.jpg"),
                name: "file/bro-0.jpg".to_owned(),
                size: 1 << 40,
                sha256: [7; 32],
                sides: NonZeroU32::new(640).zip(NonZeroU32::new(480)),
                raw: [8; 16],
            };
            let (areas, absent) = (vec![(PathBuf::from("a.geojson"), [9; 16])], vec![PathBuf::from("a.pdf")]);
            let files = FilesOfSource { files: vec![file], areas, absent };
            let entry = IndexEntry::new(&announcement, facets, &publication, position, source, files);
            let bytes = entry.to_bytes();
            assert_eq!(IndexEntry::from_bytes(&bytes, &publication.zone).unwrap(), entry);
            for len in 0..bytes.len() {
                assert!(IndexEntry::from_bytes(&bytes[..len], &publication.zone).is_err());
            }
        }
    }
}
