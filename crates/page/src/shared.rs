use crate::{Feed, Site, frame::Frame, site::render, words::Words};
use anslag_core::{FeedKind, Fingerprint};
use anslag_schema::LANGUAGES;
use askama::Template;

/// A page with nothing on it, which shows what all pages share.
#[derive(Template)]
#[template(path = "layout.html")]
struct Empty<'a> {
    frame: Frame<'a>,
}

impl Site<'_> {
    /// Returns the fingerprint of what every page depends on, beside its content and
    /// [`Publication::fingerprint`](anslag_core::Publication::fingerprint).
    ///
    /// The names of topics, organisations and boards, and with them those of their feeds, belong to the content.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let empty = LANGUAGES.map(|language| {
            let words = Words::new(language);
            render(&Empty { frame: Frame::new(self, &words, language, "", self.publication.base.iri()) })
        });
        let is_shared = |feed: &&Feed| match feed.kind {
            FeedKind::Topic | FeedKind::Publisher | FeedKind::Board => false,
            FeedKind::All | FeedKind::Type | FeedKind::Language | FeedKind::Custom => true,
        };
        let feeds: Vec<&Feed> = self.feeds.iter().filter(is_shared).collect();
        Fingerprint::of(&(empty, feeds, &self.documents))
    }
}
