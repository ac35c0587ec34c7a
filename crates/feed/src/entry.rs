use crate::{Feed, Form, atom, html::Cleaner, json, retirement, rss};
use anslag_core::{
    Announcement, AnnouncementType, Attachment, Iri, LanguageTag, Localized, Moment, Organization, Publication,
    Retired, label_in, word_language,
};
use std::borrow::Cow;

/// Our name in feeds. It has no version: a new one would change every feed that nothing was published in.
pub(crate) const GENERATOR: &str = "anslag";

/// The scheme of the types of announcement: one for every publication, like the vocabulary itself. The terms live in
/// anslag-vocab, which this crate does not know; this is the IRI that the types there begin with.
const TYPE_SCHEME: &str = "https://w3id.org/anslag/type";

/// The media type of a page for people.
pub(crate) const PAGE: &str = "text/html";

/// Works announcements out as entries, one after another: what makes their content safe is set up once.
pub struct Renderer<'a> {
    publication: &'a Publication,
    cleaner: Cleaner,
}

/// An entry as its bytes in every form; there are none of a form that is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The forms one after another, in the order of [`Form::ALL`].
    bytes: Vec<u8>,
    /// Where each of them ends.
    ends: [usize; Form::ALL.len()],
}

impl<'a> Renderer<'a> {
    /// A renderer of a publication's announcements.
    #[must_use]
    pub fn new(publication: &'a Publication) -> Self {
        Self { publication, cleaner: Cleaner::new() }
    }

    /// An announcement as an entry. Its bytes depend on the announcement and the publication, not on a page.
    pub fn render(&mut self, announcement: &Announcement) -> Rendered {
        Rendered::new(&entry(self.publication, announcement, &mut self.cleaner), self.publication)
    }

    /// The one entry of a feed that has ended, which says where to go.
    #[must_use]
    pub fn retirement(&self, feed: &Feed, retired: &Retired) -> Rendered {
        retirement::render(self.publication, feed, retired)
    }
}

impl Rendered {
    pub(crate) fn new(entry: &Entry<'_>, publication: &Publication) -> Self {
        let zone = &publication.zone;
        let write = |form| match form {
            Form::Rss => rss::entry(entry, zone),
            Form::Atom => atom::entry(entry, zone),
            Form::JsonFeed => json::entry(entry, zone),
        };
        let mut bytes = Vec::new();
        let ends = Form::ALL.map(|form| {
            if publication.forms.has(form.format()) {
                bytes.extend(write(form));
            }
            bytes.len()
        });
        Self { bytes, ends }
    }

    /// The entry as one record: its bytes, and where each form ends in the last bytes of it.
    #[must_use]
    pub fn into_record(self) -> Vec<u8> {
        let mut record = self.bytes;
        self.ends.iter().for_each(|end| record.extend_from_slice(&(*end as u64).to_le_bytes()));
        record
    }

    /// The entry that was made a record; none where the bytes are no such record.
    #[must_use]
    pub fn from_record(mut record: Vec<u8>) -> Option<Self> {
        let mut ends = [0; Form::ALL.len()];
        for end in ends.iter_mut().rev() {
            *end = usize::try_from(u64::from_le_bytes(*record.last_chunk()?)).ok()?;
            record.truncate(record.len() - 8);
        }
        (ends.is_sorted() && ends.last() == Some(&record.len())).then_some(Self { bytes: record, ends })
    }

    /// The bytes in one form.
    #[must_use]
    pub fn in_form(&self, form: Form) -> &[u8] {
        let [rss, atom, json] = self.ends;
        let range = match form {
            Form::Rss => 0..rss,
            Form::Atom => rss..atom,
            Form::JsonFeed => atom..json,
        };
        &self.bytes[range]
    }
}

/// What every feed says of an announcement.
pub(crate) struct Entry<'a> {
    /// The announcement's IRI.
    pub(crate) id: Iri,
    /// The page that it was first published on.
    pub(crate) source: Option<&'a Iri>,
    /// The media type of what a reader is to open.
    pub(crate) media_type: &'static str,
    /// Plain text.
    pub(crate) title: &'a str,
    /// Plain text; never empty.
    pub(crate) summary: &'a str,
    /// Safe HTML; never empty.
    pub(crate) content: String,
    pub(crate) language: &'a LanguageTag,
    pub(crate) published: Moment,
    pub(crate) updated: Moment,
    pub(crate) author: Author<'a>,
    /// The topics, then the type.
    pub(crate) categories: Vec<Category<'a>>,
    /// The announcement's files.
    pub(crate) attachments: &'a [Attachment],
    /// Its first picture.
    pub(crate) image: Option<&'a Iri>,
}

