use crate::value::string::string_type;
use anslag_wording::wording;
use thiserror::Error;

/// Returns whether XML 1.0 allows the character (production `Char`, section 2.2). Texts hold no other character, since
/// no feed and no RDF/XML file could.
#[must_use]
pub const fn is_xml_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// Line of text, such as a title or a name.
///
/// It is not empty, and has no line breaks, tabs and other control characters. No white space is at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(Box<str>);

string_type!(Line, TextError);

impl Line {
    /// Checks a line; nothing is trimmed.
    ///
    /// ```
    /// use anslag_core::{Line, TextError};
    ///
    /// assert_eq!(Line::new("Sundsgatan 29")?.as_str(), "Sundsgatan 29");
    /// assert_eq!(Line::new("a\nb"), Err(TextError::Character { found: '\n', at: 1 }));
    /// # Ok::<(), TextError>(())
    /// ```
    pub fn new(value: &str) -> Result<Self, TextError> {
        check(value, |c| is_xml_character(c) && !matches!(c, '\t' | '\n' | '\r'))?;
        Ok(Self(value.into()))
    }
}

/// Text of one or more lines, such as a lead.
///
/// It is not empty. Its lines end with LF, and tab is its only other control character. No white space is at its ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

string_type!(Text, TextError);

impl Text {
    /// Checks a text; nothing is trimmed.
    pub fn new(value: &str) -> Result<Self, TextError> {
        check(value, |c| is_xml_character(c) && c != '\r')?;
        Ok(Self(value.into()))
    }
}

fn check(value: &str, allowed: impl Fn(char) -> bool) -> Result<(), TextError> {
    if let Some((at, found)) = value.char_indices().find(|&(_, c)| !allowed(c)) {
        return Err(TextError::Character { found, at });
    }
    if value.trim().is_empty() {
        return Err(TextError::Empty);
    }
    if value.trim().len() != value.len() {
        return Err(TextError::WhiteSpace);
    }
    Ok(())
}

wording! {
    /// Reason why a string is no text.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum TextError {
        /// Nothing but white space.
        Empty
            en("empty text")
            sv("tom text"),
        /// White space at the beginning or the end.
        WhiteSpace
            en("text begins or ends with white space")
            sv("texten börjar eller slutar med blanktecken"),
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
