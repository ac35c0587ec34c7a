//! The list of a publication's feeds, as OPML 2.0 and as JSON.

use crate::{
    Feed, FeedFormat, path,
    xml::{document, write_text},
};
use anslag_core::{FeedKind, Iri, Publication, Retired};
use anslag_schema::{label_in, word_language};
use quick_xml::{
    Writer,
    events::{BytesStart, Event},
};
use serde::Serialize;
use std::io::{self, Write};

/// The path of the list as OPML in the published layout.
pub const OPML: &str = "feeds.opml";

/// The path of the list as JSON in the published layout.
pub const JSON: &str = "feeds.json";

/// Writes the feeds as an OPML 2.0 subscription list (<http://opml.org/spec2.opml>) and returns the writer.
///
/// Each feed is listed once, in the preferred format: a reader that imports the list subscribes to each feed once. Retired feeds are left
/// out. The list has no date, since no announcement changes it.
pub fn opml<W: Write>(publication: &Publication, feeds: &[Feed], out: W) -> io::Result<W> {
    let mut xml = document(out)?;
    let main = &publication.language;
    xml.create_element("opml").with_attribute(("version", "2.0")).write_inner_content(|xml| {
        xml.create_element("head").write_inner_content(|xml| {
            write_text(xml, "title", publication.title.get(main, main).1.as_str())?;
            write_text(xml, "ownerName", publication.publisher.name.get(main, main).1.as_str())?;
            write_text(xml, "docs", "http://opml.org/spec2.opml")
        })?;
        xml.create_element("body").write_inner_content(|xml| {
            for kind in FeedKind::ALL {
                let mut members =
                    feeds.iter().filter(|feed| feed.subject.kind() == kind && feed.retired().is_none()).peekable();
                if members.peek().is_none() {
                    continue;
                }
                let Some(label) = group_label(kind, publication) else {
                    members.try_for_each(|feed| write_outline(xml, publication, feed))?;
                    continue;
                };
                let mut start = BytesStart::new("outline");
                start.push_attribute(("text", label));
                xml.write_event(Event::Start(start.borrow()))?;
                members.try_for_each(|feed| write_outline(xml, publication, feed))?;
                xml.write_event(Event::End(start.to_end()))?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    let mut out = xml.into_inner();
    out.write_all(b"\n")?;
    Ok(out)
}

fn write_outline<W: Write>(xml: &mut Writer<W>, publication: &Publication, feed: &Feed) -> io::Result<()> {
    let Some(format) = FeedFormat::preferred(publication) else { return Ok(()) };
    let address = publication.file(&path(feed.name(), format));
    xml.create_element("outline")
        // OPML 2.0 ("Subscription lists") prescribes this type for every format.
        .with_attribute(("type", "rss"))
        .with_attribute(("text", feed.title.as_str()))
        .with_attribute(("title", feed.title.as_str()))
        .with_attribute(("language", feed.language.as_str()))
        .with_attribute(("xmlUrl", address.as_str()))
        .with_attribute(("htmlUrl", publication.base.iri().as_str()))
        .write_empty()?;
    Ok(())
}

/// Writes the feeds as JSON and returns the writer.
///
/// The document is an object with `title`, `home_page_url` and `feeds`. A feed is an object with `name`, `title`,
/// `language`, the addresses `rss`, `atom` and `json` of the formats that are written, and `retired` if it has a last day.
pub fn json<W: Write>(publication: &Publication, feeds: &[Feed], mut out: W) -> io::Result<W> {
    let main = &publication.language;
    let list = FeedList {
        title: publication.title.get(main, main).1.as_str(),
        home_page_url: publication.base.iri(),
        feeds: feeds.iter().map(|feed| ListedFeed::new(publication, feed)).collect(),
    };
    serde_json::to_writer_pretty(&mut out, &list)?;
    out.write_all(b"\n")?;
    Ok(out)
}

#[derive(Serialize)]
struct FeedList<'a> {
    title: &'a str,
    home_page_url: &'a Iri,
    feeds: Vec<ListedFeed<'a>>,
}

#[derive(Serialize)]
struct ListedFeed<'a> {
    name: &'a str,
    title: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rss: Option<Iri>,
    #[serde(skip_serializing_if = "Option::is_none")]
    atom: Option<Iri>,
    #[serde(skip_serializing_if = "Option::is_none")]
    json: Option<Iri>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
}

impl<'a> ListedFeed<'a> {
    fn new(publication: &Publication, feed: &'a Feed) -> Self {
        let is_written = |format: &FeedFormat| publication.output.has(format.format());
        let address =
            |format| Some(format).filter(is_written).map(|format| publication.file(&path(feed.name(), format)));
        let [rss, atom, json] = FeedFormat::ALL.map(address);
        let retired = feed.retired().map(|Retired { date, .. }| date.to_string());
        Self { name: feed.name(), title: &feed.title, language: feed.language.as_str(), rss, atom, json, retired }
    }
}

/// Returns the label of a group of feeds in the publication's language, or `None` for the feed of everything.
fn group_label(kind: FeedKind, publication: &Publication) -> Option<&'static str> {
    let labels = match kind {
        FeedKind::All => return None,
        FeedKind::Topic => ["Ämnen", "Topics", "Teemad", "Temati"],
        FeedKind::Type => ["Typer", "Types", "Liigid", "Veidi"],
        FeedKind::Language => ["Språk", "Languages", "Keeled", "Valodas"],
        FeedKind::Publisher => ["Utgivare", "Publishers", "Avaldajad", "Izdevēji"],
        FeedKind::Board => ["Anslagstavlor", "Notice boards", "Teadetetahvlid", "Ziņojumu dēļi"],
        FeedKind::Custom => ["Urval", "Selections", "Valikud", "Atlases"],
    };
    Some(label_in(labels, word_language([&publication.language])))
}
