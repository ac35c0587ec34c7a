//! Atom 1.0 (RFC 4287).

use crate::{
    Form, Page,
    date::NEVER,
    entry::{Author, Entry, GENERATOR, Label, PAGE, publisher},
};
use anslag_core::{Attachment, Moment, Zone};
use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesStart, BytesText, Event},
};
use std::io::{self, Write};

pub(crate) const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// The namespace of `fh:archive` (RFC 5005, section 4).
pub(crate) const HISTORY: &str = "http://purl.org/syndication/history/1.0";

/// The namespace of tombstones (RFC 6721, section 2).
const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";

/// What ends a page.
pub(crate) const EPILOGUE: &[u8] = b"\n</feed>\n";

/// Writes what stands before the entries of a page (RFC 4287, section 4.1.1), and hands the writer back.
///
/// Titles and summaries are plain text, contents are safe HTML with absolute addresses. A page without entries was
/// updated at `1970-01-01T00:00:00Z`, since Atom demands a date and there is none that says more. All pages of a feed have
/// its id: its address without an extension.
pub(crate) fn prologue<W: Write>(page: &Page<'_>, out: W) -> io::Result<W> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let mut feed = BytesStart::new("feed");
    feed.push_attribute(("xmlns", NAMESPACE));
    if page.archive.is_some() {
        feed.push_attribute(("xmlns:fh", HISTORY));
    }
    if !page.gone.is_empty() {
        feed.push_attribute(("xmlns:at", TOMBSTONES));
    }
    feed.push_attribute(("xml:lang", page.feed.language.as_str()));
    xml.write_event(Event::Start(feed))?;
    metadata(&mut xml, page)?;
    Ok(xml.into_inner())
}

/// The metadata come before the entries: the grammar of RFC 4287 (appendix B) wants it so, and readers that stop early
/// have them.
fn metadata<W: Write>(xml: &mut Writer<W>, page: &Page<'_>) -> io::Result<()> {
    let publication = page.publication;
    let zone = &publication.zone;
    let licence = publication.licence.address();
    text(xml, "id", page.id().as_str())?;
    text(xml, "title", &page.feed.title)?;
    text(xml, "subtitle", page.description())?;
    text(xml, "updated", &page.updated().map_or_else(|| NEVER.to_owned(), |updated| updated.rfc3339(zone)))?;
    let own = Form::Atom.format().media_type();
    link(xml, "link", "self", Some(own), page.address(Form::Atom).as_str())?;
    link(xml, "link", "alternate", Some(PAGE), publication.base.iri().as_str())?;
    link(xml, "link", "license", None, licence)?;
    if let Some(hub) = &publication.hub {
        link(xml, "link", "hub", None, hub.as_str())?;
    }
    for (rel, address) in page.relations(Form::Atom) {
        link(xml, "link", rel, Some(own), address.as_str())?;
    }
    author(xml, &publisher(publication, &page.feed.language))?;
    text(xml, "rights", licence)?;
    text(xml, "generator", GENERATOR)?;
    if page.archive.is_some() {
        xml.create_element("fh:archive").write_empty()?;
    }
    for gone in page.gone {
        xml.create_element("at:deleted-entry")
            .with_attribute(("ref", publication.announcement(&gone.id).as_str()))
            .with_attribute(("when", gone.when.rfc3339(zone).as_str()))
            .write_empty()?;
    }
    Ok(())
}

/// An entry, as it stands in every page.
pub(crate) fn entry(entry: &Entry<'_>, zone: &Zone) -> Vec<u8> {
    inside(&["feed"], |xml| {
        xml.create_element("entry")
            .with_attribute(("xml:lang", entry.language.as_str()))
            .write_inner_content(|xml| write_entry(xml, entry, zone))
            .map(drop)
    })
}

/// What a function writes inside of open elements, indented as it is there, without the elements.
pub(crate) fn inside(open: &[&str], write: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    for name in open {
        xml.write_event(Event::Start(BytesStart::new(*name))).expect("memory takes all bytes");
    }
    let before = xml.get_ref().len();
    write(&mut xml).expect("memory takes all bytes");
    let mut bytes = xml.into_inner();
    bytes.drain(..before);
    bytes
}

fn write_entry<W: Write>(xml: &mut Writer<W>, entry: &Entry<'_>, zone: &Zone) -> io::Result<()> {
    let date = |moment: Moment| moment.rfc3339(zone);
    text(xml, "id", entry.id.as_str())?;
    typed(xml, "title", "text", entry.title)?;
    link(xml, "link", "alternate", Some(entry.media_type), entry.link().as_str())?;
    for attachment in entry.attachments {
        enclosure(xml, attachment)?;
    }
    text(xml, "published", &date(entry.published))?;
    text(xml, "updated", &date(entry.updated))?;
    author(xml, &entry.author)?;
    for category in &entry.categories {
        xml.create_element("category")
            .with_attributes(foreign(category.label))
            .with_attribute(("term", category.term))
            .with_attribute(("scheme", category.scheme.as_ref()))
            .with_attribute(("label", category.label.text))
            .write_empty()?;
    }
    typed(xml, "summary", "text", entry.summary)?;
    typed(xml, "content", "html", &entry.content)
}

fn author<W: Write>(xml: &mut Writer<W>, author: &Author<'_>) -> io::Result<()> {
    xml.create_element("author").with_attributes(foreign(author.name)).write_inner_content(|xml| {
        text(xml, "name", author.name.text)?;
        text(xml, "uri", author.address.as_str())
    })?;
    Ok(())
}

/// The language of a name, where it is not that of what it stands in (RFC 4287, section 2).
fn foreign(label: Label<'_>) -> Option<(&'static str, &str)> {
    label.foreign.map(|language| ("xml:lang", language))
}

/// A link of Atom, under the name that the element has in the document.
pub(crate) fn link<W: Write>(
    xml: &mut Writer<W>,
    name: &str,
    rel: &str,
    media_type: Option<&str>,
    href: &str,
) -> io::Result<()> {
    let media_type = media_type.map(|media_type| ("type", media_type));
    xml.create_element(name)
        .with_attribute(("rel", rel))
        .with_attributes(media_type)
        .with_attribute(("href", href))
        .write_empty()?;
    Ok(())
}

fn enclosure<W: Write>(xml: &mut Writer<W>, attachment: &Attachment) -> io::Result<()> {
    let length = attachment.size.map(|size| size.to_string());
    xml.create_element("link")
        .with_attribute(("rel", "enclosure"))
        .with_attribute(("type", attachment.media_type.as_str()))
        .with_attributes(length.as_deref().map(|length| ("length", length)))
        .with_attribute(("title", attachment.title.as_str()))
        .with_attribute(("href", attachment.url.as_str()))
        .write_empty()?;
    Ok(())
}

pub(crate) fn text<W: Write>(xml: &mut Writer<W>, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(escaped(content))?;
    Ok(())
}

/// Text with the characters escaped that could be taken for markup; in an element, quotation marks cannot.
pub(crate) fn escaped(content: &str) -> BytesText<'_> {
    BytesText::from_escaped(partial_escape(content))
}

fn typed<W: Write>(xml: &mut Writer<W>, name: &str, kind: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).with_attribute(("type", kind)).write_text_content(escaped(content))?;
    Ok(())
}
