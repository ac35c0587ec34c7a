//! Writes the current page of the feed of everything with one announcement, as `rss`, `atom` or `json`:
//!
//! ```sh
//! cargo run -p anslag-feed --example page atom
//! ```

use anslag_feed::{Feed, FeedFormat, Page, Renderer, Subject, write_page};
use std::io;

fn main() -> io::Result<()> {
    let format = match std::env::args().nth(1).as_deref() {
        Some("rss") => FeedFormat::Rss,
        Some("json") => FeedFormat::JsonFeed,
        _ => FeedFormat::Atom,
    };
    let publication = anslag_fixtures::publication();
    let announcement = anslag_fixtures::nothing(&publication);
    let feed = Feed::new(&publication, Subject::All);
    let page = Page {
        publication: &publication,
        feed: &feed,
        archive: None,
        previous: None,
        next: None,
        updated: announcement.updated().instant(&publication.zone),
        has_ended: false,
        tombstones: &[],
    };
    let entry = Renderer::new(&publication).render(&announcement);
    write_page(&page, &[entry], format, io::stdout())?;
    Ok(())
}
