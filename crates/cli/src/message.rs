use crate::{advice::Advice, arguments::MessageFormat, exit::Failure, say};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anslag_source::{Report, Severity, harmless};
use anslag_wording::{Language, Wording, wording};
use serde::Serialize;
use std::{
    error::Error,
    fmt::Write as _,
    io::{self, IsTerminal, Write},
};

/// How it is said what is wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    pub(crate) format: MessageFormat,
    pub(crate) language: Language,
}

wording! {
    /// What stands before the help.
    enum Title {
        Help en("help") sv("hjälp"),
    }
}

/// What is said of no place in a file; in JSON it has the fields of a diagnostic that it can have.
#[derive(Serialize)]
struct Remark<'a> {
    severity: Severity,
    message: &'a str,
    /// How it can be mended.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    /// How many diagnostics of the severity are not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_shown: Option<usize>,
}

/// Says on standard error what is wrong with the input.
pub(crate) fn report(report: &Report, Manner { format, language }: Manner) {
    match format {
        MessageFormat::Human => {
            let text = report.render(language, io::stderr().is_terminal());
            if !text.is_empty() {
                say(&mut anstream::stderr(), text.trim_end());
            }
        }
        MessageFormat::Json => {
            report.diagnostics().into_iter().for_each(|diagnostic| say_json(&diagnostic.in_words(language)));
            for hidden in report.hidden() {
                let (severity, message) = (hidden.severity, hidden.message(language));
                say_json(&Remark { severity, message: &message, help: None, not_shown: Some(hidden.count) });
            }
        }
    }
}

/// Says on standard error what stopped a run, with its causes.
pub(crate) fn failure(failure: &Failure, manner: Manner) {
    // What the operating system has told the cause of goes before what is said of all such failures.
    let advice = Advice::on(failure).map(|advice| advice.in_language(manner.language).to_string());
    let help = advice.or_else(|| failure.help().map(|help| help.in_language(manner.language).to_string()));
    with_causes(failure, help.as_deref(), manner);
}

/// Says on standard error what went wrong, with its causes.
pub(crate) fn error(error: &(impl Wording + Error), manner: Manner) {
    with_causes(error, None, manner);
}

fn with_causes(error: &(impl Wording + Error), help: Option<&str>, Manner { format, language }: Manner) {
    let mut message = error.in_language(language).to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        write!(message, ": {error}").expect("a String takes all text");
        cause = error.source();
    }
    remark(Severity::Error, &message, help, Manner { format, language });
}

/// Says on standard error what somebody should look at.
pub(crate) fn warning(warning: &impl Wording, manner: Manner) {
    remark(Severity::Warning, &warning.in_language(manner.language).to_string(), None, manner);
}

fn remark(severity: Severity, message: &str, help: Option<&str>, Manner { format, language }: Manner) {
    match format {
        MessageFormat::Human => {
            let message = harmless(message);
            say(&mut anstream::stderr(), &format!("{}: {message}", severity.in_language(language)));
            if let Some(help) = help {
                say(&mut anstream::stderr(), &format!(" = {}: {help}", Title::Help.in_language(language)));
            }
        }
        MessageFormat::Json => say_json(&Remark { severity, message, help, not_shown: None }),
    }
}

/// A place in a text that is shown beside a message.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Marked<'a> {
    pub(crate) path: &'a str,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column in characters, from 1.
    pub(crate) column: usize,
    #[serde(skip)]
    pub(crate) text: &'a str,
}

/// A message about a place, with the fields of a diagnostic.
#[derive(Serialize)]
struct MarkedRemark<'a> {
    severity: Severity,
    #[serde(flatten)]
    place: Marked<'a>,
    message: &'a str,
}

/// Says on standard error what is wrong at a place, with the line in the look of rustc.
pub(crate) fn marked(error: &impl Wording, place: &Marked<'_>, Manner { format, language }: Manner) {
    let message = error.in_language(language).to_string();
    match format {
        MessageFormat::Json => say_json(&MarkedRemark { severity: Severity::Error, place: *place, message: &message }),
        MessageFormat::Human => {
            let line = place.text.lines().nth(place.line - 1).unwrap_or_default();
            // What could steer a terminal has no place in it; each character stands for one, so that the columns stay.
            let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let start = line.char_indices().nth(place.column - 1).map_or(line.len(), |(at, _)| at);
            let end = line[start..].chars().next().map_or(start, |c| start + c.len_utf8());
            let severity = Severity::Error.in_language(language).to_string();
            let snippet = Snippet::source(line.as_str())
                .line_start(place.line)
                .path(place.path)
                .annotation(AnnotationKind::Primary.span(start..end));
            let level = Level::ERROR.with_name(severity);
            let group = Group::with_title(level.primary_title(message.as_str())).element(snippet);
            let renderer = if io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
            say(&mut anstream::stderr(), &renderer.render(&[group]));
        }
    }
}

/// Writes a value as a line of JSON; where nobody reads it, nothing is lost.
fn say_json(value: &impl Serialize) {
    let json = serde_json::to_string(value).expect("strings and numbers can be written as JSON");
    let mut line = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        // A path may hold what could steer a terminal; JSON itself escapes only a part of it.
        if c.is_control() {
            write!(line, "\\u{:04x}", u32::from(c)).expect("a String takes all text");
        } else {
            line.push(c);
        }
    }
    line.push('\n');
    let _ = io::stderr().lock().write_all(line.as_bytes());
}
