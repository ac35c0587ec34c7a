use crate::{code::Code, codes, help::Help, label::Label, message::Message, severity::Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anslag_wording::{Language, Wording, wording};
use serde::Serialize;
use std::{fmt, ops::Range, sync::Arc};
use unicode_width::UnicodeWidthChar;

wording! {
    /// Title before the help.
    enum Title {
        Help en("help") sv("hjälp"),
    }
}

/// Problem of a source file.
///
/// It holds only the part of the file that it shows. It is worded when it is shown, and its words cannot steer a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// File as it is shown to the user.
    pub path: Arc<str>,
    /// Position in the file; `None` if the whole file is meant.
    pub position: Option<Position>,
    /// Message.
    pub(crate) message: Message,
    /// Words beside the position.
    pub(crate) label: Option<Label>,
    /// Advice on fixing it.
    pub(crate) help: Option<Help>,
    /// Text to write in place of the marked part; `None` if there is no single one.
    pub replacement: Option<String>,
}

/// A message in the words of one language: a diagnostic, or anything else a run says about its input.
///
/// [`Worded::render`] shows it to people. Its serialised form is for programs such as editors: `severity` and `message`, and
/// where they are known `code`, `path`, `line`, `column`, `end_column`, `label`, `help`, `replacement` and `not_shown`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worded<'d> {
    /// Language of the words.
    #[serde(skip)]
    pub language: Language,
    /// Severity.
    pub severity: Severity,
    /// Stable code of the kind of problem, in kebab-case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// File the message is about, exactly as a program can open it; `None` if it is about no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<&'d str>,
    /// Position in the file; `None` if the message is about the whole file.
    #[serde(flatten)]
    pub position: Option<&'d Position>,
    /// Words beside the position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Message.
    pub message: String,
    /// Advice on fixing it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Text that fixes it, to be written in place of the marked part, from `column` to `end_column`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<&'d str>,
    /// Number of diagnostics that this message stands for because they are not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_shown: Option<usize>,
}

/// Look of rendered messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RenderOptions {
    /// Columns a source line may take, with the line number beside it.
    pub width: usize,
    /// `true` to write the escape sequences of colours.
    pub color: bool,
    /// `true` to show the source line of a problem that is data on people, which only those who fix it should see.
    pub shows_personal_data: bool,
}

impl Default for RenderOptions {
    /// Plain text, 100 columns wide, with every source line.
    fn default() -> Self {
        Self { width: 100, color: false, shows_personal_data: true }
    }
}

/// Position in a text, with the part of its line that can be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Column after the position, in the same line.
    pub end_column: usize,
    /// The line, or the part of a long line that is around the position.
    #[serde(skip)]
    pub excerpt: String,
    /// Marked part of the excerpt, in bytes.
    #[serde(skip)]
    pub span: Range<usize>,
    /// Number of characters of the line before the excerpt.
    #[serde(skip)]
    pub offset: usize,
}

impl Diagnostic {
    /// Returns a problem of a file as a whole.
    pub(crate) fn of_file(path: &Arc<str>, message: Message, help: Option<Help>) -> Self {
        Self { path: Arc::clone(path), position: None, message, label: None, help, replacement: None }
    }

    /// Returns the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static Code {
        self.message.code()
    }

    /// Words the diagnostic in a language.
    #[must_use]
    pub fn in_words(&self, language: Language) -> Worded<'_> {
        let words = |message: &dyn fmt::Display| escape_control(&message.to_string());
        Worded {
            language,
            severity: self.code().severity,
            code: Some(self.code().name),
            path: Some(&self.path),
            position: self.position.as_ref(),
            label: self.label.as_ref().map(|label| words(&label.in_language(language))),
            message: words(&self.message.in_language(language)),
            help: self.help.as_ref().map(|help| words(&help.in_language(language))),
            replacement: self.replacement.as_deref(),
            not_shown: None,
        }
    }
}

