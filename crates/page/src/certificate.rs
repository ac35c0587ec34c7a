use crate::site::render;
use askama::Template;

/// Certificate that a notice was posted, to print and to sign. It is no page of the site, and needs no other file.
#[derive(Clone, Copy, Debug, Template)]
#[template(path = "certificate.html")]
pub struct Certificate<'a> {
    /// Language, as a tag.
    pub language: &'a str,
    /// Title.
    pub title: &'a str,
    /// Sentence that says what is certified.
    pub statement: &'a str,
    /// Facts, each with its label.
    pub facts: &'a [(String, String)],
    /// Sentences that explain the facts.
    pub notes: &'a [String],
    /// Labels of the lines for the signature.
    pub signature: &'a [String],
}

impl Certificate<'_> {
    /// Renders the page.
    #[must_use]
    pub fn to_html(&self) -> String {
        render(self)
    }
}
