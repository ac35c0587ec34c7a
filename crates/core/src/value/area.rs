use crate::{Decimal, Point, limit};
use anslag_wording::wording;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::{fmt::Write, sync::Arc};
use thiserror::Error;

/// Area on the Earth: one or several polygons, each an outer ring and the rings of its holes.
///
/// A ring ends where it begins and does not touch itself. The outer ones go counterclockwise, the others clockwise
/// (RFC 7946, section 3.1.6). It serialises as a geometry of GeoJSON.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Area(Arc<[Polygon]>);

/// Rings of a polygon, the outer one first.
pub type Polygon = Vec<Vec<Point>>;

impl Area {
    /// Checks polygons: their rings, and that no two edges cross each other.
    ///
    /// Edges are sorted by their longitudes, so that only those that may meet are compared.
    pub fn new(mut polygons: Vec<Polygon>) -> Result<Self, AreaError> {
        if limit::POSITIONS.is_exceeded_by(polygons.iter().flatten().map(Vec::len).sum()) {
            return Err(AreaError::TooMany);
        }
        if polygons.is_empty() || polygons.iter().any(Vec::is_empty) {
            return Err(AreaError::Empty);
        }
        for polygon in &mut polygons {
            for (number, ring) in polygon.iter_mut().enumerate() {
                check_ring(ring)?;
                if is_clockwise(ring) == (number == 0) {
                    ring.reverse();
                }
            }
        }
        refuse_crossings(&polygons)?;
        Ok(Self(polygons.into()))
    }

    /// Returns the polygons.
    #[must_use]
    pub fn polygons(&self) -> &[Polygon] {
        &self.0
    }

    /// Formats the area as Well-Known Text (OGC 06-103r4), the longitude first as CRS 84 has it.
    #[must_use]
    pub fn wkt(&self) -> String {
        let polygons: Vec<String> = self.0.iter().map(wkt_of).collect();
        match polygons.as_slice() {
            [polygon] => format!("POLYGON{polygon}"),
            _ => format!("MULTIPOLYGON({})", polygons.join(",")),
        }
    }
}

impl Serialize for Area {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = |ring: &Vec<Point>| ring.iter().map(|point| [point.longitude(), point.latitude()]).collect();
        let polygons: Vec<Vec<Vec<[Decimal; 2]>>> =
            self.0.iter().map(|polygon| polygon.iter().map(pairs).collect()).collect();
        let mut geometry = serializer.serialize_struct("Area", 2)?;
        match polygons.as_slice() {
            [polygon] => {
                geometry.serialize_field("type", "Polygon")?;
                geometry.serialize_field("coordinates", polygon)?;
            }
            _ => {
                geometry.serialize_field("type", "MultiPolygon")?;
                geometry.serialize_field("coordinates", &polygons)?;
            }
        }
        geometry.end()
    }
}

fn wkt_of(polygon: &Polygon) -> String {
    let mut text = String::from("(");
    for (number, ring) in polygon.iter().enumerate() {
        text.push_str(if number == 0 { "(" } else { ",(" });
        for (at, point) in ring.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(text, "{comma}{} {}", point.longitude().plain(), point.latitude().plain())
                .expect("a string takes all text");
        }
        text.push(')');
    }
    text.push(')');
    text
}

/// Position in millionths of a degree, which are exact: longitude, latitude.
type Position = [i64; 2];

fn position(point: Point) -> Position {
    [point.longitude(), point.latitude()].map(Decimal::millionths)
}

/// Checks that a ring is closed and long enough. Rounding may have made neighbours the same: they are one.
fn check_ring(ring: &mut Vec<Point>) -> Result<(), AreaError> {
    if ring.len() < 4 {
        return Err(AreaError::TooFew { positions: ring.len() });
    }
    if let ([first, ..], [.., last]) = (&ring[..], &ring[..])
        && first != last
    {
        return Err(AreaError::Open { first: *first, last: *last });
    }
    ring.dedup();
    if ring.len() < 4 { Err(AreaError::TooFew { positions: ring.len() }) } else { Ok(()) }
}

