//! Plain text, as people paste it from pages and mails.

mod block;
mod contacts;
mod fact;
mod language;
mod line;
mod stamp;

use crate::{
    date::{DateDoubt, DatePoint, find_dates},
    draft::Draft,
    finding::{Doubt, Finding},
    markdown::escape,
    quotation::{Quotation, after_dash, quote_pattern, read_quotations},
};
use anslag_core::{Body, Country};
use block::{Block, Content};
use jiff::civil::Date;
use stamp::Stamp;
use toml_edit::{Datetime, Value};

/// Longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// Longest introduction, in characters.
const LONGEST_LEAD: usize = 600;

/// Most quotes that a source file can have.
const MOST_QUOTES: usize = 200;

/// Most speakers that later paragraphs may call by one name.
const MOST_SPEAKERS: usize = 100;

/// Reads an announcement in plain text.
///
/// The first line is the title, the paragraph after it the introduction. `Publicerad 2021-05-18`, contacts, quotes and what
/// sentences state in plain words become data. Numbers of telephones are read as people of `country` write them.
///
/// ```
/// use anslag_core::Country;
///
/// let (draft, findings) =
///     anslag_import::read_text("a.txt", "Ny gångbro\n\nPublicerad 2026-05-29\n\nBron är klar.", Country::new("SE")?);
/// assert_eq!(draft.get("title").and_then(|title| title.as_str()), Some("Ny gångbro"));
/// assert!(findings.is_empty());
/// # Ok::<(), anslag_core::CodeError>(())
/// ```
#[must_use]
pub fn read_text(source: &str, text: &str, country: Country) -> (Draft, Vec<Finding>) {
    let mut reader = Reader { source, draft: Draft::new(source), findings: Vec::new() };
    let mut groups = line::groups(text);
    let stamps = stamp::take(&mut groups);
    let contacts = contacts::take(&mut groups, country);
    let mut blocks = block::blocks(&groups);
    reader.title(&mut blocks);
    let published = reader.stamps(&stamps);
    if let Some(language) = language::language(text) {
        reader.draft.state("language", language);
    }
    let lead = reader.lead(&mut blocks);
    for (block, lines) in contacts {
        for contact in block.contacts {
            reader.draft.push("contacts", contact.to_table());
        }
        for (number, doubt) in block.left {
            if let Some(line) = lines.get(number) {
                reader.find(line.number, line.text, doubt);
            }
        }
    }
    reader.body(lead.as_ref(), &blocks, published);
    reader.findings.sort_by_key(|finding| finding.line);
    (reader.draft, reader.findings)
}

