use crate::{
    entry::Notation,
    finding::Findings,
    front_matter::{self, FrontMatter},
    json_tree,
    names::Syntax,
    toml_tree,
    tree::{Node, Value},
    yaml_tree,
};
use std::ops::Range;

/// Places of the keys of a source, as they are written: of front matter, or of a line of JSON Lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Notation of the keys and values.
    pub notation: Notation,
    /// Front matter between its first and its last line; in JSON Lines, all of the line.
    pub front_matter: Range<usize>,
    /// Span of the table, with the brackets if it has any.
    pub span: Range<usize>,
    /// Keys outside of all tables, in the order of the text.
    pub entries: Vec<OutlineEntry>,
}

/// Key of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Name.
    pub name: String,
    /// Span of the name, with its quotation marks.
    pub key: Range<usize>,
    /// Span of the value.
    pub value: Range<usize>,
}

impl Outline {
    /// Returns the outline of a text without a byte order mark; `None` if its keys cannot be read.
    #[must_use]
    pub fn of(text: &str, syntax: Syntax) -> Option<Self> {
        let findings = Findings::default();
        let (notation, front_matter, table) = match syntax {
            Syntax::JsonLines => (Notation::Json, 0..text.len(), json_tree::parse(text, &findings)?),
            Syntax::Markdown => {
                let parts = front_matter::split(text, &findings)?;
                let place = parts.front_matter.clone();
                match parts.syntax {
                    FrontMatter::Toml => {
                        (Notation::Toml, place, toml_tree::parse(text, parts.front_matter, &findings)?)
                    }
                    FrontMatter::Yaml => {
                        (Notation::Yaml, place, yaml_tree::parse(text, parts.front_matter, &findings)?)
                    }
                }
            }
        };
        if findings.failed() {
            return None;
        }
        let Node { span, value: Value::Table(entries), .. } = table else { return None };
        let entries = entries
            .into_iter()
            .map(|(key, node)| OutlineEntry { name: key.name.into_owned(), key: key.span, value: node.span })
            .collect();
        Some(Self { notation, front_matter, span, entries })
    }
}
