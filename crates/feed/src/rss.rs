//! RSS 2.0 (<https://www.rssboard.org/rss-specification>), written by the rss crate.
//!
//! The crate writes only whole channels. So an item is written as the only one of an empty channel and cut out of it, and
//! the prologue of a page is a channel without items and without its closing tags.

use crate::{
    FeedFormat, Page,
    atom::{self, HISTORY},
    date::rfc822,
    entry::{Enclosure as File, Entry, rights},
    georss,
    page::GENERATOR,
    stylesheet::instruction,
};
use anslag_core::Zone;
use quick_xml::escape::partial_escape;
use rss::{
    Category, Channel, Enclosure, Guid, Item,
    extension::{
        Extension, ExtensionMap,
        dublincore::{self, DublinCoreExtension},
    },
};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// The namespace of `content:encoded` (<https://www.rssboard.org/rss-profile#namespace-elements-content>).
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// The address of the specification.
const DOCS: &str = "https://www.rssboard.org/rss-specification";

/// Minutes that a reader may keep a feed before it asks again.
const TTL: &str = "60";

/// Declaration that the crate writes.
const DECLARATION: &[u8] = b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// Line break and opening tag of an item.
const ITEM: &[u8] = b"\n    <item>";

/// Closing tags of a page.
pub(crate) const EPILOGUE: &[u8] = b"\n  </channel>\n</rss>\n";

/// Writes the part of a page before its items and returns the writer.
pub(crate) fn prologue<W: Write>(page: &Page<'_>, mut out: W) -> io::Result<W> {
    let xml = without_epilogue(&channel(page));
    // The crate writes no processing instructions.
    let rest = xml.strip_prefix(DECLARATION).expect("a document begins with its declaration");
    out.write_all(DECLARATION)?;
    writeln!(out, "<?{}?>", instruction(page.publication))?;
    out.write_all(rest)?;
    Ok(out)
}

/// Returns an item as it stands in every page.
pub(crate) fn entry(entry: &Entry<'_>, zone: &Zone) -> Vec<u8> {
    let mut xml = without_epilogue(&Channel { items: vec![item(entry, zone)], ..Channel::default() });
    // Before the item stand only the empty elements of the channel.
    let start = xml.windows(ITEM.len()).position(|window| window == ITEM).expect("the channel has an item");
    xml.drain(..start);
    xml
}

/// Writes a channel, except for its closing tags.
fn without_epilogue(channel: &Channel) -> Vec<u8> {
    let mut xml = channel.pretty_write_to(Vec::new(), b' ', 2).expect("memory takes all bytes");
    xml.push(b'\n');
    assert!(xml.ends_with(EPILOGUE), "a channel ends with its closing tags");
    xml.truncate(xml.len() - EPILOGUE.len());
    xml
}

/// Returns a page as a channel without items.
///
/// The description is plain text, as the specification wants for a channel.
fn channel(page: &Page<'_>) -> Channel {
    let publication = page.publication;
    let media_type = Some(FeedFormat::Rss.format().spec().media_type);
    let own = atom_link("self", media_type, page.address(FeedFormat::Rss).as_str());
    let licence = atom_link("license", None, publication.licence.address());
    let hub = publication.hub.iter().map(|hub| atom_link("hub", None, &hub.uri()));
    let relations = page.relations(FeedFormat::Rss);
    let relations = relations.iter().map(|(rel, address)| atom_link(rel, media_type, address.as_str()));
    let archive = page.archive.map(|_| extension("fh:archive", [], ""));
    let history = page.archive.map(|_| ("fh", HISTORY));
    let namespaces = [("atom", atom::NAMESPACE), ("content", CONTENT), ("dc", dublincore::NAMESPACE)];
    Channel {
        title: page.feed.title.clone(),
        link: publication.base.iri().to_string(),
        description: page.description().to_owned(),
        language: Some(page.feed.language.to_string()),
        copyright: Some(rights(publication, &page.feed.language)),
        last_build_date: Some(rfc822(page.updated(), &publication.zone)),
        generator: Some(GENERATOR.to_owned()),
        docs: Some(DOCS.to_owned()),
        ttl: Some(TTL.to_owned()),
        extensions: extensions([own, licence].into_iter().chain(hub).chain(relations).chain(archive)),
        namespaces: to_map(namespaces.into_iter().chain(history)),
        ..Channel::default()
    }
}

/// Returns an entry as an item.
///
/// The title is plain text, escaped once, as the RSS Advisory Board's profile recommends. The description is HTML by the
/// specification: the plain text of Atom's summary, escaped for HTML, so that no `<` in it opens a tag. The whole content
/// is `content:encoded`; `atom:updated` shows an edit.
fn item(entry: &Entry<'_>, zone: &Zone) -> Item {
    let category = |category: &crate::entry::Category<'_>| Category {
        name: category.label.text.to_owned(),
        domain: Some(category.scheme.to_string()),
    };
    let updated = extension("atom:updated", [], &entry.updated.rfc3339(zone));
    let places = entry.geometries.iter().flat_map(|own| georss::elements(*own));
    let places = places.map(|(name, content)| extension(name, [("xmlns:georss", georss::NAMESPACE)], &content));
    Item {
        title: Some(entry.title.to_string()),
        link: Some(entry.link.to_string()),
        description: Some(partial_escape(&*entry.summary).into_owned()),
        categories: entry.categories.iter().map(category).collect(),
        enclosure: entry.attachments.first().map(enclosure),
        guid: Some(Guid { value: entry.id.to_string(), permalink: false }),
        pub_date: Some(rfc822(entry.published, zone)),
        content: Some(entry.content.clone()),
        extensions: extensions([updated].into_iter().chain(places)),
        dublin_core_ext: Some(DublinCoreExtension {
            creators: vec![entry.author.name.text.to_owned()],
            languages: vec![entry.language.to_string()],
            ..DublinCoreExtension::default()
        }),
        ..Item::default()
    }
}

/// Returns the one file that RSS allows. Readers expect the length 0 for an unknown one.
fn enclosure(attachment: &File<'_>) -> Enclosure {
    Enclosure {
        url: attachment.address.to_string(),
        length: attachment.size.unwrap_or(0).to_string(),
        mime_type: attachment.media_type.to_string(),
    }
}

fn atom_link(rel: &str, media_type: Option<&str>, href: &str) -> Extension {
    let media_type = media_type.map(|media_type| ("type", media_type));
    extension("atom:link", [("rel", rel), ("href", href)].into_iter().chain(media_type), "")
}

/// Returns an element of another namespace. With the value `None` instead of an empty one, the crate would break the
/// line inside the element.
fn extension<'a>(name: &str, attributes: impl IntoIterator<Item = (&'a str, &'a str)>, value: &str) -> Extension {
    Extension {
        name: name.to_owned(),
        value: Some(value.to_owned()),
        attrs: to_map(attributes),
        children: BTreeMap::new(),
    }
}

/// Groups elements by prefix and local name, the order in which the crate writes them.
fn extensions(elements: impl IntoIterator<Item = Extension>) -> ExtensionMap {
    let mut extensions = ExtensionMap::new();
    for element in elements {
        let (prefix, name) = element.name.split_once(':').expect("an extension has a prefix");
        let of_prefix = extensions.entry(prefix.to_owned()).or_default();
        of_prefix.entry(name.to_owned()).or_default().push(element);
    }
    extensions
}

fn to_map<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
