//! RSS 2.0.

use crate::{
    FeedFormat, Page,
    atom::{self, HISTORY},
    date::rfc822,
    entry::Entry,
    page::GENERATOR,
    xml::{document, escape_text, inside, write_link, write_text},
};
use anslag_core::Zone;
use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesCData, BytesStart, Event},
};
use std::io::{self, Write};

/// The namespace of `content:encoded`.
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// The namespace of `dc:creator` and `dc:language`.
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

const DOCS: &str = "https://www.rssboard.org/rss-specification";

/// For how many minutes a reader may keep a feed before it asks again.
const TTL: &str = "60";

/// What ends a page.
pub(crate) const EPILOGUE: &[u8] = b"\n  </channel>\n</rss>\n";

/// Writes what stands before the items of a page (<https://www.rssboard.org/rss-specification>), and hands the writer
/// back.
///
/// A title is plain text, once escaped, as the RSS Advisory Board's profile recommends. A description is HTML by the
/// specification: the same plain text as Atom's summary, escaped for HTML, so that `<` in it is not taken for a tag.
/// The whole content stands in `content:encoded`, an edit in `atom:updated`.
///
/// A channel without items has no `lastBuildDate`.
pub(crate) fn prologue<W: Write>(page: &Page<'_>, out: W) -> io::Result<W> {
    let mut xml = document(out)?;
    let mut rss = BytesStart::new("rss");
    rss.push_attribute(("version", "2.0"));
    rss.push_attribute(("xmlns:atom", atom::NAMESPACE));
    rss.push_attribute(("xmlns:content", CONTENT));
    rss.push_attribute(("xmlns:dc", DUBLIN_CORE));
    if page.archive.is_some() {
        rss.push_attribute(("xmlns:fh", HISTORY));
    }
    xml.write_event(Event::Start(rss))?;
    xml.write_event(Event::Start(BytesStart::new("channel")))?;
    write_metadata(&mut xml, page)?;
    Ok(xml.into_inner())
}

fn write_metadata<W: Write>(xml: &mut Writer<W>, page: &Page<'_>) -> io::Result<()> {
    let publication = page.publication;
    write_text(xml, "title", &page.feed.title)?;
    write_text(xml, "link", publication.base.iri().as_str())?;
    write_html(xml, "description", &partial_escape(page.description()))?;
    write_text(xml, "language", page.feed.language.as_str())?;
    write_text(xml, "copyright", publication.licence.address())?;
    if let Some(updated) = page.updated() {
        write_text(xml, "lastBuildDate", &rfc822(updated, &publication.zone))?;
    }
    write_text(xml, "generator", GENERATOR)?;
    write_text(xml, "docs", DOCS)?;
    write_text(xml, "ttl", TTL)?;
    let own = FeedFormat::Rss.format().spec().media_type;
    write_link(xml, "atom:link", "self", Some(own), page.address(FeedFormat::Rss).as_str())?;
    write_link(xml, "atom:link", "license", None, publication.licence.address())?;
    if let Some(hub) = &publication.hub {
        write_link(xml, "atom:link", "hub", None, hub.as_str())?;
    }
    for (rel, address) in page.relations(FeedFormat::Rss) {
        write_link(xml, "atom:link", rel, Some(own), address.as_str())?;
    }
    if page.archive.is_some() {
        xml.create_element("fh:archive").write_empty()?;
    }
    Ok(())
}

/// An item, as it stands in every page.
pub(crate) fn entry(entry: &Entry<'_>, zone: &Zone) -> Vec<u8> {
    inside(&["rss", "channel"], |xml| {
        xml.create_element("item").write_inner_content(|xml| write_item(xml, entry, zone)).map(drop)
    })
}

fn write_item<W: Write>(xml: &mut Writer<W>, entry: &Entry<'_>, zone: &Zone) -> io::Result<()> {
    write_text(xml, "title", &entry.title)?;
    write_text(xml, "link", entry.link().as_str())?;
    write_html(xml, "description", &partial_escape(&*entry.summary))?;
    for category in &entry.categories {
        xml.create_element("category")
            .with_attribute(("domain", category.scheme.as_ref()))
            .write_text_content(escape_text(category.label.text))?;
    }
    // RSS allows one; a length that is not known is 0, as readers expect.
    if let Some(attachment) = entry.attachments.first() {
        xml.create_element("enclosure")
            .with_attribute(("url", attachment.url.as_str()))
            .with_attribute(("length", attachment.size.unwrap_or(0).to_string().as_str()))
            .with_attribute(("type", attachment.media_type.as_str()))
            .write_empty()?;
    }
    xml.create_element("guid")
        .with_attribute(("isPermaLink", "false"))
        .write_text_content(escape_text(entry.id.as_str()))?;
    write_text(xml, "pubDate", &rfc822(entry.published, zone))?;
    write_text(xml, "atom:updated", &entry.updated.rfc3339(zone))?;
    write_text(xml, "dc:creator", entry.author.name.text)?;
    write_text(xml, "dc:language", entry.language.as_str())?;
    write_html(xml, "content:encoded", &entry.content)
}

/// HTML as it is, in one section of character data, or in several where it holds the end of one.
fn write_html<W: Write>(xml: &mut Writer<W>, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_inner_content(|xml| {
        BytesCData::escaped(content).try_for_each(|section| xml.write_event(Event::CData(section)))
    })?;
    Ok(())
}
