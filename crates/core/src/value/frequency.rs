use crate::{AuthorityTable, CodeError};

/// Update frequency of a dataset: a code of the table frequency, such as `IRREG`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Frequency(&'static str);

impl Frequency {
    /// Updates at no fixed times, as announcements are made.
    pub const IRREGULAR: Self = Self("IRREG");

    /// Parses a code such as `DAILY`, or its label in Swedish or English.
    pub fn new(word: &str) -> Result<Self, CodeError> {
        AuthorityTable::Frequency.code_of(word).map(Self).ok_or_else(|| CodeError::Frequency { code: word.to_owned() })
    }

    /// Returns the code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }
}
