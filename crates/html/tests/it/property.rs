//! Whatever a body holds, its HTML is safe and complete.

use anslag_core::{Body, is_published_character, is_xml_character};
use anslag_fixtures::{SECRET, markdown, markup, shown_tokens, tokens};
use anslag_html::{BaseUrl, Sanitizer, paragraphs};
use proptest::prelude::*;
use pulldown_cmark::{Event, Tag};
use std::{fs, path::Path};

/// The elements that ammonia's documentation lists as allowed, and five blocks.
const ALLOWED: [&str; 80] = [
    "address",
    "fieldset",
    "legend",
    "main",
    "section",
    "a",
    "abbr",
    "acronym",
    "area",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

fn body() -> impl Strategy<Value = Body> {
    let allowed = |c: &char| is_xml_character(*c) && *c != '\r';
    markup().prop_filter_map("a body", move |value| Body::new(&value.chars().filter(allowed).collect::<String>()).ok())
}

/// Returns the name and the attributes of each start tag; sanitised HTML escapes `<` and `>` everywhere else.
fn start_tags(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let tags = html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest));
    tags.filter(|tag| !tag.starts_with('/')).map(|tag| tag.split_once(' ').unwrap_or((tag, "")))
}

fn check_safe_and_complete(body: &Body, with_base: bool) {
    let base = BaseUrl::parse("https://example.org/news/").filter(|_| with_base);
    let html = Sanitizer::new().render(body, base.as_ref());
    assert_eq!(html.chars().find(|&c| !is_published_character(c) || c == '\r'), None);
    for (name, attributes) in start_tags(&html) {
        assert!(ALLOWED.contains(&name), "<{name}>");
        for attribute in attributes.split("\" ").filter(|attribute| !attribute.is_empty()) {
            let (name, value) = attribute.split_once("=\"").unwrap();
            assert!(!name.starts_with("on") && name != "style", "{attribute}");
            // Upper and lower case in a scheme are the same (RFC 3986, 3.1).
            let value = value.to_ascii_lowercase();
            let schemes = ["http://", "https://", "mailto:", "tel:"];
            let is_address = matches!(name, "href" | "src");
            assert!(!is_address || schemes.iter().any(|scheme| value.starts_with(scheme)), "{attribute}");
        }
    }
    let mut rest = shown_tokens(&html).into_iter();
    for token in tokens(body.text()).into_iter().filter(|token| token.contains(char::is_alphanumeric)) {
        assert!(rest.any(|other| other == token), "{token:?} is lost in {html:?}");
    }
}

/// Inputs by which fuzzing came to new code: see `cargo xtask fuzz`.
#[test]
fn html_of_what_fuzzing_found_is_safe_and_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/html");
    let inputs: Vec<_> = fs::read_dir(folder).unwrap().collect();
    assert!(inputs.len() > 100);
    for input in inputs {
        let text = String::from_utf8_lossy(&fs::read(input.unwrap().path()).unwrap()).into_owned();
        if let Ok(body) = Body::new(&text) {
            check_safe_and_complete(&body, false);
            check_safe_and_complete(&body, true);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn html_is_safe_and_complete(body in body(), with_base: bool) {
        check_safe_and_complete(&body, with_base);
    }

    /// What a page shows is in the plain text once, in order, with a gap wherever the page shows one.
    #[test]
    fn the_plain_text_is_what_the_page_shows(markdown in markdown()) {
        let body = Body::new(&markdown).unwrap();
        let html = Sanitizer::new().render(&body, BaseUrl::parse("https://example.org/news/").as_ref());
        prop_assert_eq!(shown_tokens(&html), tokens(body.text()), "{}\n{}", html, body.text());
        // The plain text never stands for the HTML here.
        let has_items = body.events().any(|event| matches!(event, Event::Start(Tag::Item)));
        prop_assert!(!has_items || html.contains("<li>"), "{}", html);
        for published in [body.markdown(), body.text(), &html] {
            prop_assert!(!published.contains(SECRET), "{}", published);
        }
        prop_assert_eq!(&Body::new(body.markdown()).unwrap(), &body);
    }

    #[test]
    fn a_sanitiser_keeps_nothing_of_the_last_body(first in body(), second in body()) {
        let mut used = Sanitizer::new();
        used.render(&first, BaseUrl::parse("https://example.org/news/").as_ref());
        prop_assert_eq!(used.render(&second, None), Sanitizer::new().render(&second, None));
    }

    #[test]
    fn paragraphs_hold_the_text_and_no_other_element(text in "[a-c<>&\" \n]{0,40}") {
        let html = paragraphs(&text);
        for (name, attributes) in start_tags(&html) {
            prop_assert!(matches!((name, attributes), ("p" | "br", "")), "<{}>", name);
        }
        let plain = html.replace("<br>\n", "\n").replace("</p>\n", "\n\n").replace("<p>", "");
        let plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let kept = |text: &str| text.chars().filter(|c| *c != '\n').collect::<String>();
        prop_assert_eq!(kept(&plain), kept(&text));
    }
}
