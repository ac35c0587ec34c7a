use anslag_wording::{Language, Wording};
use std::fmt;

/// The languages that keys and values are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Notation {
    /// TOML 1.1: front matter, `publication.toml`, `register.toml`.
    #[default]
    Toml,
    /// YAML 1.2: front matter.
    Yaml,
    /// JSON (RFC 8259): JSON Lines.
    Json,
}

impl Notation {
    /// Returns a key and the sign before its value.
    pub(crate) fn before_value(self, key: &str) -> String {
        match self {
            Self::Toml => format!("{key} = "),
            Self::Yaml => format!("{key}: "),
            Self::Json => format!("\"{key}\": "),
        }
    }
}

/// A key with its value, as it can be copied into a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: &'static str,
    pub(crate) value: Sample,
    /// Notation of the file that it is written into.
    pub(crate) notation: Notation,
}

/// A value to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    Text(&'static str),
    /// A day or a date-time, which JSON has only as text.
    Date(&'static str),
    Number(&'static str),
    /// A table of one line.
    Table(&'static [(&'static str, Sample)]),
    /// A list of one item.
    List(&'static Sample),
}

impl Wording for Entry {
    fn word(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_entry(f, self.key, &self.value, self.notation)
    }
}

fn write_entry(f: &mut fmt::Formatter<'_>, key: &str, value: &Sample, notation: Notation) -> fmt::Result {
    f.write_str(&notation.before_value(key))?;
    write_value(f, value, notation)
}

fn write_value(f: &mut fmt::Formatter<'_>, value: &Sample, notation: Notation) -> fmt::Result {
    match (value, notation) {
        (Sample::Text(text), _) | (Sample::Date(text), Notation::Json) => write!(f, "\"{text}\""),
        (Sample::Date(text) | Sample::Number(text), _) => f.write_str(text),
        (Sample::List(item), _) => {
            f.write_str("[")?;
            write_value(f, item, notation)?;
            f.write_str("]")
        }
        (Sample::Table(entries), _) => {
            f.write_str("{ ")?;
            for (position, (key, value)) in entries.iter().enumerate() {
                if position > 0 {
                    f.write_str(", ")?;
                }
                write_entry(f, key, value, notation)?;
            }
            f.write_str(" }")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &'static str, value: Sample, written: [&str; 3]) {
        for (notation, expected) in [Notation::Toml, Notation::Yaml, Notation::Json].into_iter().zip(written) {
            let entry = Entry { key, value, notation };
            assert_eq!(entry.in_language(Language::English).to_string(), expected);
        }
    }

    #[test]
    fn entries_are_written_in_the_notation_of_the_file() {
        check("title", Sample::Text("…"), ["title = \"…\"", "title: \"…\"", "\"title\": \"…\""]);
        check(
            "date",
            Sample::Date("2021-05-18"),
            ["date = 2021-05-18", "date: 2021-05-18", "\"date\": \"2021-05-18\""],
        );
        check("size", Sample::Number("5"), ["size = 5", "size: 5", "\"size\": 5"]);
        let speakers = Sample::List(&Sample::Table(&[("name", Sample::Text("…"))]));
        let written =
            ["speakers = [{ name = \"…\" }]", "speakers: [{ name: \"…\" }]", "\"speakers\": [{ \"name\": \"…\" }]"];
        check("speakers", speakers, written);
    }
}
