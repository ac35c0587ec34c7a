//! The stylesheet with which browsers show a feed.
//!
//! It is CSS, since browsers remove XSLT. The elements that a reader of a feed needs and a person does not are hidden.
//!
//! Chromium applies it only to a feed that is served as `application/xml`, and shows its source as `application/rss+xml`.
//! `anslag serve` answers by `Accept`, in which browsers prefer `application/xml` and readers of feeds their own types.
//! The configurations of other hosts keep the registered types: nginx cannot choose a type by a header.

use anslag_core::{Fingerprint, Publication};
use anslag_schema::{label_in, word_language};

/// Rules of the stylesheet, but for the explanation.
const RULES: &str = include_str!("feed.css");

/// Explanation above the feed.
const EXPLANATION: [&str; 4] = [
    "Det här är ett flöde. Kopiera adressen till ett program som läser flöden, så får du det nya där.",
    "This is a feed. Copy its address into a program that reads feeds to get new announcements there.",
    "See on voog. Kopeeri aadress vooge lugevasse programmi, et uued teated sinna jõuaksid.",
    "Šī ir plūsma. Nokopē adresi plūsmu lasīšanas programmā, lai tur saņemtu jaunos paziņojumus.",
];

/// Returns the stylesheet of the feeds of a publication, with an explanation in its main language.
#[must_use]
pub fn stylesheet(publication: &Publication) -> String {
    let explanation = label_in(EXPLANATION, word_language([&publication.language]));
    RULES.replace("{explanation}", explanation)
}

/// Returns the path of the stylesheet in the published layout. It names the content, so that caches may keep it for ever.
/// The beginning of the name tells it from the stylesheet of pages.
#[must_use]
pub fn stylesheet_path(publication: &Publication) -> String {
    let hash = Fingerprint::of_bytes(stylesheet(publication).as_bytes()).to_string();
    format!("style/feed-{}.css", &hash[..16])
}

/// Returns the processing instruction that names the stylesheet, without its brackets
/// (<https://www.w3.org/TR/xml-stylesheet/>).
pub(crate) fn instruction(publication: &Publication) -> String {
    let address = publication.file(&stylesheet_path(publication));
    let href = publication.base.path_of(&address).unwrap_or(address.as_str());
    format!("xml-stylesheet type=\"text/css\" href=\"{href}\"")
}
