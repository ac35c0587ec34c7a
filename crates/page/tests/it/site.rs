//! Content that the pages of a site share.

use crate::site;
use anslag_core::{Body, LanguageTag, Line, Localized, Logo, Theme};
use anslag_fixtures::publication;
use anslag_page::{Counts, STYLESHEET};

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

#[test]
fn a_theme_follows_the_stylesheet_and_has_a_logo_and_footers() {
    let mut publication = publication();
    let plain = site(&publication).fingerprint();
    for ([accent, ground], scheme) in Theme::DEFAULT_COLORS.into_iter().zip(["light", "dark"]) {
        assert!(STYLESHEET.contains(&format!("--accent: {accent};\n")), "{scheme}");
        assert!(STYLESHEET.contains(&format!("--ground: {ground};\n")), "{scheme}");
    }
    let footer = |text: &str| Body::new(text).unwrap();
    publication.theme = Theme {
        css: ":root { --accent: #123456 }".to_owned(),
        logo: Logo::new("png", b"\x89PNG\r\n\x1a\n".to_vec()),
        footers: vec![
            (None, footer("[Kakor](kakor)")),
            (LanguageTag::new("en").ok(), footer("# Cookies\n\n<script>alert(1)</script>")),
        ],
    };
    let site = site(&publication);
    assert_ne!(site.fingerprint(), plain, "pages are rendered again");
    let files = site.shared_files();
    let [(style, css), (logo, _)] = &files[..] else { panic!("{files:?}") };
    assert!(css.starts_with(STYLESHEET.as_bytes()) && css.ends_with(b"\n:root { --accent: #123456 }"));
    let page = site.statistics("sv", &Counts::default());
    let link = format!("<a href=\"{}\"", publication.file("kakor"));
    for part in [style.as_str(), logo, &link] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let english = site.statistics("en", &Counts::default());
    assert!(english.contains("Cookies") && !english.contains("<script>"), "{english}");
    assert_eq!(Logo::new("png", b"<svg".to_vec()), None);
    assert_eq!(Logo::new("gif", b"GIF89a".to_vec()), None);
}
