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
            en("unknown theme `{code}` (EU table data-theme)")
            sv("okänt tema `{code}` (EU:s tabell data-theme)"),
        /// Unknown country.
        Country {
            /// Code as given.
            code: String,
        }
            en("unknown country code `{code}` (ISO 3166-1, two letters)")
            sv("okänd landskod `{code}` (ISO 3166-1, två bokstäver)"),
        /// Unknown currency.
        Currency {
            /// Code as given.
            code: String,
        }
            en("unknown currency code `{code}` (ISO 4217)")
            sv("okänd valutakod `{code}` (ISO 4217)"),
        /// Unknown frequency.
        Frequency {
            /// Code as given.
            code: String,
        }
            en("unknown frequency `{code}` (EU table frequency)")
            sv("okänd frekvens `{code}` (EU:s tabell frequency)"),
        /// Unknown access right.
        AccessRight {
            /// Code as given.
            code: String,
        }
            en("unknown access right `{code}` (EU table access-right)")
            sv("okänd åtkomsträttighet `{code}` (EU:s tabell access-right)"),
        /// Unknown availability.
        Availability {
            /// Code as given.
            code: String,
        }
            en("unknown availability `{code}` (EU table planned-availability)")
            sv("okänd tillgänglighet `{code}` (EU:s tabell planned-availability)"),
        /// A municipality code without exactly four digits.
        Municipality
            en("invalid municipality code: it must have four digits, as in `1487`")
            sv("ogiltig kommunkod: den ska ha fyra siffror, som i `1487`"),
    }
}
