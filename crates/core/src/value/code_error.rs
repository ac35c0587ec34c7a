use anslag_wording::wording;
use thiserror::Error;

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
        /// A municipality code does not have four digits.
        Municipality
            en("a municipality code has four digits, as in 1487")
            sv("en kommunkod har fyra siffror, som i 1487"),
    }
}
