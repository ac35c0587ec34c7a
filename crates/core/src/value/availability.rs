use crate::{AuthorityTable, ClosedSet, CodeError, closed_set::closed_set};

closed_set! {
    /// Planned availability: how long a distribution will be there. Its key is its code in the table
    /// planned-availability.
    pub enum Availability {
        /// Available for a few years.
        Available "AVAILABLE",
        /// Available as a trial, which may end at any time.
        Experimental "EXPERIMENTAL",
        /// Available permanently.
        Stable "STABLE",
        /// Available for a short time.
        Temporary "TEMPORARY",
    }
}

impl Availability {
    /// Parses a code such as `STABLE`, or its label in Swedish or English.
    pub fn new(word: &str) -> Result<Self, CodeError> {
        let found = AuthorityTable::PlannedAvailability.code_of(word).and_then(Self::from_key);
        found.ok_or_else(|| CodeError::Availability { code: word.to_owned() })
    }
}
