use crate::{Iri, closed_set::closed_set};

closed_set! {
    /// Authority table of the EU (named authority list) from which the catalogue takes codes. Its key is its name, the
    /// last part of its IRI.
    ///
    /// `codes/<name>.tsv` holds the codes that are used here, with their labels. `cargo xtask codes` compares them with the
    /// table itself.
    pub enum AuthorityTable {
        /// Access rights.
        AccessRight "access-right",
        /// Countries.
        Country "country",
        /// Themes that portals sort by.
        DataTheme "data-theme",
        /// Statuses of distributions.
        DistributionStatus "distribution-status",
        /// File types.
        FileType "file-type",
        /// Update frequencies.
        Frequency "frequency",
        /// Languages.
        Language "language",
        /// Planned availabilities.
        PlannedAvailability "planned-availability",
    }
}

/// Code of an authority table, with its labels. A label that is not known is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthorityCode {
    /// Code, the last part of its IRI.
    pub code: &'static str,
    /// Label in Swedish.
    pub sv: &'static str,
    /// Label in English.
    pub en: &'static str,
}

impl AuthorityTable {
    /// Returns the title in Swedish and in English.
    #[must_use]
    pub const fn titles(self) -> (&'static str, &'static str) {
        match self {
            Self::AccessRight => ("Åtkomsträttigheter", "Access rights"),
            Self::Country => ("Länder", "Countries"),
            Self::DataTheme => ("Datateman", "Data themes"),
            Self::DistributionStatus => ("Status för distributioner", "Distribution statuses"),
            Self::FileType => ("Filtyper", "File types"),
            Self::Frequency => ("Frekvenser", "Frequencies"),
            Self::Language => ("Språk", "Languages"),
            Self::PlannedAvailability => ("Planerad tillgänglighet", "Planned availability"),
        }
    }

    /// Returns the IRI of the table, which is a concept scheme.
    #[must_use]
    pub fn iri(self) -> Iri {
        Iri::minted(format!("http://publications.europa.eu/resource/authority/{}", self.key()))
    }

    /// Returns the IRI of a code of the table.
    #[must_use]
    pub fn concept(self, code: &str) -> Iri {
        Iri::minted(format!("{}/{code}", self.iri()))
    }

    /// Returns the codes that are used here, sorted.
    pub fn codes(self) -> impl Iterator<Item = AuthorityCode> {
        self.text().lines().filter(|line| !line.starts_with('#')).map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or_default();
            AuthorityCode { code: next(), sv: next(), en: next() }
        })
    }

    /// Returns the entry of a code.
    #[must_use]
    pub fn find(self, code: &str) -> Option<AuthorityCode> {
        self.codes().find(|entry| entry.code == code)
    }

    /// Returns the code that a word stands for: the code itself, or one of its labels, in any case.
    pub(crate) fn code_of(self, word: &str) -> Option<&'static str> {
        let word = word.to_lowercase();
        let is_it = |name: &str| !name.is_empty() && name.to_lowercase() == word;
        self.codes().find(|entry| [entry.code, entry.sv, entry.en].into_iter().any(is_it)).map(|entry| entry.code)
    }

    /// Returns the committed file as it is.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::AccessRight => include_str!("../../codes/access-right.tsv"),
            Self::Country => include_str!("../../codes/country.tsv"),
            Self::DataTheme => include_str!("../../codes/data-theme.tsv"),
            Self::DistributionStatus => include_str!("../../codes/distribution-status.tsv"),
            Self::FileType => include_str!("../../codes/file-type.tsv"),
            Self::Frequency => include_str!("../../codes/frequency.tsv"),
            Self::Language => include_str!("../../codes/language.tsv"),
            Self::PlannedAvailability => include_str!("../../codes/planned-availability.tsv"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccessRight, Availability, Country, DataTheme, Format, Frequency, LanguageTag};

    #[test]
    fn the_tables_are_sorted_and_say_where_they_are_from() {
        for table in AuthorityTable::ALL {
            let codes: Vec<_> = table.codes().map(|entry| entry.code).collect();
            assert!(codes.is_sorted_by(|a, b| a < b) && !codes.is_empty(), "{}", table.key());
            assert!(table.text().starts_with("# ") && table.text().contains(table.iri().as_str()), "{}", table.key());
            assert!(table.text().contains("\n# Taken from: "), "{}", table.key());
            assert!(table.text().lines().all(|line| line.starts_with('#') || line.split('\t').count() <= 3));
        }
    }

    #[test]
    fn every_code_of_the_model_is_in_its_table() {
        let codes = |table: AuthorityTable| table.codes().map(|entry| entry.code).collect::<Vec<_>>();
        let themes: Vec<_> = DataTheme::ALL.iter().map(|theme| theme.code()).collect();
        assert_eq!(codes(AuthorityTable::DataTheme), themes);
        assert_eq!(codes(AuthorityTable::Language), LanguageTag::eu_codes());
        assert_eq!(codes(AuthorityTable::Country), Country::eu_codes());
        for format in Format::ALL {
            assert!(codes(AuthorityTable::FileType).contains(&format.spec().file_type), "{}", format.spec().label);
        }
        assert!(codes(AuthorityTable::Frequency).contains(&Frequency::IRREGULAR.code()));
        assert_eq!(codes(AuthorityTable::AccessRight).len(), AccessRight::ALL.len());
        assert_eq!(codes(AuthorityTable::PlannedAvailability).len(), Availability::ALL.len());
        assert!(AccessRight::ALL.iter().all(|right| AuthorityTable::AccessRight.find(right.key()).is_some()));
        let availability = AuthorityTable::PlannedAvailability;
        assert!(Availability::ALL.iter().all(|own| availability.find(own.key()).is_some()));
    }

    #[test]
    fn a_code_is_found_by_its_labels_too() {
        assert_eq!(Frequency::new("Oregelbundet"), Ok(Frequency::IRREGULAR));
        assert_eq!(AccessRight::new("publik"), Ok(AccessRight::Public));
        assert_eq!(Availability::new("STABLE"), Ok(Availability::Stable));
        assert!(Frequency::new("ibland").is_err() && Frequency::new("").is_err());
    }
}
