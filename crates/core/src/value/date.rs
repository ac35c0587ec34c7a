use crate::value::string::string_type;
use anslag_wording::wording;
use jiff::{
    Span, Timestamp,
    civil::{Date, Time},
    tz::{Offset, TimeZone, TimeZoneDatabase},
};
use serde::Serialize;
use std::fmt;
use thiserror::Error;

/// The time zone of a publication: a name of the IANA database, as it is bundled with the program, so that the rules
/// of the machine it runs on do not reach the output.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    name: Box<str>,
    rules: TimeZone,
}

impl Zone {
    /// Takes a name such as `Europe/Stockholm`.
    pub fn new(name: &str) -> Result<Self, DateError> {
        match TimeZoneDatabase::bundled().get(name) {
            Ok(rules) => Ok(Self { name: rules.iana_name().unwrap_or(name).into(), rules }),
            Err(_) => Err(DateError::Zone { name: name.to_owned() }),
        }
    }

    /// The zone's name in the IANA database.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day that it is in the zone at an instant.
    #[must_use]
    pub fn date_at(&self, instant: Timestamp) -> Date {
        self.rules.to_datetime(instant).date()
    }

    /// What a calendar and a clock in the zone show at an instant: `2021-05-18 10:00`.
    #[must_use]
    pub fn clock(&self, instant: Timestamp) -> String {
        self.rules.to_datetime(instant).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

/// When something was published or changed: a day, or an instant with its offset from UTC, whichever the source gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A day in the publication's time zone (`xsd:date`).
    Date(Day),
    /// An instant (`xsd:dateTime`).
    DateTime(DateTime),
}

/// A day of the years 1900 to 9998.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// Whether a text has the form of a day at its beginning, so that a parser's words about it make sense.
fn begins_like_a_day(text: &str) -> bool {
    let fits = |(found, form): (u8, &u8)| if *form == b'0' { found.is_ascii_digit() } else { found == *form };
    text.len() >= 10 && text.bytes().zip(b"0000-00-00").all(fits)
}

impl Day {
    /// Takes `2021-05-18`.
    pub fn new(value: &str) -> Result<Self, DateError> {
        if !begins_like_a_day(value) {
            return Err(DateError::Form);
        }
        let date: Date = value.parse().map_err(|error: jiff::Error| DateError::Syntax { reason: error.to_string() })?;
        if date.to_string() != value {
            return Err(DateError::Form);
        }
        match Moment::day(date)? {
            Moment::Date(day) => Ok(day),
            Moment::DateTime(_) => Err(DateError::Form),
        }
    }

    /// The date.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }

    /// So many days later; none after the year 9998.
    #[must_use]
    pub(crate) fn plus_days(self, days: i32) -> Option<Self> {
        let date = self.0.checked_add(Span::new().days(days)).ok()?;
        (date.year() <= 9998).then_some(Self(date))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An instant of the years 1900 to 9998, with an offset of whole minutes, at most 14 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    timestamp: Timestamp,
    offset: Offset,
}

impl Moment {
    /// Takes `2021-05-18`, `2021-05-18T10:00:00+02:00`, or a local date-time of the zone, `2021-05-18 10:00`.
    ///
    /// ```
    /// use anslag_core::{Moment, Zone};
    ///
    /// let zone = Zone::new("Europe/Stockholm")?;
    /// assert_eq!(Moment::parse("2021-05-18 10:00", &zone)?.to_string(), "2021-05-18T10:00:00+02:00");
    /// assert_eq!(Moment::parse("2021-05-18", &zone)?.to_string(), "2021-05-18");
    /// # Ok::<(), anslag_core::DateError>(())
    /// ```
    pub fn parse(value: &str, zone: &Zone) -> Result<Self, DateError> {
        if !begins_like_a_day(value) {
            return Err(DateError::Form);
        }
        let parser = jiff::fmt::temporal::DateTimeParser::new();
        let pieces = parser.parse_pieces(value).map_err(|error| DateError::Syntax { reason: error.to_string() })?;
        if pieces.time_zone_annotation().is_some() {
            return Err(DateError::Annotation);
        }
        let Some(time) = pieces.time() else {
            let canonical = pieces.date().to_string() == value;
            return if canonical { Self::day(pieces.date()) } else { Err(DateError::Form) };
        };
        let local = pieces.date().to_datetime(time);
        let (timestamp, offset) = match pieces.to_numeric_offset() {
            Some(offset) => (offset.to_timestamp(local).map_err(|_| DateError::Year { year: local.year() })?, offset),
            None => {
                let timestamp = zone
                    .rules
                    .to_ambiguous_timestamp(local)
                    .unambiguous()
                    .map_err(|_| DateError::Clock { zone: zone.name.to_string() })?;
                (timestamp, zone.rules.to_offset(timestamp))
            }
        };
        if !(1900..=9998).contains(&local.year()) {
            return Err(DateError::Year { year: local.year() });
        }
        if offset.seconds() % 60 != 0 || offset.seconds().abs() > 14 * 3600 {
            return Err(DateError::Offset);
        }
        Ok(Self::DateTime(DateTime { timestamp, offset }))
    }

