//! Events and deadlines as iCalendar (RFC 5545).
//!
//! A calendar is a [`prologue`], what each announcement adds to it ([`chunk`]), and an [`epilogue`]. In it are the events
//! whose days or times are certain, and the last days that an announcement sets. Nothing that is vague becomes a day.
//!
//! `UID` is the IRI of a node of the announcement, and `DTSTAMP` (section 3.8.7.2) is when the announcement was last
//! changed: no clock, and no random number.

use crate::entry::{Label, link, summary};
use anslag_core::{
    Announcement, Day, Event, Format, LanguageTag, Location, Moment, Node, Notice, PlanStatus, Publication, Word,
    label_in, word_language,
};
use icalendar::{Component, Event as Entry, EventLike, Property};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::{
    borrow::Cow,
    io::{self, Write},
};

/// The path of the calendar in the published layout.
pub const PATH: &str = "feed/events.ics";

/// The form of the calendar.
pub const FORMAT: Format = Format::ICalendar;

/// How many characters of a text a calendar has, which is no place to read a whole announcement; its `URL` leads there.
/// (The icalendar crate needs a time that grows with the square of the length.)
const LONGEST: usize = 1000;

/// How many octets a line may have (section 3.1).
const LINE: usize = 75;

/// The last line of a calendar.
const END: &str = "END:VCALENDAR\r\n";

/// Writes what stands before the announcements, and hands the writer back.
pub fn prologue<W: Write>(publication: &Publication, mut out: W) -> io::Result<W> {
    let main = &publication.language;
    let title = publication.title.get(main, main).1.as_str();
    let mut refresh = Property::new("REFRESH-INTERVAL", "PT1H");
    refresh.add_parameter("VALUE", "DURATION");
    let properties = vec![
        Property::new("VERSION", "2.0"),
        Property::new("PRODID", "-//anslag//anslag//EN"),
        Property::new("CALSCALE", "GREGORIAN"),
        Property::new("X-WR-CALNAME", printable(&shortened(title))),
        // RFC 7986, section 5.7.
        refresh,
    ];
    let calendar = icalendar::Calendar { properties, components: Vec::new() }.to_string();
    let calendar = folded(&calendar);
    let prologue = calendar.strip_suffix(END).expect("a calendar ends with its last line");
    out.write_all(prologue.as_bytes())?;
    Ok(out)
}

/// Writes the events and deadlines of announcements, and hands the writer back.
pub fn chunk<W: Write>(publication: &Publication, announcements: &[Announcement], mut out: W) -> io::Result<W> {
    for announcement in announcements {
        let events = announcement.events.iter().zip(1..).filter_map(|(event, number)| {
            let mut entry = event_entry(publication, announcement, event)?;
            entry.uid(publication.node(&announcement.id, Node::Event(number)).as_str());
            Some(entry)
        });
        for entry in events.chain(deadlines(publication, announcement)) {
            out.write_all(folded(&entry.try_into_string().map_err(io::Error::other)?).as_bytes())?;
        }
    }
    Ok(out)
}

/// Writes what stands after the announcements, and hands the writer back.
pub fn epilogue<W: Write>(mut out: W) -> io::Result<W> {
    out.write_all(END.as_bytes())?;
    Ok(out)
}

/// An event, where its days or its time are certain and it is not put off; without its `UID`.
fn event_entry(publication: &Publication, announcement: &Announcement, event: &Event) -> Option<Entry> {
    let when = event.when.as_ref()?;
    let status = match event.status {
        // It has no date until there is a new one.
        Some(PlanStatus::Postponed) => return None,
        Some(PlanStatus::Planned) => Some("TENTATIVE"),
        Some(PlanStatus::Scheduled | PlanStatus::Rescheduled | PlanStatus::MovedOnline) => Some("CONFIRMED"),
        Some(PlanStatus::Cancelled) => Some("CANCELLED"),
        None => None,
    };
    let mut entry = bare(publication, announcement);
    match when.dates() {
        Some((first, last)) => days(&mut entry, first.parse().ok()?, last.parse().ok()?),
        None => {
            let moment = Moment::parse(when.as_str(), &publication.zone).ok()?;
            entry.append_property(Property::new("DTSTART", utc(moment.instant(&publication.zone))));
        }
    }
    if let Some(status) = status {
        entry.append_property(Property::new("STATUS", status));
    }
    let language = &announcement.language;
    text(&mut entry, "SUMMARY", event.name.as_str(), language);
    let condition = event.condition.iter().map(AsRef::as_ref);
    let description: Vec<&str> = [summary(announcement)].into_iter().chain(condition).collect();
    text(&mut entry, "DESCRIPTION", &description.join("\n\n"), language);
    let places: Vec<&str> = event.places.iter().map(|place| place_name(place, language, publication)).collect();
    if !places.is_empty() {
        text(&mut entry, "LOCATION", &places.join(", "), language);
    }
    Some(entry)
}

