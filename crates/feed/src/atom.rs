//! Atom 1.0 (RFC 4287).

use crate::{
    Page,
    date::NEVER,
    entry::{Author, Entry, GENERATOR, entries, publisher},
};
use anslag_core::{Attachment, Format, Moment, Zone};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::io::{self, Write};

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// Writes a page as an Atom 1.0 feed (RFC 4287, section 4.1.1), and hands the writer back.
///
/// Titles and summaries are plain text, contents are safe HTML with absolute addresses. A feed without entries was
/// updated at `1970-01-01T00:00:00Z`, since Atom demands a date and there is none that says more.
///
/// The feed's id is its address without an extension; an entry's is the announcement's IRI.
pub fn write<W: Write>(page: &Page<'_>, out: W) -> io::Result<W> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attribute(("xmlns", NAMESPACE))
        .with_attribute(("xml:lang", page.language().as_str()))
        .write_inner_content(|xml| feed(xml, page))?;
    let mut out = xml.into_inner();
    out.write_all(b"\n")?;
    Ok(out)
}

/// The metadata come before the entries: the grammar of RFC 4287 (appendix B) wants it so, and readers that stop early
/// have them.
fn feed<W: Write>(xml: &mut Writer<W>, page: &Page<'_>) -> io::Result<()> {
    let publication = page.publication;
    let zone = &publication.zone;
    let licence = publication.licence.address();
    text(xml, "id", page.id().as_str())?;
    text(xml, "title", page.title.as_str())?;
    text(xml, "subtitle", page.description().as_str())?;
    text(xml, "updated", &page.updated().map_or_else(|| NEVER.to_owned(), |updated| updated.rfc3339(zone)))?;
    link(xml, "self", Some(Format::Atom.media_type()), page.address(Format::Atom).as_str())?;
    link(xml, "alternate", Some("text/html"), publication.base.iri().as_str())?;
    link(xml, "license", None, licence)?;
    author(xml, &publisher(publication))?;
    text(xml, "rights", licence)?;
    text(xml, "generator", GENERATOR)?;
    for entry in entries(page) {
        xml.create_element("entry")
            .with_attribute(("xml:lang", entry.language.as_str()))
            .write_inner_content(|xml| write_entry(xml, &entry, zone))?;
    }
    Ok(())
}

fn write_entry<W: Write>(xml: &mut Writer<W>, entry: &Entry<'_>, zone: &Zone) -> io::Result<()> {
    let date = |moment: Moment| moment.rfc3339(zone);
    text(xml, "id", entry.id.as_str())?;
    typed(xml, "title", "text", entry.title)?;
    link(xml, "alternate", Some("text/html"), entry.link().as_str())?;
    for attachment in entry.attachments {
        enclosure(xml, attachment)?;
    }
    text(xml, "published", &date(entry.published))?;
    text(xml, "updated", &date(entry.updated))?;
    author(xml, &entry.author)?;
    for category in &entry.categories {
        xml.create_element("category")
            .with_attribute(("term", category.term))
            .with_attribute(("scheme", category.scheme.as_ref()))
            .with_attribute(("label", category.label))
            .write_empty()?;
    }
    typed(xml, "summary", "text", entry.summary)?;
    typed(xml, "content", "html", &entry.content)
}

fn author<W: Write>(xml: &mut Writer<W>, author: &Author<'_>) -> io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| {
        text(xml, "name", author.name)?;
        text(xml, "uri", author.address.as_str())
    })?;
    Ok(())
}

fn link<W: Write>(xml: &mut Writer<W>, rel: &str, media_type: Option<&str>, href: &str) -> io::Result<()> {
    let media_type = media_type.map(|media_type| ("type", media_type));
    xml.create_element("link")
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

fn text<W: Write>(xml: &mut Writer<W>, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn typed<W: Write>(xml: &mut Writer<W>, name: &str, kind: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).with_attribute(("type", kind)).write_text_content(BytesText::new(content))?;
    Ok(())
}