    /// A day.
    pub fn day(date: Date) -> Result<Self, DateError> {
        if !(1900..=9998).contains(&date.year()) {
            return Err(DateError::Year { year: date.year() });
        }
        Ok(Self::Date(Day(date)))
    }

    /// An instant, with the zone's offset from UTC at that time, rounded to minutes.
    ///
    /// The instant is one that an announcement has, and so in the years 1900 to 9998.
    #[must_use]
    pub fn at(timestamp: Timestamp, zone: &Zone) -> Self {
        Self::DateTime(DateTime { timestamp, offset: zone.rules.to_offset(timestamp) })
    }

    /// The instant; of a day, its beginning in the zone.
    #[must_use]
    pub fn instant(&self, zone: &Zone) -> Timestamp {
        match self {
            Self::Date(Day(date)) => zone
                .rules
                .to_ambiguous_timestamp(date.to_datetime(Time::midnight()))
                .compatible()
                .expect("a day from 1900 to 9998 begins in every zone"),
            Self::DateTime(at) => at.timestamp,
        }
    }

    /// Whether it is certainly before another: a day is not before an instant of the same day, nor after it.
    #[must_use]
    pub fn is_before(&self, other: &Self, zone: &Zone) -> bool {
        match (self, other) {
            (Self::DateTime(own), Self::DateTime(other)) => own.timestamp < other.timestamp,
            (Self::Date(_), _) | (_, Self::Date(_)) => self.date(zone) < other.date(zone),
        }
    }

    /// The offset from UTC: the source's own; of a day, that of its beginning in the zone.
    #[must_use]
    pub fn offset(&self, zone: &Zone) -> Offset {
        match self {
            Self::Date(_) => zone.rules.to_offset(self.instant(zone)),
            Self::DateTime(at) => at.offset,
        }
    }

    /// The day in the zone.
    #[must_use]
    pub fn date(&self, zone: &Zone) -> Date {
        match self {
            Self::Date(Day(date)) => *date,
            Self::DateTime(at) => zone.date_at(at.timestamp),
        }
    }

