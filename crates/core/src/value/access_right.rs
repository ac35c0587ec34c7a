use crate::{AuthorityTable, ClosedSet, CodeError, closed_set::closed_set};

closed_set! {
    /// Access right: who may use a dataset. Its key is its code in the table access-right.
    pub enum AccessRight {
        /// Open to everybody.
        Public "PUBLIC",
        /// Open to some, under conditions.
        Restricted "RESTRICTED",
        /// Open to nobody outside.
        NonPublic "NON_PUBLIC",
    }
}

impl AccessRight {
    /// Parses a code such as `PUBLIC`, or its label in Swedish or English.
    pub fn new(word: &str) -> Result<Self, CodeError> {
        let found = AuthorityTable::AccessRight.code_of(word).and_then(Self::from_key);
        found.ok_or_else(|| CodeError::AccessRight { code: word.to_owned() })
    }
}
