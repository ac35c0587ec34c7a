//! HTML as a tree, in time and memory linear in its length.

use anslag_core::limit::{self, Limit};
use html5ever::{
    ParseOpts, Parser, QualName, driver, local_name, ns,
    tendril::{StrTendril, TendrilSink},
};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use scraper::{Html, HtmlTreeSink};
use std::convert::Infallible;

/// Bytes that are parsed between two looks at the tree.
const PIECE: usize = 1 << 12;

/// Maximum number of attributes of a tag, read without knowledge of scripts: these can seem to hold long tags.
const ATTRIBUTES: usize = 1000;

/// Nodes that any HTML may have; beyond that, a node for each byte.
const NODES: usize = 1000;

/// Parses a whole page.
pub(crate) fn parse_page(html: &str) -> Result<Html, &'static Limit> {
    let sink = HtmlTreeSink::new(Html::new_document());
    parse(html, driver::parse_document(sink, ParseOpts::default()))
}

/// Parses HTML that stands within the body of a page.
pub(crate) fn parse_fragment(html: &str) -> Result<Html, &'static Limit> {
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let body = QualName::new(None, ns!(html), local_name!("body"));
    parse(html, driver::parse_fragment(sink, ParseOpts::default(), body, Vec::new(), false))
}

/// Parses piece by piece, and stops when the tree is too deep or too large.
fn parse(html: &str, mut parser: Parser<HtmlTreeSink>) -> Result<Html, &'static Limit> {
    if limit::FILE.is_exceeded_by(html.len()) {
        return Err(limit::FILE);
    }
    check_attributes(html)?;
    let mut read = 0;
    while read < html.len() {
        let end = html.ceil_char_boundary(read + PIECE);
        parser.process(StrTendril::from_slice(&html[read..end]));
        read = end;
        check_tree(&parser.tokenizer.sink.sink.0.borrow(), read)?;
    }
    Ok(parser.finish())
}

/// Refuses a tag whose attributes html5ever would compare with each other for seconds.
fn check_attributes(html: &str) -> Result<(), &'static Limit> {
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::default()) {
        let token: Result<Token, Infallible> = token;
        let Ok(token) = token;
        if matches!(token, Token::StartTag(tag) if tag.attributes.len() > ATTRIBUTES) {
            return Err(limit::ATTRIBUTES);
        }
    }
    Ok(())
}

/// Refuses a tree whose newest element is too deep, or with more nodes than the bytes that were read.
fn check_tree(html: &Html, read: usize) -> Result<(), &'static Limit> {
    if html.tree.values().len() > NODES + read {
        return Err(limit::OPEN_EMPHASIS);
    }
    let depth = html.tree.nodes().next_back().map_or(0, |node| node.ancestors().count());
    if limit::BODY_LEVELS.is_exceeded_by(depth) { Err(limit::BODY_LEVELS) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, exceeded: Option<&'static Limit>) {
        assert_eq!(parse_page(html).err(), exceeded);
        assert_eq!(parse_fragment(html).err(), exceeded);
    }

    #[test]
    fn what_would_take_minutes_is_refused() {
        check(&"<div>".repeat(100_000), Some(limit::BODY_LEVELS));
        check(&"<svg><g>".repeat(100_000), Some(limit::BODY_LEVELS));
        check(&"<table><td>".repeat(100_000), Some(limit::BODY_LEVELS));
        let distinct = |count| (0..count).map(|n| format!("<b a={n}>")).collect::<String>();
        check(&distinct(100_000), Some(limit::BODY_LEVELS));
        check(&format!("<p>{}{}", distinct(200), "<p>a".repeat(100_000)), Some(limit::OPEN_EMPHASIS));
        let attributes = |count| (0..count).map(|n| format!(" a{n}=1")).collect::<String>();
        check(&format!("<b{}>", attributes(200_000)), Some(limit::ATTRIBUTES));
        check(&format!("<svg><style><b{}></style></svg>", attributes(200_000)), Some(limit::ATTRIBUTES));
        check(&" ".repeat(limit::FILE.most + 1), Some(limit::FILE));
    }

    #[test]
    fn what_pages_have_is_read() {
        check(&"<p>a<br>b</p><svg><path d='M0 0'/></svg>\n".repeat(10_000), None);
        check(&"<p><b>å</b>".repeat(10_000), None);
        check(&format!("<script>{}</script>", "if (a<b && c) d();".repeat(900)), None);
    }
}
