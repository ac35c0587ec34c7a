use anslag_source::{Notation, quoted};

/// Value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// Day or date-time, which JSON has only as text.
    Date(String),
}

impl Value {
    /// Returns the value as it is written in a notation.
    pub(crate) fn written(&self, notation: Notation) -> String {
        match (self, notation) {
            (Self::Text(text), _) | (Self::Date(text), Notation::Json) => quoted(text),
            (Self::Date(date), Notation::Toml | Notation::Yaml) => date.clone(),
        }
    }
}
