use crate::Line;
use anslag_wording::wording;
use jiff::civil::Time;
use serde::Serialize;
use std::fmt;
use thiserror::Error;

/// Hours of a day: `17:00/22:00`. They may pass midnight: `22:00/05:00`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Hours(Line);

impl Hours {
    /// Parses two times of a day with hours and minutes, separated by a slash.
    ///
    /// ```
    /// use anslag_core::Hours;
    ///
    /// assert!(Hours::new("17:00/22:00").is_ok());
    /// assert!(Hours::new("17:00-22:00").is_err());
    /// assert!(Hours::new("17:00/25:00").is_err());
    /// ```
    pub fn new(value: &str) -> Result<Self, HoursError> {
        let is_time = |text: &str| text.len() == 5 && text.as_bytes()[2] == b':' && text.parse::<Time>().is_ok();
        match value.split_once('/') {
            Some((from, to)) if is_time(from) && is_time(to) && from != to => {
                Ok(Self(Line::new(value).expect("two times are a line")))
            }
            _ => Err(HoursError::Form),
        }
    }

    /// Returns the hours as text.
    #[must_use]
    pub const fn line(&self) -> &Line {
        &self.0
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

wording! {
    /// Reason why a text is no hours of a day.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum HoursError {
        /// No two different times with a slash between them.
        Form
            en("hours are two times of a day with `/` between them")
            sv("timmar är två klockslag med `/` emellan"),
    }
}
