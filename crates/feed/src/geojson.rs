//! Announcements at their places as GeoJSON (RFC 7946).
//!
//! The file is [`PROLOGUE`], a [`chunk`] for each run of announcements, and [`EPILOGUE`], with [`SEPARATOR`] between the
//! chunks that are not empty. It holds a feature (section 3.2) for each announcement at each of its places with an
//! area or coordinates.
//!
//! A feature has no `id`: an announcement has as many features as places. Its IRI is the property `id`.

use crate::{
    entry::link,
    located::{Geometry, Located, located},
};
use anslag_core::{Announcement, Area, Decimal, Format, Iri, Moment, Publication};
use anslag_schema::Names;
use serde::Serialize;
use std::io::{self, Write};

/// The path of the file in the published layout.
pub const PATH: &str = "data/places.geojson";

/// The format of the file.
pub const FORMAT: Format = Format::GeoJson;

/// Text before the features (section 3.3).
pub const PROLOGUE: &[u8] = b"{\"type\":\"FeatureCollection\",\"features\":[";

/// Text between two features, and so between two chunks.
pub const SEPARATOR: &[u8] = b",";

/// Text after the features.
pub const EPILOGUE: &[u8] = b"\n]}\n";

/// Writes the features of announcements, each on a line of its own, and returns the writer.
pub fn chunk<W: Write>(publication: &Publication, announcements: &[Announcement], mut out: W) -> io::Result<W> {
    let mut separator: &[u8] = b"";
    for announcement in announcements {
        for place in located(publication, announcement) {
            out.write_all(separator)?;
            out.write_all(b"\n")?;
            serde_json::to_writer(&mut out, &Feature::new(publication, announcement, &place))?;
            separator = SEPARATOR;
        }
    }
    Ok(out)
}

/// An announcement at one of its places.
#[derive(Serialize)]
#[serde(tag = "type")]
struct Feature<'a> {
    geometry: Shape<'a>,
    properties: Properties<'a>,
}

/// Geometry object (section 3.1).
#[derive(Serialize)]
#[serde(untagged)]
enum Shape<'a> {
    Point(PointShape),
    Area(&'a Area),
}

/// Point, the longitude before the latitude (section 3.1.1).
#[derive(Serialize)]
#[serde(tag = "type", rename = "Point")]
struct PointShape {
    coordinates: [Decimal; 2],
}

/// Facts about the announcement and the place.
#[derive(Serialize)]
struct Properties<'a> {
    id: Iri,
    /// Address that a reader opens, as in the feeds.
    url: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    language: &'a str,
    published: Moment,
    updated: Moment,
    place: &'a Iri,
    place_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

impl<'a> Feature<'a> {
    fn new(publication: &'a Publication, announcement: &'a Announcement, place: &'a Located<'a>) -> Self {
        let names = Names { publication, announcement };
        Self {
            geometry: place.geometry.into(),
            properties: Properties {
                id: publication.announcement(&announcement.id),
                url: link(publication, announcement).into_owned(),
                kind: announcement.kind.key(),
                title: announcement.title.as_str(),
                language: announcement.language.as_str(),
                published: announcement.published,
                updated: announcement.updated(),
                place: &place.iri,
                place_name: names.location(place.location),
                address: place.location.address().map(AsRef::as_ref),
            },
        }
    }
}

impl<'a> From<Geometry<'a>> for Shape<'a> {
    fn from(geometry: Geometry<'a>) -> Self {
        match geometry {
            Geometry::Point(point) => Self::Point(PointShape { coordinates: [point.longitude(), point.latitude()] }),
            Geometry::Area(area) => Self::Area(area),
        }
    }
}
