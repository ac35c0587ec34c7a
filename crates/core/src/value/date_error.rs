use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// Reason why a string is no date, date-time or time zone.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum DateError {
        /// No real date or date-time.
        Syntax {
            /// Reason as the parser words it.
            reason: String,
        }
            en("this is no date: {reason}")
            sv("det här är inget datum: {reason}"),
        /// A day that is not written as `YYYY-MM-DD`.
        Form
            en("this is not written as a date, which begins with a day like 2021-05-18")
            sv("det här är inte skrivet som ett datum, som börjar med en dag som 2021-05-18"),
        /// A time zone in brackets.
        Annotation
            en("a time zone in brackets is not read here; an offset such as +02:00 is")
            sv("en tidszon inom hakparentes kan inte läsas här; skillnaden mot UTC, som +02:00, kan det"),
        /// A year outside 1900 to 9998.
        Year {
            /// Year as given.
            year: i16,
        }
            en("the year {year} is not between 1900 and 9998")
            sv("året {year} ligger inte mellan 1900 och 9998"),
        /// An offset with seconds, or of more than 14 hours.
        Offset
            en("the offset from UTC is not in whole minutes, or is more than 14 hours")
            sv("skillnaden mot UTC är inte i hela minuter, eller är större än 14 timmar"),
        /// A local time that the clocks skip or repeat when they change.
        Clock {
            /// Name of the zone.
            zone: String,
        }
            en("the clocks of {zone} show this time twice or never on that day")
            sv("klockorna i {zone} visar den här tiden två gånger eller aldrig den dagen"),
        /// Unknown time zone.
        Zone {
            /// Name as given.
            name: String,
        }
            en("{name:?} is no time zone of the IANA database")
            sv("{name:?} är ingen tidszon i IANA:s databas"),
    }
}
