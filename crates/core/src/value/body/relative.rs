use crate::{
    Iri,
    value::body::{
        address::is_relative_path,
        parser::{Events, parse},
        revised::Revised,
    },
};
use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

/// Relative address of a link or a picture in a text.
#[derive(Debug)]
pub struct RelativeAddress<'a> {
    /// Path, without percent-encoding, and without what follows `?` or `#`.
    pub path: &'a str,
    /// `true` if it is that of a picture.
    pub is_image: bool,
    /// Bytes of the Markdown that the path stands in.
    pub at: Range<usize>,
}

/// A link or a picture that is not closed yet.
struct Open {
    /// Its address, if it stands in its parentheses.
    destination: Option<String>,
    is_image: bool,
    /// End of its text, as far as it is read.
    end: usize,
}

/// Returns the paths of relative addresses to replace, with their new addresses, in their order.
pub(super) fn replace(
    markdown: &Revised<'_>,
    address: &mut dyn FnMut(&RelativeAddress<'_>) -> Option<Iri>,
) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    for (at, is_image, destination) in addresses(&markdown.text) {
        let written = destination.split(['?', '#']).next().unwrap_or_default();
        let Ok(path) = percent_decode_str(written).decode_utf8() else { continue };
        let len = markdown.text[at.clone()].find(['?', '#']).unwrap_or(at.len());
        let at = at.start..at.start + len;
        let found = RelativeAddress { path: &path, is_image, at: markdown.original(&at) };
        edits.extend(address(&found).map(|address| (at, address.uri().into_owned())));
    }
    edits
}

/// Returns the relative addresses of Markdown: the bytes in which each stands, and what it says.
fn addresses(markdown: &str) -> Vec<(Range<usize>, bool, String)> {
    // Without either, nothing has an address of its own. It is faster than a search for two characters.
    if !markdown.split(']').skip(1).any(|rest| rest.starts_with(['(', ':'])) {
        return Vec::new();
    }
    let parsed = parse(markdown);
    let mut found: Vec<_> = parsed
        .reference_definitions()
        .iter()
        .filter(|(_, definition)| is_relative_path(&definition.dest))
        .filter_map(|(_, definition)| {
            let span = definition.span.clone();
            Some((place(markdown, span, "]:")?, false, definition.dest.to_string()))
        })
        .collect();
    let events: Events<'_> = parsed.collect();
    let mut open: Vec<Open> = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                open.push(Open::new(link_type, &dest_url, false, range.start + "[".len()));
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                open.push(Open::new(link_type, &dest_url, true, range.start + "![".len()));
            }
            Event::End(pulldown_cmark::TagEnd::Link | pulldown_cmark::TagEnd::Image) => {
                let Some(Open { destination, is_image, end }) = open.pop() else { continue };
                if let Some(destination) = destination
                    && let Some(at) = place(markdown, end.min(range.end)..range.end, "](")
                {
                    found.push((at, is_image, destination));
                }
                if let Some(outer) = open.last_mut() {
                    outer.end = outer.end.max(range.end);
                }
            }
            _ => {
                if let Some(outer) = open.last_mut() {
                    outer.end = outer.end.max(range.end);
                }
            }
        }
    }
    found.sort_by_key(|(at, ..)| at.start);
    found
}

impl Open {
    fn new(link_type: LinkType, address: &str, is_image: bool, end: usize) -> Self {
        let is_inline = link_type == LinkType::Inline && is_relative_path(address);
        Self { destination: is_inline.then(|| address.to_owned()), is_image, end }
    }
}

/// Returns the bytes of an address that stands behind an opener: between `<` and `>`, or up to white space or the
/// parenthesis at the end.
fn place(markdown: &str, within: Range<usize>, opener: &str) -> Option<Range<usize>> {
    let text = &markdown[within.clone()];
    let text = if opener == "](" { text.strip_suffix(')')? } else { text };
    let after = text.find(opener)? + opener.len();
    // On a line of its own, the address stands behind the mark of a quotation.
    let rest = text[after..].trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let start = text.len() - rest.len();
    let at = match text[start..].strip_prefix('<') {
        Some(inside) => start + 1..start + 1 + inside.find('>')?,
        None => start..start + text[start..].find(char::is_whitespace).unwrap_or(text.len() - start),
    };
    Some(within.start + at.start..within.start + at.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Body;

    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        let mut address = |found: &RelativeAddress<'_>| {
            let kind = if found.is_image { "image" } else { "link" };
            assert!(!markdown[found.at.clone()].is_empty());
            Iri::web(&format!("https://a.example/{kind}/{}", found.path.replace(' ', "_"))).ok()
        };
        let (body, _) = Body::with_files(markdown, &mut address).unwrap();
        assert_eq!(body.markdown(), expected, "{markdown}");
    }

    #[test]
    fn relative_addresses_are_replaced() {
        let (link, image) = ("https://a.example/link", "https://a.example/image");
        check("![a](b.jpg)", &format!("![a]({image}/b.jpg)"));
        check("[a *b* `](`c](d.pdf \"e\")", &format!("[a *b* `](`c]({link}/d.pdf \"e\")"));
        check("[a](<b c.pdf>) å", &format!("[a](<{link}/b_c.pdf>) å"));
        check("å [a](b%20c.pdf#page=2)", &format!("å [a]({link}/b_c.pdf#page=2)"));
        check("[![a](b.jpg)](c.pdf)", &format!("[![a]({image}/b.jpg)]({link}/c.pdf)"));
        check("[](b.pdf)![](c.png)", &format!("[]({link}/b.pdf)![]({image}/c.png)"));
        check("[a][b]\n\n[b]: c.pdf 'd'", &format!("[a][b]\n\n[b]: {link}/c.pdf 'd'"));
        check("a <!-- b --> [c](d.pdf)", &format!("a [c]({link}/d.pdf)"));
        check("> - [a](\n>   b.pdf)", &format!("> - [a](\n>   {link}/b.pdf)"));
    }

    #[test]
    fn addresses_count_for_the_length_of_a_text() {
        let markdown = "[](b.pdf)".repeat(30_000);
        let mut address = |_: &RelativeAddress<'_>| Iri::web("https://a.example/file/en-lang-adress-till-b.pdf").ok();
        let error = Body::with_files(&markdown, &mut address).unwrap_err();
        let at = markdown.len() - "b.pdf)".len();
        assert_eq!(error, crate::BodyError::OverLimit { limit: crate::limit::BODY, at: at..at + "b.pdf".len() });
    }

    #[test]
    fn other_addresses_stay() {
        for markdown in [
            "[a](/b.pdf) [a](#b) [a](?b) [a](//b.se/c.pdf) [a](https://b.se/c.pdf) [a](mailto:a@b.se) [a]()",
            "`[a](b.pdf)` \\[a](b.pdf) [a] (b.pdf) <b.pdf>",
            "[a](www.b.se) [a](b.se/c)",
        ] {
            check(markdown, markdown);
        }
    }
}
