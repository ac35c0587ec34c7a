//! JSON Feed 1.1.

use crate::{
    FeedFormat, Page,
    entry::{self, Enclosure, Entry},
};
use anslag_core::{Iri, MediaType, Zone};
use serde::Serialize;
use std::{
    borrow::Cow,
    io::{self, Write},
};

const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// The key of the items, which replaces the closing brace after the feed's own fields.
const ITEMS: &[u8] = b",\n  \"items\": [";

/// Closing brackets of a page.
pub(crate) const EPILOGUE: &[u8] = b"\n  ]\n}\n";

/// Writes the part of a page before its items (<https://jsonfeed.org/version/1.1>) and returns the writer.
///
/// An item's `url` is the link of the other formats. JSON Feed has no field for a feed's date, for its licence, and for the
/// feed of everything, to which a feed without an archive leads: the last two are extensions.
pub(crate) fn prologue<W: Write>(page: &Page<'_>, mut out: W) -> io::Result<W> {
    let publication = page.publication;
    let feed = JsonFeed {
        version: VERSION,
        title: &page.feed.title,
        home_page_url: publication.base.iri(),
        feed_url: page.address(FeedFormat::JsonFeed),
        description: page.description(),
        next_url: page.previous.map(|previous| page.address_of(Some(previous), FeedFormat::JsonFeed)),
        language: page.feed.language.as_str(),
        expired: page.has_ended,
        authors: [entry::Author::of_feed(publication, &page.feed.language).into()],
        hubs: publication.hub.iter().map(|hub| JsonHub { kind: "WebSub", url: hub.uri() }).collect(),
        extension: JsonExtension {
            license: publication.licence.address(),
            related: page.related(FeedFormat::JsonFeed),
        },
    };
    let fields = serde_json::to_vec_pretty(&feed)?;
    let fields = fields.strip_suffix(b"\n}").expect("an object with fields ends on a line of its own");
    out.write_all(fields)?;
    out.write_all(ITEMS)?;
    Ok(out)
}

/// Returns an item as it stands in every page.
pub(crate) fn entry(entry: &Entry<'_>, zone: &Zone) -> Vec<u8> {
    let item =
        serde_json::to_string_pretty(&JsonItem::new(entry, zone)).expect("strings and numbers can be written as JSON");
    // JSON escapes line breaks within strings, so each one left begins a line.
    format!("\n{item}").replace('\n', "\n    ").into_bytes()
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a Iri,
    feed_url: Iri,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<Iri>,
    language: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    expired: bool,
    authors: [JsonAuthor<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<JsonHub<'a>>,
    #[serde(rename = "_anslag")]
    extension: JsonExtension,
}

#[derive(Serialize)]
struct JsonHub<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: Cow<'a, str>,
}

#[derive(Serialize)]
struct JsonExtension {
    license: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<Iri>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a Iri,
    url: &'a str,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    date_published: String,
    date_modified: String,
    authors: [JsonAuthor<'a>; 1],
    tags: Vec<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<JsonAttachment<'a>>,
}

#[derive(Serialize)]
struct JsonAttachment<'a> {
    url: &'a str,
    mime_type: &'a MediaType,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_bytes: Option<u64>,
}

#[derive(Serialize)]
struct JsonAuthor<'a> {
    name: &'a str,
    url: Cow<'a, str>,
}

impl<'a> JsonItem<'a> {
    fn new(entry: &'a Entry<'a>, zone: &Zone) -> Self {
        Self {
            id: &entry.id,
            url: &entry.link,
            title: &entry.title,
            summary: &entry.summary,
            content_html: &entry.content,
            date_published: entry.published.rfc3339(zone),
            date_modified: entry.updated.rfc3339(zone),
            authors: [JsonAuthor { name: entry.author.name.text, url: entry.author.address.as_str().into() }],
            tags: entry.categories.iter().map(|category| category.label.text).collect(),
            language: entry.language.as_str(),
            image: entry.image.as_deref(),
            attachments: entry.attachments.iter().map(JsonAttachment::new).collect(),
        }
    }
}

impl<'a> JsonAttachment<'a> {
    fn new(attachment: &'a Enclosure<'a>) -> Self {
        Self {
            url: &attachment.address,
            mime_type: attachment.media_type,
            title: attachment.title,
            size_in_bytes: attachment.size,
        }
    }
}

impl<'a> From<entry::Author<'a>> for JsonAuthor<'a> {
    fn from(author: entry::Author<'a>) -> Self {
        Self { name: author.name.text, url: author.address.into() }
    }
}
