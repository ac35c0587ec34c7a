use crate::{Line, Party};
use serde::Serialize;

/// Person whom an announcement quotes: one of its nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Person {
    #[serde(skip)]
    pub(crate) number: usize,
    /// Name.
    pub name: Line,
    /// Job title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Line>,
    /// Organisation for which they work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Party>,
}

impl Person {
    /// Makes a person whom an announcement is going to quote.
    #[must_use]
    pub const fn new(name: Line, role: Option<Line>, unit: Option<Party>) -> Self {
        Self { number: 0, name, role, unit }
    }

    /// Returns the number among the announcement's people, from 1; 0 before they are in an announcement.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Returns whether this mention adds nothing to what `earlier` says, so that both mean the same person.
    pub(crate) fn repeats(&self, earlier: &Self) -> bool {
        self.name == earlier.name
            && (self.role.is_none() || self.role == earlier.role)
            && (self.unit.is_none() || self.unit == earlier.unit)
    }
}
