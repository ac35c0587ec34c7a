use crate::DateError;
use jiff::{
    Timestamp,
    civil::Date,
    tz::{TimeZone, TimeZoneDatabase},
};

/// The time zone of a publication: a name of the IANA database, as it is bundled with the program, so that the rules
/// of the machine it runs on do not reach the output.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    pub(crate) name: Box<str>,
    pub(crate) rules: TimeZone,
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
