use anslag_core::DateError;
use anslag_wording::wording;
use jiff::{
    civil::{Date, DateTime},
    tz::Offset,
};
use std::{fmt, ops::Range};
use thiserror::Error;

/// Date in a text, with the bytes that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Meaning, or the reason why there is none.
    pub date: Result<StatedDate, DateDoubt>,
}

/// Meaning of a date in a text: one point in time, or an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDate {
    /// The date, or the first one of an interval.
    pub first: DatePoint,
    /// The last date of an interval.
    pub last: Option<DatePoint>,
    /// Reason to doubt that this is what the writer means. Data need a date without doubt.
    pub doubt: Option<DateDoubt>,
}

/// Date as exact as a text states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePoint {
    /// Year.
    Year(i16),
    /// Season of a year, by its number in EDTF.
    Season(i16, i8),
    /// Month of a year.
    Month(i16, i8),
    /// Day.
    Day(Date),
    /// Day with a time on the clocks of the place.
    Clock(DateTime),
    /// Day with a time and its offset from UTC.
    Instant(DateTime, Offset),
}

impl DatePoint {
    /// Returns the day, if it is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Year(_) | Self::Season(..) | Self::Month(..) => None,
            Self::Day(day) => Some(day),
            Self::Clock(clock) | Self::Instant(clock, _) => Some(clock.date()),
        }
    }
}

/// Writes the point as source files do: `2021`, `2021-23`, `2021-05-18`, `2021-05-18T10:00:00+02:00`.
impl fmt::Display for DatePoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Season(year, part) | Self::Month(year, part) => write!(f, "{year:04}-{part:02}"),
            Self::Day(day) => day.fmt(f),
            Self::Clock(clock) => clock.fmt(f),
            Self::Instant(clock, Offset::UTC) => write!(f, "{clock}Z"),
            Self::Instant(clock, offset) => {
                let sign = if offset.is_negative() { '-' } else { '+' };
                let minutes = offset.seconds().abs() / 60;
                write!(f, "{clock}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

/// Writes an interval with a slash, as in EDTF.
impl fmt::Display for StatedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.last.iter().try_for_each(|last| write!(f, "/{last}"))
    }
}

wording! {
    /// Reason to doubt a date, or not to take it at all.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum DateDoubt {
        /// A text that is no date.
        NoDate
            en("unknown date: write it as `2021-05-18`")
            sv("okänt datum: skriv det som `2021-05-18`"),
        /// A date without a year, and no other date beside it.
        NoYear
            en("the date has no year: write it as `2021-05-18`")
            sv("datumet saknar år: skriv det som `2021-05-18`"),
        /// A year that was taken from another date.
        GuessedYear {
            /// Date with that year.
            date: String,
        }
            en("the date has no year: write `{date}` if that is meant")
            sv("datumet saknar år: skriv `{date}` om det är det som menas"),
        /// A year of two digits.
        TwoDigitYear {
            /// Date with the whole year.
            date: String,
        }
            en("the year has two digits: write `{date}` if that is meant")
            sv("årtalet har två siffror: skriv `{date}` om det är det som menas"),
        /// A date that can be read in two ways.
        Ambiguous
            en("ambiguous date: write it as `2021-05-18`")
            sv("tvetydigt datum: skriv det som `2021-05-18`"),
        /// A day of the week on which the date is not.
        Weekday {
            /// The date.
            date: String,
        }
            en("the day of the week is not that of `{date}`")
            sv("veckodagen är inte den för `{date}`"),
        /// A date that does not exist, or that no source file can have.
        Invalid {
            /// Reason.
            error: DateError,
        }
            en("{error}")
            sv("{error}"),
        /// A year that is not between 1900 and 9998.
        Year {
            /// Year as written.
            year: String,
        }
            en("invalid date: the year {year} is not between 1900 and 9998")
            sv("ogiltigt datum: året {year} ligger inte mellan 1900 och 9998"),
        /// A time that no clock shows, or an offset from UTC that no place has.
        Time
            en("invalid time: hours are 0 to 23, minutes 0 to 59")
            sv("ogiltigt klockslag: timmar är 0 till 23, minuter 0 till 59"),
        /// An interval whose end is before its beginning.
        Backwards
            en("the interval ends before it begins")
            sv("intervallet slutar innan det börjar"),
    }
}
