//! The content of entries: nothing dangerous in it, nothing lost of it.

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
fn what_runs_or_loads_is_gone() {
    check("<script>alert(1)</script>\n\nText", "<p>Text</p>");
    check("<style>p { color: red }</style>\n\nText", "<p>Text</p>");
    check("<iframe src=\"https://example.com/\"></iframe>\n\nText", "<p>Text</p>");
    check("a <b onclick=\"alert(1)\" style=\"color: red\">b</b>", "<p>a <b>b</b></p>");
    check(
        "<img src=x onerror=alert(1)>\n\nText",
        "<img src=\"https://data.example.org/announcement/2021-05-18-ett-anslag/x\">\n<p>Text</p>",
    );
    check("[a](javascript:alert(1))", "<p><a rel=\"noopener noreferrer\">a</a></p>");
    check("[a](JaVaScRiPt:alert(1))", "<p><a rel=\"noopener noreferrer\">a</a></p>");
    check("<a href=\"java&#10;script:alert(1)\">a</a> b", "<p><a rel=\"noopener noreferrer\">a</a> b</p>");
    check("![alt](data:image/png;base64,AAAA)", "<p><img alt=\"alt\"></p>");
    check(
        "[a](data:text/html,x) [b](vbscript:x)",
        "<p><a rel=\"noopener noreferrer\">a</a> <a rel=\"noopener noreferrer\">b</a></p>",
    );
    check("<q cite=\"javascript:alert(1)\">a</q> b", "<p><q>a</q> b</p>");
}

#[test]
fn addresses_are_resolved_from_the_source_page() {
    let source = Some(iri("https://www.example.org/nyheter/projekt.html?sida=1"));
    let links = "[a](b.html) [c](/d) [e](//f.example/g) [h](#i) [j](?k) [l](mailto:m@example.org)";
    let html = content(Fields { body: body(links), source, ..fields("Titel") });
    let found: Vec<_> = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let expected = [
        "https://www.example.org/nyheter/b.html",
        "https://www.example.org/d",
        "https://f.example/g",
        "https://www.example.org/nyheter/projekt.html?sida=1#i",
        "https://www.example.org/nyheter/projekt.html?k",
        "mailto:m@example.org",
    ];
    assert_eq!(found, expected);
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

/// Our words are in the publication's language where the announcement's is none of ours; what it says itself is not.
#[test]
fn a_change_of_language_is_marked() {
    let event = Event {
        name: line("اجتماع"),
        when: Some(Edtf::new("2021-23").unwrap()),
        places: vec![],
        organizer: None,
        status: Some(PlanStatus::Planned),
        condition: None,
        price: None,
        booking: None,
    };
    let html = content(Fields { language: tag("ar"), body: body("نص"), events: vec![event], ..fields("عنوان") });
    let expected = concat!(
        "<p>نص</p>\n<h2 lang=\"sv\">Evenemang</h2>\n<dl>\n<dt lang=\"sv\">Vad</dt>\n<dd>اجتماع</dd>\n",
        "<dt lang=\"sv\">När</dt>\n<dd lang=\"sv\">hösten 2021</dd>\n",
        "<dt lang=\"sv\">Status</dt>\n<dd lang=\"sv\">planerad</dd>\n</dl>\n"
    );
    assert_eq!(html, expected);
}

#[test]
fn raw_html_that_would_swallow_text_does_not() {
    check("a <script>b</script> c", "<p>a b c</p>");
    check("a <textarea> *b*\n\nc", "<p>a  b</p>\n<p>c</p>");
    check("a <title>b\n\nc", "<p>a b</p>\n<p>c</p>");
    check("<table>\n\nb\n\n<tr><td>\n\nc", "<p>b</p><table>\n\n<tbody><tr><td>\n<p>c</p>\n</td></tr></tbody></table>");
}

/// Ammonia's parser would need minutes.
#[test]
fn megabytes_of_what_is_escaped_are_plain_text() {
    let text = "& § ".repeat(500_000);
    let html = content(Fields { body: body(&text), ..fields("Titel") });
    assert_eq!(html, format!("<p>{}</p>\n", text.trim_end().replace('&', "&amp;")));
}

#[test]
fn references_in_raw_html_bring_no_forbidden_character() {
    check("<div>a&#8;b&#13;c&#xFFFE;d&#12;e</div>", "<div>a\u{fffd}b\nc\u{fffd}d\u{fffd}e</div>");
    check("<!-- c --> <b>&#8;</b>", "<b>\u{fffd}</b>");
    check("a <b title=\"&#8;\">b</b>", "<p>a <b title=\"\u{fffd}\">b</b></p>");
}

#[test]
fn tables_and_text_that_looks_like_markup_survive() {
    check("`<b>` &amp; ]]> &lt;p&gt;", "<p><code>&lt;b&gt;</code> &amp; ]]&gt; &lt;p&gt;</p>");
    check(
        "| a | b |\n|---|---|\n| c | d |",
        concat!(
            "<table><thead><tr><th>a</th>\n<th>b</th></tr></thead><tbody>\n",
            "<tr><td>c</td>\n<td>d</td></tr>\n</tbody></table>"
        ),
    );
    check("<span lang=\"ar\" dir=\"rtl\">إعلان</span> här", "<p><span lang=\"ar\" dir=\"rtl\">إعلان</span> här</p>");
}

#[test]
fn deep_nesting_gives_the_plain_text() {
    check(&format!("a {}b", "<span>".repeat(20_000)), "<p>a b</p>");
    check(&format!("{}b", "> ".repeat(20_000)), "<p>b</p>");
    let html = content(Fields { body: body(&"<p>a<br>\n".repeat(2_000)), ..fields("Titel") });
    assert_eq!(html.matches("<p>").count(), 2_000);
}
