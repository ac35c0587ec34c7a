use crate::{Country, Iri, Line, Localized, Slug, closed_set::closed_set};

/// A place: not the authority that governs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// What announcements refer to it by.
    pub key: Slug,
    /// Its name.
    pub name: Localized,
    /// Other names that announcements may refer to it by; they are not published.
    pub aliases: Vec<Line>,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The country it is in.
    pub country: Option<Country>,
    /// IRIs of the same place elsewhere.
    pub same_as: Vec<Iri>,
}

closed_set! {
    /// The kinds of place that the mapping tells apart.
    pub enum PlaceKind {
        /// A city or a village.
        City "city" sv("stad"),
        /// A municipality, a county or a state, as an area.
        Area "area" sv("område"),
        /// None of these.
        Other "other" sv("annan"),
    }
}
