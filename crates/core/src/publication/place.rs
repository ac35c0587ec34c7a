use crate::{Area, Country, Iri, Line, Localized, Point, Slug, closed_set::closed_set};

/// Place, as opposed to the authority that governs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Key, by which announcements refer to it.
    pub key: Slug,
    /// Name.
    pub name: Localized,
    /// Other names by which announcements may refer to it. They are not published.
    pub aliases: Vec<Line>,
    /// Kind of place.
    pub kind: PlaceKind,
    /// Country in which it is.
    pub country: Option<Country>,
    /// Street address.
    pub address: Option<Line>,
    /// Coordinates.
    pub coordinates: Option<Point>,
    /// Area.
    pub area: Option<Area>,
    /// IRIs of the same place elsewhere.
    pub same_as: Vec<Iri>,
}

closed_set! {
    /// Kind of place that the mapping tells apart.
    pub enum PlaceKind {
        /// City or village.
        City "city" sv("stad"),
        /// Municipality, county or state, as an area.
        Area "area" sv("område"),
        /// None of these.
        Other "other" sv("annan"),
    }
}
