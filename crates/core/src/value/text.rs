use crate::{
    Unseen, chars_beginning_with,
    value::{
        string::string_type,
        unseen::{may_begin_unseen, shows_something},
    },
};
use anslag_wording::wording;
use thiserror::Error;

/// Returns whether XML 1.0 allows the character (production `Char`, section 2.2). Texts hold no other character, since
/// no feed and no RDF/XML file could.
#[must_use]
pub const fn is_xml_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// Returns whether a text may hold the character: XML allows it, and people see it or its effect.
#[must_use]
pub fn is_published_character(c: char) -> bool {
    is_xml_character(c) && Unseen::new(c).is_none()
}

/// Line of text, such as a title or a name.
///
/// It shows something, and has no line breaks, tabs, other control characters and characters that nobody sees, and no white
/// space at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(Box<str>);

string_type!(Line, TextError);

impl Line {
    /// Parses a line. White space at its ends is removed.
    ///
    /// ```
    /// use anslag_core::{Line, TextError};
    ///
    /// assert_eq!(Line::new(" Sundsgatan 29\n")?.as_str(), "Sundsgatan 29");
    /// assert_eq!(Line::new("a\nb"), Err(TextError::Character { found: '\n', at: 1 }));
    /// # Ok::<(), TextError>(())
    /// ```
    pub fn new(value: &str) -> Result<Self, TextError> {
        trimmed(value, |_| false).map(Self)
    }
}

/// Text of one or more lines, such as a lead.
///
/// It shows something. Its lines end with LF, and tab is its only other control character. It has no characters that nobody
/// sees, and no white space at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

string_type!(Text, TextError);

impl Text {
    /// Parses a text. White space at its ends is removed.
    pub fn new(value: &str) -> Result<Self, TextError> {
        trimmed(value, |control| matches!(control, b'\t' | b'\n')).map(Self)
    }
}

/// Returns a text without white space at its ends. Of the control characters, only some are allowed.
fn trimmed(value: &str, is_allowed: impl Fn(u8) -> bool) -> Result<Box<str>, TextError> {
    let indent = value.len() - value.trim_start().len();
    let value = value.trim();
    // UTF-8 begins every forbidden character with one of these bytes.
    let is_suspect = |byte: u8| byte < b' ' && !is_allowed(byte) || may_begin_unseen(byte);
    let mut suspects = chars_beginning_with(value, is_suspect);
    if let Some((at, found)) = suspects.find(|&(_, c)| c < ' ' || !is_published_character(c)) {
        return Err(TextError::Character { found, at: indent + at });
    }
    if shows_something(value) { Ok(value.into()) } else { Err(TextError::Empty) }
}

wording! {
    /// Reason why a string is no text.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum TextError {
        /// Nothing but white space, and characters that show nothing.
        Empty
            en("empty text")
            sv("tom text"),
        /// A character that cannot be published.
        Character {
            /// First such character.
            found: char,
            /// Position of the character, in bytes.
            at: usize,
        }
            en("invalid character U+{:04X} in the text", u32::from(*found))
            sv("ogiltigt tecken U+{:04X} i texten", u32::from(*found)),
    }
}
