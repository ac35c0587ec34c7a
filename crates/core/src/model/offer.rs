use crate::{Day, Decimal, Iri, Line, Location, Money, Text, model::mention::classify_fields};
use serde::Serialize;

/// A plot of land that an announcement offers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Offer {
    /// What the land register calls the property (fastighetsbeteckning), as in "Exempelås Björken 1:23".
    pub designation: Line,
    /// Its area in square metres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Decimal>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// The last day for an application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_by: Option<Day>,
    /// By what rule it is given to one of those who apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Text>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Location>,
    /// Where to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Iri>,
}

classify_fields! { Offer {
    mentions: place;
    plain: designation, area, price, apply_by, allocation, url;
} }
