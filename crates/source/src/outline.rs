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
    /// Beginning of the front matter, after its first line; 0 in JSON Lines.
    pub front_matter: usize,
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
        let (notation, start, table) = match syntax {
            Syntax::JsonLines => (Notation::Json, 0, json_tree::parse(text, &findings)?),
            Syntax::Markdown => {
                let parts = front_matter::split(text, &findings)?;
                let start = parts.front_matter.start;
                match parts.syntax {
                    FrontMatter::Toml => {
                        (Notation::Toml, start, toml_tree::parse(text, parts.front_matter, &findings)?)
                    }
                    FrontMatter::Yaml => {
                        (Notation::Yaml, start, yaml_tree::parse(text, parts.front_matter, &findings)?)
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
        Some(Self { notation, front_matter: start, span, entries })
    }
}
