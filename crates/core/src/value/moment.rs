use crate::{
    DateError, Day, Zone,
    value::day::{DAY_LEN, leading_day},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::Offset,
};
use serde::Serialize;
use std::fmt;

/// Time of a publication or a change, as the source gives it: a day, or an instant with its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Day in the publication's time zone (`xsd:date`).
    Date(Day),
    /// Instant (`xsd:dateTime`).
    DateTime(DateTime),
}

impl Moment {
    /// Parses `2021-05-18`, `2021-05-18T10:00:00+02:00`, or a local date-time of the zone, `2021-05-18 10:00`.
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
        let Written { date, time, offset } = parse_written(value)?;
        let Some(time) = time else { return Self::day(date) };
        let local = date.to_datetime(time);
        let (timestamp, offset) = match offset {
            Some(offset) => (offset.to_timestamp(local).map_err(|_| DateError::Year { year: local.year() })?, offset),
            None => {
                let timestamp = zone
                    .rules
                    .to_ambiguous_timestamp(local)
                    .unambiguous()
                    .map_err(|_| DateError::Clock { zone: zone.name.to_string() })?;
                let offset = zone.rules.to_offset(timestamp);
                (timestamp, check_offset(offset)?)
            }
        };
        Ok(Self::DateTime(DateTime { timestamp, offset }))
    }

    /// Checks that a date is in the years 1900 to 9998.
    pub fn day(date: Date) -> Result<Self, DateError> {
        Day::from_date(date).map(Self::Date)
    }

    /// Returns an instant with the zone's offset from UTC at that time.
    ///
    /// The instant must be in the years 1900 to 9998, as every instant of an announcement is.
    #[must_use]
    pub fn at(timestamp: Timestamp, zone: &Zone) -> Self {
        Self::DateTime(DateTime { timestamp, offset: zone.rules.to_offset(timestamp) })
    }

    /// Returns the instant; for a day, midnight in `zone`.
    #[must_use]
    pub fn instant(&self, zone: &Zone) -> Timestamp {
        match self {
            Self::Date(day) => zone.instant_of(day.date().to_datetime(Time::midnight())),
            Self::DateTime(at) => at.timestamp,
        }
    }

    /// Returns the instant at which a time is over that lasts until this; for a day, the end of it.
    #[must_use]
    pub fn end(&self, zone: &Zone) -> Timestamp {
        let next_day = match self {
            Self::Date(day) => day.plus_days(1).map(Self::Date),
            Self::DateTime(_) => None,
        };
        next_day.unwrap_or(*self).instant(zone)
    }

    /// Returns whether this is certainly before `other`. A day is neither before nor after an instant of the same day.
    #[must_use]
    pub fn is_before(&self, other: &Self, zone: &Zone) -> bool {
        match (self, other) {
            (Self::DateTime(own), Self::DateTime(other)) => own.timestamp < other.timestamp,
            (Self::Date(_), _) | (_, Self::Date(_)) => self.date(zone) < other.date(zone),
        }
    }

    /// Returns the offset from UTC; for a day, that of midnight in `zone`.
    #[must_use]
    pub fn offset(&self, zone: &Zone) -> Offset {
        match self {
            Self::Date(_) => zone.rules.to_offset(self.instant(zone)),
            Self::DateTime(at) => at.offset,
        }
    }

    /// Returns the day in `zone`.
    #[must_use]
    pub fn date(&self, zone: &Zone) -> Date {
        match self {
            Self::Date(day) => day.date(),
            Self::DateTime(at) => zone.date_at(at.timestamp),
        }
    }

    /// Formats the moment by RFC 3339, with a time and an offset; for a day, those of midnight in `zone`.
    #[must_use]
    pub fn rfc3339(&self, zone: &Zone) -> String {
        DateTime { timestamp: self.instant(zone), offset: self.offset(zone) }.to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(day) => day.fmt(f),
            Self::DateTime(at) => at.fmt(f),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Day or date-time as it is written, of the years 1900 to 9998.
pub(crate) struct Written {
    pub(crate) date: Date,
    pub(crate) time: Option<Time>,
    /// Offset from UTC, of whole minutes and at most 14 hours.
    pub(crate) offset: Option<Offset>,
}

/// Parses a day or a date-time, with or without an offset.
pub(crate) fn parse_written(value: &str) -> Result<Written, DateError> {
    let date = leading_day(value)?;
    if value.len() == DAY_LEN {
        return Ok(Written { date: Day::from_date(date)?.date(), time: None, offset: None });
    }
    let parser = jiff::fmt::temporal::DateTimeParser::new();
    let pieces = parser.parse_pieces(value).map_err(|_| DateError::Time)?;
    if pieces.time_zone_annotation().is_some() {
        return Err(DateError::Annotation);
    }
    let time = pieces.time().ok_or(DateError::Form)?;
    let date = Day::from_date(pieces.date())?.date();
    Ok(Written { date, time: Some(time), offset: pieces.to_numeric_offset().map(check_offset).transpose()? })
}

fn check_offset(offset: Offset) -> Result<Offset, DateError> {
    let is_right = offset.seconds() % 60 == 0 && offset.seconds().abs() <= 14 * 3600;
    if is_right { Ok(offset) } else { Err(DateError::Offset) }
}

/// Instant of the years 1900 to 9998, with an offset of whole minutes and at most 14 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    timestamp: Timestamp,
    offset: Offset,
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // UTC is always written `Z`, since some programs rewrite the other forms.
        if self.offset == Offset::UTC {
            self.timestamp.fmt(f)
        } else {
            self.timestamp.display_with_offset(self.offset).fmt(f)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Result<&str, DateError>) {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let moment = Moment::parse(value, &zone).map(|moment| moment.to_string());
        assert_eq!(moment, expected.map(str::to_owned));
    }

    #[test]
    fn moments_are_kept_as_the_source_gives_them() {
        check("2021-05-18", Ok("2021-05-18"));
        check("2021-05-18T10:00:00Z", Ok("2021-05-18T10:00:00Z"));
        check("2021-05-18T10:00:00-03:00", Ok("2021-05-18T10:00:00-03:00"));
        check("2021-01-18 10:00", Ok("2021-01-18T10:00:00+01:00"));
        check("2021-02-30", Err(DateError::NoSuchDay { year: 2021, month: 2, days: 28 }));
        check("2024-02-30T10:00", Err(DateError::NoSuchDay { year: 2024, month: 2, days: 29 }));
        check("2021-13-01", Err(DateError::NoSuchMonth { month: 13 }));
        check("2021-05-18T25:00", Err(DateError::Time));
        check("2021-05-18 i går", Err(DateError::Time));
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
}
