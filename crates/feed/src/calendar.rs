//! Events and deadlines as iCalendar (RFC 5545).
//!
//! A calendar is a [`prologue`], a [`chunk`] for each run of announcements, and an [`epilogue`]. It holds the events with
//! certain days or a certain time, and the last days that announcements set, from a year before the export on
//! ([`first_day`]). A vague date never becomes a day.
//!
//! `UID` is the IRI of a node of the announcement; that of a last day ends with the name of its field. `DTSTAMP` (section 3.8.7.2) is the announcement's last change: neither
//! depends on a clock or a random number.

use crate::{entry::link, time_zone};
use anslag_core::{
    Announcement, Board, Event, Format, LanguageTag, Location, Moment, Node, PlanStatus, Publication, Repetition, Zone,
};
use anslag_schema::{LastDay, Names};
use icalendar::{Component, Event as Entry, EventLike, Property};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use std::{
    borrow::Cow,
    io::{self, Write},
    ops::RangeInclusive,
};

/// The path of the calendar in the published layout.
pub const PATH: &str = "feed/events.ics";

/// The format of the calendar.
pub const FORMAT: Format = Format::ICalendar;

/// Maximum length of a text in characters. Nobody reads a whole announcement in a calendar; `URL` leads to it.
///
/// The time that the icalendar crate needs grows with the square of the length.
const MAX_TEXT: usize = 1000;

/// Maximum length of a line in octets, without its line break (section 3.1).
const MAX_LINE: usize = 75;

/// Last line of a calendar.
const EPILOGUE: &str = "END:VCALENDAR\r\n";

/// Returns the first day that the calendar of a day holds: what is over for more than a year is left out.
#[must_use]
pub fn first_day(as_of: Date) -> Date {
    as_of.saturating_sub(1.year())
}

/// Writes the part before the announcements and returns the writer.
///
/// It describes the time zone, so that a calendar without entries has the component that RFC 5545 (section 3.6) demands.
pub fn prologue<W: Write>(publication: &Publication, first_day: Date, mut out: W) -> io::Result<W> {
    let main = &publication.language;
    write_prologue(publication, publication.title.get(main, main).1.as_str(), first_day, &mut out)?;
    Ok(out)
}

/// Returns the path of the calendar of a notice board in the published layout, beside its feed.
#[must_use]
pub fn board_path(board: &Board) -> String {
    format!("feed/board/{}.ics", board.key)
}

/// Writes the calendar of a notice board, with the last days of the notices that are posted there, and the days on which
/// they may be taken down. Returns the writer.
pub fn board<'a, W: Write>(
    publication: &'a Publication,
    board: &Board,
    as_of: Date,
    posted: impl IntoIterator<Item = &'a Announcement>,
    mut out: W,
) -> io::Result<W> {
    let main = &publication.language;
    write_prologue(publication, board.name.get(main, main).1.as_str(), first_day(as_of), &mut out)?;
    for announcement in posted {
        for (_, entry) in last_days(publication, announcement, LastDay::on_board) {
            out.write_all(fold_lines(&entry.try_into_string().map_err(io::Error::other)?).as_bytes())?;
        }
    }
    epilogue(out)
}

fn write_prologue(publication: &Publication, title: &str, first_day: Date, out: &mut impl Write) -> io::Result<()> {
    let mut refresh = Property::new("REFRESH-INTERVAL", "PT1H");
    refresh.add_parameter("VALUE", "DURATION");
    let mut properties = vec![
        Property::new("VERSION", "2.0"),
        Property::new("PRODID", "-//anslag//anslag//EN"),
        Property::new("CALSCALE", "GREGORIAN"),
        Property::new("X-WR-CALNAME", replace_delete(&truncate(title))),
        // RFC 7986, section 5.7.
        refresh,
    ];
    properties.extend(time_zone::lines(&publication.zone, first_day));
    let calendar = icalendar::Calendar { properties, components: Vec::new() }.to_string();
    let calendar = fold_lines(&calendar);
    let prologue = calendar.strip_suffix(EPILOGUE).expect("a calendar ends with its last line");
    out.write_all(prologue.as_bytes())
}

