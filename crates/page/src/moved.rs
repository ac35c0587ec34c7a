use crate::{Site, frame::Frame, list_words::ListWords, site::render, words::Words};
use anslag_core::{AnnouncementId, LanguageTag};
use anslag_schema::word_language;
use askama::Template;

#[derive(Template)]
#[template(path = "moved.html")]
struct MovedPage<'a> {
    frame: Frame<'a>,
    href: String,
    address: String,
}

impl Site<'_> {
    /// Renders the page at a former address of an announcement, which leads to the address that it has now.
    #[must_use]
    pub fn moved(&self, now: &AnnouncementId, language: &LanguageTag) -> String {
        let publication = self.publication;
        let words = Words::new(word_language([language, &publication.language]));
        let title = ListWords::new(words.language).moved;
        let address = publication.announcement(now);
        let frame = Frame::new(self, &words, words.language, title, &address);
        let page = MovedPage {
            href: self.href(&address),
            address: frame.canonical.clone(),
            frame: Frame { is_listed: false, ..frame },
        };
        render(&page)
    }
}
