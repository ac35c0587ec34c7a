use super::line::Line;
use crate::contact::{ContactBlock, is_contact_heading, read_contacts};
use anslag_core::Country;
use std::collections::HashSet;

/// Longest line of a contact, in characters.
const LONGEST: usize = 120;

/// Most words of a line of a contact that ends as a sentence does.
const MOST_WORDS: usize = 8;

/// Most lines of a block of contacts.
const MOST_LINES: usize = 60;

/// Takes the contacts of a text, with their lines.
pub(super) fn take<'a>(groups: &mut Vec<Vec<Line<'a>>>, country: Country) -> Vec<(ContactBlock, Vec<Line<'a>>)> {
    let lines: Vec<Line<'a>> = groups.iter().flatten().cloned().collect();
    let mut blocks = Vec::new();
    let mut taken = HashSet::new();
    let mut at = 0;
    while at < lines.len() {
        let mut own: Vec<Line<'a>> = lines[at].text.split_once(':').map_or_else(Vec::new, |(label, value)| {
            let is_value = is_contact_heading(label) && !value.trim().is_empty();
            is_value.then(|| Line { text: value.trim(), ..lines[at].clone() }).into_iter().collect()
        });
        if own.is_empty() && !is_contact_heading(lines[at].text) {
            at += 1;
            continue;
        }
        let rest = &lines[at + 1..lines.len().min(at + MOST_LINES)];
        let length = (0..rest.len()).find(|next| ends(&rest[*next..])).unwrap_or(rest.len());
        own.extend(rest[..length].iter().cloned());
        let texts: Vec<&str> = own.iter().map(|line| line.text).collect();
        let block = read_contacts(&texts, country);
        if block.contacts.is_empty() {
            at += 1;
            continue;
        }
        taken.extend(lines[at..=at + length].iter().map(|line| line.number));
        blocks.push((block, own));
        at += 1 + length;
    }
    for group in groups.iter_mut() {
        group.retain(|line| !taken.contains(&line.number));
    }
    groups.retain(|group| !group.is_empty());
    blocks
}

/// Returns whether contacts end before these lines: at a sentence, at the heading of one, or at other contacts.
fn ends(lines: &[Line<'_>]) -> bool {
    let is_sentence = |line: &Line<'_>| {
        let is_long = line.text.chars().count() > LONGEST;
        is_long || line.text.ends_with('.') && line.text.split_whitespace().count() > MOST_WORDS
    };
    match lines {
        [] => true,
        [line, rest @ ..] => {
            is_sentence(line) || is_contact_heading(line.text) || rest.first().is_some_and(is_sentence)
        }
    }
}
