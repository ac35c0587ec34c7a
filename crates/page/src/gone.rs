use crate::{Site, frame::Frame, site::render, words::Words};
use anslag_core::{AnnouncementId, LanguageTag, Moment};
use anslag_schema::{date, word_language};
use askama::Template;

/// An announcement that is no longer published. Nothing of its content is known.
#[derive(Clone, Copy, Debug)]
pub struct Gone<'a> {
    /// Its id.
    pub id: &'a AnnouncementId,
    /// Its language.
    pub language: &'a LanguageTag,
    /// The reason.
    pub ending: Ending,
    /// The moment since which it is gone.
    pub since: Moment,
}

/// Reason why an announcement is no longer published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was withdrawn.
    Withdrawn,
    /// It has expired.
    Expired,
}

#[derive(Template)]
#[template(path = "gone.html")]
struct GonePage<'a> {
    frame: Frame<'a>,
    when: String,
}

impl Site<'_> {
    /// Renders the page of an announcement that is no longer published. It says so, and since when.
    #[must_use]
    pub fn gone(&self, gone: &Gone<'_>) -> String {
        let publication = self.publication;
        let words = Words::new(word_language([gone.language, &publication.language]));
        let (title, when) = match gone.ending {
            Ending::Withdrawn => (words.withdrawn, words.withdrawn_on),
            Ending::Expired => (words.expired, words.expired_on),
        };
        let moment = date::moment(gone.since, &publication.zone, words.language);
        let frame = Frame::new(self, &words, words.language, title, &publication.announcement(gone.id));
        let frame = Frame { is_listed: false, ..frame };
        render(&GonePage { frame, when: when.replace("{}", &moment) })
    }
}
