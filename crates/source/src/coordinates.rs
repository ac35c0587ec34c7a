use crate::{fields::Fields, finding::Findings, help::Help, keys, message::Message, tree::Node, value};
use anslag_core::{Country, Point, PointError};

/// Reads the coordinates of a place in a country: degrees (WGS 84), or metres of the Swedish grid (SWEREF 99 TM).
pub(crate) fn read(node: &Node<'_>, country: Option<Country>, findings: &Findings) -> Option<Point> {
    let fields = Fields::of(node, &keys::COORDINATES, findings)?;
    let number = |key| fields.get(key).map(|node| value::degrees(node, findings));
    let point = match [number("latitude"), number("longitude"), number("north"), number("east")] {
        [Some(latitude), Some(longitude), None, None] => Point::new(latitude?, longitude?),
        [None, None, Some(north), Some(east)] => Point::from_sweref99(north?, east?),
        _ => {
            findings.add(node.span.clone(), Message::IncompletePoint, None, Some(Help::Coordinates));
            return None;
        }
    };
    // Elsewhere, the point may be meant.
    let may_be_in_sweden = country.is_none_or(|country| country.code() == "SE");
    let point = if may_be_in_sweden { point.and_then(Point::not_exchanged) } else { point };
    point.map_err(|error| findings.add(node.span.clone(), error.clone(), None, Some(help(&error)))).ok()
}

fn help(error: &PointError) -> Help {
    match error {
        PointError::Exchanged { latitude, longitude } => {
            Help::ExchangeDegrees { latitude: longitude.plain(), longitude: latitude.plain() }
        }
        PointError::GridExchanged { north, east } => Help::ExchangeMetres { north: east.plain(), east: north.plain() },
        PointError::Latitude { .. } | PointError::Longitude { .. } | PointError::OutsideGrid => Help::Coordinates,
    }
}
