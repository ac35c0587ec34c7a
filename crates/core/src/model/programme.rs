use crate::{Line, RegisteredProgramme, publication::entry::serialize_key};
use serde::Serialize;
use std::sync::Arc;

/// Programme that an announcement mentions.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Programme {
    /// Entry of the register. It serialises as its key.
    #[serde(serialize_with = "serialize_key")]
    Registered(Arc<RegisteredProgramme>),
    /// Programme that only the announcement names: one of its nodes.
    Named(NamedProgramme),
}

/// Programme that is in no register: a node of the announcement that names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NamedProgramme {
    /// Name, in the announcement's language.
    pub name: Line,
    /// Name in other spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_names: Vec<Line>,
}
