//! GeoRSS-Simple (OGC 17-002r1), the elements that say where an entry of RSS or Atom is.
//!
//! An element declares the namespace itself: a feed without places says nothing of it.

use crate::located::Geometry;
use anslag_core::Point;

/// The namespace of GeoRSS.
pub(crate) const NAMESPACE: &str = "http://www.georss.org/georss";

/// Returns the elements of a geometry, each with its content: a point, or the outer ring of each polygon.
pub(crate) fn elements(geometry: Geometry<'_>) -> Vec<(&'static str, String)> {
    match geometry {
        Geometry::Point(point) => vec![("georss:point", positions(&[point]))],
        Geometry::Area(area) => {
            let outer_rings = area.polygons().iter().map(|rings| positions(&rings[0]));
            outer_rings.map(|ring| ("georss:polygon", ring)).collect()
        }
    }
}

/// Returns positions, the latitude before the longitude.
fn positions(points: &[Point]) -> String {
    let position = |point: &Point| format!("{} {}", point.latitude().plain(), point.longitude().plain());
    points.iter().map(position).collect::<Vec<_>>().join(" ")
}