/// Writes the events and deadlines of announcements from a day on.
///
/// Returns the writer, and the days from which on the same would be written.
pub fn chunk<W: Write>(
    publication: &Publication,
    first_day: Date,
    announcements: &[Announcement],
    mut out: W,
) -> io::Result<(W, RangeInclusive<Date>)> {
    let (mut first, mut last) = (Date::MIN, Date::MAX);
    for announcement in announcements {
        for (end, entry) in events(publication, announcement).chain(deadlines(publication, announcement)) {
            if end < first_day {
                first = first.max(end.saturating_add(1.day()));
                continue;
            }
            last = last.min(end);
            out.write_all(fold_lines(&entry.try_into_string().map_err(io::Error::other)?).as_bytes())?;
        }
    }
    Ok((out, first..=last))
}

/// Writes the part after the announcements and returns the writer.
pub fn epilogue<W: Write>(mut out: W) -> io::Result<W> {
    out.write_all(EPILOGUE.as_bytes())?;
    Ok(out)
}

/// Returns the entries of the events that have a certain date, with their last days.
fn events<'a>(publication: &'a Publication, announcement: &'a Announcement) -> impl Iterator<Item = (Date, Entry)> {
    announcement.events.iter().zip(1..).filter_map(|(event, number)| {
        let (last, mut entry) = event_entry(publication, announcement, event)?;
        entry.uid(publication.node(&announcement.id, Node::Event(number)).as_str());
        Some((last, entry))
    })
}

/// Returns the entry of an event, without its `UID`, or `None` if the event is postponed or has no certain date.
fn event_entry(publication: &Publication, announcement: &Announcement, event: &Event) -> Option<(Date, Entry)> {
    let when = event.when.as_ref()?;
    let status = match event.status {
        // The event has no date until a new one is set.
        Some(PlanStatus::Postponed) => return None,
        Some(PlanStatus::Planned) => Some("TENTATIVE"),
        Some(PlanStatus::Scheduled | PlanStatus::Rescheduled | PlanStatus::MovedOnline) => Some("CONFIRMED"),
        Some(PlanStatus::Cancelled) => Some("CANCELLED"),
        None => None,
    };
    let names = Names { publication, announcement };
    let zone = &publication.zone;
    let mut entry = base_entry(publication, announcement);
    let end = match when.dates() {
        Some((first, last)) => {
            let last = event.ends.map_or_else(|| last.parse().ok(), |ends| Some(ends.date(zone)))?;
            set_days(&mut entry, first.parse().ok()?, last);
            last
        }
        None => {
            let begins = Moment::parse(when.as_str(), zone).ok()?;
            set_time(&mut entry, "DTSTART", begins, event, zone);
            if let Some(ends @ Moment::DateTime(_)) = event.ends {
                set_time(&mut entry, "DTEND", ends, event, zone);
            }
            event.ends.unwrap_or(begins).date(zone)
        }
    };
    let end = set_recurrence(&mut entry, event, when.dates().is_none(), zone).unwrap_or(end);
    if let Some(status) = status {
        entry.append_property(Property::new("STATUS", status));
    }
    let language = &announcement.language;
    set_text(&mut entry, "SUMMARY", event.name.as_str(), language);
    let condition = event.condition.iter().map(AsRef::as_ref);
    let description: Vec<&str> = [announcement.summary()].into_iter().chain(condition).collect();
    set_text(&mut entry, "DESCRIPTION", &description.join("\n\n"), language);
    let places: Vec<&str> = event.places.iter().map(|place| names.location(place)).collect();
    if !places.is_empty() {
        set_text(&mut entry, "LOCATION", &places.join(", "), language);
    }
    if let Some(point) = event.places.iter().find_map(Location::coordinates) {
        let geo = format!("{};{}", point.latitude().plain(), point.longitude().plain());
        entry.append_property(Property::new("GEO", geo));
    }
    Some((end, entry))
}

/// Returns the entries of the last days that an announcement sets: for an appeal, for comments, for an application. There are
/// none if another announcement replaces it.
fn deadlines<'a>(publication: &'a Publication, announcement: &'a Announcement) -> impl Iterator<Item = (Date, Entry)> {
    last_days(publication, announcement, LastDay::of)
}

/// Returns the entries of some of the last days of an announcement.
fn last_days<'a>(
    publication: &'a Publication,
    announcement: &'a Announcement,
    of: fn(Names<'a>) -> Vec<LastDay<'a>>,
) -> impl Iterator<Item = (Date, Entry)> {
    let last_days = of(Names { publication, announcement });
    // What replaces the announcement sets the days that hold.
    last_days.into_iter().filter(|_| announcement.replaced_by.is_empty()).map(
        move |LastDay { node, field, label, name, day }| {
            let mut entry = base_entry(publication, announcement);
            set_days(&mut entry, day.date(), day.date());
            entry.uid(&format!("{}#{field}", publication.node(&announcement.id, node)));
            set_text(&mut entry, "SUMMARY", &format!("{label}: {name}"), &announcement.language);
            set_text(&mut entry, "DESCRIPTION", announcement.summary(), &announcement.language);
            // Nobody is busy on a last day.
            entry.append_property(Property::new("TRANSP", "TRANSPARENT"));
            (day.date(), entry)
        },
    )
}

