use crate::{Country, Line, Place, publication::entry::serialize_key};
use serde::Serialize;
use std::sync::Arc;

/// A place that an announcement refers to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Location {
    /// An entry of the register; serialised as its key.
    #[serde(serialize_with = "serialize_key")]
    Registered(Arc<Place>),
    /// One that only the announcement names: a part of it.
    Named(NamedPlace),
}

/// A place that is in no register: a part of the announcement that names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NamedPlace {
    #[serde(skip)]
    pub(crate) number: usize,
    /// Its name, in the announcement's language.
    pub name: Line,
    /// The country it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
}

impl NamedPlace {
    /// A place that an announcement is going to name.
    #[must_use]
    pub const fn new(name: Line, country: Option<Country>) -> Self {
        Self { number: 0, name, country }
    }

    /// Which of the announcement's own places it is, from 1; 0 while it is in no announcement.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Whether a mention adds nothing to what `earlier` says, so that both mean one place.
    pub(crate) fn repeats(&self, earlier: &Self) -> bool {
        self.name == earlier.name && (self.country.is_none() || self.country == earlier.country)
    }
}
