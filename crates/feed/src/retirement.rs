//! The last entry of a feed that has ended.

use crate::{
    Feed, Form, Rendered, Subject,
    entry::{Entry, PAGE, publisher},
    path,
};
use anslag_core::{Iri, Moment, Publication, Retired, Slug, Successor, label_in, word_language};
use quick_xml::escape::{escape, partial_escape};

/// What is said before the address, by language.
const TEXTS: [(&str, &str); 4] = [
    ("sv", "Det här flödet har upphört. Följ i stället"),
    ("en", "This feed has ended. Follow instead"),
    ("et", "See voog on lõppenud. Jälgige selle asemel"),
    ("lv", "Šī plūsma ir beigusies. Tās vietā sekojiet"),
];

/// The entry of a feed that has ended. Its id is the feed's with `/retired`, and its date that of the end.
pub(crate) fn render(publication: &Publication, feed: &Feed, retired: &Retired) -> Rendered {
    let (title, address, media_type) = successor(publication, feed, retired);
    let text = label_in(TEXTS, word_language([&feed.language, &publication.language]));
    let summary = format!("{text}: {title}");
    let (href, shown) = (escape(address.as_str()), partial_escape(&title));
    let entry = Entry {
        id: publication.file(&format!("feed/{}/retired", feed.name())),
        source: Some(&address),
        media_type,
        title: &summary,
        summary: &summary,
        content: format!("<p>{text}: <a href=\"{href}\">{shown}</a></p>\n"),
        language: &feed.language,
        published: Moment::Date(retired.date),
        updated: Moment::Date(retired.date),
        author: publisher(publication, &feed.language),
        categories: Vec::new(),
        attachments: &[],
        image: None,
    };
    Rendered::new(&entry, publication)
}

/// The title, the address and the media type of what takes the feed's place: a feed, or a page.
fn successor(publication: &Publication, feed: &Feed, retired: &Retired) -> (String, Iri, &'static str) {
    let key = match &retired.see {
        Successor::Page(page) => return (page.to_string(), page.clone(), PAGE),
        Successor::Entry(key) => key,
    };
    let successor = subject(publication, feed, key).expect("the register holds what its retired entries refer to");
    let successor = Feed::new(publication, successor);
    let form = Form::preferred(publication).unwrap_or(Form::Atom);
    let address = publication.file(&path(successor.name(), form));
    (successor.title, address, form.format().media_type())
}

/// The entry of the register with this key, of the kind that the feed is of.
fn subject(publication: &Publication, feed: &Feed, key: &Slug) -> Option<Subject> {
    match &feed.subject {
        Subject::Topic(_) => publication.register.topic(key).cloned().map(Subject::Topic),
        Subject::Publisher(_) => publication.register.organization(key).cloned().map(Subject::Publisher),
        Subject::All | Subject::Type(_) | Subject::Language(_) => None,
    }
}
