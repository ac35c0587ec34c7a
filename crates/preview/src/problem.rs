use crate::{sources::Sources, state::message_language};
use anslag_source::{Diagnostic, Position, Severity};
use anslag_wording::Wording;
use askama::Template;

/// A list of problems.
#[derive(Template)]
#[template(path = "problems.html")]
pub(crate) struct Problems {
    /// `lang` attribute of the messages; empty where they are in the language of the page.
    lang: &'static str,
    pub(crate) problems: Vec<Problem>,
}

/// A problem of a source, in words.
pub(crate) struct Problem {
    /// Class of its element.
    class: &'static str,
    severity: String,
    code: &'static str,
    message: Vec<Piece>,
    /// File, line and column.
    place: String,
    /// Page of the announcement.
    href: Option<String>,
    excerpt: Option<Excerpt>,
    help: Option<(String, Vec<Piece>)>,
}

/// Part of a message.
struct Piece {
    text: String,
    /// `true` if it stood between backticks.
    is_code: bool,
}

/// Line of a source, of which a part is marked.
struct Excerpt {
    line: usize,
    before: String,
    marked: String,
    after: String,
    label: Option<Vec<Piece>>,
}

impl Problems {
    /// Words problems for a page in a language, errors first. With `sources`, they lead to the pages of their announcements.
    pub(crate) fn new(problems: &[&Diagnostic], language: &str, sources: Option<&Sources>) -> Self {
        let words = message_language(language);
        // A report has its errors last, where a terminal shows them.
        let mut sorted = problems.to_vec();
        sorted.sort_by_key(|problem| problem.code().severity);
        let word = |problem: &&Diagnostic| {
            let worded = problem.in_words(words);
            let position = worded.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            let title = worded.titled_help().zip(worded.help.as_deref());
            Problem {
                class: class(worded.severity),
                severity: worded.severity.in_language(words).to_string(),
                code: problem.code().name,
                message: pieces(&worded.message),
                place: format!("{}{position}", problem.path),
                href: sources.and_then(|sources| sources.page_of(problem)),
                excerpt: worded.position.map(|position| Excerpt::new(position, worded.label.as_deref())),
                help: title.map(|(titled, help)| (titled[..titled.len() - help.len()].to_owned(), pieces(help))),
            }
        };
        let lang = if language.starts_with(words.tag()) { "" } else { words.tag() };
        Self { lang, problems: sorted.iter().map(word).collect() }
    }
}

impl Excerpt {
    fn new(position: &Position, label: Option<&str>) -> Self {
        let (text, span) = (&position.excerpt, position.span.clone());
        let cut = if position.offset > 0 { "…" } else { "" };
        Self {
            line: position.line,
            before: format!("{cut}{}", &text[..span.start]),
            marked: text[span.clone()].to_owned(),
            after: text[span.end..].to_owned(),
            label: label.map(pieces),
        }
    }
}

/// Splits a message at its backticks. The words between two of them are code.
fn pieces(message: &str) -> Vec<Piece> {
    if !message.matches('`').count().is_multiple_of(2) {
        return vec![Piece { text: message.to_owned(), is_code: false }];
    }
    let piece = |(number, text): (usize, &str)| Piece { text: text.to_owned(), is_code: number % 2 == 1 };
    message.split('`').enumerate().map(piece).filter(|piece| !piece.text.is_empty()).collect()
}

const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
