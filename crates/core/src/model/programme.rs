use crate::{Line, RegisteredProgramme, publication::entry::serialize_key};
use serde::Serialize;
use std::sync::Arc;

/// A programme that an announcement refers to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Programme {
    /// An entry of the register; serialised as its key.
    #[serde(serialize_with = "serialize_key")]
    Registered(Arc<RegisteredProgramme>),
    /// One that only the announcement names: a part of it.
    Named(NamedProgramme),
}

/// A programme that is in no register: a part of the announcement that names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NamedProgramme {
    /// Its name, in the announcement's language.
    pub name: Line,
    /// Its name in other spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_names: Vec<Line>,
}