/// Returns an entry with the properties that all entries of an announcement share.
fn base_entry(publication: &Publication, announcement: &Announcement) -> Entry {
    let zone = &publication.zone;
    let updated = format_utc(announcement.updated().instant(zone));
    let mut entry = Entry::new();
    entry.append_property(Property::new("CREATED", format_utc(announcement.published.instant(zone))));
    entry.append_property(Property::new("DTSTAMP", updated.clone()));
    entry.append_property(Property::new("LAST-MODIFIED", updated));
    entry.url(&link(publication, announcement));
    let topics = announcement.topics.iter();
    let names = Names { publication, announcement };
    let categories: Vec<String> = topics.map(|topic| replace_delete(names.localized(&topic.name))).collect();
    if !categories.is_empty() {
        entry.categories(categories);
    }
    entry
}

/// Sets whole days; `DTEND` is the day after the last (section 3.6.1).
fn set_days(entry: &mut Entry, first: Date, last: Date) {
    for (key, day) in [("DTSTART", first), ("DTEND", last.tomorrow().unwrap_or(last))] {
        let mut property = Property::new(key, day.strftime("%Y%m%d").to_string());
        property.add_parameter("VALUE", "DATE");
        entry.append_property(property);
    }
}

/// Sets a time: in UTC, or for an event that takes place again the local one, since the clocks may change in between.
fn set_time(entry: &mut Entry, key: &str, moment: Moment, event: &Event, zone: &Zone) {
    let instant = moment.instant(zone);
    if event.repeats.is_none() {
        entry.append_property(Property::new(key, format_utc(instant)));
        return;
    }
    let mut property = Property::new(key, zone.clock_at(instant).strftime("%Y%m%dT%H%M%S").to_string());
    property.add_parameter("TZID", zone.name());
    entry.append_property(property);
}

/// Sets how often an event takes place again (section 3.3.10), and returns the last day on which it may.
fn set_recurrence(entry: &mut Entry, event: &Event, is_timed: bool, zone: &Zone) -> Option<Date> {
    let (repeats, until) = (event.repeats?, event.repeats_until?.date());
    let frequency = match repeats {
        Repetition::Daily => "DAILY",
        Repetition::Weekly => "WEEKLY",
        Repetition::Monthly => "MONTHLY",
    };
    // The end has the type of the beginning: a day, or the last second of the day.
    let end = match Moment::day(until.tomorrow().ok()?) {
        Ok(next) if is_timed => format_utc(next.instant(zone) - 1.second()),
        _ => until.strftime("%Y%m%d").to_string(),
    };
    entry.append_property(Property::new("RRULE", format!("FREQ={frequency};UNTIL={end}")));
    Some(until)
}

/// Sets a text property with its language.
fn set_text(entry: &mut Entry, key: &str, value: &str, language: &LanguageTag) {
    let mut property = Property::new(key, replace_delete(&truncate(value)));
    property.add_parameter("LANGUAGE", language.as_str());
    entry.append_property(property);
}

/// Cuts a text at a word border and appends `…` if it is longer than [`MAX_TEXT`].
fn truncate(text: &str) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(MAX_TEXT) else { return text.into() };
    let start = &text[..end];
    let whole = start.rfind(char::is_whitespace).map_or(start, |at| start[..at].trim_end());
    format!("{whole}…").into()
}

/// Folds content lines again (section 3.1).
///
/// The icalendar crate does not count the space that a continued line begins with: its lines are an octet too long.
fn fold_lines(lines: &str) -> String {
    let mut folded = String::with_capacity(lines.len());
    for line in lines.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = MAX_LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                folded.push_str("\r\n ");
                room = MAX_LINE - 1;
            }
            room -= c.len_utf8();
            folded.push(c);
        }
        folded.push_str("\r\n");
    }
    folded
}

/// Formats an instant in UTC (section 3.3.5).
fn format_utc(instant: Timestamp) -> String {
    instant.to_zoned_datetime(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Replaces U+007F, which XML allows and iCalendar does not (section 3.1).
fn replace_delete(text: &str) -> String {
    text.replace('\u{7f}', "\u{fffd}")
}
