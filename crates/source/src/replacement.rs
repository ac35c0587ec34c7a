use crate::entry::Notation;
use anslag_wording::{Language, Wording};
use std::fmt::{self, Write as _};

/// Text to write in place of the marked part of a file, in the notation of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replacement {
    scalar: Scalar,
    notation: Notation,
}

/// Content of a replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scalar {
    /// Name of a key.
    Key(String),
    /// Text, which TOML and JSON put between quotation marks.
    Text(String),
    /// Day or time, which JSON has only as text.
    Date(String),
    /// Number, `true` or `false`.
    Plain(String),
    /// List of one value, which is given as it is written.
    List(String),
    /// Part of the file as it is to be written: syntax, or Markdown.
    Raw(String),
}

impl Replacement {
    /// Returns a replacement in TOML.
    pub(crate) const fn new(scalar: Scalar) -> Self {
        Self { scalar, notation: Notation::Toml }
    }

    /// Returns the replacement in another notation.
    pub(crate) fn in_notation(self, notation: Notation) -> Self {
        Self { notation, ..self }
    }

    /// Returns what it says, without the signs of the notation.
    pub(crate) fn bare(&self) -> &str {
        match &self.scalar {
            Scalar::Key(text)
            | Scalar::Text(text)
            | Scalar::Date(text)
            | Scalar::Plain(text)
            | Scalar::List(text)
            | Scalar::Raw(text) => text,
        }
    }

    /// Returns the text to write; `None` if the marked part holds more than it takes the place of.
    pub(crate) fn text(&self) -> Option<String> {
        // In JSON, the Markdown of a body stands in a string with escapes, which is marked as a whole.
        let is_part = self.notation == Notation::Json && matches!(self.scalar, Scalar::Raw(_));
        (!is_part).then(|| self.written())
    }

    fn written(&self) -> String {
        match (&self.scalar, self.notation) {
            (Scalar::Key(key), Notation::Toml | Notation::Yaml) if is_bare_key(key) => key.clone(),
            (Scalar::Key(text) | Scalar::Text(text), _) | (Scalar::Date(text), Notation::Json) => quoted(text),
            (Scalar::List(item), _) => format!("[{item}]"),
            (Scalar::Date(text) | Scalar::Plain(text) | Scalar::Raw(text), _) => text.clone(),
        }
    }
}

impl Wording for Replacement {
    fn word(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

/// Returns whether a key needs no quotation marks in TOML and YAML.
fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Writes a text between quotation marks, with escapes that TOML, YAML and JSON have in common.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => write!(out, "\\u{:04x}", u32::from(c)).expect("a String takes all text"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scalar: &Scalar, written: [Option<&str>; 3]) {
        for (notation, expected) in [Notation::Toml, Notation::Yaml, Notation::Json].into_iter().zip(written) {
            let replacement = Replacement::new(scalar.clone()).in_notation(notation);
            assert_eq!(replacement.text().as_deref(), expected);
        }
    }

    #[test]
    fn replacements_are_written_in_the_notation_of_the_file() {
        check(&Scalar::Key("title".to_owned()), [Some("title"), Some("title"), Some("\"title\"")]);
        check(&Scalar::Key("källa".to_owned()), [Some("\"källa\""); 3]);
        check(&Scalar::Text("a \"b\" \\\n\u{1}".to_owned()), [Some(r#""a \"b\" \\\n\u0001""#); 3]);
        check(&Scalar::Date("2026-11-01".to_owned()), [Some("2026-11-01"), Some("2026-11-01"), Some("\"2026-11-01\"")]);
        check(&Scalar::Plain("50.5".to_owned()), [Some("50.5"); 3]);
        check(&Scalar::Raw("[[events]]".to_owned()), [Some("[[events]]"), Some("[[events]]"), None]);
    }
}
