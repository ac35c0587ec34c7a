use crate::{Site, site::lang_attribute, words::Words};
use anslag_core::{Announcement, AnnouncementId, AnnouncementType, LanguageTag, Moment};
use anslag_schema::{Choice, date};

/// Announcement as a list shows it.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Id.
    pub id: &'a AnnouncementId,
    /// Type.
    pub kind: AnnouncementType,
    /// Language of the texts.
    pub language: &'a LanguageTag,
    /// Moment of publication.
    pub published: Moment,
    /// Title.
    pub title: &'a str,
    /// Lead.
    pub lead: Option<&'a str>,
}

impl<'a> From<&'a Announcement> for Listed<'a> {
    fn from(announcement: &'a Announcement) -> Self {
        Self {
            id: &announcement.id,
            kind: announcement.kind,
            language: &announcement.language,
            published: announcement.published,
            title: announcement.title.as_str(),
            lead: announcement.lead.as_ref().map(AsRef::as_ref),
        }
    }
}

/// Texts of an announcement that a list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedText {
    title: String,
    lead: Option<String>,
}

impl ListedText {
    /// Takes the texts of an announcement.
    #[must_use]
    pub fn of(announcement: &Announcement) -> Self {
        Self { title: announcement.title.to_string(), lead: announcement.lead.as_ref().map(ToString::to_string) }
    }

    /// Returns the title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the lead.
    #[must_use]
    pub fn lead(&self) -> Option<&str> {
        self.lead.as_deref()
    }

    /// Returns the texts as bytes. A title is a line, so that a line break ends it.
    #[must_use]
    pub fn into_record(self) -> Vec<u8> {
        let Self { title, lead } = self;
        lead.into_iter().fold(title, |title, lead| title + "\n" + &lead).into_bytes()
    }

    /// Reads a record of [`into_record`](Self::into_record). Returns `None` if the bytes are no such record.
    #[must_use]
    pub fn from_record(record: Vec<u8>) -> Option<Self> {
        let text = String::from_utf8(record).ok()?;
        Some(match text.split_once('\n') {
            Some((title, lead)) => Self { title: title.to_owned(), lead: Some(lead.to_owned()) },
            None => Self { title: text, lead: None },
        })
    }
}

/// Item of a list: a link to an announcement.
pub(crate) struct Item<'a> {
    pub(crate) href: String,
    pub(crate) title: &'a str,
    pub(crate) kind: &'static str,
    /// `lang` attribute of title and lead.
    pub(crate) lang: String,
    pub(crate) lead: Option<&'a str>,
    pub(crate) when: String,
    pub(crate) machine: String,
    /// Days that matter.
    pub(crate) lines: Vec<String>,
}

impl<'a> Item<'a> {
    pub(crate) fn new(site: &Site<'_>, listed: Listed<'a>, words: &Words) -> Self {
        let publication = site.publication;
        Self {
            href: site.href(&publication.announcement(listed.id)),
            title: listed.title,
            kind: Choice::from(listed.kind).label_in(words.language),
            lang: lang_attribute(listed.language.as_str(), words.language),
            lead: listed.lead,
            when: date::moment(listed.published, &publication.zone, words.language),
            machine: listed.published.to_string(),
            lines: Vec::new(),
        }
    }
}
