use crate::{
    DateError, Zone,
    value::moment::{Written, parse_written},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use std::str::FromStr;

/// Moment whose state is published.
///
/// It is parsed from `2026-11-24`, `2026-11-24T15:00`, or a date-time with an offset from UTC,
/// `2026-11-24T15:00:00+01:00`.
///
/// ```
/// use anslag_core::{AsOf, Zone};
///
/// let zone = Zone::new("Europe/Stockholm")?;
/// let instant = "2026-11-24T15:00".parse::<AsOf>()?.instant(&zone);
/// assert_eq!(instant.to_string(), "2026-11-24T14:00:00Z");
/// # Ok::<(), anslag_core::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// End of a day in the publication's time zone.
    Day(Date),
    /// Time that clocks show in the publication's time zone.
    Clock(DateTime),
    Instant(Timestamp),
}

impl AsOf {
    /// Returns the instant in a publication of this time zone.
    ///
    /// For a day, it is the last instant; for a time that clocks show twice, the first one.
    #[must_use]
    pub fn instant(self, zone: &Zone) -> Timestamp {
        match self.0 {
            Kind::Day(date) => zone.end_of(date),
            Kind::Clock(clock) => zone.instant_of(clock),
            Kind::Instant(instant) => instant,
        }
    }
}

impl FromStr for AsOf {
    type Err = DateError;

    fn from_str(value: &str) -> Result<Self, DateError> {
        let Written { date, time, offset } = parse_written(value)?;
        Ok(Self(match (time, offset) {
            (None, _) => Kind::Day(date),
            (Some(time), None) => Kind::Clock(date.to_datetime(time)),
            (Some(time), Some(offset)) => {
                let instant = offset.to_timestamp(date.to_datetime(time));
                Kind::Instant(instant.map_err(|_| DateError::Year { year: date.year() })?)
            }
        }))
    }
}

impl From<Timestamp> for AsOf {
    fn from(instant: Timestamp) -> Self {
        Self(Kind::Instant(instant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: &str) {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let instant = value.parse::<AsOf>().map(|as_of| as_of.instant(&zone).to_string());
        assert_eq!(instant.as_deref(), Ok(expected), "{value}");
    }

    #[test]
    fn a_day_ends_at_midnight_of_its_zone() {
        check("2026-11-24", "2026-11-24T22:59:59.999999999Z");
        check("2026-06-24", "2026-06-24T21:59:59.999999999Z");
        // The clocks change in the night before this day, and on it.
        check("2026-03-29", "2026-03-29T21:59:59.999999999Z");
        check("2026-10-25", "2026-10-25T22:59:59.999999999Z");
        check("9998-12-31", "9998-12-31T22:59:59.999999999Z");
    }

    #[test]
    fn a_time_is_one_of_the_clocks_unless_it_has_an_offset() {
        check("2026-11-24T15:00", "2026-11-24T14:00:00Z");
        check("2026-11-24 15:00", "2026-11-24T14:00:00Z");
        check("2026-11-24T15:00:30.5", "2026-11-24T14:00:30.5Z");
        check("2026-11-24T15:00Z", "2026-11-24T15:00:00Z");
        check("2026-11-24T15:00:00-03:30", "2026-11-24T18:30:00Z");
        // The clocks skip this time, and show the other one twice.
        check("2026-03-29T02:30", "2026-03-29T01:30:00Z");
        check("2026-10-25T02:30", "2026-10-25T00:30:00Z");
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for value in ["", "today", "15:00", "20261124", "2026-11-31", "2026-11-24T25:00", "2026-11-24T"] {
            assert!(value.parse::<AsOf>().is_err(), "{value}");
        }
        for value in ["1899-12-31", "9999-01-01", "9999-01-01T00:00", "1899-12-31T00:00Z"] {
            assert!(matches!(value.parse::<AsOf>(), Err(DateError::Year { .. })), "{value}");
        }
        assert_eq!("2026-11-24T15:00[Europe/Riga]".parse::<AsOf>(), Err(DateError::Annotation));
        assert_eq!("2026-11-24T15:00+15:00".parse::<AsOf>(), Err(DateError::Offset));
    }
}