    /// The moment as RFC 3339 has it: always with a time and an offset.
    #[must_use]
    pub fn rfc3339(&self, zone: &Zone) -> String {
        DateTime { timestamp: self.instant(zone), offset: self.offset(zone) }.to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(Day(date)) => date.fmt(f),
            Self::DateTime(at) => at.fmt(f),
        }
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // UTC has one form, `Z`, so that programs which rewrite dates keep it.
        if self.offset == Offset::UTC {
            self.timestamp.fmt(f)
        } else {
            self.timestamp.display_with_offset(self.offset).fmt(f)
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A length of time (ISO 8601, `xsd:duration`), such as `P1Y`: not negative, and without weeks, which XML Schema
/// does not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(Box<str>);

string_type!(Duration, DurationError);

impl Duration {
    /// Takes a duration as it stands.
    pub fn new(value: &str) -> Result<Self, DurationError> {
        if !value.starts_with('P') || value.contains(|c: char| c.is_ascii_lowercase() || c == ',') {
            return Err(DurationError::Form);
        }
        if value.split('T').next().is_some_and(|date| date.contains('W')) {
            return Err(DurationError::Weeks);
        }
        let parsed: Span =
            value.parse().map_err(|error: jiff::Error| DurationError::Syntax { reason: error.to_string() })?;
        if parsed.is_zero() {
            return Err(DurationError::Zero);
        }
        Ok(Self(value.into()))
    }

    /// The day that is so much later than another, by the calendar; none after the year 9998.
    #[must_use]
    pub fn after(&self, day: Date) -> Option<Date> {
        let span: Span = self.0.parse().expect("a duration was checked when it was made");
        day.checked_add(span).ok().filter(|later| later.year() <= 9998)
    }
}

wording! {
    /// Why a string is no date, date-time or time zone.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum DateError {
        /// It is not a real date or date-time.
        Syntax {
            /// The parser's words.
            reason: String,
        }
            en("this is no date: {reason}")
            sv("det här är inget datum: {reason}"),
        /// A day is not written as `YYYY-MM-DD`.
        Form
            en("this is not written as a date, which begins with a day like 2021-05-18")
            sv("det här är inte skrivet som ett datum, som börjar med en dag som 2021-05-18"),
        /// It carries a time zone in brackets.
        Annotation
            en("a time zone in brackets is not read here; an offset such as +02:00 is")
            sv("en tidszon inom hakparentes kan inte läsas här; skillnaden mot UTC, som +02:00, kan det"),
        /// The year is outside of 1900 to 9998.
        Year {
            /// The year that was given.
            year: i16,
        }
            en("the year {year} is not between 1900 and 9998")
            sv("året {year} ligger inte mellan 1900 och 9998"),
        /// The offset has seconds, or is more than 14 hours.
        Offset
            en("the offset from UTC is not in whole minutes, or is more than 14 hours")
            sv("skillnaden mot UTC är inte i hela minuter, eller är större än 14 timmar"),
        /// A local time that the clocks skip or repeat when they change.
        Clock {
            /// The zone's name.
            zone: String,
        }
            en("the clocks of {zone} show this time twice or never on that day")
            sv("klockorna i {zone} visar den här tiden två gånger eller aldrig den dagen"),
        /// There is no such time zone.
        Zone {
            /// What was given.
            name: String,
        }
            en("{name:?} is no time zone of the IANA database")
            sv("{name:?} är ingen tidszon i IANA:s databas"),
    }
}

wording! {
    /// Why a string is no duration.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum DurationError {
        /// It does not look like an ISO 8601 duration.
        Form
            en("this is no duration: it does not have the form P1Y, P6M or P14D")
            sv("det här är ingen varaktighet: den skrivs som P1Y, P6M eller P14D"),
        /// It is not an ISO 8601 duration.
        Syntax {
            /// The parser's words.
            reason: String,
        }
            en("this is no duration: {reason}")
            sv("det här är ingen varaktighet: {reason}"),
        /// It counts in weeks.
        Weeks
            en("XML Schema knows no weeks; 2 weeks are P14D")
            sv("XML Schema känner inte till veckor; två veckor är P14D"),
        /// It has no length.
        Zero
            en("the duration is zero")
            sv("varaktigheten är noll"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Result<&str, DateError>) {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let moment = Moment::parse(value, &zone).map(|moment| moment.to_string());
        match (moment, expected) {
            (Err(DateError::Syntax { .. }), Err(DateError::Syntax { .. })) => {}
            (moment, expected) => assert_eq!(moment, expected.map(str::to_owned)),
        }
    }

    #[test]
    fn moments_are_kept_as_the_source_gives_them() {
        let syntax = || DateError::Syntax { reason: String::new() };
        check("2021-05-18", Ok("2021-05-18"));
        check("2021-05-18T10:00:00Z", Ok("2021-05-18T10:00:00Z"));
        check("2021-05-18T10:00:00-03:00", Ok("2021-05-18T10:00:00-03:00"));
        check("2021-01-18 10:00", Ok("2021-01-18T10:00:00+01:00"));
        check("2021-02-30", Err(syntax()));
        check("18/5 2021", Err(DateError::Form));
        check("20210518", Err(DateError::Form));
        check("2021-03-28 02:30", Err(DateError::Clock { zone: "Europe/Stockholm".to_owned() }));
        check("2021-10-31 02:30", Err(DateError::Clock { zone: "Europe/Stockholm".to_owned() }));
        check("1021-10-31", Err(DateError::Year { year: 1021 }));
        check("2021-05-18T10:00:00+15:00", Err(DateError::Offset));
        check("2021-05-18T10:00:00[Europe/Riga]", Err(DateError::Annotation));
    }

    #[test]
    fn a_day_begins_at_midnight_of_its_zone() {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let rfc3339 = |value: &str| Moment::parse(value, &zone).unwrap().rfc3339(&zone);
        assert_eq!(rfc3339("2021-05-18"), "2021-05-18T00:00:00+02:00");
        assert_eq!(rfc3339("2021-12-18"), "2021-12-18T00:00:00+01:00");
    }

    #[test]
    fn a_day_is_not_before_an_instant_of_it() {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let is_before = |one: &str, other: &str| {
            let moment = |text: &str| Moment::parse(text, &zone).unwrap();
            moment(one).is_before(&moment(other), &zone)
        };
        assert!(!is_before("2021-05-18", "2021-05-18T10:00:00+02:00"));
        assert!(!is_before("2021-05-18T10:00:00+02:00", "2021-05-18"));
        assert!(is_before("2021-05-17", "2021-05-18T00:00:00+02:00"));
        assert!(is_before("2021-05-17T23:59:59+02:00", "2021-05-18"));
        assert!(is_before("2021-05-18T10:00:00+02:00", "2021-05-18T10:00:01+02:00"));
    }

    #[test]
    fn durations_are_those_of_xml_schema() {
        for good in ["P1Y", "P6M", "P14D", "PT36H", "P1Y6M"] {
            assert_eq!(Duration::new(good).unwrap().as_str(), good);
        }
        for bad in ["1 year", "P", "-P1Y", "P2W", "p1y", "P1,5Y", "P0D", "PT"] {
            assert!(Duration::new(bad).is_err(), "{bad}");
        }
    }
}
