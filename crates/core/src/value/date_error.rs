use anslag_wording::wording;
use thiserror::Error;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Returns the name of a month, from 1.
fn month_name(names: [&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| names.get(at).copied()).unwrap_or_default()
}

wording! {
    /// Reason why a string is no date, date-time or time zone.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum DateError {
        /// A day that its month does not have.
        NoSuchDay {
            /// Year as given.
            year: i16,
            /// Month, from 1.
            month: i8,
            /// Number of days that the month has.
            days: i8,
        }
            en("invalid date: {} {} has {} days", month_name(MONTHS_EN, *month), *year, *days)
            sv("ogiltigt datum: {} {} har {} dagar", month_name(MONTHS_SV, *month), *year, *days),
        /// A month that is not from 1 to 12.
        NoSuchMonth {
            /// Month as given.
            month: i8,
        }
            en("invalid date: there is no month {}", *month)
            sv("ogiltigt datum: det finns ingen månad {}", *month),
        /// Something after the day that is no time.
        Time
            en("invalid date: what follows the day is not a time such as `T10:00:00+02:00`")
            sv("ogiltigt datum: det som följer på dagen är inget klockslag som `T10:00:00+02:00`"),
        /// A day that is not written as `YYYY-MM-DD`.
        Form
            en("invalid date: it must begin with a day such as `2021-05-18`")
            sv("ogiltigt datum: det ska börja med en dag som `2021-05-18`"),
        /// A time zone in brackets.
        Annotation
            en("invalid date: a time zone in brackets is not supported, an offset such as `+02:00` is")
            sv("ogiltigt datum: en tidszon inom hakparentes stöds inte, men skillnaden mot UTC, som `+02:00`"),
        /// A year outside 1900 to 9998.
        Year {
            /// Year as given.
            year: i16,
        }
            en("invalid date: the year {year} is not between 1900 and 9998")
            sv("ogiltigt datum: året {year} ligger inte mellan 1900 och 9998"),
        /// An offset with seconds, or of more than 14 hours.
        Offset
            en("invalid date: the offset from UTC is not in whole minutes, or is more than 14 hours")
            sv("ogiltigt datum: skillnaden mot UTC är inte i hela minuter, eller är större än 14 timmar"),
        /// A local time that the clocks skip or repeat when they change.
        Clock {
            /// Name of the zone.
            zone: String,
        }
            en("ambiguous date: the clocks of {zone} show this time twice or never on that day")
            sv("tvetydigt datum: klockorna i {zone} visar den här tiden två gånger eller aldrig den dagen"),
        /// Unknown time zone.
        Zone {
            /// Name as given.
            name: String,
        }
            en("unknown time zone `{name}` (IANA database)")
            sv("okänd tidszon `{name}` (IANA:s databas)"),
    }
}
