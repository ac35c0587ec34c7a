//! Content that the pages of a site share.

use crate::site;
use anslag_core::{Line, Localized};
use anslag_fixtures::publication;
use anslag_page::STYLESHEET;

#[test]
fn the_fingerprint_is_of_what_pages_share() {
    let mut publication = publication();
    let first = site(&publication).fingerprint();
    assert_eq!(site(&publication).fingerprint(), first);
    let mut more = site(&publication);
    more.documents.clear();
    assert_ne!(more.fingerprint(), first);
    let mut more = site(&publication);
    more.feeds[0].title.push('!');
    assert_ne!(more.fingerprint(), first);
    publication.title = Localized::one(publication.language.clone(), Line::new("Ny titel").unwrap());
    assert_ne!(site(&publication).fingerprint(), first);
}

#[test]
fn the_stylesheet_asks_nobody_for_anything() {
    assert!(!STYLESHEET.contains("url(") && !STYLESHEET.contains("@import"));
    assert!(STYLESHEET.len() < 10_000, "{}", STYLESHEET.len());
}

#[test]
fn there_is_a_first_page_for_each_language_of_the_interface() {
    let publication = publication();
    let site = site(&publication);
    let paths: Vec<_> = site.languages().into_iter().map(|language| site.start_path(language)).collect();
    assert_eq!(paths.first().map(String::as_str), Some("index.html"));
    assert!(paths.iter().skip(1).all(|path| path.len() == "en/index.html".len()), "{paths:?}");
}