/// Returns whether a ring goes clockwise, by the sign of its area.
fn is_clockwise(ring: &[Point]) -> bool {
    let twice = ring.windows(2).map(|edge| {
        let [[x1, y1], [x2, y2]] = [position(edge[0]), position(edge[1])];
        i128::from(x1) * i128::from(y2) - i128::from(x2) * i128::from(y1)
    });
    twice.sum::<i128>() < 0
}

/// Edge of a ring: its ends, the western one first, and its place among the edges of its ring.
#[derive(Clone, Copy)]
struct Edge {
    ends: [Position; 2],
    ring: usize,
    number: usize,
    /// Number of edges of the ring.
    of: usize,
}

impl Edge {
    fn follows(&self, other: &Self) -> bool {
        self.ring == other.ring
            && ((self.number + 1) % self.of == other.number || (other.number + 1) % self.of == self.number)
    }

    /// Returns whether two edges meet where they must not.
    ///
    /// Edges of different rings may touch, and neighbours share an end; they must not lie on each other.
    fn meets(&self, other: &Self) -> bool {
        let ([a, b], [c, d]) = (self.ends, other.ends);
        let (abc, abd) = (turn(a, b, c), turn(a, b, d));
        let (cda, cdb) = (turn(c, d, a), turn(c, d, b));
        if abc * abd < 0 && cda * cdb < 0 {
            return true;
        }
        let is_shared = |end: &Position| [a, b].contains(end);
        if self.follows(other) {
            let shared = [c, d].iter().filter(|end| is_shared(end)).count();
            return shared > 1 || is_inside(c, d, a) || is_inside(c, d, b) || is_inside(a, b, c) || is_inside(a, b, d);
        }
        self.ring == other.ring
            && ([c, d].iter().any(is_shared)
                || is_inside(c, d, a)
                || is_inside(c, d, b)
                || is_inside(a, b, c)
                || is_inside(a, b, d))
    }
}

/// Returns to which side of the line from `a` to `b` a position is: 1, -1, or 0 for a position on it.
fn turn(a: Position, b: Position, c: Position) -> i64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).signum()
}

/// Returns whether a position is on an edge, between its ends.
fn is_inside(a: Position, b: Position, c: Position) -> bool {
    let within = |axis: usize| c[axis] >= a[axis].min(b[axis]) && c[axis] <= a[axis].max(b[axis]);
    c != a && c != b && turn(a, b, c) == 0 && within(0) && within(1)
}

fn refuse_crossings(polygons: &[Polygon]) -> Result<(), AreaError> {
    let mut edges = Vec::new();
    for (number, ring) in polygons.iter().flatten().enumerate() {
        let of = ring.len() - 1;
        edges.extend(ring.windows(2).enumerate().map(|(at, ends)| {
            let mut ends = [position(ends[0]), position(ends[1])];
            ends.sort_unstable();
            Edge { ends, ring: number, number: at, of }
        }));
    }
    edges.sort_unstable_by_key(|edge| edge.ends[0]);
    for (at, edge) in edges.iter().enumerate() {
        let east = edge.ends[1][0];
        let mut later = edges[at + 1..].iter().take_while(|other| other.ends[0][0] <= east);
        if let Some(other) = later.find(|other| edge.meets(other)) {
            let [longitude, latitude] = other.ends[0].map(Decimal::from_millionths);
            return Err(AreaError::Crossing { latitude, longitude });
        }
    }
    Ok(())
}

