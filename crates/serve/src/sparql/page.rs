use super::{endpoint::Answer, words::Words};
use anslag_store::AnswerFormat;
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Page of the endpoint: a form, the queries that come with the program, and the answer to one.
#[derive(Template)]
#[template(path = "sparql.html")]
pub(super) struct Page<'a> {
    pub(super) words: Words,
    /// Path of the first page, with a slash at its end.
    pub(super) root: &'a str,
    /// Path of the stylesheet, if the publication has one.
    pub(super) stylesheet: Option<String>,
    pub(super) query: &'a str,
    pub(super) fault: Option<String>,
    pub(super) answer: Option<Shown>,
    pub(super) examples: Vec<Example<'a>>,
}

/// Link to a query that comes with the program.
pub(super) struct Example<'a> {
    pub(super) title: &'a str,
    pub(super) href: String,
}

/// Answer on a page.
pub(super) struct Shown {
    pub(super) content: Content,
    pub(super) is_cut: bool,
    /// Links to the same answer for programs.
    pub(super) links: Vec<(&'static str, String)>,
}

/// Content of an answer.
pub(super) enum Content {
    Truth(bool),
    Rows { columns: Vec<String>, rows: Vec<Vec<Cell>> },
    Triples(String),
}

/// Value in a table.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) is_link: bool,
}

/// SPARQL 1.1 Query Results JSON Format.
#[derive(Deserialize)]
struct Results {
    head: Head,
    boolean: Option<bool>,
    #[serde(rename = "results")]
    rows: Option<Bindings>,
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    vars: Vec<String>,
}

#[derive(Deserialize)]
struct Bindings {
    bindings: Vec<BTreeMap<String, Term>>,
}

#[derive(Deserialize)]
struct Term {
    r#type: String,
    value: String,
}

impl Shown {
    /// Shows an answer in JSON or Turtle.
    pub(super) fn new(answer: &Answer, link: impl Fn(AnswerFormat) -> String) -> Option<Self> {
        let (content, formats): (_, &[_]) = if answer.format == AnswerFormat::Json {
            let formats = &[AnswerFormat::Csv, AnswerFormat::Tsv, AnswerFormat::Json, AnswerFormat::Xml];
            (Content::from_json(&answer.bytes)?, formats)
        } else {
            let formats = &[AnswerFormat::Turtle, AnswerFormat::NTriples, AnswerFormat::RdfXml, AnswerFormat::JsonLd];
            (Content::Triples(String::from_utf8_lossy(&answer.bytes).into_owned()), formats)
        };
        let links = formats.iter().map(|format| (format.key(), link(*format))).collect();
        Some(Self { content, is_cut: answer.is_cut, links })
    }
}

impl Content {
    fn from_json(bytes: &[u8]) -> Option<Self> {
        let Results { head, boolean, rows } = serde_json::from_slice(bytes).ok()?;
        if let Some(truth) = boolean {
            return Some(Self::Truth(truth));
        }
        let row = |mut row: BTreeMap<String, Term>| {
            head.vars.iter().map(|name| row.remove(name).map(Cell::from).unwrap_or_default()).collect()
        };
        let rows = rows?.bindings.into_iter().map(row).collect();
        Some(Self::Rows { columns: head.vars, rows })
    }
}

impl From<Term> for Cell {
    fn from(Term { r#type, value: text }: Term) -> Self {
        // Data may hold any IRI; only these lead to pages.
        let is_web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        Self { is_link: r#type == "uri" && is_web, text }
    }
}
