use crate::{CodeError, Iri};

/// A table of the EU's authority tables (named authority lists) from which the catalogue takes codes.
///
/// The codes that are used here, with their labels, are committed as `codes/<name>.tsv`; `cargo xtask codes` holds them
/// against the table itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuthorityTable {
    /// Who may use a dataset.
    AccessRight,
    /// Countries.
    Country,
    /// Themes that portals sort by.
    DataTheme,
    /// How far a distribution has come.
    DistributionStatus,
    /// Forms of files.
    FileType,
    /// How often a dataset changes.
    Frequency,
    /// Languages.
    Language,
    /// For how long a distribution is meant to be there.
    PlannedAvailability,
}

/// A code of a table, with its labels; a label that is not known is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthorityCode {
    /// The code, the last part of its IRI.
    pub code: &'static str,
    /// The label in Swedish.
    pub sv: &'static str,
    /// The label in English.
    pub en: &'static str,
}

impl AuthorityTable {
    /// Every table there is.
    pub const ALL: [Self; 8] = [
        Self::AccessRight,
        Self::Country,
        Self::DataTheme,
        Self::DistributionStatus,
        Self::FileType,
        Self::Frequency,
        Self::Language,
        Self::PlannedAvailability,
    ];

    /// The table's name, the last part of its IRI.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccessRight => "access-right",
            Self::Country => "country",
            Self::DataTheme => "data-theme",
            Self::DistributionStatus => "distribution-status",
            Self::FileType => "file-type",
            Self::Frequency => "frequency",
            Self::Language => "language",
            Self::PlannedAvailability => "planned-availability",
        }
    }

    /// What people call it, in Swedish and in English.
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

    /// The IRI of the table, which is a concept scheme.
    #[must_use]
    pub fn iri(self) -> Iri {
        Iri::minted(format!("http://publications.europa.eu/resource/authority/{}", self.name()))
    }

    /// The IRI of a code of the table.
    #[must_use]
    pub fn concept(self, code: &str) -> Iri {
        Iri::minted(format!("{}/{code}", self.iri()))
    }

    /// The codes that are used here, sorted.
    pub fn codes(self) -> impl Iterator<Item = AuthorityCode> {
        self.text().lines().filter(|line| !line.starts_with('#')).map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or_default();
            AuthorityCode { code: next(), sv: next(), en: next() }
        })
    }

    /// The code that is written so.
    #[must_use]
    pub fn find(self, code: &str) -> Option<AuthorityCode> {
        self.codes().find(|entry| entry.code == code)
    }

    /// The committed file, as it stands.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::AccessRight => include_str!("../codes/access-right.tsv"),
            Self::Country => include_str!("../codes/country.tsv"),
            Self::DataTheme => include_str!("../codes/data-theme.tsv"),
            Self::DistributionStatus => include_str!("../codes/distribution-status.tsv"),
            Self::FileType => include_str!("../codes/file-type.tsv"),
            Self::Frequency => include_str!("../codes/frequency.tsv"),
            Self::Language => include_str!("../codes/language.tsv"),
            Self::PlannedAvailability => include_str!("../codes/planned-availability.tsv"),
        }
    }
}

/// How often a dataset changes: a code of the table frequency, such as `IRREG`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Frequency(&'static str);

impl Frequency {
    /// At no fixed times, as announcements are made.
    pub const IRREGULAR: Self = Self("IRREG");

    /// Takes a code such as `DAILY`, or its label in Swedish or English.
    pub fn new(word: &str) -> Result<Self, CodeError> {
        find(AuthorityTable::Frequency, word).map(Self).ok_or_else(|| CodeError::Frequency { code: word.to_owned() })
    }

    /// The code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }
}

/// Who may use a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessRight {
    /// Everybody.
    Public,
    /// Some, under conditions.
    Restricted,
    /// Nobody outside.
    NonPublic,
}

impl AccessRight {
    /// Every right there is.
    pub const ALL: [Self; 3] = [Self::Public, Self::Restricted, Self::NonPublic];

    /// Takes a code such as `PUBLIC`, or its label in Swedish or English.
    pub fn new(word: &str) -> Result<Self, CodeError> {
        let code = find(AuthorityTable::AccessRight, word);
        let found = Self::ALL.into_iter().find(|right| Some(right.code()) == code);
        found.ok_or_else(|| CodeError::AccessRight { code: word.to_owned() })
    }

    /// The code in the table access-right.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "PUBLIC",
            Self::Restricted => "RESTRICTED",
            Self::NonPublic => "NON_PUBLIC",
        }
    }
}

/// For how long a distribution is meant to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Availability {
    /// For a few years.
    Available,
    /// As a trial, which may end at any time.
    Experimental,
    /// For good.
    Stable,
    /// For a short time.
    Temporary,
}

impl Availability {
    /// Every availability there is.
    pub const ALL: [Self; 4] = [Self::Available, Self::Experimental, Self::Stable, Self::Temporary];

    /// Takes a code such as `STABLE`, or its label in Swedish or English.
    pub fn new(word: &str) -> Result<Self, CodeError> {
        let code = find(AuthorityTable::PlannedAvailability, word);
        let found = Self::ALL.into_iter().find(|availability| Some(availability.code()) == code);
        found.ok_or_else(|| CodeError::Availability { code: word.to_owned() })
    }

    /// The code in the table planned-availability.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Available => "AVAILABLE",
            Self::Experimental => "EXPERIMENTAL",
            Self::Stable => "STABLE",
            Self::Temporary => "TEMPORARY",
        }
    }
}

/// The code that a word stands for: the code itself, or one of its labels, in whatever case.
fn find(table: AuthorityTable, word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let is_meant = |name: &str| !name.is_empty() && name.to_lowercase() == word;
    table.codes().find(|entry| [entry.code, entry.sv, entry.en].into_iter().any(is_meant)).map(|entry| entry.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Country, DataTheme, Format, LanguageTag};

    #[test]
    fn the_tables_are_sorted_and_say_where_they_are_from() {
        for table in AuthorityTable::ALL {
            let codes: Vec<_> = table.codes().map(|entry| entry.code).collect();
            assert!(codes.is_sorted_by(|a, b| a < b) && !codes.is_empty(), "{}", table.name());
            assert!(table.text().starts_with("# ") && table.text().contains(table.iri().as_str()), "{}", table.name());
            assert!(table.text().contains("\n# Taken from: "), "{}", table.name());
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
            assert!(codes(AuthorityTable::FileType).contains(&format.file_type()), "{}", format.label());
        }
        assert!(codes(AuthorityTable::Frequency).contains(&Frequency::IRREGULAR.code()));
        assert_eq!(codes(AuthorityTable::AccessRight).len(), AccessRight::ALL.len());
        assert_eq!(codes(AuthorityTable::PlannedAvailability).len(), Availability::ALL.len());
        assert!(AccessRight::ALL.iter().all(|right| AuthorityTable::AccessRight.find(right.code()).is_some()));
        let availability = AuthorityTable::PlannedAvailability;
        assert!(Availability::ALL.iter().all(|own| availability.find(own.code()).is_some()));
    }

    #[test]
    fn a_code_is_found_by_its_labels_too() {
        assert_eq!(Frequency::new("Oregelbundet"), Ok(Frequency::IRREGULAR));
        assert_eq!(AccessRight::new("publik"), Ok(AccessRight::Public));
        assert_eq!(Availability::new("STABLE"), Ok(Availability::Stable));
        assert!(Frequency::new("ibland").is_err() && Frequency::new("").is_err());
    }
}