/// The last days that an announcement sets: for an appeal, for comments, for an application.
fn deadlines(publication: &Publication, announcement: &Announcement) -> Vec<Entry> {
    let language = word_language([&announcement.language, &publication.language]);
    let word = |word: Word| label_in(word.labels(), language);
    let appeal = announcement.notice.as_ref().and_then(Notice::appeal);
    let title = announcement.title.as_str();
    let appeal = appeal.map(|appeal| (Node::NoticePeriod, title, Word::AppealUntil, appeal.day, appeal.is_derived));
    let consultation = announcement.consultation.as_ref();
    let comments = consultation.map(|open| (Node::ConsultationPeriod, title, Word::Closes, open.closes, false));
    let job = announcement.job.as_ref().and_then(|job| job.apply_by);
    let job = job.map(|day| (Node::Job, title, Word::ApplyBy, day, false));
    let offers = announcement.offers.iter().zip(1..);
    let offers = offers.filter_map(|(offer, number)| {
        Some((Node::Offer(number), offer.designation.as_str(), Word::ApplyBy, offer.apply_by?, false))
    });
    let deadlines = appeal.into_iter().chain(comments).chain(job).chain(offers);
    let entry = |(node, of, what, day, is_derived): (Node, &str, Word, Day, bool)| {
        let mut entry = bare(publication, announcement);
        days(&mut entry, day.date(), day.date());
        entry.uid(publication.node(&announcement.id, node).as_str());
        let derived = if is_derived { format!(" ({})", word(Word::Derived)) } else { String::new() };
        text(&mut entry, "SUMMARY", &format!("{}{derived}: {of}", word(what)), &announcement.language);
        text(&mut entry, "DESCRIPTION", summary(announcement), &announcement.language);
        // Nobody is busy on a last day.
        entry.append_property(Property::new("TRANSP", "TRANSPARENT"));
        entry
    };
    deadlines.map(entry).collect()
}

/// What every entry of an announcement has.
fn bare(publication: &Publication, announcement: &Announcement) -> Entry {
    let zone = &publication.zone;
    let updated = utc(announcement.updated().instant(zone));
    let mut entry = Entry::new();
    entry.append_property(Property::new("CREATED", utc(announcement.published.instant(zone))));
    entry.append_property(Property::new("DTSTAMP", updated.clone()));
    entry.append_property(Property::new("LAST-MODIFIED", updated));
    entry.url(link(publication, announcement).as_str());
    let topics = announcement.topics.iter();
    let categories: Vec<String> =
        topics.map(|topic| printable(Label::new(&topic.name, &announcement.language, publication).text)).collect();
    if !categories.is_empty() {
        entry.categories(categories);
    }
    entry
}

/// Whole days: the end is the day after the last (section 3.6.1).
fn days(entry: &mut Entry, first: Date, last: Date) {
    for (key, day) in [("DTSTART", first), ("DTEND", last.tomorrow().unwrap_or(last))] {
        let mut property = Property::new(key, day.strftime("%Y%m%d").to_string());
        property.add_parameter("VALUE", "DATE");
        entry.append_property(property);
    }
}

fn text(entry: &mut Entry, key: &str, value: &str, language: &LanguageTag) {
    let mut property = Property::new(key, printable(&shortened(value)));
    property.add_parameter("LANGUAGE", language.as_str());
    entry.append_property(property);
}

fn place_name<'a>(place: &'a Location, language: &LanguageTag, publication: &'a Publication) -> &'a str {
    match place {
        Location::Registered(place) => Label::new(&place.name, language, publication).text,
        Location::Named(place) => place.name.as_str(),
    }
}

/// The text, or so many of its first words as a calendar has.
fn shortened(text: &str) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.into() };
    let start = &text[..end];
    let whole = start.rfind(char::is_whitespace).map_or(start, |at| start[..at].trim_end());
    format!("{whole}…").into()
}

/// Content lines of at most 75 octets, of which one is the space that a continued line begins with (section 3.1).
///
/// The icalendar crate does not count that space.
fn folded(lines: &str) -> String {
    let mut folded = String::with_capacity(lines.len());
    for line in lines.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                folded.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= c.len_utf8();
            folded.push(c);
        }
        folded.push_str("\r\n");
    }
    folded
}

/// An instant in UTC (section 3.3.5).
fn utc(instant: Timestamp) -> String {
    instant.to_zoned_datetime(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The text without the one character that XML allows and a calendar does not (section 3.1).
fn printable(text: &str) -> String {
    text.replace('\u{7f}', "\u{fffd}")
}
