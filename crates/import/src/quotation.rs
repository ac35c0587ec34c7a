//! Quotes in paragraphs, with the people who say them.

mod attribution;
mod speaker;

pub use speaker::Speaker;

use crate::Doubt;
use anslag_core::Passages;
use attribution::{Attribution, Said, attribution, verbs};
use toml_edit::{Array, Table, Value, value};

/// Quote, with the people who say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Words of the quote, as the paragraph has them.
    pub words: String,
    /// People who say them, at least one.
    pub speakers: Vec<Speaker>,
}

/// Quotes of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Quotes with known speakers, in the order of the text.
    pub quotes: Vec<Quotation>,
    /// `true` if the paragraph is a quote, and not one with a quote in it.
    pub is_block: bool,
    /// Reasons why a quote, or a part of it, is not taken.
    pub doubts: Vec<Doubt>,
}

/// Marks that begin a quote, each with those that end it.
const MARKS: [(char, &[char]); 6] =
    [('”', &['”']), ('“', &['”', '“']), ('"', &['"']), ('»', &['»', '«']), ('«', &['»']), ('„', &['“', '”'])];

/// Most quotes of a paragraph that are looked for.
const MOST_QUOTES: usize = 50;

/// Fewest words at each end of a quote that stand for it.
const FEWEST_WORDS: usize = 3;

/// Most words at each end of a quote that stand for it.
const MOST_WORDS: usize = 12;

/// Reads the quotes of a paragraph: `– …, säger A och B, roll.` and `”…”, säger A.`
///
/// `known` are the speakers of earlier paragraphs: one of them may be called by one name.
///
/// ```
/// use anslag_import::read_quotations;
///
/// let found = read_quotations("– Det blir bra, säger Anna Ek, rektor på Dalboskolan.", &[]);
/// assert_eq!(found.quotes[0].words, "Det blir bra");
/// assert_eq!(found.quotes[0].speakers[0].unit.as_deref(), Some("Dalboskolan"));
/// ```
#[must_use]
pub fn read_quotations(paragraph: &str, known: &[Speaker]) -> Quotations {
    let paragraph = paragraph.trim();
    match after_dash(paragraph) {
        Some(text) => with_dash(text, known),
        None => with_marks(paragraph, known),
    }
}

/// Returns the text after the dash that a paragraph begins with.
#[must_use]
pub fn after_dash(paragraph: &str) -> Option<&str> {
    let rest = paragraph.strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '―'])?;
    let text = rest.trim_start();
    (text.len() < rest.len() || text.starts_with(char::is_uppercase)).then_some(text)
}

/// Returns what stands for a quote in `match` of source files: its first and its last words, or all of them.
///
/// Returns `None` if the text has no such passage, or several.
#[must_use]
pub fn quote_pattern(words: &str, passages: &Passages<'_>) -> Option<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_found = |pattern: &String| {
        passages.find(pattern).is_ok_and(|passage| passage.split_whitespace().eq(words.iter().copied()))
    };
    let ends = (FEWEST_WORDS..=MOST_WORDS).take_while(|count| count * 2 + 2 < words.len()).map(|count| {
        let (first, last) = (words[..count].join(" "), words[words.len() - count..].join(" "));
        format!("{first} … {last}")
    });
    ends.chain([words.join(" ")]).find(is_found)
}

impl Quotation {
    /// Returns the quote as an entry of `quotes`.
    #[must_use]
    pub fn to_table(&self, pattern: &str) -> Table {
        let mut speakers: Array = self.speakers.iter().map(Speaker::to_value).collect();
        if self.speakers.len() > 1 {
            for speaker in speakers.iter_mut() {
                speaker.decor_mut().set_prefix("\n  ");
            }
            speakers.set_trailing("\n");
            speakers.set_trailing_comma(true);
        }
        let mut table = Table::new();
        table.insert("match", value(pattern));
        table.insert("speakers", value(Value::Array(speakers)));
        table
    }
}

/// Reads a quote that begins with a dash and has no mark at its end.
fn with_dash(text: &str, known: &[Speaker]) -> Quotations {
    for at in verbs(text) {
        let Some(Attribution { said, end }) = attribution(&text[at..], known) else { continue };
        let words = text[..at].trim_end().trim_end_matches(',').trim_end();
        if words.is_empty() {
            continue;
        }
        let mut found = Quotations { is_block: true, ..Quotations::default() };
        match said {
            Said::By(speakers, doubt) => {
                found.quotes.push(Quotation { words: words.to_owned(), speakers });
                found.doubts.extend(doubt);
            }
            Said::BySomebody => found.doubts.push(Doubt::NoSpeaker),
        }
        if text[at + end..].contains(char::is_alphanumeric) {
            found.doubts.push(Doubt::QuoteGoesOn);
        }
        return found;
    }
    Quotations::default()
}

/// Reads the quotes that stand between quotation marks.
fn with_marks(text: &str, known: &[Speaker]) -> Quotations {
    let mut found = Quotations::default();
    let mut last: Option<(Vec<Speaker>, usize)> = None;
    let mut from = 0;
    for _ in 0..MOST_QUOTES {
        let Some((start, end, after)) = next_span(text, from) else { break };
        from = after;
        let words = text[start..end].trim().trim_end_matches(',').trim_end();
        let known: Vec<Speaker> = known.iter().chain(last.iter().flat_map(|(speakers, _)| speakers)).cloned().collect();
        let speakers = match attribution(&text[after..], &known) {
            Some(Attribution { said: Said::By(speakers, doubt), end }) => {
                found.doubts.extend(doubt);
                last = Some((speakers.clone(), after + end));
                from = after + end;
                speakers
            }
            Some(Attribution { said: Said::BySomebody, .. }) => {
                found.doubts.push(Doubt::NoSpeaker);
                last = None;
                continue;
            }
            // ”…”, säger A, ”och …”: the second part is said by A too.
            None => match &last {
                Some((speakers, end)) if !text[*end..start].contains(char::is_alphanumeric) => {
                    let speakers = speakers.clone();
                    last = Some((speakers.clone(), after));
                    speakers
                }
                _ => continue,
            },
        };
        if !words.is_empty() {
            found.quotes.push(Quotation { words: words.to_owned(), speakers });
        }
    }
    let is_quote = !found.quotes.is_empty() || !found.doubts.is_empty();
    found.is_block = is_quote && text.starts_with(|c| MARKS.iter().any(|(open, _)| *open == c));
    found
}

/// Returns the beginning and the end of the words in the next quotation marks, and the end of the marks.
fn next_span(text: &str, from: usize) -> Option<(usize, usize, usize)> {
    let mut before = text[..from].chars().next_back();
    for (at, c) in text[from..].char_indices() {
        let can_begin = before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '–' | '—'));
        before = Some(c);
        let Some((_, closing)) = MARKS.iter().find(|(open, _)| can_begin && *open == c) else { continue };
        let start = from + at + c.len_utf8();
        if let Some(length) = text[start..].find(*closing) {
            let end = start + length;
            let mark = text[end..].chars().next().map_or(0, char::len_utf8);
            return Some((start, end, end + mark));
        }
    }
    None
}

#[cfg(test)]
mod tests;
