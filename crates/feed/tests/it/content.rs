//! The content of entries: lead, body, pictures and facts.

use crate::{
    reading::{parse_atom, parse_json, parse_rss, render_current},
    sample::{announcement, body, fields, iri, line, tag, text},
};
use anslag_core::{Edtf, Event, Fields, PlanStatus};

/// Returns the content of an announcement after checking that the three formats have the same.
#[track_caller]
fn content(fields: Fields) -> String {
    let [rss, atom, json] = render_current(&[announcement(fields)]);
    let content = parse_atom(&atom).pop().unwrap().content;
    assert_eq!(parse_rss(&rss).pop().unwrap().content, content);
    assert_eq!(parse_json(&json).pop().unwrap().content, content);
    content
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(content(Fields { body: body(markdown), ..fields("Titel") }).trim(), expected);
}

#[test]
fn addresses_are_resolved_from_the_source_page() {
    let source = Some(iri("https://www.example.org/nyheter/projekt.html?sida=1"));
    let html = content(Fields { body: body("[a](b.html)"), source, ..fields("Titel") });
    assert_eq!(html, "<p><a href=\"https://www.example.org/nyheter/b.html\" rel=\"noopener noreferrer\">a</a></p>\n");
}

#[test]
fn addresses_are_resolved_from_the_announcement_where_there_is_no_page() {
    let own = "<p><a href=\"https://data.example.org/announcement/2021-05-18-ett-anslag/b\" rel=\"noopener noreferrer\">a</a></p>";
    check("[a](b)", own);
    for no_page in ["urn:isbn:0451450523", "http://[v1.x]/"] {
        let html = content(Fields { body: body("[a](b)"), source: Some(iri(no_page)), ..fields("Titel") });
        assert_eq!(html.trim_end(), own);
    }
}

#[test]
fn content_is_never_empty() {
    check("", "<p>Titel</p>");
    check("<script>alert(1)</script>", "<p>Titel</p>");
    check("<!-- nothing -->", "<p>Titel</p>");
    let html = content(Fields { lead: Some(text("a < b\n\nc\nd")), ..fields("Titel") });
    assert_eq!(html, "<p>a &lt; b</p>\n<p>c<br>\nd</p>\n");
    let html = content(Fields { lead: Some(text("Ingress")), body: body("Text"), ..fields("Titel") });
    assert_eq!(html, "<p>Ingress</p>\n<p>Text</p>\n");
}

#[test]
fn a_lead_is_not_said_twice() {
    let with = |lead: &str, markdown: &str| {
        content(Fields { lead: Some(text(lead)), body: body(markdown), ..fields("Titel") })
    };
    assert_eq!(
        with("Skolan byggs ut.", "**Skolan\nbyggs ut.**\n\nMer."),
        "<p><strong>Skolan\nbyggs ut.</strong></p>\n<p>Mer.</p>\n"
    );
    assert_eq!(with("Skolan", "Skolans tak"), "<p>Skolan</p>\n<p>Skolans tak</p>\n");
}

#[test]
fn facts_with_the_same_label_share_it() {
    let link = |title: &str| anslag_core::Link { title: line(title), url: iri("https://example.org/") };
    let html = content(Fields { links: vec![link("A"), link("B")], body: body("Text"), ..fields("Titel") });
    assert_eq!((html.matches("<dt>").count(), html.matches("<dd>").count()), (1, 2), "{html}");
}

/// Our words are in the publication's language where the announcement's is none of ours; what it says itself is not.
#[test]
fn a_change_of_language_is_marked() {
    let event = Event {
        when: Some(Edtf::new("2021-23").unwrap()),
        status: Some(PlanStatus::Planned),
        ..Event::new(line("اجتماع"))
    };
    let html = content(Fields { language: tag("ar"), body: body("نص"), events: vec![event], ..fields("عنوان") });
    let expected = concat!(
        "<p>نص</p>\n<h2 lang=\"sv\">Evenemang</h2>\n<dl>\n<dt lang=\"sv\">Vad</dt>\n<dd>اجتماع</dd>\n",
        "<dt lang=\"sv\">När</dt>\n<dd lang=\"sv\">hösten 2021</dd>\n",
        "<dt lang=\"sv\">Status</dt>\n<dd lang=\"sv\">planerad</dd>\n</dl>\n"
    );
    assert_eq!(html, expected);
}
