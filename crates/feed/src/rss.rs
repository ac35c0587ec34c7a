//! RSS 2.0.

use crate::{
    Page,
    date::rfc822,
    entry::{Entry, GENERATOR, entries},
};
use anslag_core::{Format, Zone};
use quick_xml::escape::partial_escape;
use rss::{
    Category, Channel, Enclosure, Error, Guid, Item,
    extension::{Extension, ExtensionMap, dublincore::DublinCoreExtension},
};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// The namespace of `atom:link` and `atom:updated`; the rss crate declares those of `dc` and `content` itself.
const ATOM: &str = "http://www.w3.org/2005/Atom";

const DOCS: &str = "https://www.rssboard.org/rss-specification";

/// For how many minutes a reader may keep a feed before it asks again.
const TTL: &str = "60";

/// Writes a page as an RSS 2.0 channel (<https://www.rssboard.org/rss-specification>), and hands the writer back.
///
/// A title is plain text, once escaped, as the RSS Advisory Board's profile recommends. A description is HTML by the
/// specification: the same plain text as Atom's summary, escaped for HTML, so that `<` in it is not taken for a tag.
/// The whole content stands in `content:encoded`, an edit in `atom:updated`.
///
/// A channel without items has no `lastBuildDate`.
pub fn write<W: Write>(page: &Page<'_>, out: W) -> io::Result<W> {
    let publication = page.publication;
    let zone = &publication.zone;
    let channel = Channel {
        title: page.title.to_string(),
        link: publication.base.iri().to_string(),
        description: escaped(page.description().as_str()),
        language: Some(page.language().to_string()),
        copyright: Some(publication.licence.address().to_owned()),
        last_build_date: page.updated().map(|updated| rfc822(updated, zone)),
        generator: Some(GENERATOR.to_owned()),
        docs: Some(DOCS.to_owned()),
        ttl: Some(TTL.to_owned()),
        items: entries(page).map(|entry| item(entry, zone)).collect(),
        extensions: atom(self_link(page)),
        namespaces: BTreeMap::from([("atom".to_owned(), ATOM.to_owned())]),
        ..Channel::default()
    };
    let mut out = channel.pretty_write_to(out, b' ', 2).map_err(io_error)?;
    out.write_all(b"\n")?;
    Ok(out)
}

fn item(entry: Entry<'_>, zone: &Zone) -> Item {
    let categories = entry
        .categories
        .iter()
        .map(|category| Category { name: category.label.to_owned(), domain: Some(category.scheme.to_string()) });
    Item {
        title: Some(entry.title.to_owned()),
        link: Some(entry.link().to_string()),
        description: Some(escaped(entry.summary)),
        categories: categories.collect(),
        // RSS allows one; a length that is not known is 0, as readers expect.
        enclosure: entry.attachments.first().map(|attachment| Enclosure {
            url: attachment.url.to_string(),
            length: attachment.size.unwrap_or(0).to_string(),
            mime_type: attachment.media_type.to_string(),
        }),
        guid: Some(Guid { value: entry.id.to_string(), permalink: false }),
        pub_date: Some(rfc822(entry.published, zone)),
        content: Some(entry.content),
        extensions: atom(Extension {
            name: "atom:updated".to_owned(),
            value: Some(entry.updated.rfc3339(zone)),
            ..Extension::default()
        }),
        dublin_core_ext: Some(DublinCoreExtension {
            creators: vec![entry.author.name.to_owned()],
            languages: vec![entry.language.to_string()],
            ..DublinCoreExtension::default()
        }),
        ..Item::default()
    }
}

fn self_link(page: &Page<'_>) -> Extension {
    let attributes = [
        ("href", page.address(Format::Rss).to_string()),
        ("rel", "self".to_owned()),
        ("type", Format::Rss.media_type().to_owned()),
    ];
    Extension {
        name: "atom:link".to_owned(),
        // Without a value, the indentation would become its content.
        value: Some(String::new()),
        attrs: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..Extension::default()
    }
}

/// The one element of Atom that a channel or an item has here.
fn atom(element: Extension) -> ExtensionMap {
    let name = element.name.clone();
    BTreeMap::from([("atom".to_owned(), BTreeMap::from([(name, vec![element])]))])
}

/// Plain text as HTML.
fn escaped(text: &str) -> String {
    partial_escape(text).into_owned()
}

/// What the writer said; the rss crate wraps it, and has no error of its own when it writes.
fn io_error(error: Error) -> io::Error {
    match error {
        Error::Xml(quick_xml::Error::Io(error)) => io::Error::new(error.kind(), error),
        other => io::Error::other(other),
    }
}
