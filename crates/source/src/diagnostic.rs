use crate::message::{Help, Label, Message};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anslag_wording::{Language, Wording, wording};
use serde::Serialize;
use std::{ops::Range, sync::Arc};

wording! {
    /// How bad something is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Severity {
        /// The file cannot be published as it is.
        Error en("error") sv("fel"),
        /// The file is read, but somebody should look at it.
        Warning en("warning") sv("varning"),
    }
}

wording! {
    /// What stands before the help.
    enum Title {
        Help en("help") sv("hjälp"),
    }
}

/// Something that is wrong with a source file.
///
/// It holds the little of the file that it shows and nothing else. It is worded only where it is shown; nothing in its
/// words can steer a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as it is shown to the user.
    pub path: Arc<str>,
    /// Where in the file; none where it is about the whole file.
    pub place: Option<Place>,
    /// What is wrong.
    pub(crate) message: Message,
    /// What is said about the place.
    pub(crate) label: Option<Label>,
    /// How to mend it.
    pub(crate) help: Option<Help>,
}

/// A diagnostic in the words of a language.
///
/// Its serialised form is for programs such as editors: `severity`, `path` and `message`, and where they are known `line`,
/// `column`, `end_column`, `label` and `help`. The path is the one that a program can open, letter by letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worded<'d> {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as it is shown to the user.
    pub path: &'d str,
    /// Where in the file; none where it is about the whole file.
    #[serde(flatten)]
    pub place: Option<&'d Place>,
    /// What is said about the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// A place in a source file, with as much of its line as is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The column after the place, in the same line.
    pub end_column: usize,
    /// The line, or the part of a long line that is around the place.
    #[serde(skip)]
    pub excerpt: String,
    /// The marked part of the excerpt, in bytes.
    #[serde(skip)]
    pub span: Range<usize>,
}

impl Diagnostic {
    /// An error of a file as a whole.
    pub(crate) fn of_file(path: &Arc<str>, message: Message, help: Option<Help>) -> Self {
        Self { severity: Severity::Error, path: Arc::clone(path), place: None, message, label: None, help }
    }

    /// The diagnostic in the words of a language.
    #[must_use]
    pub fn in_words(&self, language: Language) -> Worded<'_> {
        Worded {
            severity: self.severity,
            path: &self.path,
            place: self.place.as_ref(),
            label: self.label.as_ref().map(|label| harmless(&label.in_language(language).to_string())),
            message: harmless(&self.message.in_language(language).to_string()),
            help: self.help.as_ref().map(|help| harmless(&help.in_language(language).to_string())),
        }
    }

    /// The diagnostic in a language and in the look of rustc, without a line break at its end.
    #[must_use]
    pub fn render(&self, language: Language, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let words = self.in_words(language);
        let (severity, title) = (self.severity.in_language(language).to_string(), Title::Help.in_language(language));
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = Group::with_title(level.with_name(severity).primary_title(words.message.as_str()));
        let path = harmless(&self.path);
        let group = match &self.place {
            None => group.element(Origin::path(path)),
            Some(place) => {
                let annotation = AnnotationKind::Primary.span(place.span.clone()).label(words.label.as_deref());
                let snippet = Snippet::source(place.excerpt.as_str()).line_start(place.line).annotation(annotation);
                if place.excerpt.starts_with('…') {
                    // The renderer counts the column in the excerpt, which begins in the middle of the line.
                    group.element(Origin::path(path).line(place.line).char_column(place.column)).element(snippet)
                } else {
                    group.element(snippet.path(path))
                }
            }
        };
        let group = match &words.help {
            Some(help) => group.element(Level::HELP.with_name(title.to_string()).message(help.as_str())),
            None => group,
        };
        // The excerpt is short already; the renderer's own way to shorten it would hide its beginning.
        let width = 4096;
        let text = renderer.term_width(width).render(&[group]);
        let is_cut = self.place.as_ref().is_some_and(|place| place.excerpt.starts_with('…'));
        if is_cut { without_spacer(&text) } else { text }
    }
}

