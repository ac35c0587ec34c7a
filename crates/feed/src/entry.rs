use crate::{
    located::{Geometry, located},
    name::DisplayName,
};
use anslag_core::{Announcement, Attachment, Iri, LanguageTag, MediaType, Moment, Organization, Publication};
use anslag_vocab::anslag_type;
use std::{borrow::Cow, collections::HashSet};

/// The media type of a web page.
pub(crate) const HTML: &str = "text/html";

/// An announcement as every feed shows it.
///
/// Addresses are URIs, which all three formats take. The id is no address that a reader follows: it is the IRI of RDF.
pub(crate) struct Entry<'a> {
    /// The announcement's IRI.
    pub(crate) id: Iri,
    /// The address that a reader opens: the page of first publication, else the announcement's IRI.
    pub(crate) link: Cow<'a, str>,
    /// The media type of what the link leads to.
    pub(crate) media_type: &'static str,
    /// Plain text.
    pub(crate) title: Cow<'a, str>,
    /// Plain text; never empty.
    pub(crate) summary: Cow<'a, str>,
    /// Sanitised HTML; never empty.
    pub(crate) content: String,
    /// The language of title, summary and content.
    pub(crate) language: &'a LanguageTag,
    /// Date of publication.
    pub(crate) published: Moment,
    /// Date of the last change.
    pub(crate) updated: Moment,
    /// The organisation that is responsible for the announcement.
    pub(crate) author: Author<'a>,
    /// The topics, then the type.
    pub(crate) categories: Vec<Category<'a>>,
    /// The announcement's files.
    pub(crate) attachments: Vec<Enclosure<'a>>,
    /// The address of the announcement's first picture.
    pub(crate) image: Option<Cow<'a, str>>,
    /// The geometries of the announcement's places, each once.
    pub(crate) geometries: Vec<Geometry<'a>>,
}

/// A file that belongs to an announcement.
pub(crate) struct Enclosure<'a> {
    pub(crate) address: Cow<'a, str>,
    pub(crate) title: &'a str,
    pub(crate) media_type: &'a MediaType,
    /// The size in bytes.
    pub(crate) size: Option<u64>,
}

/// The organisation that is responsible for an announcement or for a feed.
pub(crate) struct Author<'a> {
    pub(crate) name: DisplayName<'a>,
    /// The address of the organisation's website, else its IRI.
    pub(crate) address: String,
}

/// A topic or a type of announcement.
pub(crate) struct Category<'a> {
    /// The IRI of the scheme that defines the category.
    pub(crate) scheme: Cow<'static, str>,
    /// The category's key in the scheme.
    pub(crate) term: &'a str,
    pub(crate) label: DisplayName<'a>,
}

impl<'a> Entry<'a> {
    /// Returns the entry of an announcement; `content` is its sanitised HTML.
    pub(crate) fn new(publication: &'a Publication, announcement: &'a Announcement, content: String) -> Self {
        let language = &announcement.language;
        let topics = announcement.topics.iter().map(|topic| Category {
            scheme: publication.topic_scheme().to_string().into(),
            term: topic.key.as_str(),
            label: DisplayName::new(&topic.name, language, publication),
        });
        let kind = Category {
            scheme: anslag_type::VOCABULARY.document().into(),
            term: announcement.kind.key(),
            label: DisplayName::of_type(announcement.kind, language, publication),
        };
        let mut seen = HashSet::new();
        let geometries = located(publication, announcement).map(|place| place.geometry).filter(|own| seen.insert(*own));
        let responsible = announcement.unit.as_ref().unwrap_or(&announcement.publisher);
        Self {
            id: publication.announcement(&announcement.id),
            link: link(publication, announcement),
            media_type: HTML,
            title: announcement.title.as_str().into(),
            summary: announcement.summary().into(),
            content,
            language,
            published: announcement.published,
            updated: announcement.updated(),
            author: Author::new(publication, responsible, language),
            categories: topics.chain([kind]).collect(),
            attachments: announcement.attachments.iter().map(Enclosure::new).collect(),
            image: announcement.images.first().map(|image| image.url.uri()),
            geometries: geometries.collect(),
        }
    }
}

impl<'a> Enclosure<'a> {
    fn new(attachment: &'a Attachment) -> Self {
        let Attachment { title, url, media_type, size } = attachment;
        Self { address: url.uri(), title: title.as_str(), media_type, size: *size }
    }
}

impl<'a> Author<'a> {
    /// Returns the organisation as an author, named in `language` if possible.
    pub(crate) fn new(publication: &'a Publication, organization: &'a Organization, language: &LanguageTag) -> Self {
        let homepage = organization.homepage.clone().unwrap_or_else(|| publication.organization(organization));
        Self { name: DisplayName::new(&organization.name, language, publication), address: homepage.uri().into_owned() }
    }

    /// Returns the publisher as the author of a whole feed.
    pub(crate) fn of_feed(publication: &'a Publication, language: &LanguageTag) -> Self {
        Self::new(publication, &publication.publisher, language)
    }
}

/// Returns the address that readers of an announcement open: its place on the page of its notice board if it is only
/// there, the page of first publication, or else its IRI.
pub(crate) fn link<'a>(publication: &Publication, announcement: &'a Announcement) -> Cow<'a, str> {
    match (announcement.only_board(), &announcement.source) {
        (Some(board), _) => publication.board_anchor(board, &announcement.id).uri().into_owned().into(),
        (None, Some(source)) => source.uri(),
        (None, None) => publication.announcement(&announcement.id).uri().into_owned().into(),
    }
}

/// Returns who holds the rights and under which licence, in words.
pub(crate) fn rights(publication: &Publication, language: &LanguageTag) -> String {
    let publisher = DisplayName::new(&publication.publisher.name, language, publication);
    format!("{}, {}", publisher.text, publication.licence.title())
}
