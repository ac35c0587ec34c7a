use crate::{finding::Findings, help::Help, label::Label, message::Message};
use anslag_core::limit;
use std::ops::Range;

/// Syntax of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrontMatter {
    /// Between two lines of `+++`.
    Toml,
    /// Between two lines of `---`.
    Yaml,
}

impl FrontMatter {
    const ALL: [Self; 2] = [Self::Toml, Self::Yaml];

    /// Returns the line that the front matter begins and ends with.
    const fn line(self) -> &'static str {
        match self {
            Self::Toml => "+++",
            Self::Yaml => "---",
        }
    }
}

/// Spans of the parts of a Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Syntax of the front matter.
    pub(crate) syntax: FrontMatter,
    /// Front matter between its two lines.
    pub(crate) front_matter: Range<usize>,
    /// Body without the empty lines around it.
    pub(crate) body: Range<usize>,
}

/// Splits a Markdown file into its front matter and its body. What cannot be split is an error.
///
/// YAML ends with a line of `---` too: its `...` is the end of a document, which some tools take and others do not.
pub(crate) fn split(text: &str, findings: &Findings) -> Option<Parts> {
    let (first, _) = line(text, 0);
    let start = next(text, 0);
    let Some(syntax) = FrontMatter::ALL.into_iter().find(|syntax| syntax.line() == first) else {
        findings.add(0..first.len(), Message::NoFrontMatter, None, Some(Help::BeginWithFrontMatter));
        return None;
    };
    let mut at = start;
    while at < text.len() {
        let (found, begins) = line(text, at);
        if limit::FRONT_MATTER.is_exceeded_by(begins) {
            let (label, help) = (Some(Label::BeginsHere), Some(Help::WriteBelowFrontMatter));
            findings.add(0..3, Message::TooLong { limit: limit::FRONT_MATTER }, label, help);
            return None;
        }
        if found == syntax.line() {
            let body = body(text, next(text, at));
            if let Some(second) = second(&text[body.clone()]) {
                let place = body.start + second..body.start + second + syntax.line().len();
                findings.add(place, Message::SecondFrontMatter, Some(Label::BeginsHere), Some(Help::FileOfItsOwn));
            }
            return Some(Parts { syntax, front_matter: start..begins, body });
        }
        at = next(text, at);
    }
    let help = Help::EndFrontMatter { line: syntax.line() };
    findings.add(0..3, Message::FrontMatterNeverEnds, Some(Label::BeginsHere), Some(help));
    None
}

/// Returns the line that begins at `at`, without trailing white space.
fn line(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    (rest[..rest.find('\n').unwrap_or(rest.len())].trim_end(), at)
}

/// Returns where the next line begins, after the one that begins at `at`.
fn next(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |len| at + len + 1)
}

fn body(text: &str, from: usize) -> Range<usize> {
    let mut start = from;
    while start < text.len() && line(text, start).0.is_empty() {
        start = next(text, start);
    }
    start..start + text[start..].trim_end().len()
}

/// Returns where front matter begins within a body, outside of its code blocks: between two lines of `+++` or `---`, keys
/// with values, one of which is a title.
fn second(body: &str) -> Option<usize> {
    let mut fence = None;
    let mut at = 0;
    while at < body.len() {
        let (found, begins) = line(body, at);
        let marks = ["```", "~~~"].into_iter().find(|marks| found.trim_start().starts_with(marks));
        match (fence, marks) {
            (Some(open), Some(marks)) if open == marks => fence = None,
            (None, Some(marks)) => fence = Some(marks),
            (None, None) => {
                let syntax = FrontMatter::ALL.into_iter().find(|syntax| syntax.line() == found);
                if syntax.is_some_and(|syntax| has_title(&body[next(body, at)..], syntax)) {
                    return Some(begins);
                }
            }
            _ => {}
        }
        at = next(body, at);
    }
    None
}

/// Returns whether a text begins with lines of keys, one of them a title, and a line that ends front matter.
fn has_title(text: &str, syntax: FrontMatter) -> bool {
    let sign = match syntax {
        FrontMatter::Toml => '=',
        FrontMatter::Yaml => ':',
    };
    let mut has_title = false;
    for (number, line) in text.lines().enumerate().take(MOST_LINES) {
        if line.trim_end() == syntax.line() {
            return has_title;
        }
        let key = line.split_once(sign).map(|(key, _)| key.trim());
        let is_key = key.is_some_and(|key| !key.is_empty() && !key.contains(char::is_whitespace));
        has_title |= key == Some("title");
        // The first line is a key; after it, values may go on over several lines.
        if number == 0 && !is_key && !line.trim_start().starts_with('#') {
            return false;
        }
    }
    false
}

/// The most lines of a second front matter that are looked through for its end.
const MOST_LINES: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let findings = Findings::default();
        let parts = split(text, &findings).map(|parts| (&text[parts.front_matter], &text[parts.body]));
        assert_eq!(parts, expected);
        assert_eq!(findings.failed(), expected.is_none());
    }

    #[test]
    fn front_matter_stands_between_two_lines() {
        check("+++\na = 1\n+++\n\n  \n    code\n\nmore\n\n", Some(("a = 1\n", "    code\n\nmore")));
        check("+++\n+++", Some(("", "")));
        check("+++ \n+++ \n \n", Some(("", "")));
        check("+++\na = '+++'\n+++\n+++\n", Some(("a = '+++'\n", "+++")));
        check("+++\na = 1\n", None);
        check("+++", None);
        check("", None);
        check("# Title\n", None);
        check(&format!("+++\n{}+++\n", "a = 1\n".repeat(200_000)), None);
        check("---\ntitle: a\n---\n\nb", Some(("title: a\n", "b")));
        check("--- \na: |\n ---\n--- # c\n---\n---", Some(("a: |\n ---\n--- # c\n", "---")));
        check("---\na: 1\n+++\n...\n", None);
        check("+++\na = 1\n---\n", None);
        check("---", None);
        check("----\n---\n", None);
    }

    #[test]
    fn a_second_front_matter_is_found() {
        #[track_caller]
        fn check(body: &str, expected: Option<usize>) {
            assert_eq!(second(body), expected, "{body}");
        }
        check("Text.\n\n+++\ntitle = \"b\"\n+++\n", Some(7));
        check("---\ndate: 2021-05-18\ntitle: b\n---\n\nMer.", Some(0));
        check("a\n---\n# c\ntitle: b\ntags:\n  - a\n---", Some(2));
        check("Text.\n\n---\n\nMer text.\n\n---\n", None);
        check("---\nPris: 100 kr\n---\n", None);
        check("---\nTid och plats: i dag\n---\n", None);
        check("---\ntitle: b\n", None);
        check("```\n+++\ntitle = \"b\"\n+++\n```\n", None);
        check("~~~\n---\ntitle: b\n---\n```\n~~~\n+++\ntitle = 1\n+++", Some(29));
    }
}
