//! Elements of a page by CSS selectors, and their words.

use crate::markdown;
use anslag_core::Body;
use anslag_html::BaseUrl;
use scraper::{ElementRef, Html, Node, Selector};

/// Elements that begin a line of their own, or a cell.
const SEPARATE: [&str; 16] =
    ["br", "dd", "div", "dl", "dt", "h2", "h3", "h4", "li", "ol", "p", "section", "table", "td", "tr", "ul"];

/// Returns the elements that a selector matches, in the order of the page.
pub(super) fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    let root = html.tree.root().id();
    // What was taken from the tree is still found.
    let is_there = |element: &ElementRef<'_>| element.ancestors().last().is_some_and(|top| top.id() == root);
    Selector::parse(selector).map(|selector| html.select(&selector).filter(is_there).collect()).unwrap_or_default()
}

/// Returns the first element that the first selector with a match matches.
pub(super) fn first<'h>(html: &'h Html, selectors: &[&str]) -> Option<ElementRef<'h>> {
    selectors.iter().find_map(|selector| all(html, selector).into_iter().next())
}

/// Returns the attribute of the first element that a selector matches; `None` if it is empty.
pub(super) fn attribute(html: &Html, selector: &str, name: &str) -> Option<String> {
    let value = all(html, selector).into_iter().find_map(|element| element.attr(name))?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Returns the words of an element, with one space between them.
pub(super) fn words(element: ElementRef<'_>) -> String {
    few_words(element, usize::MAX).unwrap_or_default()
}

/// Returns the words of an element that has few of them; `None` if it has none or more.
pub(super) fn few_words(element: ElementRef<'_>, longest: usize) -> Option<String> {
    let mut text = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(piece) => text.push_str(piece),
            Node::Element(element) if SEPARATE.contains(&element.name()) => text.push(' '),
            _ => {}
        }
        if text.len() / 4 > longest {
            return None;
        }
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty() && words.chars().count() <= longest).then_some(words)
}

/// Returns whether an element holds no block.
pub(super) fn is_line(element: ElementRef<'_>) -> bool {
    element
        .descendent_elements()
        .skip(1)
        .all(|inner| inner.value().name() == "br" || !SEPARATE.contains(&inner.value().name()))
}

/// Returns the lines that a page shows of an element.
pub(super) fn lines(element: ElementRef<'_>) -> Vec<String> {
    let markdown = markdown::of_element(element, None).unwrap_or_default();
    let body = Body::new(&markdown).unwrap_or_default();
    let lines = body.text().lines().map(|line| line.trim_start_matches("- ").trim());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Returns whether an element stands within one of others, or is one.
pub(super) fn is_within(element: ElementRef<'_>, others: &[ElementRef<'_>]) -> bool {
    let is_one = |id| others.iter().any(|other| other.id() == id);
    is_one(element.id()) || element.ancestors().any(|ancestor| is_one(ancestor.id()))
}

/// Returns whether an element has words or pictures.
pub(super) fn shows_something(element: ElementRef<'_>) -> bool {
    element.descendants().any(|node| match node.value() {
        Node::Text(text) => !text.trim().is_empty(),
        Node::Element(element) => element.name() == "img",
        _ => false,
    })
}

/// Returns an address as an absolute one.
pub(super) fn absolute(address: &str, base: Option<&BaseUrl>) -> Option<String> {
    let address = match base {
        Some(base) => base.resolve(address.trim())?,
        None => address.trim().to_owned(),
    };
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}
