use crate::{
    area_fault::AreaFault,
    finding::Findings,
    help::Help,
    json_tree,
    message::Message,
    noun::Noun,
    regular_file::read_regular_text,
    tree::{Node, Value},
    value,
};
use anslag_core::{Area, Country, Decimal, Fingerprint, Point, PointError, Polygon, limit};
use anslag_wording::IoFault;
use serde::de::IgnoredAny;
use std::{fs, path::Path};

/// Number from which on a coordinate is taken for metres.
const METRES: f64 = 1000.0;

/// Reads the area of a place in a country: the name of a GeoJSON file beside the source, or a geometry.
pub(crate) fn read(node: &Node<'_>, country: Option<Country>, findings: &Findings) -> Option<Area> {
    // Elsewhere, positions may be meant as they are.
    let may_be_in_sweden = country.is_none_or(|country| country.code() == "SE");
    let area = match &node.value {
        Value::String(name) => {
            findings.area_once(name, may_be_in_sweden, || from_file(name, may_be_in_sweden, findings))
        }
        Value::Table(_) => polygons(node, may_be_in_sweden).and_then(area_of),
        _ => return value::wrong_type(node, findings, Noun::String),
    };
    let add = |reason| {
        let help = help(&reason);
        findings.add(node.span.clone(), Message::InvalidArea { reason }, None, Some(help));
    };
    area.map_err(add).ok()
}

fn from_file(name: &str, may_be_in_sweden: bool, findings: &Findings) -> Result<Area, AreaFault> {
    let folder = findings.folder().ok_or(AreaFault::NoFolder)?;
    let is_plain = Path::new(name).file_name().is_some_and(|file| file == name);
    if !is_plain || !crate::names::is_area(Path::new(name)) {
        return Err(AreaFault::Name);
    }
    let unreadable = |error| AreaFault::Unreadable { reason: IoFault::from(&error) };
    let path = folder.join(name);
    let target = fs::canonicalize(&path).map_err(unreadable)?;
    if target.parent() != fs::canonicalize(folder).ok().as_deref() {
        return Err(AreaFault::Outside);
    }
    let text = read_regular_text(&target, limit::AREA.most as u64).map_err(unreadable)?;
    findings.note_area(name, Fingerprint::of_bytes(text.as_bytes()));
    let text = text.trim_start_matches('\u{feff}');
    let tree = json_tree::parse(text, &Findings::default());
    let tree = tree.ok_or_else(|| match serde_json::from_str::<IgnoredAny>(text) {
        Err(error) => AreaFault::NoJson { line: error.line(), column: error.column() },
        Ok(_) => AreaFault::NoPolygon,
    })?;
    polygons(&tree, may_be_in_sweden).and_then(area_of)
}

fn area_of(polygons: Vec<Polygon>) -> Result<Area, AreaFault> {
    Area::new(polygons).map_err(|reason| AreaFault::Area { reason })
}

/// Reads the polygons of a geometry, of a feature, or of a collection with one feature (RFC 7946, section 3).
fn polygons(node: &Node<'_>, may_be_in_sweden: bool) -> Result<Vec<Polygon>, AreaFault> {
    let kind = member(node, "type").and_then(Node::text);
    let part = |key| member(node, key).ok_or(AreaFault::NoPolygon);
    let polygon = |rings: &Node<'_>| {
        let ring = |ring: &Node<'_>| items(ring)?.iter().map(|position| point(position, may_be_in_sweden)).collect();
        items(rings)?.iter().map(ring).collect()
    };
    match kind {
        Some("Polygon") => Ok(vec![polygon(part("coordinates")?)?]),
        Some("MultiPolygon") => items(part("coordinates")?)?.iter().map(polygon).collect(),
        Some("Feature") => polygons(part("geometry")?, may_be_in_sweden),
        Some("FeatureCollection") => match items(part("features")?)? {
            [feature] => polygons(feature, may_be_in_sweden),
            _ => Err(AreaFault::NoPolygon),
        },
        _ => Err(AreaFault::NoPolygon),
    }
}

fn member<'n, 't>(node: &'n Node<'t>, key: &str) -> Option<&'n Node<'t>> {
    let Value::Table(entries) = &node.value else { return None };
    entries.iter().find(|(name, _)| name.name == key).map(|(_, value)| value)
}

fn items<'n, 't>(node: &'n Node<'t>) -> Result<&'n [Node<'t>], AreaFault> {
    node.items().ok_or(AreaFault::NoPosition)
}

/// Reads a position: longitude, latitude, and whatever follows.
fn point(node: &Node<'_>, may_be_in_sweden: bool) -> Result<Point, AreaFault> {
    let number = |node: &Node<'_>| match &node.value {
        Value::Number(digits) => digits.parse::<f64>().ok(),
        _ => None,
    };
    let [longitude, latitude, ..] = items(node)? else { return Err(AreaFault::NoPosition) };
    let (Some(longitude), Some(latitude)) = (number(longitude), number(latitude)) else {
        return Err(AreaFault::NoPosition);
    };
    if longitude.abs().max(latitude.abs()) >= METRES {
        return Err(AreaFault::Metres);
    }
    let degrees = |value| Decimal::of_degrees(value).ok_or(AreaFault::NoPosition);
    let point = Point::new(degrees(latitude)?, degrees(longitude)?);
    let point = if may_be_in_sweden { point.and_then(Point::not_exchanged) } else { point };
    point.map_err(|reason| AreaFault::Point { reason })
}

fn help(fault: &AreaFault) -> Help {
    match fault {
        AreaFault::NoFolder => Help::AreaInline,
        AreaFault::Metres => Help::ConvertArea,
        AreaFault::Point { reason: PointError::Exchanged { .. } } => Help::LongitudeFirst,
        AreaFault::Name
        | AreaFault::Outside
        | AreaFault::Unreadable { .. }
        | AreaFault::NoJson { .. }
        | AreaFault::NoPolygon
        | AreaFault::NoPosition
        | AreaFault::Point { .. }
        | AreaFault::Area { .. } => Help::Area,
    }
}
