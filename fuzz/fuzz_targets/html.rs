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
                // Upper and lower case in a scheme are the same (RFC 3986, 3.1).
                let is_scheme = |scheme: &&str| value.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
                let is_safe = !matches!(name, "href" | "src") || schemes.iter().any(is_scheme);
                assert!(is_safe, "<{tag}>");
            }
        }
    }
});
