use super::{
    select::{all, few_words, first, is_line, words},
    system::System,
};
use crate::{DateDoubt, DatePoint, find_dates, read_date};
use jiff::civil::Date;
use scraper::{ElementRef, Html};

/// Words before the day of publication.
pub(super) const PUBLISHED: [&str; 4] = ["publicerad", "publicerat", "publiceringsdatum", "published"];

/// Words before the day of the last change.
pub(super) const UPDATED: [&str; 8] = [
    "senast uppdaterad",
    "sidan uppdaterad",
    "uppdaterad",
    "senast ändrad",
    "ändrad",
    "last updated",
    "updated",
    "last modified",
];

/// Longest line that states the date of a page, in characters.
const LONGEST: usize = 100;

/// Date that a page shows.
pub(super) struct Shown {
    /// The date; `None` if the line has none.
    pub(super) date: Result<Option<DatePoint>, DateDoubt>,
    pub(super) text: String,
}

/// Returns the date at a place of the system, or else behind a word.
pub(super) fn shown(html: &Html, places: &[&str], labels: &[&str]) -> Option<Shown> {
    if let Some(place) = first(html, places) {
        let text = words(place);
        if let Some(datetime) = place.attr("datetime").filter(|datetime| !datetime.trim().is_empty()) {
            return Some(Shown { date: certain(datetime), text });
        }
        if !text.is_empty() {
            return Some(Shown { date: first_date(&text), text });
        }
    }
    let line = line(html, labels)?;
    let text = words(line);
    let lower = text.to_lowercase();
    let at = labels.iter().find_map(|label| lower.find(label)).unwrap_or(0);
    Some(Shown { date: first_date(text.get(at..).unwrap_or(&text)), text })
}

/// Returns the lines of a page that state its dates.
pub(super) fn lines<'h>(html: &'h Html, system: &System) -> Vec<ElementRef<'h>> {
    let places = [first(html, system.published), first(html, system.updated)];
    let lines = [line(html, &PUBLISHED), line(html, &UPDATED)];
    places.into_iter().chain(lines).flatten().collect()
}

/// Returns the first line that begins with a word of a date of the page, and has one of some words.
fn line<'h>(html: &'h Html, labels: &[&str]) -> Option<ElementRef<'h>> {
    all(html, "p, div, span, time, li, small, em").into_iter().filter(|element| is_line(*element)).find(|element| {
        let Some(text) = few_words(*element, LONGEST).map(|text| text.to_lowercase()) else { return false };
        let begins = PUBLISHED.iter().chain(&UPDATED).any(|label| text.starts_with(label));
        begins && labels.iter().any(|label| text.contains(label))
    })
}

/// Returns the first date of a text.
fn first_date(text: &str) -> Result<Option<DatePoint>, DateDoubt> {
    match find_dates(text, None).into_iter().next() {
        Some(found) => without_doubt(found.date),
        None => Ok(None),
    }
}

/// Reads a text that is a date.
pub(super) fn certain(text: &str) -> Result<Option<DatePoint>, DateDoubt> {
    without_doubt(read_date(text, None))
}

fn without_doubt(date: Result<crate::StatedDate, DateDoubt>) -> Result<Option<DatePoint>, DateDoubt> {
    let date = date?;
    match (date.doubt, date.last, date.first.day()) {
        (Some(doubt), _, _) => Err(doubt),
        (None, None, Some(_)) => Ok(Some(date.first)),
        _ => Err(DateDoubt::NoDate),
    }
}

/// Returns a date as source files have it: a time needs its offset, and is left out without.
pub(super) fn written(point: DatePoint) -> String {
    match point {
        DatePoint::Clock(clock) => clock.date().to_string(),
        point => point.to_string(),
    }
}

/// Returns the day of a text that has exactly one.
pub(super) fn only(text: &str) -> Option<Date> {
    match find_dates(text, None).as_slice() {
        [found] => without_doubt(found.date.clone()).ok()??.day(),
        _ => None,
    }
}
