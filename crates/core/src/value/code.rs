use crate::{AuthorityTable, Iri};
use anslag_wording::wording;
use thiserror::Error;

/// A theme of the EU's authority table data-theme, which European data portals sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DataTheme(&'static str);

impl DataTheme {
    /// Every theme there is.
    pub const ALL: [Self; 14] = [
        Self("AGRI"),
        Self("ECON"),
        Self("EDUC"),
        Self("ENER"),
        Self("ENVI"),
        Self("GOVE"),
        Self("HEAL"),
        Self("INTR"),
        Self("JUST"),
        Self("OP_DATPRO"),
        Self("REGI"),
        Self("SOCI"),
        Self("TECH"),
        Self("TRAN"),
    ];

    /// Takes a code such as `GOVE`.
    pub fn new(code: &str) -> Result<Self, CodeError> {
        Self::ALL.into_iter().find(|theme| theme.0 == code).ok_or_else(|| CodeError::Theme { code: code.to_owned() })
    }

    /// The code, as in `GOVE`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The theme's IRI in the authority table.
    #[must_use]
    pub fn iri(self) -> Iri {
        AuthorityTable::DataTheme.concept(self.0)
    }
}

impl serde::Serialize for DataTheme {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

wording! {
    /// Why a code is in none of the tables.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum CodeError {
        /// There is no such data theme.
        Theme {
            /// What was given.
            code: String,
        }
            en("{code:?} is no theme of the EU's table data-theme")
            sv("{code:?} är inget tema i EU:s tabell data-theme"),
        /// There is no such country.
        Country {
            /// What was given.
            code: String,
        }
            en("{code:?} is no country code of two letters (ISO 3166-1)")
            sv("{code:?} är ingen landskod med två bokstäver (ISO 3166-1)"),
        /// There is no such currency.
        Currency {
            /// What was given.
            code: String,
        }
            en("{code:?} is no currency code (ISO 4217)")
            sv("{code:?} är ingen valutakod (ISO 4217)"),
        /// There is no such frequency.
        Frequency {
            /// What was given.
            code: String,
        }
            en("{code:?} is no frequency of the EU's table frequency")
            sv("{code:?} är ingen frekvens i EU:s tabell frequency"),
        /// There is no such access right.
        AccessRight {
            /// What was given.
            code: String,
        }
            en("{code:?} is no access right of the EU's table access-right")
            sv("{code:?} är ingen åtkomsträttighet i EU:s tabell access-right"),
        /// There is no such availability.
        Availability {
            /// What was given.
            code: String,
        }
            en("{code:?} is no availability of the EU's table planned-availability")
            sv("{code:?} är ingen tillgänglighet i EU:s tabell planned-availability"),
    }
}
