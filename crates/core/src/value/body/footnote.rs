use crate::value::body::{
    parser::Events,
    warning::{BodyWarning, BodyWarnings},
};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::{collections::HashMap, ops::Range};

/// Moves footnotes to the end, in the order of the references to them, and writes both as numbers: `[1]`.
///
/// They are no links, since a feed shows many announcements in one page. A footnote that nothing refers to is shown
/// after the others, with a warning.
pub(super) fn collect<'a>(events: Events<'a>, warnings: &mut BodyWarnings) -> Events<'a> {
    let is_definition = |event: &Event<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
    if !events.iter().any(|(event, _)| is_definition(event)) {
        return events;
    }
    let mut numbers = Numbers::default();
    for (event, _) in &events {
        if let Event::FootnoteReference(label) = event {
            numbers.of(label);
        }
    }
    let referenced = numbers.0.len();
    let mut text: Events<'a> = Vec::with_capacity(events.len());
    let mut notes: Vec<(usize, Events<'a>)> = Vec::new();
    // Definitions that are not ended yet: a footnote can stand in another one's quote.
    let mut open: Vec<usize> = Vec::new();
    for (event, range) in events {
        let written = match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let number = numbers.of(&label);
                if number > referenced {
                    let place = range.start..range.start + label.len() + "[^]".len();
                    warnings.push((place, BodyWarning::UnusedFootnote { label: label.to_string() }));
                }
                open.push(notes.len());
                notes.push((number, Vec::new()));
                continue;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some(note) = open.pop() {
                    let (number, events) = &mut notes[note];
                    begin_with_number(events, *number, range);
                }
                continue;
            }
            Event::FootnoteReference(label) => vec![
                (Event::Start(Tag::Superscript), range.clone()),
                (Event::Text(shown(numbers.of(&label))), range.clone()),
                (Event::End(TagEnd::Superscript), range),
            ],
            event => vec![(event, range)],
        };
        match open.last() {
            Some(note) => notes[*note].1.extend(written),
            None => text.extend(written),
        }
    }
    notes.sort_by_key(|(number, _)| *number);
    text.extend(notes.into_iter().flat_map(|(_, events)| events));
    text
}

/// The numbers of footnotes by their labels, whose case does not count.
#[derive(Default)]
struct Numbers(HashMap<String, usize>);

impl Numbers {
    fn of(&mut self, label: &str) -> usize {
        let next = self.0.len() + 1;
        *self.0.entry(label.to_lowercase()).or_insert(next)
    }
}

/// Writes the number before the first words of a footnote.
fn begin_with_number(note: &mut Events<'_>, number: usize, range: Range<usize>) {
    if let Some((Event::Start(Tag::Paragraph), _)) = note.first() {
        note.insert(1, (Event::Text(format!("{} ", shown(number)).into()), range.start..range.start));
        return;
    }
    let at = range.start..range.start;
    let paragraph = [Event::Start(Tag::Paragraph), Event::Text(shown(number)), Event::End(TagEnd::Paragraph)];
    note.splice(0..0, paragraph.map(|event| (event, at.clone())));
}

fn shown<'a>(number: usize) -> CowStr<'a> {
    format!("[{number}]").into()
}
