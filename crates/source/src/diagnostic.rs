use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::{ops::Range, sync::Arc};

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file cannot be published as it is.
    Error,
    /// The file is read, but somebody should look at it.
    Warning,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something that is wrong with a source file, ready to be shown.
///
/// It holds the little of the file that it shows and nothing else. Nothing in it can steer a terminal.
///
/// Its serialised form is for programs such as editors: `severity`, `path` and `message`, and where they are known `line`,
/// `column`, `end_column`, `label` and `help`. The path is the one that a program can open, letter by letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as it is shown to the user.
    pub path: Arc<str>,
    /// Where in the file; none where it is about the whole file.
    #[serde(flatten)]
    pub place: Option<Place>,
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
    /// What is said about the marked part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl Diagnostic {
    /// What is wrong with a file as a whole.
    pub(crate) fn of_file(severity: Severity, path: &Arc<str>, message: &str, help: Option<&str>) -> Self {
        Self { severity, path: Arc::clone(path), place: None, message: harmless(message), help: help.map(harmless) }
    }

    /// The diagnostic in the look of rustc, without a line break at its end.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = Group::with_title(level.primary_title(self.message.as_str()));
        let path = harmless(&self.path);
        let group = match &self.place {
            None => group.element(Origin::path(path)),
            Some(place) => {
                let label = place.label.as_deref();
                let annotation = AnnotationKind::Primary.span(place.span.clone()).label(label);
                let snippet = Snippet::source(place.excerpt.as_str()).line_start(place.line).annotation(annotation);
                if place.excerpt.starts_with('…') {
                    // The renderer counts the column in the excerpt, which begins in the middle of the line.
                    group.element(Origin::path(path).line(place.line).char_column(place.column)).element(snippet)
                } else {
                    group.element(snippet.path(path))
                }
            }
        };
        let group = match &self.help {
            Some(help) => group.element(Level::HELP.message(help.as_str())),
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
    pub(crate) fn new(line: &str, number: usize, span: Range<usize>, label: Option<&str>) -> Self {
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
        Self { line: number, column, end_column, excerpt, span: from..to, label: label.map(harmless) }
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
fn harmless(text: &str) -> String {
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
        let message = harmless("this is \u{1b}[31mwrong\u{9b}0m");
        let help = Some(harmless("do\nthis"));
        Diagnostic { severity: Severity::Error, path: Arc::from("a\u{1b}.md"), place: Some(place), message, help }
    }

    #[test]
    fn nothing_of_a_file_can_steer_a_terminal() {
        let line = "title = \"a\u{1b}[2Jb\u{9b}31m\u{202e}c\u{7f}\"";
        let shown = diagnostic(Place::new(line, 3, 8..line.len(), Some("here\u{1b}"))).render(false);
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown:?}");
        assert!(shown.contains("␛[2J"), "{shown}");
    }

    #[test]
    fn a_long_line_is_shortened_around_the_place() {
        let line = format!("{}å{}", "ä".repeat(100_000), "ö".repeat(100_000));
        let place = Place::new(&line, 1, 200_000..200_002, None);
        assert_eq!(place.column, 100_001);
        assert_eq!(place.excerpt, format!("…{}å{}…", "ä".repeat(60), "ö".repeat(40)));
        assert_eq!(&place.excerpt[place.span.clone()], "å");
        let (plain, styled) = (diagnostic(place.clone()).render(false), diagnostic(place).render(true));
        assert!(plain.contains("1:100001"));
        assert!(!plain.contains(":::") && plain.lines().count() == styled.lines().count(), "{styled:?}");
    }

    #[test]
    fn a_span_ends_with_its_line() {
        let place = Place::new("abc", 1, 1..50, None);
        assert_eq!((place.span, place.excerpt.as_str()), (1..3, "abc"));
        let place = Place::new("åbc", 1, 0..50, None);
        assert_eq!((place.column, place.end_column), (1, 4));
        assert_eq!(Place::new("", 1, 7..9, None).span, 0..0);
    }
}
