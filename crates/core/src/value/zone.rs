use crate::DateError;
use jiff::{
    Timestamp,
    civil::Date,
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

    /// Returns the day in the zone at an instant.
    #[must_use]
    pub fn date_at(&self, instant: Timestamp) -> Date {
        self.rules.to_datetime(instant).date()
    }

    /// Formats an instant as a calendar and a clock in the zone show it: `2021-05-18 10:00`.
    #[must_use]
    pub fn clock(&self, instant: Timestamp) -> String {
        self.rules.to_datetime(instant).strftime("%Y-%m-%d %H:%M").to_string()
    }
}
