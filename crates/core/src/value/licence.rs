use crate::{Iri, closed_set::closed_set};
use anslag_wording::wording;
use thiserror::Error;

closed_set! {
    /// Licence for data in the list of DCAT-AP-SE 3.0.1: Creative Commons 4.0, and Zero 1.0.
    ///
    /// Portals compare its IRI letter by letter: `http`, a slash at its end, and no `deed.sv`. Its key is its
    /// identifier in the SPDX list.
    pub enum Licence {
        /// All rights are waived.
        Zero "CC0-1.0",
        /// Users name the source.
        Attribution "CC-BY-4.0",
        /// Users name the source, and share what they make of it under the same licence.
        AttributionShareAlike "CC-BY-SA-4.0",
        /// Users name the source, and change nothing.
        AttributionNoDerivatives "CC-BY-ND-4.0",
        /// Users name the source, and make no money with it.
        AttributionNonCommercial "CC-BY-NC-4.0",
        /// Users name the source, make no money with it, and share what they make of it under the same licence.
        AttributionNonCommercialShareAlike "CC-BY-NC-SA-4.0",
        /// Users name the source, make no money with it, and change nothing.
        AttributionNonCommercialNoDerivatives "CC-BY-NC-ND-4.0",
    }
}

impl Licence {
    /// Parses the IRI of a licence, letter by letter.
    ///
    /// ```
    /// use anslag_core::{Licence, LicenceError};
    ///
    /// assert!(Licence::new("http://creativecommons.org/licenses/by/4.0/").is_ok());
    /// let other = Licence::new("https://creativecommons.org/licenses/by/4.0/deed.sv");
    /// assert_eq!(other, Err(LicenceError::Spelling { meant: Licence::Attribution }));
    /// ```
    pub fn new(value: &str) -> Result<Self, LicenceError> {
        if let Some(licence) = Self::ALL.into_iter().find(|licence| licence.address() == value) {
            return Ok(licence);
        }
        let plain = value.to_lowercase().replacen("https://", "http://", 1).replacen("://www.", "://", 1);
        let meant = Self::ALL.into_iter().find(|licence| {
            let rest = plain.strip_prefix(licence.address().trim_end_matches('/'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        let named = || Self::ALL.into_iter().find(|licence| licence.key().eq_ignore_ascii_case(value));
        match meant.or_else(named) {
            Some(meant) => Err(LicenceError::Spelling { meant }),
            None => Err(LicenceError::Unknown),
        }
    }

    /// Returns the IRI as portals compare it.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::Zero => "http://creativecommons.org/publicdomain/zero/1.0/",
            Self::Attribution => "http://creativecommons.org/licenses/by/4.0/",
            Self::AttributionShareAlike => "http://creativecommons.org/licenses/by-sa/4.0/",
            Self::AttributionNoDerivatives => "http://creativecommons.org/licenses/by-nd/4.0/",
            Self::AttributionNonCommercial => "http://creativecommons.org/licenses/by-nc/4.0/",
            Self::AttributionNonCommercialShareAlike => "http://creativecommons.org/licenses/by-nc-sa/4.0/",
            Self::AttributionNonCommercialNoDerivatives => "http://creativecommons.org/licenses/by-nc-nd/4.0/",
        }
    }

    /// Returns the IRI.
    #[must_use]
    pub fn iri(self) -> Iri {
        Iri::minted(self.address().to_owned())
    }

    /// Returns the title.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Zero => "Creative Commons Zero 1.0",
            Self::Attribution => "Creative Commons Attribution 4.0",
            Self::AttributionShareAlike => "Creative Commons Attribution-ShareAlike 4.0",
            Self::AttributionNoDerivatives => "Creative Commons Attribution-NoDerivatives 4.0",
            Self::AttributionNonCommercial => "Creative Commons Attribution-NonCommercial 4.0",
            Self::AttributionNonCommercialShareAlike => "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
            Self::AttributionNonCommercialNoDerivatives => {
                "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0"
            }
        }
    }

    /// Returns what the licence allows, in words of each language, and its title.
    ///
    /// ```
    /// use anslag_core::Licence;
    ///
    /// let [_, (language, statement)] = Licence::Attribution.statement();
    /// assert_eq!(language, "en");
    /// assert_eq!(statement, "May be used freely if the source is named (Creative Commons Attribution 4.0).");
    /// ```
    #[must_use]
    pub fn statement(self) -> [(&'static str, String); 2] {
        let (sv, en) = match self {
            Self::Zero => ("Får användas fritt utan villkor", "May be used freely without conditions"),
            Self::Attribution => ("Får användas fritt om källan anges", "May be used freely if the source is named"),
            Self::AttributionShareAlike => (
                "Får användas fritt om källan anges och bearbetningar sprids under samma licens",
                "May be used freely if the source is named and adaptations are shared under the same licence",
            ),
            Self::AttributionNoDerivatives => {
                ("Får spridas oförändrat om källan anges", "May be shared unchanged if the source is named")
            }
            Self::AttributionNonCommercial => (
                "Får användas fritt i icke-kommersiella syften om källan anges",
                "May be used freely for non-commercial purposes if the source is named",
            ),
            Self::AttributionNonCommercialShareAlike => (
                "Får användas fritt i icke-kommersiella syften om källan anges och bearbetningar sprids under samma licens",
                "May be used freely for non-commercial purposes if the source is named and adaptations are shared under \
                 the same licence",
            ),
            Self::AttributionNonCommercialNoDerivatives => (
                "Får spridas oförändrat i icke-kommersiella syften om källan anges",
                "May be shared unchanged for non-commercial purposes if the source is named",
            ),
        };
        let title = self.title();
        [("sv", format!("{sv} ({title}).")), ("en", format!("{en} ({title})."))]
    }
}

wording! {
    /// Reason why an address is no licence of the list.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
    pub enum LicenceError {
        /// An address of a licence of the list that is not its IRI.
        Spelling {
            /// Licence whose address it is.
            meant: Licence,
        }
            en("licence not written as its exact IRI, by which portals know it")
            sv("licensen är inte skriven som sin exakta IRI, som portaler känner igen"),
        /// No licence of the list.
        Unknown
            en("unknown licence: it is not in the list of DCAT-AP-SE")
            sv("okänd licens: den finns inte i DCAT-AP-SE:s lista"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Result<Licence, LicenceError>) {
        assert_eq!(Licence::new(value), expected, "{value}");
    }

    #[test]
    fn a_licence_is_its_exact_iri() {
        for licence in Licence::ALL {
            check(licence.address(), Ok(licence));
            check(licence.key(), Err(LicenceError::Spelling { meant: licence }));
        }
        let zero = Err(LicenceError::Spelling { meant: Licence::Zero });
        check("https://creativecommons.org/publicdomain/zero/1.0/", zero);
        check("http://creativecommons.org/publicdomain/zero/1.0", zero);
        check("https://www.creativecommons.org/publicdomain/zero/1.0/deed.sv", zero);
        check("http://creativecommons.org/licenses/by/3.0/", Err(LicenceError::Unknown));
        check("https://example.org/licence/", Err(LicenceError::Unknown));
        check("", Err(LicenceError::Unknown));
    }
}
