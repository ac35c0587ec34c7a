//! JSON Feed 1.1.

use crate::{
    Page,
    entry::{self, Entry, entries, publisher},
};
use anslag_core::{Attachment, Format, Iri, MediaType, Zone};
use serde::Serialize;
use std::io::{self, Write};

const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// Writes a page as a JSON Feed (version 1.1, <https://jsonfeed.org/version/1.1>), and hands the writer back.
///
/// An item's `url` is the announcement's IRI; the page that it was first published on is its `external_url`. A
/// JSON Feed has no date of its own.
pub fn write<W: Write>(page: &Page<'_>, mut out: W) -> io::Result<W> {
    let publication = page.publication;
    let feed = Feed {
        version: VERSION,
        title: page.title.as_str(),
        home_page_url: publication.base.iri(),
        feed_url: page.address(Format::JsonFeed),
        description: page.description().as_str(),
        language: page.language().as_str(),
        authors: [publisher(publication).into()],
        items: entries(page).map(|entry| Item::new(entry, &publication.zone)).collect(),
    };
    serde_json::to_writer_pretty(&mut out, &feed)?;
    out.write_all(b"\n")?;
    Ok(out)
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "JSON Feed's own name")]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a Iri,
    feed_url: Iri,
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: Iri,
    url: Iri,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a Iri>,
    title: &'a str,
    summary: &'a str,
    content_html: String,
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
    fn new(entry: Entry<'a>, zone: &Zone) -> Self {
        Self {
            external_url: entry.source.filter(|source| **source != entry.id),
            url: entry.id.clone(),
            id: entry.id,
            title: entry.title,
            summary: entry.summary,
            content_html: entry.content,
            date_published: entry.published.rfc3339(zone),
            date_modified: entry.updated.rfc3339(zone),
            authors: [entry.author.into()],
            tags: entry.categories.iter().map(|category| category.label).collect(),
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
        Self { name: author.name, url: author.address }
    }
}
