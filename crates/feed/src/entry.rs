use crate::{Page, html::Cleaner};
use anslag_core::{Announcement, AnnouncementType, Attachment, Iri, LanguageTag, Moment, Organization, Publication};
use std::borrow::Cow;

/// Our name in feeds. It has no version: a new one would change every feed that nothing was published in.
pub(crate) const GENERATOR: &str = "anslag";

/// The scheme of the types of announcement: one for every publication, like the vocabulary itself. The terms live in
/// anslag-vocab, which this crate does not know; this is the IRI that the types there begin with.
const TYPE_SCHEME: &str = "https://w3id.org/anslag/type";

/// What every feed says of an announcement.
pub(crate) struct Entry<'a> {
    /// The announcement's IRI.
    pub(crate) id: Iri,
    /// The page that it was first published on.
    pub(crate) source: Option<&'a Iri>,
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
    pub(crate) name: &'a str,
    /// The organisation's own site, else its IRI.
    pub(crate) address: Iri,
}

/// A topic, or the type of an announcement.
pub(crate) struct Category<'a> {
    /// The IRI of the scheme that the category is of.
    pub(crate) scheme: Cow<'static, str>,
    /// Its key in the scheme.
    pub(crate) term: &'a str,
    /// Its label, in the announcement's language where there is one.
    pub(crate) label: &'a str,
}

impl Entry<'_> {
    /// What a reader is to open: the page that the announcement was first published on, else its own.
    pub(crate) fn link(&self) -> &Iri {
        self.source.unwrap_or(&self.id)
    }
}

/// The entries of a page, in their order, each worked out when it is asked for.
pub(crate) fn entries<'a>(page: &Page<'a>) -> impl Iterator<Item = Entry<'a>> {
    let publication = page.publication;
    let mut cleaner = Cleaner::new();
    page.entries.iter().map(move |announcement| entry(publication, announcement, &mut cleaner))
}

/// Who is responsible for the feed as a whole.
pub(crate) fn publisher(publication: &Publication) -> Author<'_> {
    author(publication, &publication.publisher, &publication.language)
}

fn entry<'a>(publication: &'a Publication, announcement: &'a Announcement, cleaner: &mut Cleaner) -> Entry<'a> {
    let language = &announcement.language;
    let id = publication.announcement(&announcement.id);
    let topics = announcement.topics.iter().map(|topic| Category {
        scheme: publication.topic_scheme().to_string().into(),
        term: topic.key.as_str(),
        label: topic.name.get(language, &publication.language).1.as_str(),
    });
    let kind = Category {
        scheme: TYPE_SCHEME.into(),
        term: announcement.kind.key(),
        label: kind_label(announcement.kind, [language, &publication.language]),
    };
    Entry {
        content: cleaner.content(publication, announcement, &id),
        id,
        source: announcement.source.as_ref(),
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
fn summary(announcement: &Announcement) -> &str {
    let lead = announcement.lead.as_ref().map(AsRef::as_ref);
    let paragraph = || announcement.body.text().split("\n\n").map(str::trim).find(|paragraph| !paragraph.is_empty());
    lead.or_else(paragraph).unwrap_or(announcement.title.as_str())
}

fn author<'a>(publication: &'a Publication, organization: &'a Organization, language: &LanguageTag) -> Author<'a> {
    Author {
        name: organization.name.get(language, &publication.language).1.as_str(),
        address: organization.homepage.clone().unwrap_or_else(|| publication.organization(organization)),
    }
}

/// The label in the first of the languages that there is one in, else the first label.
fn kind_label(kind: AnnouncementType, languages: [&LanguageTag; 2]) -> &'static str {
    let labels = kind.labels();
    let of = |language: &LanguageTag| labels.iter().find(|(own, _)| *own == language.primary());
    languages.into_iter().find_map(of).unwrap_or(&labels[0]).1
}
