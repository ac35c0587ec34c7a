//! Nothing that an announcement says becomes markup.

use crate::page;
use anslag_core::{Announcement, Body, Fields, Image, ImageFacts, Iri, Line, Text};
use anslag_fixtures::{nothing, publication};

const MARKUP: &str = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'";

#[test]
fn texts_are_escaped_and_the_body_is_sanitised() {
    let publication = publication();
    let line = || Line::new(MARKUP).unwrap();
    let fields = Fields {
        title: line(),
        lead: Some(Text::new(MARKUP).unwrap()),
        body: Body::new("# Rubrik\n\n[länk](javascript:alert(3)) <b onclick=\"alert(5)\">fet</b>").unwrap(),
        images: vec![Image {
            url: Iri::new("https://example.org/a.jpg?%22%3E").unwrap(),
            alt: line(),
            caption: Some(Text::new(MARKUP).unwrap()),
            credit: Some(line()),
            facts: ImageFacts::default(),
        }],
        ..(*nothing(&publication)).clone()
    };
    let announcement = Announcement::new(fields, &publication.zone).unwrap();
    let html = page(&publication, &announcement, "{\"a\": \"</script><script>alert(4)<!--\"}");
    assert_eq!(html.matches("<script").count(), 1, "that of the JSON-LD: {html}");
    assert_eq!(html.matches("</script").count(), 1, "{html}");
    for forbidden in ["onerror=", "javascript:", "<!--"] {
        // As text of the page it is harmless; the title alone is written five times.
        let tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
        let found: Vec<_> = tags.filter(|tag| tag.contains(forbidden) && !tag.contains("&#34;")).collect();
        assert!(found.is_empty(), "{forbidden}: {found:?}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "the heading of the text stands below that of the page");
    assert!(html.contains("<h2>Rubrik</h2>"), "{html}");
}
