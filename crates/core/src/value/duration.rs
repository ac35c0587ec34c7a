use crate::value::string::string_type;
use anslag_wording::wording;
use jiff::{Span, civil::Date};
use thiserror::Error;

/// Length of time (ISO 8601, `xsd:duration`), such as `P1Y`. It is positive, and has no weeks, which XML Schema does
/// not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(Box<str>);

string_type!(Duration, DurationError);

impl Duration {
    /// Parses a duration, and keeps it as written.
    pub fn new(value: &str) -> Result<Self, DurationError> {
        if !value.starts_with('P') || value.contains(|c: char| c.is_ascii_lowercase() || c == ',') {
            return Err(DurationError::Form);
        }
        if value.split('T').next().is_some_and(|date| date.contains('W')) {
            return Err(DurationError::Weeks);
        }
        let parsed: Span = value.parse().map_err(|_| DurationError::Form)?;
        if parsed.is_zero() {
            return Err(DurationError::Zero);
        }
        Ok(Self(value.into()))
    }

    /// Returns the duration as calendar units.
    #[must_use]
    pub fn span(&self) -> Span {
        self.0.parse().expect("a duration was checked when it was made")
    }

    /// Returns the day this much later than another by the calendar; `None` after the year 9998.
    #[must_use]
    pub fn after(&self, day: Date) -> Option<Date> {
        day.checked_add(self.span()).ok().filter(|later| later.year() <= 9998)
    }
}

wording! {
    /// Reason why a string is no duration.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum DurationError {
        /// No form of an ISO 8601 duration.
        Form
            en("invalid duration: it must be like `P1Y`, `P6M` or `P14D`")
            sv("ogiltig varaktighet: den skrivs som `P1Y`, `P6M` eller `P14D`"),
        /// A number of weeks.
        Weeks
            en("invalid duration: XML Schema has no weeks; two weeks are `P14D`")
            sv("ogiltig varaktighet: XML Schema har inga veckor; två veckor är `P14D`"),
        /// A duration of length zero.
        Zero
            en("invalid duration: it is zero")
            sv("ogiltig varaktighet: den är noll"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