struct Reader<'a> {
    source: &'a str,
    draft: Draft,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn find(&mut self, line: usize, excerpt: &str, doubt: Doubt) {
        let (source, excerpt) = (self.source.to_owned(), excerpt.to_owned());
        self.findings.push(Finding { source, line: Some(line), excerpt, doubt });
    }

    /// Takes the first line as the title.
    fn title(&mut self, blocks: &mut Vec<Block>) {
        let Some(first) = blocks.first_mut() else { return };
        match &mut first.content {
            Content::Heading(heading) => {
                self.draft.state("title", heading.as_str());
                blocks.remove(0);
            }
            Content::Paragraph(lines) => {
                let Some(title) = lines.first().filter(|line| line.chars().count() <= LONGEST_TITLE) else { return };
                self.draft.state("title", title.as_str());
                lines.remove(0);
                if lines.is_empty() {
                    blocks.remove(0);
                }
            }
            Content::List(..) => {}
        }
    }

    /// States when the text was published and changed. Returns the day of publication.
    fn stamps(&mut self, stamps: &[Stamp<'_>]) -> Option<Date> {
        let mut published = None;
        for stamp in stamps {
            let Some(date) = &stamp.date else { continue };
            match date {
                Ok(date) if date.doubt.is_none() && date.last.is_none() && date.first.day().is_some() => {
                    if self.draft.get(stamp.key).is_none() {
                        self.draft.quote(stamp.key, date_value(date.first), stamp.line);
                    }
                    if stamp.key == "date" && published.is_none() {
                        published = date.first.day();
                    }
                }
                Ok(date) => {
                    let doubt = date.doubt.clone().unwrap_or(DateDoubt::NoDate);
                    self.find(stamp.number, stamp.line, Doubt::Date { doubt });
                }
                Err(doubt) => self.find(stamp.number, stamp.line, Doubt::Date { doubt: doubt.clone() }),
            }
        }
        published
    }

    /// Takes the paragraph after the title as the introduction, if more text follows.
    fn lead(&mut self, blocks: &mut Vec<Block>) -> Option<Block> {
        let [Block { content: Content::Paragraph(lines), .. }, _, ..] = &blocks[..] else { return None };
        let [lead] = &lines[..] else { return None };
        if lead.chars().count() > LONGEST_LEAD || after_dash(lead).is_some() || read_quotations(lead, &[]).is_block {
            return None;
        }
        self.draft.state("description", lead.as_str());
        Some(blocks.remove(0))
    }

    /// Writes the body, and states the quotes and the facts in it.
    fn body(&mut self, lead: Option<&Block>, blocks: &[Block], published: Option<Date>) {
        let mut parts: Vec<String> = Vec::new();
        let mut quotes: Vec<(usize, Quotation)> = Vec::new();
        let mut speakers = Vec::new();
        let mut plain: Vec<(usize, String)> = Vec::new();
        if let Some(block) = lead {
            plain.extend(paragraph(block).map(|text| (block.line, text)));
        }
        for block in blocks {
            let Some(text) = paragraph(block) else {
                parts.push(markdown(&block.content));
                continue;
            };
            let found = read_quotations(&text, &speakers);
            for doubt in found.doubts {
                self.find(block.line, &text, doubt);
            }
            if found.quotes.is_empty() && !found.is_block && after_dash(&text).is_some() {
                self.find(block.line, &text, Doubt::NoSpeaker);
            }
            for speaker in found.quotes.iter().flat_map(|quote| &quote.speakers) {
                if speakers.len() < MOST_SPEAKERS && !speakers.contains(speaker) {
                    speakers.push(speaker.clone());
                }
            }
            quotes.extend(found.quotes.into_iter().map(|quote| (block.line, quote)));
            let markdown = markdown(&block.content);
            if found.is_block {
                let quoted: Vec<String> = markdown.lines().map(|line| format!("> {line}")).collect();
                parts.push(quoted.join("\n"));
            } else {
                parts.push(markdown);
                plain.push((block.line, text));
            }
        }
        self.draft.body = parts.join("\n\n");
        self.quotes(quotes);
        for (line, text) in &plain {
            self.dates(*line, text, published);
            for sentence in fact::sentences(text) {
                if let Some(key) = fact::state(sentence, &mut self.draft) {
                    self.find(*line, sentence, Doubt::Unclear { key });
                }
            }
        }
    }

    fn quotes(&mut self, quotes: Vec<(usize, Quotation)>) {
        let Ok(body) = Body::new(&self.draft.body) else { return };
        let passages = body.passages();
        for (number, (line, quote)) in quotes.into_iter().enumerate() {
            let pattern = if number < MOST_QUOTES { quote_pattern(&quote.words, &passages) } else { None };
            match pattern {
                Some(pattern) => self.draft.push("quotes", quote.to_table(&pattern)),
                None => self.find(line, &quote.words, Doubt::Unclear { key: "quotes" }),
            }
        }
    }

    /// Finds dates that do not exist.
    fn dates(&mut self, line: usize, text: &str, published: Option<Date>) {
        for found in find_dates(text, published) {
            if let Err(doubt @ (DateDoubt::Invalid { .. } | DateDoubt::Backwards)) = found.date {
                self.find(line, &text[found.range], Doubt::Date { doubt });
            }
        }
    }
}

/// Returns the text of a paragraph on one line.
fn paragraph(block: &Block) -> Option<String> {
    match &block.content {
        Content::Paragraph(lines) => Some(lines.join(" ")),
        Content::Heading(_) | Content::List(..) => None,
    }
}

/// Returns a date as a value of front matter.
fn date_value(point: DatePoint) -> Value {
    let written = point.to_string();
    match written.parse::<Datetime>() {
        // A local time is completed by the zone of the publication, which TOML's own local time is not.
        Ok(date) if !matches!(point, DatePoint::Clock(_)) => date.into(),
        _ => written.into(),
    }
}

/// Returns a block as Markdown that shows its text as it is.
fn markdown(content: &Content) -> String {
    let line = |line: &String| escape::line_start(escape::text(line, None));
    match content {
        Content::Heading(text) => match escape::text(text, None) {
            // Signs at the end would close the heading.
            text if text.ends_with('#') => format!("## {}\\#", &text[..text.len() - 1]),
            text => format!("## {text}"),
        },
        Content::Paragraph(lines) => lines.iter().map(line).collect::<Vec<_>>().join("\\\n"),
        Content::List(first, items) => {
            let items = items.iter().enumerate().map(|(position, text)| match first {
                Some(first) => format!("{}. {}", *first as usize + position, line(text)),
                None => format!("- {}", line(text)),
            });
            items.collect::<Vec<_>>().join("\n")
        }
    }
}
