//! Pages as their readers see them.

mod feeds;
mod golden;
mod hostile;
mod site;

use anslag_core::{Announcement, AnnouncementId, FeedKind, Format, Moment, Publication};
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
    Site::new(publication, vec![all], vec![Format::Turtle, Format::JsonLd])
}

/// The page of an announcement, with this JSON-LD in it.
fn page(publication: &Publication, announcement: &Announcement, json_ld: &str) -> String {
    let site = site(publication);
    let feeds: Vec<&Feed> = site.feeds.iter().collect();
    let near = |id: &str| {
        let published = Moment::parse(&id[..10], &publication.zone).expect("it is a day");
        (AnnouncementId::new(id).expect("it is an id"), published)
    };
    let (earlier, later) = (near("2021-02-03-fore"), near("2021-06-07-efter"));
    let context = Context {
        json_ld: json_ld.as_bytes(),
        pictures: &[],
        feeds: &feeds,
        versions: &[],
        earlier: Some(&earlier),
        later: Some(&later),
    };
    Renderer::new(&site).render(announcement, &context)
}