wording! {
    /// Reason why polygons are no area.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum AreaError {
        /// No polygon, or one without a ring.
        Empty
            en("it has no polygon")
            sv("den har ingen polygon"),
        /// Ring with too few positions.
        TooFew {
            /// Number of positions.
            positions: usize,
        }
            en("a ring has {positions} positions, and needs at least 4 different from their neighbours")
            sv("en ring har {positions} positioner, och behöver minst 4 som skiljer sig från sina grannar"),
        /// Ring that does not end where it begins.
        Open {
            /// First position.
            first: Point,
            /// Last position.
            last: Point,
        }
            en("a ring is open: it begins at {} and ends at {}", first.wkt(), last.wkt())
            sv("en ring är öppen: den börjar i {} och slutar i {}", first.wkt(), last.wkt()),
        /// Edges that cross or touch each other.
        Crossing {
            /// Degrees near the crossing.
            latitude: Decimal,
            /// Degrees near the crossing.
            longitude: Decimal,
        }
            en("a ring crosses or touches itself or another one, near latitude {}, longitude {}", latitude.plain(), longitude.plain())
            sv("en ring korsar eller rör vid sig själv eller en annan, nära latitud {}, longitud {}", latitude.plain(), longitude.plain()),
        /// More positions than are read.
        TooMany
            en("it has more than {} positions", limit::POSITIONS.most)
            sv("den har fler än {} positioner", limit::POSITIONS.most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_wording::{Language, Wording};

    fn ring(positions: &[[i64; 2]]) -> Vec<Point> {
        let degrees = |value: i64| Decimal::from_millionths(value * 1_000_000);
        positions.iter().map(|[x, y]| Point::new(degrees(*y), degrees(*x)).unwrap()).collect()
    }

    #[track_caller]
    fn check(rings: &[&[[i64; 2]]], expected: Result<&str, &str>) {
        let area = Area::new(vec![rings.iter().map(|positions| ring(positions)).collect()]);
        let words = |error: AreaError| error.in_language(Language::English).to_string();
        match (area.map(|area| area.wkt()).map_err(words), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
            (found, expected) => panic!("{found:?} is not {expected:?}"),
        }
    }

    const SQUARE: &[[i64; 2]] = &[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]];

    #[test]
    fn rings_are_closed_and_simple() {
        check(&[SQUARE], Ok("POLYGON((0 0,9 0,9 9,0 9,0 0))"));
        check(&[&[[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]], Ok("POLYGON((0 0,9 0,9 9,0 9,0 0))"));
        let hole: &[[i64; 2]] = &[[1, 1], [2, 1], [2, 2], [1, 1]];
        check(&[SQUARE, hole], Ok("POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 2,2 1,1 1))"));
        // A hole may touch the outer ring.
        check(&[SQUARE, &[[0, 0], [2, 1], [2, 2], [0, 0]]], Ok("POLYGON((0 0,9 0,9 9,0 9,0 0),(0 0,2 2,2 1,0 0))"));
        check(&[&[[0, 0], [0, 0], [9, 0], [9, 9], [0, 0]]], Ok("POLYGON((0 0,9 0,9 9,0 0))"));
    }

    #[test]
    fn wrong_rings_are_refused() {
        check(&[], Err("no polygon"));
        check(&[&[[0, 0], [9, 0], [0, 0]]], Err("3 positions"));
        check(&[&[[0, 0], [0, 0], [9, 0], [0, 0]]], Err("3 positions"));
        check(&[&[[0, 0], [9, 0], [9, 9], [0, 9]]], Err("open: it begins at POINT(0 0) and ends at POINT(0 9)"));
        check(&[&[[0, 0], [9, 9], [9, 0], [0, 9], [0, 0]]], Err("crosses"));
        // An edge that returns on itself, and a ring that touches itself.
        check(&[&[[0, 0], [9, 0], [4, 0], [4, 4], [0, 0]]], Err("crosses"));
        check(&[&[[0, 0], [4, 4], [8, 0], [8, 8], [4, 4], [0, 8], [0, 0]]], Err("crosses"));
        check(&[&[[0, 0], [4, 0], [0, 0], [4, 0], [0, 0]]], Err("crosses"));
        check(&[SQUARE, &[[1, 1], [12, 1], [2, 2], [1, 1]]], Err("crosses"));
    }

    #[test]
    fn positions_are_limited() {
        let many = (0..10_000).map(|n| [n % 180, 0]).collect::<Vec<_>>();
        check(&[&many, SQUARE], Err("more than 10000"));
    }
}