impl Worded<'_> {
    /// Words a message about no file in a language, with what could steer a terminal escaped.
    #[must_use]
    pub fn new(severity: Severity, message: &impl Wording, language: Language) -> Self {
        Self {
            language,
            severity,
            code: None,
            path: None,
            position: None,
            label: None,
            message: escape_control(&message.in_language(language).to_string()),
            help: None,
            replacement: None,
            not_shown: None,
        }
    }

    /// Returns the help with its title, as in "help: did you mean `name`?".
    #[must_use]
    pub fn titled_help(&self) -> Option<String> {
        self.help.as_ref().map(|help| format!("{}: {help}", Title::Help.in_language(self.language)))
    }

    /// Renders the message in the look of rustc, without a line break at its end.
    #[must_use]
    pub fn render(&self, options: RenderOptions) -> String {
        let severity = self.severity.in_language(self.language).to_string();
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.with_name(severity).primary_title(self.message.as_str());
        let mut group = Group::with_title(match self.code {
            Some(code) => title.id(code),
            None => title,
        });
        let path = self.path.map(escape_control);
        let is_personal = codes::PERSONAL.iter().any(|personal| self.code == Some(personal.name));
        let is_line_shown = options.shows_personal_data || !is_personal;
        let line = self.position.filter(|_| is_line_shown).map(|position| position.marked_line(options.width));
        group = match (path, self.position, &line) {
            (Some(path), Some(position), Some((line, span))) => {
                let annotation = AnnotationKind::Primary.span(span.clone()).label(self.label.as_deref());
                group.element(Snippet::source(line).line_start(position.line).path(path).annotation(annotation))
            }
            (Some(path), Some(position), None) => {
                group.element(Origin::path(path).line(position.line).char_column(position.column))
            }
            (Some(path), None, _) => group.element(Origin::path(path)),
            (None, ..) => group,
        };
        if let Some(help) = &self.help {
            let title = Title::Help.in_language(self.language).to_string();
            group = group.element(Level::HELP.with_name(title).message(help.as_str()));
        }
        let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
        renderer.term_width(options.width).render(&[group])
    }
}

/// Number of characters of a line that are kept before the marked part, of it, and after it: what a wide terminal can show.
const KEPT: usize = 400;

/// Stands for characters of a line that are not shown.
const CUT: char = '…';

impl Position {
    /// Finds the position of a span of `line`, which is line number `number` of its file.
    ///
    /// A span that continues on the next line ends with this one.
    #[must_use]
    pub fn new(line: &str, number: usize, span: Range<usize>) -> Self {
        let start = floor(line, span.start);
        let end = floor(line, span.end).max(start);
        let first = back(line, start, KEPT);
        let marked = forward(line, start, KEPT).min(end);
        let last = forward(line, marked, KEPT);
        let column = line[..start].chars().count() + 1;
        let end_column = column + line[start..end].chars().count();
        let mut excerpt = escape_control(&line[first..start]);
        let from = excerpt.len();
        push_escaped(&mut excerpt, &line[start..marked]);
        let to = excerpt.len();
        push_escaped(&mut excerpt, &line[marked..last]);
        if last < line.len() {
            excerpt.push(CUT);
        }
        let offset = line[..first].chars().count();
        Self { line: number, column, end_column, excerpt, span: from..to, offset }
    }

    /// Returns the line as the renderer takes it, and the marked part of it in bytes.
    ///
    /// The renderer counts columns from the beginning of the line, so characters stand there for those before the excerpt.
    /// It cuts both ends of a long line, but never the marked part, so a mark wider than the terminal ends early.
    fn marked_line(&self, width: usize) -> (String, Range<usize>) {
        let mut line: String = std::iter::repeat_n(CUT, self.offset).collect();
        let start = line.len() + self.span.start;
        line.push_str(&self.excerpt);
        let limit = width.saturating_sub(AROUND_MARK);
        let mut columns = 0;
        let fits = |c: &char| {
            columns += c.width().unwrap_or(0);
            columns <= limit
        };
        let marked: usize = self.excerpt[self.span.clone()].chars().take_while(fits).map(char::len_utf8).sum();
        (line, start..start + marked)
    }
}

/// Columns that the renderer wants around the marked part: a line number, and the signs that the line is cut.
const AROUND_MARK: usize = 20;

fn floor(line: &str, at: usize) -> usize {
    line.floor_char_boundary(at.min(line.len()))
}

fn back(line: &str, at: usize, characters: usize) -> usize {
    line[..at].char_indices().rev().take(characters).last().map_or(at, |(at, _)| at)
}

fn forward(line: &str, at: usize, characters: usize) -> usize {
    line[at..].char_indices().nth(characters).map_or(line.len(), |(ahead, _)| at + ahead)
}

/// Returns the text on one line, with pictures in place of the characters that could steer a terminal.
#[must_use]
pub fn escape_control(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

fn push_escaped(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if is_unsafe_to_show(c) => '\u{fffd}',
        c => c,
    }));
}

