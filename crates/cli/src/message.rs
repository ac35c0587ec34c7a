use crate::{advice::Advice, arguments::MessageFormat, exit::Failure, say};
use anslag_source::{Report, Severity, harmless};
use anslag_wording::{Language, Wording, wording};
use serde::Serialize;
use std::{
    error::Error as _,
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
pub(crate) fn failure(failure: &Failure, Manner { format, language }: Manner) {
    let mut message = failure.in_language(language).to_string();
    let mut cause = failure.source();
    while let Some(error) = cause {
        write!(message, ": {error}").expect("a String takes all text");
        cause = error.source();
    }
    // What the operating system has told the cause of goes before what is said of all such failures.
    let advice = Advice::on(failure).map(|advice| advice.in_language(language).to_string());
    let help = advice.or_else(|| failure.help().map(|help| help.in_language(language).to_string()));
    match format {
        MessageFormat::Human => {
            let message = harmless(&message);
            say(&mut anstream::stderr(), &format!("{}: {message}", Severity::Error.in_language(language)));
            if let Some(help) = help {
                say(&mut anstream::stderr(), &format!(" = {}: {help}", Title::Help.in_language(language)));
            }
        }
        MessageFormat::Json => {
            say_json(&Remark { severity: Severity::Error, message: &message, help: help.as_deref(), not_shown: None });
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