/// Who is responsible for an announcement, or for a feed.
pub(crate) struct Author<'a> {
    pub(crate) name: Label<'a>,
    /// The organisation's own site, else its IRI.
    pub(crate) address: Iri,
}

/// A topic, or the type of an announcement.
pub(crate) struct Category<'a> {
    /// The IRI of the scheme that the category is of.
    pub(crate) scheme: Cow<'static, str>,
    /// Its key in the scheme.
    pub(crate) term: &'a str,
    pub(crate) label: Label<'a>,
}

/// A name, in the language that is wanted where there is one.
#[derive(Clone, Copy)]
pub(crate) struct Label<'a> {
    pub(crate) text: &'a str,
    /// Its language tag, where it is of another language than what it stands in.
    pub(crate) foreign: Option<&'a str>,
}

impl<'a> Label<'a> {
    pub(crate) fn new(name: &'a Localized, wanted: &LanguageTag, publication: &'a Publication) -> Self {
        let (language, text) = name.get(wanted, &publication.language);
        let foreign = (language.primary() != wanted.primary()).then_some(language.as_str());
        Self { text: text.as_str(), foreign }
    }
}

impl Entry<'_> {
    /// What a reader is to open.
    pub(crate) fn link(&self) -> &Iri {
        self.source.unwrap_or(&self.id)
    }
}

/// What a reader of an announcement is to open: the page that it was first published on, else its own.
pub(crate) fn link(publication: &Publication, announcement: &Announcement) -> Iri {
    announcement.source.clone().unwrap_or_else(|| publication.announcement(&announcement.id))
}

/// Who is responsible for a feed as a whole.
pub(crate) fn publisher<'a>(publication: &'a Publication, language: &LanguageTag) -> Author<'a> {
    author(publication, &publication.publisher, language)
}

fn entry<'a>(publication: &'a Publication, announcement: &'a Announcement, cleaner: &mut Cleaner) -> Entry<'a> {
    let language = &announcement.language;
    let id = publication.announcement(&announcement.id);
    let topics = announcement.topics.iter().map(|topic| Category {
        scheme: publication.topic_scheme().to_string().into(),
        term: topic.key.as_str(),
        label: Label::new(&topic.name, language, publication),
    });
    let (label_language, label) = kind_label(announcement.kind, [language, &publication.language]);
    let kind = Category {
        scheme: TYPE_SCHEME.into(),
        term: announcement.kind.key(),
        label: Label { text: label, foreign: (label_language != language.primary()).then_some(label_language) },
    };
    Entry {
        content: cleaner.content(publication, announcement, &id),
        id,
        source: announcement.source.as_ref(),
        media_type: PAGE,
        title: announcement.title.as_str(),
        summary: summary(announcement),
        language,
        published: announcement.published,
        updated: announcement.updated(),
        author: author(publication, announcement.unit.as_ref().unwrap_or(&announcement.publisher), language),
        categories: topics.chain([kind]).collect(),
        attachments: &announcement.attachments,
        image: announcement.images.first().map(|image| &image.url),
    }
}

/// The lead, else the first paragraph of the body, else the title.
pub(crate) fn summary(announcement: &Announcement) -> &str {
    let lead = announcement.lead.as_ref().map(AsRef::as_ref);
    let paragraph = || announcement.body.text().split("\n\n").map(str::trim).find(|paragraph| !paragraph.is_empty());
    lead.or_else(paragraph).unwrap_or(announcement.title.as_str())
}

fn author<'a>(publication: &'a Publication, organization: &'a Organization, language: &LanguageTag) -> Author<'a> {
    Author {
        name: Label::new(&organization.name, language, publication),
        address: organization.homepage.clone().unwrap_or_else(|| publication.organization(organization)),
    }
}

/// The label of a kind in the first of the languages that there is one in; with its language.
pub(crate) fn kind_label(kind: AnnouncementType, languages: [&LanguageTag; 2]) -> (&'static str, &'static str) {
    let language = word_language(languages);
    (language, label_in(kind.labels(), language))
}
