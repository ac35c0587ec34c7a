use crate::string::string_type;
use anslag_wording::wording;
use thiserror::Error;

/// A date that may be vague: EDTF (ISO 8601-2:2019, Annex A) of level 0 or 1, kept as written.
///
/// `2021-23` is autumn 2021 and stays so; no exporter makes a day of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edtf(Box<str>);

string_type!(Edtf, EdtfError);

impl Edtf {
    /// Takes an expression of level 0 or 1 as it stands.
    ///
    /// ```
    /// use anslag_core::Edtf;
    ///
    /// assert_eq!(Edtf::new("2021-23")?.dates(), None);
    /// assert!(Edtf::new("2021-13").is_err());
    /// # Ok::<(), anslag_core::EdtfError>(())
    /// ```
    pub fn new(value: &str) -> Result<Self, EdtfError> {
        let parsed =
            edtf_core::Edtf::parse(value).map_err(|error| EdtfError::Syntax { reason: error.message.to_owned() })?;
        if parsed.level() > 1 {
            return Err(EdtfError::Level);
        }
        Ok(Self(value.into()))
    }

    /// The first and the last day, where the expression names real and certain days: one date, or an interval of two.
    #[must_use]
    pub fn dates(&self) -> Option<(&str, &str)> {
        let is_day = |text: &str| text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
        let (first, last) = self.0.split_once('/').unwrap_or((&self.0, &self.0));
        (is_day(first) && is_day(last)).then_some((first, last))
    }

    /// The instant, where the expression is one in a form that XML Schema takes too (`xsd:dateTime`), with its offset in
    /// hours and minutes.
    #[must_use]
    pub fn date_time(&self) -> Option<&str> {
        let (_, time) = self.0.split_once('T').filter(|(date, _)| date.len() == 10)?;
        let offset = time.get(8..)?;
        let is_whole = offset == "Z" || offset.len() == 6 && offset.starts_with(['+', '-']);
        is_whole.then_some(&*self.0)
    }

    /// The season and its year, where the expression is one: `2021-23` is autumn 2021.
    #[must_use]
    pub fn season(&self) -> Option<(Season, &str)> {
        let (year, season) = self.0.split_once('-')?;
        let season = match season {
            "21" => Season::Spring,
            "22" => Season::Summer,
            "23" => Season::Autumn,
            "24" => Season::Winter,
            _ => return None,
        };
        Some((season, year)).filter(|_| year.len() == 4)
    }
}

/// A season of a year (EDTF, level 1: 21 to 24).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn.
    Autumn,
    /// Winter.
    Winter,
}

impl Season {
    /// The season of a year in Swedish, English, Estonian and Latvian, each with its language tag; `{}` stands for the
    /// year.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Spring => ["våren {}", "spring {}", "{} kevad", "{}. gada pavasaris"],
            Self::Summer => ["sommaren {}", "summer {}", "{} suvi", "{}. gada vasara"],
            Self::Autumn => ["hösten {}", "autumn {}", "{} sügis", "{}. gada rudens"],
            Self::Winter => ["vintern {}", "winter {}", "{} talv", "{}. gada ziema"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

wording! {
    /// Why a string is no EDTF date of level 0 or 1.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum EdtfError {
        /// It is not EDTF.
        Syntax {
            /// The parser's words.
            reason: String,
        }
            en("this is no EDTF date: {reason}")
            sv("det här är inget datum enligt EDTF: {reason}"),
        /// It needs level 2, which few programs read.
        Level
            en("this EDTF date is of level 2; only levels 0 and 1 are read")
            sv("datumet är av EDTF:s nivå 2; bara nivå 0 och 1 kan läsas"),
    }
}
