//! GeoRSS-Simple (OGC 17-002r1), the elements that say where an entry of RSS or Atom is.
//!
//! An element declares the namespace itself: a feed without places says nothing of it.

use anslag_core::Point;

/// The namespace of GeoRSS.
pub(crate) const NAMESPACE: &str = "http://www.georss.org/georss";

/// Returns the content of `georss:point`: the latitude before the longitude.
pub(crate) fn point(point: Point) -> String {
    format!("{} {}", point.latitude().plain(), point.longitude().plain())
}
