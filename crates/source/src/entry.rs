use anslag_wording::{Language, Wording};
use jiff::civil::Date;
use std::fmt;

/// The languages that keys and values are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
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
    /// Day of publication of the announcement, for samples that need it.
    pub(crate) published: Option<Date>,
    /// Notation of the file that it is written into.
    pub(crate) notation: Notation,
}

/// A value to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    Text(&'static str),
    /// A day or a date-time, which JSON has only as text.
    Date(&'static str),
    /// The day of publication.
    Published,
    Number(&'static str),
    /// A table of one line.
    Table(&'static [(&'static str, Sample)]),
    /// A list of one item.
    List(&'static Sample),
}

impl Wording for Entry {
    fn word(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_entry(f, self.key, &self.value)
    }
}

impl Entry {
    fn write_entry(&self, f: &mut fmt::Formatter<'_>, key: &str, value: &Sample) -> fmt::Result {
        f.write_str(&self.notation.before_value(key))?;
        self.write_value(f, value)
    }

    fn write_value(&self, f: &mut fmt::Formatter<'_>, value: &Sample) -> fmt::Result {
        match (value, self.notation) {
            (Sample::Text(text), _) | (Sample::Date(text), Notation::Json) => write!(f, "\"{text}\""),
            (Sample::Date(text) | Sample::Number(text), _) => f.write_str(text),
            (Sample::Published, notation) => {
                let day = self.published.map_or_else(|| "2021-05-18".to_owned(), |day| day.to_string());
                if notation == Notation::Json { write!(f, "\"{day}\"") } else { f.write_str(&day) }
            }
            (Sample::List(item), _) => {
                f.write_str("[")?;
                self.write_value(f, item)?;
                f.write_str("]")
            }
            (Sample::Table(entries), _) => {
                f.write_str("{ ")?;
                for (position, (key, value)) in entries.iter().enumerate() {
                    if position > 0 {
                        f.write_str(", ")?;
                    }
                    self.write_entry(f, key, value)?;
                }
                f.write_str(" }")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &'static str, value: Sample, written: [&str; 3]) {
        for (notation, expected) in [Notation::Toml, Notation::Yaml, Notation::Json].into_iter().zip(written) {
            let entry = Entry { key, value, published: None, notation };
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
