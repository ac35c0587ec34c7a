use crate::{AuthorityTable, CodeError, Iri};

/// Theme of the EU's authority table data-theme, by which European data portals sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DataTheme(&'static str);

impl DataTheme {
    /// Every theme.
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

    /// Parses a code such as `GOVE`.
    pub fn new(code: &str) -> Result<Self, CodeError> {
        Self::ALL.into_iter().find(|theme| theme.0 == code).ok_or_else(|| CodeError::Theme { code: code.to_owned() })
    }

    /// Returns the code, such as `GOVE`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Returns the IRI in the authority table.
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
