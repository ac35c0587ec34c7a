use crate::{
    Effect, Unseen,
    value::{
        body::{
            parser::Events,
            revised::Revised,
            warning::{BodyWarning, BodyWarnings},
        },
        unseen::without_unseen,
    },
};
use pulldown_cmark::{CowStr, Event, Tag};
use std::ops::Range;

/// Removes the characters of Markdown that nobody sees, and warns of them.
pub(super) fn remove<'a>(markdown: &'a str, warnings: &mut BodyWarnings) -> Revised<'a> {
    let original = Revised::original_of(markdown);
    let (_, found) = without_unseen(markdown);
    if found.is_empty() {
        return original;
    }
    let place = |at: usize, unseen: Unseen| at..at + unseen.character.len_utf8();
    warn(found.iter().map(|(at, unseen)| (place(*at, *unseen), *unseen)).collect(), warnings);
    original.with(found.into_iter().map(|(at, unseen)| {
        let replacement = if unseen.effect == Effect::LineEnd { " " } else { "" };
        (place(at, unseen), replacement)
    }))
}

/// Removes the characters that references name (`&shy;`) and nobody sees, and warns of them.
pub(super) fn remove_references<'a>(events: Events<'a>, warnings: &mut BodyWarnings) -> Events<'a> {
    let mut found = Vec::new();
    let mut seen = |text: CowStr<'a>, range: &Range<usize>| -> CowStr<'a> {
        let (seen, unseen) = without_unseen(&text);
        if unseen.is_empty() {
            return text;
        }
        found.extend(unseen.into_iter().map(|(_, unseen)| (range.clone(), unseen)));
        seen.into_owned().into()
    };
    let events = events.into_iter().map(|(event, range)| {
        let event = match event {
            Event::Text(text) => Event::Text(seen(text, &range)),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let (dest_url, title) = (seen(dest_url, &range), seen(title, &range));
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let (dest_url, title) = (seen(dest_url, &range), seen(title, &range));
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            event => event,
        };
        (event, range)
    });
    let events = events.collect();
    warn(found, warnings);
    events
}

/// Warns once of the characters that change the direction of a text, and once of the others, each at the first of them.
fn warn(found: Vec<(Range<usize>, Unseen)>, warnings: &mut BodyWarnings) {
    let (directions, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(_, unseen)| unseen.effect == Effect::Direction);
    for (found, changes_direction) in [(directions, true), (others, false)] {
        let Some((first, _)) = found.first() else { continue };
        let place = first.clone();
        let characters = found.into_iter().map(|(_, unseen)| unseen).collect();
        let warning =
            if changes_direction { BodyWarning::Direction { characters } } else { BodyWarning::Unseen { characters } };
        warnings.push((place, warning));
    }
}
