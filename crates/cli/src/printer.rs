use crate::{arguments::MessageFormat, fatal::Fatal, github::workflow_command, help::Help};
use anslag_source::{Code, Position, RenderOptions, Report, Severity, Worded, escape_control, is_unsafe_to_show};
use anslag_wording::{IoFault, Language, Wording};
use serde::Serialize;
use std::{
    error::Error,
    fmt,
    io::{self, IsTerminal, Write},
    path::Path,
};

/// Prints messages on standard error and results on standard output, as the global options ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printer {
    pub(crate) format: MessageFormat,
    pub(crate) language: Language,
    pub(crate) is_quiet: bool,
}

impl Printer {
    /// Prints what is wrong with the input.
    pub(crate) fn report(self, report: &Report) {
        let is_shown = |message: &Worded<'_>| !(self.is_quiet && message.severity == Severity::Note);
        let messages: Vec<_> = report.in_words(self.language).into_iter().filter(is_shown).collect();
        match self.format {
            MessageFormat::Human => {
                let shown = messages.iter().filter(|message| message.not_shown.is_none());
                let total = report.total(self.language).map(|total| total.render(look()));
                let texts = shown.map(|message| message.render(look()));
                let texts: Vec<String> =
                    texts.chain(report.render_tallies(self.language, look())).chain(total).collect();
                if !texts.is_empty() {
                    print_line(&mut anstream::stderr(), &texts.join("\n\n"));
                }
            }
            MessageFormat::Json | MessageFormat::Github => messages.iter().for_each(|message| self.message(message)),
        }
    }

    /// Prints an error that makes the run fail, with its causes and what to do about it.
    pub(crate) fn error(self, error: &dyn Fatal) {
        // What the operating system says is more exact than what helps with all errors of the kind.
        let help = Help::for_cause(error).or_else(|| error.help());
        self.message(&Worded {
            code: Some(error.code().key()),
            help: help.map(|help| escape_control(&help.in_language(self.language).to_string())),
            ..self.worded(Severity::Error, &WithCause(error))
        });
    }

    /// Prints an error at one character of a text that is no source file.
    pub(crate) fn error_at(self, error: &impl Fatal, path: &str, text: &str, (line, column): (usize, usize)) {
        let shown = text.lines().nth(line - 1).unwrap_or_default();
        let start = shown.char_indices().nth(column - 1).map_or(shown.len(), |(at, _)| at);
        let end = shown[start..].chars().next().map_or(start, |c| start + c.len_utf8());
        let position = Position::new(shown, line, start..end);
        let message = self.worded(Severity::Error, error);
        self.message(&Worded {
            code: Some(error.code().key()),
            path: Some(path),
            position: Some(&position),
            help: error.help().map(|help| escape_control(&help.in_language(self.language).to_string())),
            ..message
        });
    }

    /// Prints a warning.
    pub(crate) fn warning(self, warning: &impl Wording) {
        self.message(&self.worded(Severity::Warning, warning));
    }

    /// Prints a warning that has a code, about a published file if it is one.
    pub(crate) fn coded_warning(self, code: &'static Code, path: Option<&str>, warning: &impl Wording) {
        self.message(&Worded { code: Some(code.name), path, ..self.worded(Severity::Warning, warning) });
    }

    /// Prints an error in spite of which the run goes on, with its causes.
    pub(crate) fn failed_warning(self, code: &'static Code, error: &dyn Fatal, help: &Help) {
        let help = Some(escape_control(&help.in_language(self.language).to_string()));
        self.message(&Worded { code: Some(code.name), help, ..self.worded(Severity::Warning, &WithCause(error)) });
    }

    /// Prints a message about a published file, with the severity of its code. A quiet run prints no notes.
    pub(crate) fn about(self, path: &Path, code: &'static Code, message: &impl Wording, help: &Help) {
        if self.is_quiet && code.severity == Severity::Note {
            return;
        }
        let path = path.to_string_lossy();
        let help = Some(escape_control(&help.in_language(self.language).to_string()));
        self.message(&Worded { code: Some(code.name), path: Some(&path), help, ..self.worded(code.severity, message) });
    }

    /// Prints a finding of an import, at its line if that is known.
    #[cfg(feature = "import")]
    pub(crate) fn found(self, code: &'static Code, finding: &anslag_import::Finding) {
        let at = |line| Position::new(&finding.excerpt, line, 0..finding.excerpt.len());
        let position = finding.line.map(at);
        let message = self.worded(code.severity, finding);
        let path = Some(finding.source.as_str());
        self.message(&Worded { code: Some(code.name), path, position: position.as_ref(), ..message });
    }

