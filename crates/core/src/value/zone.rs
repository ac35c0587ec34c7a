use crate::DateError;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    tz::{TimeZone, TimeZoneDatabase},
};

/// Time zone of a publication: a name of the IANA database.
///
/// The program has its own copy of the database, so that the rules of the machine do not matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    pub(crate) name: Box<str>,
    pub(crate) rules: TimeZone,
}

impl Zone {
    /// Parses a name such as `Europe/Stockholm`.
    pub fn new(name: &str) -> Result<Self, DateError> {
        match TimeZoneDatabase::bundled().get(name) {
            Ok(rules) => Ok(Self { name: rules.iana_name().unwrap_or(name).into(), rules }),
            Err(_) => Err(DateError::Zone { name: name.to_owned() }),
        }
    }

    /// Returns the name in the IANA database.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the instant at which clocks of the zone show a time; the first one if they show it twice.
    pub(crate) fn instant_of(&self, clock: DateTime) -> Timestamp {
        let instant = self.rules.to_ambiguous_timestamp(clock).compatible();
        instant.expect("a time of the years 1900 to 9998 is in range in every zone")
    }

    /// Returns the last instant of a day in the zone.
    pub(crate) fn end_of(&self, day: Date) -> Timestamp {
        let next = day.tomorrow().expect("a day follows each one of the years 1900 to 9998");
        self.instant_of(next.to_datetime(Time::midnight())) - SignedDuration::from_nanos(1)
    }

    /// Returns the time that clocks of the zone show at an instant.
    #[must_use]
    pub fn clock_at(&self, instant: Timestamp) -> DateTime {
        self.rules.to_datetime(instant)
    }

    /// Returns the rules of the zone.
    #[must_use]
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// Returns the day in the zone at an instant.
    #[must_use]
    pub fn date_at(&self, instant: Timestamp) -> Date {
        self.rules.to_datetime(instant).date()
    }
}