/// Returns whether a character could steer a terminal, or show the text around it in another order.
#[must_use]
pub fn is_unsafe_to_show(c: char) -> bool {
    // Controls of ISO 6429, the separators of lines, and what changes the writing direction.
    c.is_control()
        || matches!(c,
            '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replacement::Scalar;
    use unicode_width::UnicodeWidthStr;

    fn diagnostic(position: Position) -> Diagnostic {
        let message = Message::NoOrganization { word: "this is \u{1b}[31mwrong\u{9b}0m".to_owned() };
        let help = Some(Help::did_you_mean(Scalar::Raw("do\nthis\u{1b}".to_owned())));
        let path = Arc::from("a\u{1b}.md");
        Diagnostic { path, position: Some(position), message, label: Some(Label::Here), help, replacement: None }
    }

    #[test]
    fn nothing_of_a_file_can_steer_a_terminal() {
        let line = "title = \"a\u{1b}[2Jb\u{9b}31m\u{202e}c\u{7f}\"";
        for language in Language::ALL {
            let position = Position::new(line, 3, 8..line.len());
            let shown = diagnostic(position).in_words(language).render(RenderOptions::default());
            assert!(!shown.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown:?}");
            assert!(shown.contains("␛[2J"), "{shown}");
        }
    }

    #[test]
    fn a_long_line_keeps_what_a_wide_terminal_can_show() {
        let line = format!("{}å{}", "ä".repeat(100_000), "ö".repeat(100_000));
        let position = Position::new(&line, 1, 200_000..200_002);
        assert_eq!((position.column, position.offset), (100_001, 100_000 - KEPT));
        assert_eq!(position.excerpt, format!("{}å{}…", "ä".repeat(KEPT), "ö".repeat(KEPT)));
        assert_eq!(&position.excerpt[position.span.clone()], "å");
    }

    /// Wherever the position is in the line and however long it is, the mark is below it and nothing is wider than asked.
    #[test]
    fn a_long_line_is_cut_at_the_width() {
        let text = "Vänersborgs kommun 日本語 ".repeat(1000);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for width in [60, 100, 180] {
            for start in [0, 1, 50, 99, 100, 101, 500, starts.len() - 60, starts.len() - 1] {
                for length in [0, 1, 10, 90, 150, 2000] {
                    let end = starts.get(start + length).copied().unwrap_or(text.len());
                    let mut diagnostic = diagnostic(Position::new(&text, 7, starts[start]..end));
                    diagnostic.label = None;
                    let render = |color| {
                        let options = RenderOptions { width, color, ..RenderOptions::default() };
                        diagnostic.in_words(Language::English).render(options)
                    };
                    let shown = render(false);
                    assert!(shown.contains(&format!(":7:{}\n", start + 1)), "{shown}");
                    let lines: Vec<&str> = shown.lines().collect();
                    let [source, mark] = [lines[3], lines[4]];
                    assert!(source.starts_with("7 | ") && source.width() <= width, "{} {shown}", source.width());
                    assert!(mark.contains('^') && mark.width() <= width, "{shown}");
                    assert_eq!(render(true).lines().count(), lines.len());
                    // The character above the beginning of the mark is the one that the position begins with.
                    let before = mark.width() - mark.trim_start_matches(['|', ' ']).width();
                    let mut columns = 0;
                    let above = source.chars().find(|c| {
                        columns += c.width().unwrap_or(0);
                        columns > before
                    });
                    assert_eq!(above.unwrap_or(' '), text[starts[start]..].chars().next().unwrap(), "{shown}");
                }
            }
        }
    }

    #[test]
    fn the_line_of_personal_data_is_shown_where_it_is_fixed_alone() {
        let message = Message::PersonalNumber { masked: "••••••-••••".to_owned() };
        let position = Position::new("title = \"Om 121212-1212\"", 3, 12..23);
        let diagnostic = Diagnostic { message, label: None, help: None, ..diagnostic(position) };
        let render = |shows_personal_data| {
            let options = RenderOptions { shows_personal_data, ..RenderOptions::default() };
            diagnostic.in_words(Language::English).render(options)
        };
        assert!(render(true).contains("Om 121212-1212"), "{}", render(true));
        let expected = "warning[personal-number]: personal identity number `••••••-••••`\n--> a␛.md:3:13";
        assert_eq!(render(false), expected);
        let json = serde_json::to_string(&diagnostic.in_words(Language::English)).unwrap();
        assert!(!json.contains("1212"), "{json}");
    }

    #[test]
    fn a_span_ends_with_its_line() {
        let position = Position::new("abc", 1, 1..50);
        assert_eq!((position.span, position.excerpt.as_str()), (1..3, "abc"));
        let position = Position::new("åbc", 1, 0..50);
        assert_eq!((position.column, position.end_column), (1, 4));
        assert_eq!(Position::new("", 1, 7..9).span, 0..0);
    }
}