impl Place {
    /// The place of a span of `line`, which is line number `number` of its file. A span that goes on after the line
    /// ends with it.
    pub(crate) fn new(line: &str, number: usize, span: Range<usize>) -> Self {
        let start = floor(line, span.start);
        let end = floor(line, span.end).max(start);
        let first = back(line, start, BEFORE);
        let marked = forward(line, start, MARKED).min(end);
        let last = forward(line, marked, AFTER);
        let column = line[..start].chars().count() + 1;
        let end_column = column + line[start..end].chars().count();
        let mut excerpt = String::from(if first > 0 { "…" } else { "" });
        push_harmless(&mut excerpt, &line[first..start]);
        let from = excerpt.len();
        push_harmless(&mut excerpt, &line[start..marked]);
        let to = excerpt.len();
        push_harmless(&mut excerpt, &line[marked..last]);
        if last < line.len() {
            excerpt.push('…');
        }
        Self { line: number, column, end_column, excerpt, span: from..to }
    }
}

/// The rendered text without the line of `:::` that the renderer puts between a place and an excerpt of its line.
fn without_spacer(rendered: &str) -> String {
    let is_spacer =
        |line: &&str| line.contains(":::") && !line.contains(|c: char| c == '|' || c.is_alphabetic() && c != 'm');
    rendered.lines().filter(|line| !is_spacer(line)).collect::<Vec<_>>().join("\n")
}

/// How many characters of a line are shown before the marked part, of it, and after it.
const BEFORE: usize = 60;
const MARKED: usize = 80;
const AFTER: usize = 40;

fn floor(line: &str, at: usize) -> usize {
    line.floor_char_boundary(at.min(line.len()))
}

fn back(line: &str, at: usize, characters: usize) -> usize {
    line[..at].char_indices().rev().take(characters).last().map_or(at, |(at, _)| at)
}

fn forward(line: &str, at: usize, characters: usize) -> usize {
    line[at..].char_indices().nth(characters).map_or(line.len(), |(ahead, _)| at + ahead)
}

/// The text on one line, with pictures in the place of characters that could steer a terminal.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_harmless(&mut out, text);
    out
}

fn push_harmless(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // The controls of ISO 6429 in eight bits, the separators of lines, and what changes the writing direction.
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{feff}' => '\u{fffd}',
        c => c,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(place: Place) -> Diagnostic {
        let message = Message::NoToml { reason: "this is \u{1b}[31mwrong\u{9b}0m".to_owned() };
        let help = Some(Help::DidYouMean { name: "do\nthis\u{1b}".to_owned() });
        let path = Arc::from("a\u{1b}.md");
        Diagnostic { severity: Severity::Error, path, place: Some(place), message, label: Some(Label::Here), help }
    }

    #[test]
    fn nothing_of_a_file_can_steer_a_terminal() {
        let line = "title = \"a\u{1b}[2Jb\u{9b}31m\u{202e}c\u{7f}\"";
        for language in Language::ALL {
            let shown = diagnostic(Place::new(line, 3, 8..line.len())).render(language, false);
            assert!(!shown.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown:?}");
            assert!(shown.contains("␛[2J"), "{shown}");
        }
    }

    #[test]
    fn a_long_line_is_shortened_around_the_place() {
        let line = format!("{}å{}", "ä".repeat(100_000), "ö".repeat(100_000));
        let place = Place::new(&line, 1, 200_000..200_002);
        assert_eq!(place.column, 100_001);
        assert_eq!(place.excerpt, format!("…{}å{}…", "ä".repeat(60), "ö".repeat(40)));
        assert_eq!(&place.excerpt[place.span.clone()], "å");
        let (plain, styled) =
            [false, true].map(|color| diagnostic(place.clone()).render(Language::Swedish, color)).into();
        assert!(plain.contains("1:100001"));
        assert!(!plain.contains(":::") && plain.lines().count() == styled.lines().count(), "{styled:?}");
    }

    #[test]
    fn a_span_ends_with_its_line() {
        let place = Place::new("abc", 1, 1..50);
        assert_eq!((place.span, place.excerpt.as_str()), (1..3, "abc"));
        let place = Place::new("åbc", 1, 0..50);
        assert_eq!((place.column, place.end_column), (1, 4));
        assert_eq!(Place::new("", 1, 7..9).span, 0..0);
    }
}
