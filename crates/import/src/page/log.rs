use super::{
    date::written,
    select::{all, is_within, lines, words},
};
use crate::{DateDoubt, find_dates};
use jiff::civil::Date;
use scraper::{ElementRef, Html};
use toml_edit::{Datetime, Table, value};

/// Bytes before the date of an entry.
const MOST_BEFORE: usize = 24;

/// Headings of a log, in lower case.
const HEADINGS: [&str; 6] =
    ["uppdateringar", "senaste uppdateringar", "uppdatering", "händelselogg", "updates", "latest updates"];

/// Entry of `updates`, and the reason to doubt its date.
pub(super) type Entry = (Table, Option<DateDoubt>);

/// Returns the element with the entries of a log: at a place of the system, or the list below a heading of a log.
pub(super) fn find<'h>(html: &'h Html, content: ElementRef<'h>, places: &[&str]) -> Option<ElementRef<'h>> {
    let placed = places.iter().flat_map(|place| all(html, place)).find(|log| is_within(*log, &[content]));
    placed.or_else(|| {
        let headings = all(html, "h2, h3, h4").into_iter();
        let mut logs = headings
            .filter(|heading| is_within(*heading, &[content]))
            .filter(|heading| HEADINGS.contains(&words(*heading).trim_end_matches(':').to_lowercase().as_str()))
            .filter_map(|heading| heading.next_siblings().find_map(ElementRef::wrap));
        logs.find(|log| matches!(log.value().name(), "ul" | "ol" | "div"))
    })
}

/// Reads a log, the oldest entry first. A year that is missing is the one nearest to the day of publication.
///
/// Fails with the text of an entry without a date.
pub(super) fn read(log: ElementRef<'_>, published: Option<Date>) -> Result<Vec<Entry>, (DateDoubt, String)> {
    let mut entries = Vec::new();
    for element in log.child_elements().filter(|element| !matches!(element.value().name(), "h2" | "h3" | "h4")) {
        let text = lines(element).join(" ");
        if text.is_empty() {
            continue;
        }
        let found = find_dates(&text, published).into_iter().next().filter(|found| found.range.start <= MOST_BEFORE);
        let Some(found) = found else { return Err((DateDoubt::NoDate, text)) };
        let date = match found.date {
            Ok(date) if matches!(date.doubt, None | Some(DateDoubt::GuessedYear { .. })) => date,
            Ok(date) => return Err((date.doubt.unwrap_or(DateDoubt::NoDate), text)),
            Err(doubt) => return Err((doubt, text)),
        };
        let at = written(date.first);
        let (Some(day), Ok(at)) = (date.first.day(), at.parse::<Datetime>()) else {
            return Err((DateDoubt::NoDate, text));
        };
        let mut entry = Table::new();
        entry.insert("at", value(at));
        entry.insert("text", value(text));
        entries.push((day, entry, date.doubt));
    }
    let is_newest_first = entries.first().zip(entries.last()).is_some_and(|(first, last)| first.0 > last.0);
    if is_newest_first {
        entries.reverse();
    }
    entries.sort_by_key(|(day, ..)| *day);
    Ok(entries.into_iter().map(|(_, entry, doubt)| (entry, doubt)).collect())
}
