use anslag_core::Zone;
use icalendar::Property;
use jiff::{
    Timestamp,
    civil::{Date, DateTime, date},
    tz::{Dst, Offset},
};

/// Number of years for which a calendar knows the rules of its time zone.
const YEARS: i16 = 10;

/// A rule of a time zone, with the local times at which it begins to hold.
struct Observance {
    from: Offset,
    to: Offset,
    is_daylight: bool,
    name: String,
    onsets: Vec<DateTime>,
}

/// Returns the lines of a `VTIMEZONE` (RFC 5545, section 3.6.5) that holds from a day on.
///
/// They are properties: the icalendar crate gives each component a `UID` and a `DTSTAMP`, which a time zone must not have.
pub(crate) fn lines(zone: &Zone, since: Date) -> Vec<Property> {
    let mut lines = vec![Property::new("BEGIN", "VTIMEZONE"), Property::new("TZID", zone.name())];
    for Observance { from, to, is_daylight, name, onsets } in observances(zone, since) {
        let component = if is_daylight { "DAYLIGHT" } else { "STANDARD" };
        lines.push(Property::new("BEGIN", component));
        let onsets = onsets.iter().map(|onset| onset.strftime("%Y%m%dT%H%M%S").to_string());
        lines.extend(
            onsets.enumerate().map(|(n, onset)| Property::new(if n == 0 { "DTSTART" } else { "RDATE" }, onset)),
        );
        lines.push(Property::new("TZNAME", name));
        lines.push(Property::new("TZOFFSETFROM", format_offset(from)));
        lines.push(Property::new("TZOFFSETTO", format_offset(to)));
        lines.push(Property::new("END", component));
    }
    lines.push(Property::new("END", "VTIMEZONE"));
    lines
}

/// Returns the rules, each once, in the order in which they begin to hold.
///
/// Every onset is listed: not every zone has the same days each year.
fn observances(zone: &Zone, since: Date) -> Vec<Observance> {
    let rules = zone.rules();
    let start = |year| rules.to_ambiguous_timestamp(date(year, 1, 1).at(0, 0, 0, 0)).compatible();
    let (Ok(first), Ok(end)) = (start(since.year()), start(since.year().saturating_add(YEARS))) else {
        return Vec::new();
    };
    let current = rules.preceding(first).next();
    let mut observances: Vec<Observance> = Vec::new();
    for transition in current.into_iter().chain(rules.following(first).take_while(|next| next.timestamp() < end)) {
        let (at, to) = (transition.timestamp(), transition.offset());
        let from = rules.to_offset(before(at));
        let (is_daylight, name) = (transition.dst() == Dst::Yes, transition.abbreviation());
        let onset = from.to_datetime(at);
        let is_same = |own: &&mut Observance| {
            (own.from, own.to, own.is_daylight, own.name.as_str()) == (from, to, is_daylight, name)
        };
        match observances.iter_mut().find(is_same) {
            Some(own) => own.onsets.push(onset),
            None => observances.push(Observance { from, to, is_daylight, name: name.to_owned(), onsets: vec![onset] }),
        }
    }
    if observances.is_empty() {
        let at = rules.to_offset_info(first);
        let onsets = vec![at.offset().to_datetime(first)];
        let (from, to, name) = (at.offset(), at.offset(), at.abbreviation().to_owned());
        observances.push(Observance { from, to, is_daylight: false, name, onsets });
    }
    observances
}

/// Returns the last instant before another.
fn before(instant: Timestamp) -> Timestamp {
    Timestamp::from_nanosecond(instant.as_nanosecond() - 1).unwrap_or(Timestamp::MIN)
}

/// Formats an offset from UTC (section 3.3.14).
fn format_offset(offset: Offset) -> String {
    let (sign, seconds) = (if offset.is_negative() { '-' } else { '+' }, offset.seconds().unsigned_abs());
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let end = if seconds == 0 { String::new() } else { format!("{seconds:02}") };
    format!("{sign}{hours:02}{minutes:02}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(zone: &str, expected: &[&str]) {
        let lines = lines(&Zone::new(zone).unwrap(), date(2026, 6, 1));
        let lines = lines.iter().filter(|line| line.key() != "RDATE");
        let lines: Vec<_> = lines.map(|line| format!("{}:{}", line.key(), line.value())).collect();
        assert_eq!(lines[2..lines.len() - 1], *expected);
    }

    #[test]
    fn a_zone_has_its_rules() {
        check(
            "Europe/Stockholm",
            &[
                "BEGIN:STANDARD",
                "DTSTART:20251026T030000",
                "TZNAME:CET",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:20260329T020000",
                "TZNAME:CEST",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "END:DAYLIGHT",
            ],
        );
        let utc = ["BEGIN:STANDARD", "DTSTART:20260101T000000", "TZNAME:UTC", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000"];
        check("UTC", &[&utc[..], &["END:STANDARD"]].concat());
    }

    #[test]
    fn every_change_is_listed() {
        let lines = lines(&Zone::new("Europe/Stockholm").unwrap(), date(2026, 6, 1));
        let days: Vec<&str> = lines.iter().filter(|line| line.key() == "RDATE").map(Property::value).collect();
        assert_eq!(days.len(), 2 * usize::from(YEARS.unsigned_abs()) - 1);
        assert_eq!((days[0], days[10]), ("20261025T030000", "20270328T020000"));
    }
}
