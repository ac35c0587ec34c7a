use crate::{Area, Country, Line, Place, Point, publication::entry::serialize_key};
use serde::Serialize;
use std::sync::Arc;

/// Place that an announcement mentions.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Location {
    /// Entry of the register. It serialises as its key.
    #[serde(serialize_with = "serialize_key")]
    Registered(Arc<Place>),
    /// Place that only the announcement names: one of its nodes.
    Named(NamedPlace),
}

/// Place that is in no register: a node of the announcement that names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NamedPlace {
    #[serde(skip)]
    pub(crate) number: usize,
    /// Name, in the announcement's language.
    pub name: Line,
    /// Country in which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Street address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Line>,
    /// Coordinates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Point>,
    /// Area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
}

impl Location {
    /// Returns the street address.
    #[must_use]
    pub fn address(&self) -> Option<&Line> {
        match self {
            Self::Registered(place) => place.address.as_ref(),
            Self::Named(place) => place.address.as_ref(),
        }
    }

    /// Returns the coordinates.
    #[must_use]
    pub fn coordinates(&self) -> Option<Point> {
        match self {
            Self::Registered(place) => place.coordinates,
            Self::Named(place) => place.coordinates,
        }
    }

    /// Returns the area.
    #[must_use]
    pub fn area(&self) -> Option<&Area> {
        match self {
            Self::Registered(place) => place.area.as_ref(),
            Self::Named(place) => place.area.as_ref(),
        }
    }
}

impl NamedPlace {
    /// Makes a place that an announcement is going to name.
    #[must_use]
    pub const fn new(name: Line, country: Option<Country>) -> Self {
        Self { number: 0, name, country, address: None, coordinates: None, area: None }
    }

    /// Returns the number among the announcement's own places, from 1; 0 before it is in an announcement.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Returns whether this mention adds nothing to what `earlier` says, so that both mean the same place.
    pub(crate) fn repeats(&self, earlier: &Self) -> bool {
        self.name == earlier.name
            && (self.country.is_none() || self.country == earlier.country)
            && (self.address.is_none() || self.address == earlier.address)
            && (self.coordinates.is_none() || self.coordinates == earlier.coordinates)
            && (self.area.is_none() || self.area == earlier.area)
    }
}