    /// Prints a note with facts for programs, in the format that programs read.
    pub(crate) fn facts(self, code: &'static Code, message: &impl Wording, facts: &impl Serialize) {
        if self.format == MessageFormat::Json && !self.is_quiet {
            let message = Worded { code: Some(code.name), ..self.worded(Severity::Note, message) };
            print_json(&WithFacts { message, facts });
        }
    }

    /// Prints a line of the result on standard output, unless the run is quiet.
    pub(crate) fn result(self, line: &impl Wording) {
        if !self.is_quiet {
            print_line(&mut anstream::stdout(), &escape_lines(&line.in_language(self.language).to_string()));
        }
    }

    /// Prints what a run is doing on standard error, if people read it.
    pub(crate) fn status(self, line: &impl Wording) {
        if self.shows_status() {
            print_line(&mut anstream::stderr(), &escape_lines(&line.in_language(self.language).to_string()));
        }
    }

    /// Clears the terminal, if people read there.
    pub(crate) fn clear(self) {
        if self.shows_status() && io::stderr().is_terminal() {
            // The whole screen, what has left it, and the cursor at its beginning (ECMA-48, xterm).
            let _ = write!(io::stderr(), "\u{1b}[2J\u{1b}[3J\u{1b}[H");
        }
    }

    /// Returns whether standard error holds more than messages.
    pub(crate) fn shows_status(self) -> bool {
        self.format == MessageFormat::Human && !self.is_quiet
    }

    fn worded(self, severity: Severity, message: &impl Wording) -> Worded<'static> {
        Worded::new(severity, message, self.language)
    }

    fn message(self, message: &Worded<'_>) {
        match self.format {
            MessageFormat::Human => print_line(&mut anstream::stderr(), &message.render(look())),
            MessageFormat::Json => print_json(message),
            MessageFormat::Github => print_escaped(&workflow_command(message), |c| escape_control(&c.to_string())),
        }
    }
}

/// A message with facts for programs.
#[derive(Serialize)]
struct WithFacts<'a, F: Serialize> {
    #[serde(flatten)]
    message: Worded<'a>,
    #[serde(flatten)]
    facts: &'a F,
}

/// An error and what the operating system says of it, with a colon between them.
struct WithCause<'a>(&'a dyn Fatal);

impl Wording for WithCause<'_> {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.word(language, f)?;
        // Other causes are parts of the wording.
        match Error::source(self.0).and_then(|cause| cause.downcast_ref::<io::Error>()) {
            Some(error) => write!(f, ": {}", IoFault::from(error).in_language(language)),
            None => Ok(()),
        }
    }
}

/// Columns of a source line if standard error is not a terminal.
const WIDTH: usize = 100;

/// Columns of a source line in the narrowest terminal.
const MIN_WIDTH: usize = 40;

/// Returns the look of messages on standard error. The stream removes the colours if nobody wants them.
///
/// A log is read by others than those who fix the sources, so that lines with personal data are shown on a terminal alone.
fn look() -> RenderOptions {
    let width = terminal_size::terminal_size_of(io::stderr());
    let width = width.map_or(WIDTH, |(width, _)| usize::from(width.0).max(MIN_WIDTH));
    RenderOptions { width, color: true, shows_personal_data: io::stderr().is_terminal() }
}

/// Prints a line of text. A reader that has gone away is no error.
pub(crate) fn print_line(out: &mut impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}

/// Escapes all that is unsafe to show but the ends of lines: a directory can have any name.
pub(crate) fn escape_lines(text: &str) -> String {
    text.split('\n').map(escape_control).collect::<Vec<_>>().join("\n")
}

/// Prints a message as a line of JSON.
fn print_json(message: &impl Serialize) {
    let json = serde_json::to_string(message).expect("strings and numbers can be written as JSON");
    print_escaped(&json, |c| format!("\\u{:04x}", u32::from(c)));
}

/// Prints a line in which the path is as a program opens it, with the characters that are unsafe to show escaped.
fn print_escaped(line: &str, escape: impl Fn(char) -> String) {
    let mut escaped = String::with_capacity(line.len());
    for c in line.chars() {
        if is_unsafe_to_show(c) { escaped.push_str(&escape(c)) } else { escaped.push(c) }
    }
    print_line(&mut io::stderr(), &escaped);
}
