//! Limits on what is read. Within them, work and memory grow in proportion to the input.

use anslag_wording::{Language, Wording};
use std::fmt;

/// Limit on an input that would otherwise take all time or memory. It is worded as the reason for a refusal.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// Name for a table of the limits.
    pub name: &'static str,
    /// Largest allowed number.
    pub most: usize,
    /// Unit of the number.
    pub unit: Unit,
    /// Words before the number, in English.
    en: &'static str,
    /// Words before the number, in Swedish.
    sv: &'static str,
}

/// Unit of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes.
    Bytes,
    /// Items of a list.
    Items,
    /// Levels of nesting.
    Levels,
    /// Attributes of a tag.
    Attributes,
    /// Pixels of a picture.
    Pixels,
}

/// Defines the limits: a constant for each, and the list of all of them.
macro_rules! limits {
    ($($(#[$meta:meta])* $constant:ident $name:literal = $most:expr, $unit:ident, en($en:literal) sv($sv:literal);)*) => {
        $(
            $(#[$meta])*
            pub const $constant: &Limit =
                &Limit { name: $name, most: $most, unit: Unit::$unit, en: $en, sv: $sv };
        )*

        /// All limits.
        pub const LIMITS: &[&Limit] = &[$($constant),*];
    };
}

limits! {
    /// Limit on a file of a theme.
    THEME_FILE "a file of the directory `theme`" = 1 << 20, Bytes,
        en("file longer than") sv("filen är längre än");
    /// Limit on the levels of a stylesheet.
    THEME_LEVELS "nesting of brackets in `theme/theme.css`" = 75, Levels,
        en("brackets nested in more than") sv("parenteser står i fler än");
    /// Limit on a file with an announcement, and on a file with settings.
    FILE "a file" = 16 << 20, Bytes,
        en("file longer than") sv("filen är längre än");
    /// Limit on a line of JSON Lines.
    LINE "a line of JSON Lines" = 8 << 20, Bytes,
        en("longer than") sv("är längre än");
    /// Limit on the keys of a Markdown file.
    FRONT_MATTER "front matter" = 1 << 20, Bytes,
        en("front matter longer than") sv("front matter är längre än");
    /// Limit on the levels of YAML.
    FRONT_MATTER_LEVELS "nesting of front matter in YAML, of brackets and of indentation" = 64, Levels,
        en("front matter nested in more than") sv("front matter har fler än");
    /// Limit on the text of an announcement.
    BODY "the text of an announcement" = 1 << 20, Bytes,
        en("text longer than") sv("texten är längre än");
    /// Limit on the levels of quotes, lists and HTML elements in a text.
    BODY_LEVELS "nesting of quotes, lists and HTML elements in a text" = 256, Levels,
        en("text nested in more than") sv("texten står i fler än");
    /// Limit on the levels of HTML elements that change the look of words, which browsers repeat in each paragraph.
    EMPHASIS_LEVELS "nesting of `<b>`, `<i>`, `<font>` and the like" = 32, Levels,
        en("HTML emphasis nested in more than") sv("formatering i HTML står i fler än");
    /// Limit on the levels of such elements that stay open over many blocks, on average.
    OPEN_EMPHASIS "`<b>`, `<i>`, `<font>` and the like that stay open over many blocks, on average" = 4, Levels,
        en("HTML emphasis that stays open over many blocks, in more than")
        sv("formatering i HTML som inte avslutas står över många stycken i fler än");
    /// Limit on the attributes of a tag in a text.
    ATTRIBUTES "an HTML tag" = 100, Attributes,
        en("tag with more than") sv("taggen har fler än");
    /// Limit on the items of a list.
    ITEMS "a list" = 10_000, Items,
        en("list of more than") sv("listan har fler än");
    /// Limit on quotes, each of which is searched for in the text.
    QUOTES "`quotes`" = 200, Items,
        en("list of more than") sv("listan har fler än");
    /// Limit on topics, each of which has a feed with all of them.
    TOPICS "`topics`" = 200, Items,
        en("list of more than") sv("listan har fler än");
    /// Limit on a GeoJSON file with the area of a place.
    AREA "a GeoJSON file with an area" = 1 << 20, Bytes,
        en("file longer than") sv("filen är längre än");
    /// Limit on a file of `static`.
    STATIC_FILE "a file of `static`" = 1 << 30, Bytes,
        en("file longer than") sv("filen är längre än");
    /// Limit on the number of files and directories in `static`.
    STATIC_FILES "`static`" = 10_000, Items,
        en("directory of more than") sv("mappen har fler än");
    /// Limit on the levels of directories in `static`.
    STATIC_LEVELS "nesting of directories in `static`" = 32, Levels,
        en("directory nested in more than") sv("mappen står i fler än");
    /// Limit on a picture beside a source, which is read as a whole.
    PICTURE "a picture beside a source" = 32 << 20, Bytes,
        en("file longer than") sv("filen är längre än");
    /// Limit on any other file beside a source.
    ATTACHMENT "another file beside a source" = 512 << 20, Bytes,
        en("file longer than") sv("filen är längre än");
    /// Limit on the pixels of a picture, for each of which a browser takes four bytes.
    PIXELS "the pixels of a picture" = 100_000_000, Pixels,
        en("picture of more than") sv("bilden har fler än");
    /// Limit on the positions of an area, whose edges are compared with each other.
    POSITIONS "the positions of an area" = 10_000, Items,
        en("area of more than") sv("området har fler än");
}

impl Limit {
    /// Returns whether a number is over the limit.
    #[must_use]
    pub const fn is_exceeded_by(&self, number: usize) -> bool {
        number > self.most
    }
}

/// Words the limit with its number and unit: `file longer than 16 MiB`.
impl Wording for Limit {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_english = language == Language::English;
        f.write_str(if is_english { self.en } else { self.sv })?;
        let most = self.most;
        match self.unit {
            Unit::Bytes => write!(f, " {} MiB", most >> 20),
            Unit::Items => write!(f, " {most} {}", if is_english { "items" } else { "poster" }),
            Unit::Levels => write!(f, " {most} {}", if is_english { "levels" } else { "nivåer" }),
            Unit::Pixels => write!(f, " {most} {}", if is_english { "pixels" } else { "bildpunkter" }),
            Unit::Attributes => write!(f, " {most} {}", if is_english { "attributes" } else { "attribut" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_says_what_is_over_it() {
        assert_eq!(FILE.in_language(Language::English).to_string(), "file longer than 16 MiB");
        assert_eq!(ITEMS.in_language(Language::Swedish).to_string(), "listan har fler än 10000 poster");
        assert!(ITEMS.is_exceeded_by(10_001) && !ITEMS.is_exceeded_by(10_000));
    }

    #[test]
    fn limits_in_bytes_are_whole_mebibytes() {
        assert!(LIMITS.iter().all(|limit| limit.unit != Unit::Bytes || limit.most.is_multiple_of(1 << 20)));
    }
}
