use crate::limit::Limit;
use anslag_wording::wording;
use std::ops::Range;
use thiserror::Error;

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
        /// A comment that does not end.
        Comment {
            /// Position of the comment, in bytes.
            at: usize,
        }
            en("unclosed comment")
            sv("kommentaren tar aldrig slut"),
        /// A text that is longer or deeper than allowed.
        OverLimit {
            /// Limit that the text exceeds.
            limit: &'static Limit,
            /// First part that is over the limit, in bytes.
            at: Range<usize>,
        }
            en("{limit}")
            sv("{limit}"),
    }
}
