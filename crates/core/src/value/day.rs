use crate::DateError;
use jiff::{Span, civil::Date};
use serde::Serialize;
use std::fmt;

/// Day of the years 1900 to 9998.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// Parses a day such as `2021-05-18`.
    pub fn new(value: &str) -> Result<Self, DateError> {
        let date = leading_day(value)?;
        if value.len() > DAY_LEN { Err(DateError::Form) } else { Self::from_date(date) }
    }

    /// Checks that a date is in the years 1900 to 9998.
    pub fn from_date(date: Date) -> Result<Self, DateError> {
        if !(1900..=9998).contains(&date.year()) {
            return Err(DateError::Year { year: date.year() });
        }
        Ok(Self(date))
    }

    /// Returns the date.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }

    /// Returns the day this many days later; `None` after the year 9998.
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

/// Length of a day such as `2021-05-18`, in bytes.
pub(crate) const DAY_LEN: usize = 10;

/// Parses the day that a text begins with.
pub(crate) fn leading_day(text: &str) -> Result<Date, DateError> {
    if !begins_like_a_day(text) {
        return Err(DateError::Form);
    }
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<i16>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return Err(DateError::Form);
    };
    let month = i8::try_from(month).map_err(|_| DateError::Form)?;
    let days = Date::new(year, month, 1).map_err(|_| DateError::NoSuchMonth { month })?.days_in_month();
    let date = i8::try_from(day).ok().and_then(|day| Date::new(year, month, day).ok());
    date.ok_or(DateError::NoSuchDay { year, month, days })
}

/// Returns whether a text begins in the form of a day.
pub(crate) fn begins_like_a_day(text: &str) -> bool {
    let fits = |(found, form): (u8, &u8)| if *form == b'0' { found.is_ascii_digit() } else { found == *form };
    text.len() >= DAY_LEN && text.bytes().zip(b"0000-00-00").all(fits)
}
