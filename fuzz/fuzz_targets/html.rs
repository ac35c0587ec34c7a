//! Any text as the body of an announcement, rendered as sanitised HTML.

#![no_main]

use anslag_core::Body;
use anslag_html::{BaseUrl, Sanitizer};

/// Bytes of HTML for each byte of Markdown, and for any: a parser repeats emphasis in each block.
const LONGEST: (usize, usize) = (400, 1 << 18);

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(body) = Body::new(text) else { return };
    for base in [None, BaseUrl::parse("https://example.org/")] {
        let html = Sanitizer::new().render(&body, base.as_ref());
        assert!(html.len() <= LONGEST.0 * text.len() + LONGEST.1, "{} bytes of {}", html.len(), text.len());
        // Elsewhere, `<` and `>` are escaped.
        for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest)) {
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let name = name.trim_start_matches('/');
            assert!(!["script", "style", "iframe", "object", "embed", "form", "svg", "math"].contains(&name), "<{tag}>");
            for attribute in attributes.split("\" ").filter_map(|attribute| attribute.split_once("=\"")) {
                let (name, value) = attribute;
                assert!(!name.starts_with("on") && name != "style", "<{tag}>");
                let schemes = ["http://", "https://", "mailto:", "tel:"];
                let is_safe = !matches!(name, "href" | "src") || schemes.iter().any(|scheme| value.starts_with(scheme));
                assert!(is_safe, "<{tag}>");
            }
        }
    }
});
