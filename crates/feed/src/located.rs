use anslag_core::{Announcement, Area, Iri, Location, Point, Publication};
use std::collections::HashSet;

/// A place of an announcement that has coordinates or an area.
pub(crate) struct Located<'a> {
    /// The IRI of the place.
    pub(crate) iri: Iri,
    /// The place.
    pub(crate) location: &'a Location,
    /// The shape of the place.
    pub(crate) geometry: Geometry<'a>,
}

/// Shape of a place: its area if it has one, else its point.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Geometry<'a> {
    Point(Point),
    Area(&'a Area),
}

/// Returns the places of an announcement and its parts that are somewhere, each once, in the order of their first mentions.
pub(crate) fn located<'a>(
    publication: &Publication,
    announcement: &'a Announcement,
) -> impl Iterator<Item = Located<'a>> {
    let mut seen = HashSet::new();
    announcement.locations().filter_map(move |location| {
        let area = location.area().map(Geometry::Area);
        let geometry = area.or_else(|| location.coordinates().map(Geometry::Point))?;
        let iri = publication.location(&announcement.id, location);
        seen.insert(iri.clone()).then_some(Located { iri, location, geometry })
    })
}
