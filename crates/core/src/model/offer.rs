use crate::{Day, Decimal, Iri, Line, Location, Money, Text, model::mention::classify_fields};
use serde::Serialize;

/// Plot of land that an announcement offers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Offer {
    /// Designation in the land register (fastighetsbeteckning), such as "Exempelås Björken 1:23".
    pub designation: Line,
    /// Area in square metres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Decimal>,
    /// Price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Last day for an application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_by: Option<Day>,
    /// Rule by which one of those who apply gets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Text>,
    /// Place where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Location>,
    /// Address for applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Iri>,
}

classify_fields! { Offer {
    mentions: place;
    plain: designation, area, price, apply_by, allocation, url;
} }
