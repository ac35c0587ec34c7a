use crate::is_xml_character;
use anslag_wording::wording;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use thiserror::Error;

/// Text of an announcement: Markdown (CommonMark with tables), and the same as plain text. It may be empty.
///
/// RDF and the tables publish the plain text, and quotes are found in it. An empty line separates paragraphs, headings
/// and other blocks, and a line break separates items and table rows. The marks of Markdown, raw HTML and the
/// alternative texts of images are not part of it. Feeds publish sanitised HTML instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    markdown: Box<str>,
    text: Box<str>,
}

impl Body {
    /// Parses Markdown whose lines end with LF.
    ///
    /// ```
    /// use anslag_core::Body;
    ///
    /// let body = Body::new("## Ligger i framkant\n\nJust *Tartu* och Estland.")?;
    /// assert_eq!(body.text(), "Ligger i framkant\n\nJust Tartu och Estland.");
    /// # Ok::<(), anslag_core::BodyError>(())
    /// ```
    pub fn new(markdown: &str) -> Result<Self, BodyError> {
        let allowed = |c: char| is_xml_character(c) && c != '\r';
        if let Some((at, found)) = markdown.char_indices().find(|&(_, c)| !allowed(c)) {
            return Err(BodyError::Character { found, at });
        }
        let text = plain_text(markdown)?;
        Ok(Self { markdown: markdown.into(), text: text.into() })
    }

    /// Returns the Markdown as given.
    #[must_use]
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// Returns the plain text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the events of the Markdown parser, from which HTML is rendered.
    ///
    /// Raw HTML and links are in them as written: whoever renders them sanitises the result.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        parser(&self.markdown)
    }

    /// Returns the position in the Markdown of the first raw HTML, in bytes; `None` if there is none.
    ///
    /// The plain text leaves raw HTML out. Comments do not count, since nobody is meant to read them.
    #[must_use]
    pub fn html(&self) -> Option<Range<usize>> {
        if !self.markdown.contains('<') {
            return None;
        }
        let is_html = |event: &Event<'_>| match event {
            Event::Html(text) | Event::InlineHtml(text) => !is_comment(text),
            _ => false,
        };
        parser(&self.markdown).into_offset_iter().find(|(event, _)| is_html(event)).map(|(_, range)| range)
    }
}

impl serde::Serialize for Body {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.markdown)
    }
}

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
}

fn plain_text(markdown: &str) -> Result<String, BodyError> {
    let mut text = PlainText { out: String::with_capacity(markdown.len()), separator: "", lists: 0, images: 0 };
    for event in parser(markdown) {
        match event {
            Event::Start(tag) => text.start(&tag)?,
            Event::End(tag) => text.end(tag),
            Event::Text(part) | Event::Code(part) => text.push(&part)?,
            Event::SoftBreak => text.push(" ")?,
            Event::HardBreak => text.push("\n")?,
            // The tables of CommonMark and GFM have no other events with text; the rest is raw HTML and rules.
            _ => {}
        }
    }
    let kept = text.out.trim_end().len();
    text.out.truncate(kept);
    Ok(text.out)
}

/// Plain text so far, and the separator before the next piece.
struct PlainText {
    out: String,
    separator: &'static str,
    lists: usize,
    images: usize,
}

