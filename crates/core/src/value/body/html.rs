use crate::{
    is_xml_character,
    value::body::writer::{Element, Gap, Origin, Writer},
    value::unseen::without_unseen,
};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::convert::Infallible;

/// Elements whose content no page shows as text, or that are taken away for safety.
const NOT_SHOWN: [&str; 10] =
    ["iframe", "noembed", "noframes", "plaintext", "script", "style", "template", "textarea", "title", "xmp"];

/// Returns HTML as plain text, as the plain text of a [`Body`](crate::Body) is written.
///
/// ```
/// use anslag_core::html_to_text;
///
/// assert_eq!(html_to_text("<p>One<br>two</p><ol start=3><li><b>Th</b>ree</ol>"), "One\ntwo\n\n3. Three");
/// ```
#[must_use]
pub fn html_to_text(html: &str) -> String {
    let mut writer = Writer::default();
    write(html, &mut writer);
    writer.finish().text
}

/// Writes the words of HTML. The content of scripts and the like is left out if `html` has it too.
pub(super) fn write(html: &str, writer: &mut Writer) {
    if html.is_empty() {
        return;
    }
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    // The element whose content is being left out.
    let mut not_shown: Option<Vec<u8>> = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let token: Result<Token, Infallible> = token;
        let Ok(token) = token;
        match token {
            Token::EndTag(tag) if not_shown.as_ref().is_some_and(|name| *name == *tag.name) => not_shown = None,
            _ if not_shown.is_some() => {}
            Token::StartTag(tag) => match name(&tag.name) {
                name if NOT_SHOWN.contains(&name) => not_shown = Some(tag.name.to_vec()),
                "br" => writer.gap(Gap::LineBreak),
                "hr" => writer.divide(Gap::Line),
                "img" => {
                    writer.begin(Element::Image, Origin::Html);
                    writer.text(&joined(&attribute(&tag, "alt").unwrap_or_default()));
                    writer.end(Element::Image, Origin::Html);
                }
                "ol" => {
                    let first = attribute(&tag, "start").and_then(|start| start.trim().parse().ok());
                    writer.begin(Element::List { next: Some(first.unwrap_or(1)) }, Origin::Html);
                }
                name => writer.begin(element(name), Origin::Html),
            },
            Token::EndTag(tag) => writer.end(element(name(&tag.name)), Origin::Html),
            Token::String(text) => push_text(&String::from_utf8_lossy(&text), writer),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
}

/// Returns how the content of an element is written.
fn element(name: &str) -> Element {
    match name {
        "address" | "article" | "aside" | "blockquote" | "center" | "details" | "dl" | "fieldset" | "figure"
        | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "main" | "nav" | "p"
        | "section" => Element::Block,
        "caption" | "dd" | "div" | "dt" | "figcaption" | "legend" | "option" | "summary" => Element::Line,
        "pre" => Element::Preformatted,
        "ul" | "ol" => Element::List { next: None },
        "li" => Element::Item { delimiter: '.' },
        "table" => Element::Table,
        "tr" => Element::Row { cells: 0 },
        "td" | "th" => Element::Cell,
        _ => Element::Inline,
    }
}

/// Adds text between tags. White space is a gap, unless the text is preformatted.
fn push_text(text: &str, writer: &mut Writer) {
    let text = publishable(text);
    if writer.is_preformatted() {
        return writer.text(&text);
    }
    let is_space = |c: char| c.is_ascii_whitespace();
    if text.starts_with(is_space) {
        writer.gap(Gap::Space);
    }
    writer.text(&joined(&text));
    if text.ends_with(is_space) {
        writer.gap(Gap::Space);
    }
}

/// Returns text in which a stretch of white space is one space. A no-break space is none of it.
fn joined(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns text without the characters that references in HTML name and nobody sees, and with U+FFFD for those that XML
/// forbids.
fn publishable(text: &str) -> String {
    let allowed = |c: char| is_xml_character(c) && c != '\r';
    without_unseen(text).0.chars().map(|c| if allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(publishable(&String::from_utf8_lossy(value)))
}

/// Returns the name of an element, which the tokenizer has put in lower case; empty if it is none of HTML's.
fn name(name: &[u8]) -> &str {
    str::from_utf8(name).unwrap_or_default()
}
