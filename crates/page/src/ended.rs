use crate::{
    Site,
    frame::Frame,
    site::{lang_attribute, render},
    words::Words,
};
use anslag_core::Iri;
use askama::Template;

/// A feed that has ended.
#[derive(Clone, Copy, Debug)]
pub struct Ended<'a> {
    /// Address of the page.
    pub address: &'a Iri,
    /// Title of the feed.
    pub title: &'a str,
    /// Language of the title.
    pub language: &'a str,
    /// Sentence that it has ended, with its language, which is one of the interface.
    pub text: (&'static str, &'a str),
    /// Title and address of what to follow instead.
    pub successor: (&'a str, &'a Iri),
}

#[derive(Template)]
#[template(path = "ended.html")]
struct EndedPage<'a> {
    frame: Frame<'a>,
    title_lang: String,
    text: &'a str,
    successor: (&'a str, String),
}

impl Site<'_> {
    /// Renders the page of a feed that has ended, to which its last entry leads.
    #[must_use]
    pub fn ended(&self, ended: &Ended<'_>) -> String {
        let (language, text) = ended.text;
        let words = Words::new(language);
        let frame = Frame::new(self, &words, language, ended.title, ended.address);
        let frame = Frame { is_listed: false, ..frame };
        let title_lang = lang_attribute(ended.language, language);
        let successor = (ended.successor.0, self.href(ended.successor.1));
        render(&EndedPage { frame, title_lang, text, successor })
    }
}
