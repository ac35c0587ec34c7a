use crate::{Line, Party};
use serde::Serialize;

/// A person whom an announcement quotes: a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Person {
    #[serde(skip)]
    pub(crate) number: usize,
    /// Their name.
    pub name: Line,
    /// What they work as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Line>,
    /// Where they work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Party>,
}

impl Person {
    /// A person whom an announcement is going to quote.
    #[must_use]
    pub const fn new(name: Line, role: Option<Line>, unit: Option<Party>) -> Self {
        Self { number: 0, name, role, unit }
    }

    /// Which of the announcement's people they are, from 1; 0 while they are in no announcement.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Whether a mention adds nothing to what `earlier` says, so that both mean one person.
    pub(crate) fn repeats(&self, earlier: &Self) -> bool {
        self.name == earlier.name
            && (self.role.is_none() || self.role == earlier.role)
            && (self.unit.is_none() || self.unit == earlier.unit)
    }
}
