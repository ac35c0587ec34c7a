use anslag_core::{Announcement, Iri, Location, Point, Publication};
use std::collections::HashSet;

/// A place of an announcement that has coordinates.
pub(crate) struct Located<'a> {
    /// The IRI of the place.
    pub(crate) iri: Iri,
    /// The place.
    pub(crate) location: &'a Location,
    /// Its coordinates.
    pub(crate) point: Point,
}

/// Returns the places of an announcement and its parts that have coordinates, each once, in the order of their first mentions.
pub(crate) fn located<'a>(
    publication: &Publication,
    announcement: &'a Announcement,
) -> impl Iterator<Item = Located<'a>> {
    let mut seen = HashSet::new();
    announcement.locations().filter_map(move |location| {
        let point = location.coordinates()?;
        let iri = publication.location(&announcement.id, location);
        seen.insert(iri.clone()).then_some(Located { iri, location, point })
    })
}
