//! JSON Feed 1.1.

use crate::{
    Form, Page,
    entry::{self, Entry, publisher},
};
use anslag_core::{Attachment, Iri, MediaType, Zone};
use serde::Serialize;
use std::io::{self, Write};

const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// What stands before the items, in place of the end of the feed's own fields.
const ITEMS: &[u8] = b",\n  \"items\": [";

/// What ends a page.
pub(crate) const EPILOGUE: &[u8] = b"\n  ]\n}\n";

/// Writes what stands before the items of a page (version 1.1, <https://jsonfeed.org/version/1.1>), and hands the
/// writer back.
///
/// An item's `url` is the announcement's IRI; the page that it was first published on is its `external_url`. A
/// JSON Feed has no date and no licence of its own: the latter is an extension.
pub(crate) fn prologue<W: Write>(page: &Page<'_>, mut out: W) -> io::Result<W> {
    let publication = page.publication;
    let feed = Feed {
        version: VERSION,
        title: &page.feed.title,
        home_page_url: publication.base.iri(),
        feed_url: page.address(Form::JsonFeed),
        description: page.description(),
        next_url: page.previous.map(|previous| page.archive_address(previous, Form::JsonFeed)),
        language: page.feed.language.as_str(),
        expired: page.has_ended,
        authors: [publisher(publication, &page.feed.language).into()],
        hubs: publication.hub.iter().map(|url| Hub { kind: "WebSub", url }).collect(),
        extension: Extension { license: publication.licence.address() },
    };
    let fields = serde_json::to_vec_pretty(&feed)?;
    let fields = fields.strip_suffix(b"\n}").expect("an object with fields ends on a line of its own");
    out.write_all(fields)?;
    out.write_all(ITEMS)?;
    Ok(out)
}

/// An item, as it stands in every page.
pub(crate) fn entry(entry: &Entry<'_>, zone: &Zone) -> Vec<u8> {
    let item =
        serde_json::to_string_pretty(&Item::new(entry, zone)).expect("strings and numbers can be written as JSON");
    // A line break within a string is escaped, so that each that is left begins a line.
    format!("\n{item}").replace('\n', "\n    ").into_bytes()
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "JSON Feed's own name")]
struct Feed<'a> {
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
    authors: [Author<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'a>>,
    #[serde(rename = "_anslag")]
    extension: Extension,
}

#[derive(Serialize)]
struct Hub<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: &'a Iri,
}

#[derive(Serialize)]
struct Extension {
    license: &'static str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a Iri,
    url: &'a Iri,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a Iri>,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    date_published: String,
    date_modified: String,
    authors: [Author<'a>; 1],
    tags: Vec<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a Iri>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    url: &'a Iri,
    mime_type: &'a MediaType,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_bytes: Option<u64>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: Iri,
}

impl<'a> Item<'a> {
    fn new(entry: &'a Entry<'a>, zone: &Zone) -> Self {
        Self {
            id: &entry.id,
            url: &entry.id,
            external_url: entry.source.filter(|source| **source != entry.id),
            title: entry.title,
            summary: entry.summary,
            content_html: &entry.content,
            date_published: entry.published.rfc3339(zone),
            date_modified: entry.updated.rfc3339(zone),
            authors: [Author { name: entry.author.name.text, url: entry.author.address.clone() }],
            tags: entry.categories.iter().map(|category| category.label.text).collect(),
            language: entry.language.as_str(),
            image: entry.image,
            attachments: entry.attachments.iter().map(File::new).collect(),
        }
    }
}

impl<'a> File<'a> {
    fn new(attachment: &'a Attachment) -> Self {
        Self {
            url: &attachment.url,
            mime_type: &attachment.media_type,
            title: attachment.title.as_str(),
            size_in_bytes: attachment.size,
        }
    }
}

impl<'a> From<entry::Author<'a>> for Author<'a> {
    fn from(author: entry::Author<'a>) -> Self {
        Self { name: author.name.text, url: author.address }
    }
}
