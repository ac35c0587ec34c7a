use crate::{Country, Line, Organization, publication::entry::serialize_key};
use serde::Serialize;
use std::sync::Arc;

/// Organisation that an announcement mentions.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Party {
    /// Entry of the register. It serialises as its key.
    #[serde(serialize_with = "serialize_key")]
    Registered(Arc<Organization>),
    /// Organisation that only the announcement names: one of its nodes.
    Named(NamedOrganization),
}

/// Organisation that is in no register: a node of the announcement that names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NamedOrganization {
    #[serde(skip)]
    pub(crate) number: usize,
    /// Name, in the announcement's language.
    pub name: Line,
    /// Country in which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Kind, as the announcement calls it: "turistbolag".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Line>,
}

impl NamedOrganization {
    /// Makes an organisation that an announcement is going to name.
    #[must_use]
    pub const fn new(name: Line, country: Option<Country>, kind: Option<Line>) -> Self {
        Self { number: 0, name, country, kind }
    }

    /// Returns the number among the announcement's own organisations, from 1; 0 before it is in an announcement.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Returns whether this mention adds nothing to what `earlier` says, so that both mean the same organisation.
    pub(crate) fn repeats(&self, earlier: &Self) -> bool {
        self.name == earlier.name
            && (self.country.is_none() || self.country == earlier.country)
            && (self.kind.is_none() || self.kind == earlier.kind)
    }
}
