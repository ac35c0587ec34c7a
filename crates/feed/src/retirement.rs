//! The last entry of a retired feed.

use crate::{
    Feed, FeedFormat, Subject,
    entry::{Author, Entry, HTML},
    path,
};
use anslag_core::{Iri, Moment, Publication, Retired, Slug, Successor};
use anslag_schema::{label_in, word_language};
use quick_xml::escape::{escape, partial_escape};

/// The text before the successor's title, in Swedish, English, Estonian and Latvian.
const TEXTS: [&str; 4] = [
    "Det här flödet har upphört. Följ i stället",
    "This feed has ended. Follow instead",
    "See voog on lõppenud. Jälgige selle asemel",
    "Šī plūsma ir beigusies. Tās vietā sekojiet",
];

/// Notice that a feed has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// Path below the base of the IRI of the last entry, which a page can stand at.
    pub path: String,
    /// Sentence that the feed has ended, and that another is to be followed.
    pub text: &'static str,
    /// Language of the text.
    pub language: &'static str,
    /// Title of the successor.
    pub title: String,
    /// Address of the successor.
    pub address: Iri,
    /// Media type of the successor.
    pub media_type: &'static str,
}

impl Retirement {
    /// Says that a feed has ended.
    #[must_use]
    pub fn new(publication: &Publication, feed: &Feed, retired: &Retired) -> Self {
        let (title, address, media_type) = successor(publication, feed, retired);
        let language = word_language([&feed.language, &publication.language]);
        let path = format!("feed/{}/retired", feed.name());
        Self { path, text: label_in(TEXTS, language), language, title, address, media_type }
    }
}

/// Returns the entry that leads to the feed's successor. Its id is the feed's with `/retired`, its date that of the end.
pub(crate) fn entry<'a>(publication: &'a Publication, feed: &'a Feed, retired: &Retired) -> Entry<'a> {
    let Retirement { path, text, language: _, title, address, media_type } =
        Retirement::new(publication, feed, retired);
    let summary = format!("{text}: {title}");
    let uri = address.uri();
    let (href, shown) = (escape(&*uri), partial_escape(&title));
    Entry {
        id: publication.file(&path),
        content: format!("<p>{text}: <a href=\"{href}\">{shown}</a></p>\n"),
        link: address.uri().into_owned().into(),
        media_type,
        title: summary.clone().into(),
        summary: summary.into(),
        language: &feed.language,
        published: Moment::Date(retired.date),
        updated: Moment::Date(retired.date),
        author: Author::of_feed(publication, &feed.language),
        categories: Vec::new(),
        attachments: Vec::new(),
        image: None,
        geometries: Vec::new(),
    }
}

/// Returns the title, the address and the media type of the feed's successor, which is a feed or a web page.
fn successor(publication: &Publication, feed: &Feed, retired: &Retired) -> (String, Iri, &'static str) {
    let key = match &retired.see {
        Successor::Page(page) => return (page.to_string(), page.clone(), HTML),
        Successor::Entry(key) => key,
    };
    let successor = subject(publication, feed, key).expect("what retired entries refer to exists");
    let successor = Feed::new(publication, successor);
    let format = FeedFormat::preferred(publication).unwrap_or(FeedFormat::Atom);
    let address = publication.file(&path(successor.name(), format));
    (successor.title, address, format.format().spec().media_type)
}

/// Finds the entry of the register or of the settings with this key, of the kind that the feed is of.
fn subject(publication: &Publication, feed: &Feed, key: &Slug) -> Option<Subject> {
    match &feed.subject {
        Subject::Topic(_) => publication.register.topic(key).cloned().map(Subject::Topic),
        Subject::Publisher(_) => publication.register.organization(key).cloned().map(Subject::Publisher),
        Subject::Board(_) => publication.register.board(key).cloned().map(Subject::Board),
        Subject::FormerLanguage(former) => former.retired.see.language().map(Subject::Language),
        Subject::Custom(_) => {
            let custom = publication.output.feeds.iter().find(|custom| custom.key == *key);
            custom.cloned().map(Subject::Custom)
        }
        Subject::All | Subject::Type(_) | Subject::Language(_) => None,
    }
}