impl PlainText {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), BodyError> {
        match tag {
            Tag::List(_) => self.lists += 1,
            Tag::Item => {
                self.separate("\n");
                self.push("- ")?;
            }
            Tag::TableHead | Tag::TableRow => self.separate("\n"),
            Tag::TableCell => self.separate(" | "),
            Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. } => {
                check(dest_url)?;
                check(title)?;
                self.images += usize::from(matches!(tag, Tag::Image { .. }));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table => self.separator = "\n\n",
            TagEnd::List(_) => {
                self.lists -= 1;
                self.separator = if self.lists == 0 { "\n\n" } else { "\n" };
            }
            TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => self.separate("\n"),
            TagEnd::Image => self.images -= 1,
            _ => {}
        }
    }

    /// Sets the separator before the next piece, unless a wider one is set or the text is still empty.
    fn separate(&mut self, separator: &'static str) {
        let begun = !self.out.is_empty() && !self.out.ends_with("- ");
        if self.separator.is_empty() && begun {
            self.separator = separator;
        }
    }

    fn push(&mut self, part: &str) -> Result<(), BodyError> {
        check(part)?;
        if self.images > 0 {
            return Ok(());
        }
        if !self.out.is_empty() {
            if self.separator.starts_with('\n') {
                let kept = self.out.trim_end_matches('\n').len();
                self.out.truncate(kept);
            }
            self.out.push_str(self.separator);
        }
        self.separator = "";
        self.out.push_str(part);
        Ok(())
    }
}

fn is_comment(html: &str) -> bool {
    let inside = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inside.is_some_and(|inside| !inside.contains("-->"))
}

/// Checks the characters of a piece. A character reference of Markdown (`&#8;`) can stand for one that is not in the
/// source.
fn check(part: &str) -> Result<(), BodyError> {
    match part.chars().find(|&c| !is_xml_character(c) || c == '\r') {
        Some(found) => Err(BodyError::Reference { found }),
        None => Ok(()),
    }
}

wording! {
    /// Reason why a text is no body.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum BodyError {
        /// A character cannot be published.
        Character {
            /// First such character.
            found: char,
            /// Position of the character, in bytes.
            at: usize,
        }
            en("invalid character U+{:04X} in the text", u32::from(*found))
            sv("ogiltigt tecken U+{:04X} i texten", u32::from(*found)),
        /// A character reference of Markdown stands for a character that cannot be published.
        Reference {
            /// First such character.
            found: char,
        }
            en("invalid character U+{:04X} in the text, written as `&#{};`", u32::from(*found), u32::from(*found))
            sv("ogiltigt tecken U+{:04X} i texten, skrivet som `&#{};`", u32::from(*found), u32::from(*found)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, text: &str) {
        assert_eq!(Body::new(markdown).unwrap().text(), text);
    }

    #[test]
    fn blocks_stand_apart_by_an_empty_line() {
        check("", "");
        check("one\ntwo\n\nthree", "one two\n\nthree");
        check("# Head\ntext", "Head\n\ntext");
        check("> \\- Ett projekt, säger *A*.", "- Ett projekt, säger A.");
        check("a\\\nb", "a\nb");
        check("```\ncode\n\nmore\n```\nafter", "code\n\nmore\n\nafter");
    }

    #[test]
    fn items_and_rows_stand_apart_by_a_line_break() {
        check("- one\n- two\n\nafter", "- one\n- two\n\nafter");
        check("1. one\n   - inner\n2. two", "- one\n- inner\n- two");
        check("| a | b |\n|---|---|\n| c | d |\n\nafter", "a | b\nc | d\n\nafter");
    }

    #[test]
    fn marks_and_raw_html_are_not_text() {
        check("[a *link*](https://example.org/ \"t\") and ![alt](x.png)", "a link and");
        check("a <b>bold</b> word\n\n<div>gone</div>", "a bold word");
        assert_eq!(Body::new("a <b>bold</b> word").unwrap().html(), Some(2..5));
        assert_eq!(Body::new("a < b <!-- c -->").unwrap().html(), None);
    }

    #[test]
    fn what_xml_forbids_is_refused_also_by_reference() {
        assert_eq!(Body::new("a\u{8}"), Err(BodyError::Character { found: '\u{8}', at: 1 }));
        assert_eq!(Body::new("a&#8;"), Err(BodyError::Reference { found: '\u{8}' }));
        assert_eq!(Body::new("[a](b&#8;)"), Err(BodyError::Reference { found: '\u{8}' }));
    }
}
