//! Pages as their readers see them.

mod feeds;
mod golden;
mod hostile;
mod site;

use anslag_core::{Announcement, FeedKind, Format, Publication};
use anslag_page::{Context, Feed, Renderer, Site};

/// A site with a feed and the documents that there are by default.
fn site(publication: &Publication) -> Site<'_> {
    let address = |format: Format| (format, publication.file(&format!("feed/all.{}", format.spec().extension)));
    let all = Feed {
        kind: FeedKind::All,
        title: "Exempels kommuns anslag".to_owned(),
        label: None,
        folder: "feed/all/".to_owned(),
        addresses: [Format::Atom, Format::Rss].map(address).into(),
    };
    Site { publication, feeds: vec![all], documents: vec![Format::Turtle, Format::JsonLd] }
}

/// The page of an announcement, with this JSON-LD in it.
fn page(publication: &Publication, announcement: &Announcement, json_ld: &str) -> String {
    let site = site(publication);
    let feeds: Vec<&Feed> = site.feeds.iter().collect();
    let context = Context { json_ld: json_ld.as_bytes(), feeds: &feeds, versions: &[] };
    Renderer::new(&site).render(announcement, &context)
}
