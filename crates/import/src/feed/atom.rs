use super::{
    entry::{Enclosure, Entry},
    split::{Item, attribute},
};
use crate::{Category, html::parse_fragment};
use feed_rs::{
    model::{self, Text},
    parser::Builder,
};
use quick_xml::{Reader, escape::escape, events::Event};

/// Parses an entry of Atom, or an item of RSS 1.0. The error is in the words of the library.
pub(crate) fn parse(item: &Item<'_>) -> Result<Entry, String> {
    let mut feed = parser().parse(item.document.as_bytes()).map_err(|error| error.to_string())?;
    let own = feed.entries.pop().ok_or("the entry is empty")?;
    let lost = Lost::read(item.text);
    let mut entry = entry_of(own);
    entry.id = entry.id.or(lost.about);
    entry.language = item.language.clone().or(lost.language).or(entry.language);
    entry.modified = lost.modified.or(entry.modified);
    Ok(entry)
}

/// Returns a parser that neither sanitises, which the Markdown does, nor makes up an id.
pub(crate) fn parser() -> feed_rs::parser::Parser {
    Builder::new().sanitize_content(false).id_generator(|_, _, _| String::new()).build()
}

/// Returns an entry of feed-rs as one of ours.
pub(crate) fn entry_of(own: model::Entry) -> Entry {
    let (files, links): (Vec<_>, Vec<_>) = own.links.into_iter().partition(|link| {
        link.rel.as_deref() == Some("enclosure")
            || link.media_type.as_deref().is_some_and(|kind| kind != "text/html") && link.rel.is_none()
    });
    let is_alternate = |link: &&model::Link| link.rel.as_deref().is_none_or(|rel| rel == "alternate");
    let category = |category: model::Category| Category {
        label: category.label.unwrap_or_else(|| category.term.clone()),
        term: category.term,
        scheme: category.scheme,
    };
    let content = own.content.and_then(|content| {
        let is_plain = content.content_type.subty() == "plain";
        content.body.map(|body| if is_plain { paragraphs(&body) } else { body })
    });
    Entry {
        id: Some(own.id).filter(|id| !id.is_empty()),
        link: links.iter().find(is_alternate).map(|link| link.href.clone()),
        title: own.title.map(title_of),
        summary: own.summary.map(html_of),
        content,
        language: own.language,
        published: own.published.map(|date| date.to_rfc3339()),
        modified: own.updated.map(|date| date.to_rfc3339()),
        author: own.authors.into_iter().find_map(|author| author.name).filter(|name| name != "unknown"),
        categories: own.categories.into_iter().map(category).collect(),
        enclosures: files.into_iter().map(Enclosure::from).collect(),
        base: own.base,
        ..Entry::default()
    }
}

impl From<model::Link> for Enclosure {
    fn from(link: model::Link) -> Self {
        Self { url: link.href, media_type: link.media_type, size: link.length, title: link.title }
    }
}

/// Returns a title as plain text.
fn title_of(title: Text) -> String {
    match parse_fragment(&title.content) {
        Ok(html) if title.content_type.subty() == "html" => html.root_element().text().collect(),
        _ => title.content,
    }
}

fn html_of(text: Text) -> String {
    if text.content_type.subty() == "plain" { paragraphs(&text.content) } else { text.content }
}

/// Returns plain text as HTML.
fn paragraphs(text: &str) -> String {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks.map(|block| format!("<p>{}</p>", escape(block))).collect()
}

/// Elements of an item that feed-rs loses.
#[derive(Default)]
struct Lost {
    /// `dc:language`.
    language: Option<String>,
    /// `dcterms:modified`.
    modified: Option<String>,
    /// `rdf:about`, the identity in RSS 1.0.
    about: Option<String>,
}

impl Lost {
    fn read(item: &str) -> Self {
        let (mut lost, mut xml, mut open) = (Self::default(), Reader::from_str(item), Vec::new());
        while let Ok(event) = xml.read_event() {
            match event {
                Event::Start(tag) => {
                    lost.about = lost.about.or_else(|| attribute(&tag, b"about"));
                    open = tag.name().as_ref().to_vec();
                }
                Event::Text(words) => {
                    let words = words.decode().unwrap_or_default().trim().to_owned();
                    match open.as_slice() {
                        _ if words.is_empty() => {}
                        b"dc:language" => lost.language = Some(words),
                        b"dcterms:modified" => lost.modified = Some(words),
                        _ => {}
                    }
                }
                Event::End(_) => open.clear(),
                Event::Eof => break,
                _ => {}
            }
        }
        lost
    }
}
