use super::select::{all, is_within, lines, words};
use crate::{ContactBlock, is_contact_heading, read_contacts};
use anslag_core::Country;
use scraper::{ElementRef, Html};

/// Elements with contacts.
pub(super) struct Block<'h> {
    pub(super) elements: Vec<ElementRef<'h>>,
    /// Lines without the heading.
    pub(super) lines: Vec<String>,
}

impl Block<'_> {
    /// Reads the contacts.
    pub(super) fn read(&self, country: Country) -> ContactBlock {
        read_contacts(&self.lines, country)
    }
}

/// Returns the blocks of contacts: those at the places of the system, or else those below a heading of contacts.
pub(super) fn blocks<'h>(
    html: &'h Html,
    content: ElementRef<'h>,
    places: &[&str],
    taken: &[ElementRef<'_>],
    country: Country,
) -> Vec<Block<'h>> {
    let mut found: Vec<ElementRef<'h>> = Vec::new();
    for place in all(html, &places.join(", ")) {
        if !is_within(place, &found) && place.id() != content.id() && !is_within(content, &[place]) {
            found.push(place);
        }
    }
    let placed: Vec<Block<'h>> = found.into_iter().map(|element| block(vec![element])).collect();
    if placed.iter().any(|block| !block.read(country).contacts.is_empty()) {
        return placed;
    }
    let headings = all(html, "h2, h3, h4, h5, h6").into_iter();
    headings
        .filter(|heading| is_within(*heading, &[content]) && is_contact_heading(&words(*heading)))
        .map(|heading| below(heading, taken))
        .collect()
}

/// Returns a heading with the elements up to the next one that are not taken.
fn below<'h>(heading: ElementRef<'h>, taken: &[ElementRef<'_>]) -> Block<'h> {
    let rest = heading.next_siblings().filter_map(ElementRef::wrap);
    let rest = rest.take_while(|element| !matches!(element.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6"));
    let rest = rest.filter(|element| !is_within(*element, taken));
    block([heading].into_iter().chain(rest).collect())
}

fn block(elements: Vec<ElementRef<'_>>) -> Block<'_> {
    let lines = elements.iter().flat_map(|element| lines(*element)).filter(|line| !is_contact_heading(line)).collect();
    Block { elements, lines }
}
