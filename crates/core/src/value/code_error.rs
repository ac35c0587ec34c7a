use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// Reason why a code is invalid.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum CodeError {
        /// Unknown data theme.
        Theme {
            /// Code as given.
            code: String,
        }
            en("{code:?} is no theme of the EU's table data-theme")
            sv("{code:?} är inget tema i EU:s tabell data-theme"),
        /// Unknown country.
        Country {
            /// Code as given.
            code: String,
        }
            en("{code:?} is no country code of two letters (ISO 3166-1)")
            sv("{code:?} är ingen landskod med två bokstäver (ISO 3166-1)"),
        /// Unknown currency.
        Currency {
            /// Code as given.
            code: String,
        }
            en("{code:?} is no currency code (ISO 4217)")
            sv("{code:?} är ingen valutakod (ISO 4217)"),
        /// Unknown frequency.
        Frequency {
            /// Code as given.
            code: String,
        }
            en("{code:?} is no frequency of the EU's table frequency")
            sv("{code:?} är ingen frekvens i EU:s tabell frequency"),
        /// Unknown access right.
        AccessRight {
            /// Code as given.
            code: String,
        }
            en("{code:?} is no access right of the EU's table access-right")
            sv("{code:?} är ingen åtkomsträttighet i EU:s tabell access-right"),
        /// Unknown availability.
        Availability {
            /// Code as given.
            code: String,
        }
            en("{code:?} is no availability of the EU's table planned-availability")
            sv("{code:?} är ingen tillgänglighet i EU:s tabell planned-availability"),
        /// A municipality code without exactly four digits.
        Municipality
            en("a municipality code has four digits, as in 1487")
            sv("en kommunkod har fyra siffror, som i 1487"),
    }
}
