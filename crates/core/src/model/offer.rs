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
    /// Price of a square metre.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_per_square_metre: Option<Money>,
    /// Fee that is paid besides the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
}

classify_fields! { Offer {
    mentions: place;
    plain: designation, area, price, apply_by, allocation, url, price_per_square_metre, fee;
} }

impl Offer {
    /// Makes an offer of a plot of which only the designation is known. Other facts are added with `..`.
    #[must_use]
    pub const fn new(designation: Line) -> Self {
        Self {
            designation,
            area: None,
            price: None,
            apply_by: None,
            allocation: None,
            place: None,
            url: None,
            price_per_square_metre: None,
            fee: None,
        }
    }
}
