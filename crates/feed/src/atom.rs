//! Atom 1.0 (RFC 4287).

use crate::{
    FeedFormat, Page,
    entry::{Author, Enclosure, Entry, HTML, rights},
    georss,
    name::DisplayName,
    page::GENERATOR,
    stylesheet::instruction,
    xml::{document, escape_text, write_text},
};
use anslag_core::{Moment, Zone};
use quick_xml::{
    Writer,
    events::{BytesPI, BytesStart, Event},
};
use std::io::{self, Write};

/// The namespace of Atom (RFC 4287, section 1.2).
pub(crate) const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// The namespace of `fh:archive` (RFC 5005, section 4).
pub(crate) const HISTORY: &str = "http://purl.org/syndication/history/1.0";

/// The namespace of tombstones (RFC 6721, section 2).
const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";

/// Closing tags of a page.
pub(crate) const EPILOGUE: &[u8] = b"\n</feed>\n";

/// Writes the part of a page before its entries (RFC 4287, section 4.1.1) and returns the writer.
///
/// Titles and summaries are plain text; contents are sanitised HTML with absolute addresses.
/// All pages of a feed share its id: its address without an extension.
pub(crate) fn prologue<W: Write>(page: &Page<'_>, out: W) -> io::Result<W> {
    let mut xml = document(out)?;
    xml.write_event(Event::PI(BytesPI::new(instruction(page.publication))))?;
    let mut feed = BytesStart::new("feed");
    feed.push_attribute(("xmlns", NAMESPACE));
    if page.archive.is_some() {
        feed.push_attribute(("xmlns:fh", HISTORY));
    }
    if !page.tombstones.is_empty() {
        feed.push_attribute(("xmlns:at", TOMBSTONES));
    }
    feed.push_attribute(("xml:lang", page.feed.language.as_str()));
    xml.write_event(Event::Start(feed))?;
    write_metadata(&mut xml, page)?;
    Ok(xml.into_inner())
}

/// Writes the metadata, tombstones included.
///
/// They come before the entries: the grammar of RFC 4287 (appendix B) requires it, and a reader that stops early has
/// them.
fn write_metadata<W: Write>(xml: &mut Writer<W>, page: &Page<'_>) -> io::Result<()> {
    let publication = page.publication;
    let zone = &publication.zone;
    write_text(xml, "id", page.id().as_str())?;
    write_text(xml, "title", &page.feed.title)?;
    write_text(xml, "subtitle", page.description())?;
    write_text(xml, "updated", &page.updated().rfc3339(zone))?;
    let own = FeedFormat::Atom.format().spec().media_type;
    write_link(xml, "self", Some(own), page.address(FeedFormat::Atom).as_str())?;
    write_link(xml, "alternate", Some(HTML), publication.base.iri().as_str())?;
    write_link(xml, "license", None, publication.licence.address())?;
    if let Some(hub) = &publication.hub {
        write_link(xml, "hub", None, &hub.uri())?;
    }
    for (rel, address) in page.relations(FeedFormat::Atom) {
        write_link(xml, rel, Some(own), address.as_str())?;
    }
    write_author(xml, &Author::of_feed(publication, &page.feed.language))?;
    write_text(xml, "rights", &rights(publication, &page.feed.language))?;
    write_text(xml, "generator", GENERATOR)?;
    if page.archive.is_some() {
        xml.create_element("fh:archive").write_empty()?;
    }
    for tombstone in page.tombstones {
        xml.create_element("at:deleted-entry")
            .with_attribute(("ref", publication.announcement(&tombstone.id).as_str()))
            .with_attribute(("when", tombstone.when.rfc3339(zone).as_str()))
            .write_empty()?;
    }
    Ok(())
}

/// Returns an entry as it stands in every page.
pub(crate) fn entry(entry: &Entry<'_>, zone: &Zone) -> Vec<u8> {
    try_entry(entry, zone).expect("memory takes all bytes")
}

fn try_entry(entry: &Entry<'_>, zone: &Zone) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // The root element makes the writer indent; its tag is cut off.
    xml.write_event(Event::Start(BytesStart::new("feed")))?;
    let start = xml.get_ref().len();
    xml.create_element("entry")
        .with_attribute(("xml:lang", entry.language.as_str()))
        .write_inner_content(|xml| write_entry(xml, entry, zone))?;
    let mut bytes = xml.into_inner();
    bytes.drain(..start);
    Ok(bytes)
}

fn write_entry<W: Write>(xml: &mut Writer<W>, entry: &Entry<'_>, zone: &Zone) -> io::Result<()> {
    let date = |moment: Moment| moment.rfc3339(zone);
    write_text(xml, "id", entry.id.as_str())?;
    write_typed(xml, "title", "text", &entry.title)?;
    write_link(xml, "alternate", Some(entry.media_type), &entry.link)?;
    for attachment in &entry.attachments {
        write_enclosure(xml, attachment)?;
    }
    write_text(xml, "published", &date(entry.published))?;
    write_text(xml, "updated", &date(entry.updated))?;
    write_author(xml, &entry.author)?;
    for category in &entry.categories {
        xml.create_element("category")
            .with_attributes(xml_lang(category.label))
            .with_attribute(("term", category.term))
            .with_attribute(("scheme", category.scheme.as_ref()))
            .with_attribute(("label", category.label.text))
            .write_empty()?;
    }
    for (name, content) in entry.geometries.iter().flat_map(|own| georss::elements(*own)) {
        xml.create_element(name)
            .with_attribute(("xmlns:georss", georss::NAMESPACE))
            .write_text_content(escape_text(&content))?;
    }
    write_typed(xml, "summary", "text", &entry.summary)?;
    write_typed(xml, "content", "html", &entry.content)
}

fn write_author<W: Write>(xml: &mut Writer<W>, author: &Author<'_>) -> io::Result<()> {
    xml.create_element("author").with_attributes(xml_lang(author.name)).write_inner_content(|xml| {
        write_text(xml, "name", author.name.text)?;
        write_text(xml, "uri", &author.address)
    })?;
    Ok(())
}

/// Returns the attribute for a name whose language differs from that of the element around it (RFC 4287, section 2).
fn xml_lang(name: DisplayName<'_>) -> Option<(&'static str, &str)> {
    name.foreign_language.map(|language| ("xml:lang", language))
}

fn write_link<W: Write>(xml: &mut Writer<W>, rel: &str, media_type: Option<&str>, href: &str) -> io::Result<()> {
    let media_type = media_type.map(|media_type| ("type", media_type));
    xml.create_element("link")
        .with_attribute(("rel", rel))
        .with_attributes(media_type)
        .with_attribute(("href", href))
        .write_empty()?;
    Ok(())
}

fn write_enclosure<W: Write>(xml: &mut Writer<W>, attachment: &Enclosure<'_>) -> io::Result<()> {
    let length = attachment.size.map(|size| size.to_string());
    xml.create_element("link")
        .with_attribute(("rel", "enclosure"))
        .with_attribute(("type", attachment.media_type.as_str()))
        .with_attributes(length.as_deref().map(|length| ("length", length)))
        .with_attribute(("title", attachment.title))
        .with_attribute(("href", &*attachment.address))
        .write_empty()?;
    Ok(())
}

/// Writes a text construct (RFC 4287, section 3.1) of the given type.
fn write_typed<W: Write>(xml: &mut Writer<W>, name: &str, kind: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).with_attribute(("type", kind)).write_text_content(escape_text(content))?;
    Ok(())
}
