use crate::{
    ClosedSet, DateError, Moment, Zone,
    closed_set::closed_set,
    value::{
        day::{begins_like_a_day, leading_day},
        string::string_type,
    },
};
use anslag_wording::wording;
use jiff::civil::Date;
use thiserror::Error;

/// Date that may be vague: EDTF (ISO 8601-2:2019, Annex A) of level 0 or 1, kept as written.
///
/// `2021-23` is autumn 2021 and stays so; no exporter turns it into a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edtf(Box<str>);

string_type!(Edtf, EdtfError);

impl Edtf {
    /// Parses an expression of level 0 or 1, and keeps it as written.
    ///
    /// ```
    /// use anslag_core::Edtf;
    ///
    /// assert_eq!(Edtf::new("2021-23")?.dates(), None);
    /// assert!(Edtf::new("2021-13").is_err());
    /// # Ok::<(), anslag_core::EdtfError>(())
    /// ```
    pub fn new(value: &str) -> Result<Self, EdtfError> {
        let parsed = edtf_core::Edtf::parse(value).map_err(|_| syntax_error(value))?;
        if parsed.level() > 1 {
            return Err(EdtfError::Level);
        }
        Ok(Self(value.into()))
    }

    /// Returns the first and the last day if the expression is one certain date, or an interval of two.
    #[must_use]
    pub fn dates(&self) -> Option<(&str, &str)> {
        let is_day = |text: &str| text.len() == 10 && text.parse::<Date>().is_ok();
        let (first, last) = self.0.split_once('/').unwrap_or((&self.0, &self.0));
        (is_day(first) && is_day(last)).then_some((first, last))
    }

    /// Returns the instant if the expression is one that XML Schema accepts too (`xsd:dateTime`). Its offset has hours
    /// and minutes.
    #[must_use]
    pub fn date_time(&self) -> Option<&str> {
        let (_, time) = self.0.split_once('T').filter(|(date, _)| date.len() == 10)?;
        let offset = time.get(8..)?;
        let is_whole = offset == "Z" || offset.len() == 6 && offset.starts_with(['+', '-']);
        is_whole.then_some(&*self.0)
    }

    /// Returns the last day that the expression can mean, in `zone` if it has a time. Returns `None` if that is uncertain.
    #[must_use]
    pub fn last_day(&self, zone: &Zone) -> Option<Date> {
        let last = self.0.split_once('/').map_or(&*self.0, |(_, last)| last);
        let day = |text: String| text.parse::<Date>().ok();
        match last.len() {
            4 => day(format!("{last}-12-31")),
            7 => day(format!("{last}-01")).map(Date::last_of_month),
            _ => Moment::parse(last, zone).ok().map(|moment| moment.date(zone)),
        }
    }

    /// Returns the season and its year if the expression is one: `2021-23` is autumn 2021.
    #[must_use]
    pub fn season(&self) -> Option<(Season, &str)> {
        let (year, season) = self.0.split_once('-')?;
        Some((Season::from_key(season)?, year)).filter(|_| year.len() == 4)
    }
}

/// Returns what keeps a text from being EDTF.
fn syntax_error(value: &str) -> EdtfError {
    let impossible = |date: &str| if begins_like_a_day(date) { leading_day(date).err() } else { None };
    if let Some(error) = value.split('/').find_map(impossible) {
        return EdtfError::NoSuchDay { error };
    }
    if begins_like_a_day(value) && matches!(value.as_bytes().get(10), Some(b'T' | b' ')) {
        return EdtfError::NoOffset;
    }
    match value.split_once('/') {
        Some((first, last)) if edtf_core::Edtf::parse(first).is_ok() && edtf_core::Edtf::parse(last).is_ok() => {
            EdtfError::Backwards
        }
        _ => EdtfError::Syntax,
    }
}

closed_set! {
    /// Season of a year. Its key is its number in EDTF (level 1), and `{}` stands for the year in its labels.
    pub enum Season {
        /// Spring.
        Spring "21" sv("våren {}") en("spring {}") et("{} kevad") lv("{}. gada pavasaris"),
        /// Summer.
        Summer "22" sv("sommaren {}") en("summer {}") et("{} suvi") lv("{}. gada vasara"),
        /// Autumn.
        Autumn "23" sv("hösten {}") en("autumn {}") et("{} sügis") lv("{}. gada rudens"),
        /// Winter.
        Winter "24" sv("vintern {}") en("winter {}") et("{} talv") lv("{}. gada ziema"),
    }
}

wording! {
    /// Reason why a string is no EDTF date of level 0 or 1.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum EdtfError {
        /// A day that does not exist.
        NoSuchDay {
            /// Reason.
            error: DateError,
        }
            en("{error}")
            sv("{error}"),
        /// A date-time without its offset from UTC.
        NoOffset
            en("invalid EDTF date: a time needs seconds and an offset from UTC, as in `T18:00:00+02:00`")
            sv("ogiltigt datum enligt EDTF: ett klockslag har sekunder och skillnaden mot UTC, som i `T18:00:00+02:00`"),
        /// An interval whose end is before its beginning.
        Backwards
            en("invalid EDTF date: the interval ends before it begins")
            sv("ogiltigt datum enligt EDTF: intervallet slutar innan det börjar"),
        /// No EDTF.
        Syntax
            en("invalid EDTF date: it is no day, month, season, year or interval that EDTF can write")
            sv("ogiltigt datum enligt EDTF: det är ingen dag, månad, årstid, år eller intervall som EDTF kan skriva"),
        /// EDTF of level 2, which few programs read.
        Level
            en("unsupported EDTF date of level 2; only levels 0 and 1 are supported")
            sv("datum av EDTF:s nivå 2 stöds inte; bara nivå 0 och 1 stöds"),
    }
}
