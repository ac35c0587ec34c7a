use crate::{Decimal, value::sweref99};
use anslag_wording::wording;
use serde::Serialize;
use thiserror::Error;

/// Point on the Earth: its latitude and its longitude in degrees (WGS 84).
///
/// Six decimals are kept, which tell points apart that are a decimetre away from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Point {
    latitude: Decimal,
    longitude: Decimal,
}

/// Number of decimals of a degree.
const DECIMALS: u32 = 6;

/// Degrees of latitude and longitude between which Sweden lies.
const SWEDEN: [(f64, f64); 2] = [(55.0, 69.1), (10.5, 24.2)];

impl Point {
    /// Checks degrees of latitude and longitude.
    ///
    /// ```
    /// use anslag_core::{Decimal, Point, PointError};
    ///
    /// let degrees = |value| Decimal::signed(value).unwrap();
    /// assert!(Point::new(degrees("58.380726"), degrees("12.323438")).is_ok());
    /// let nowhere = Point::new(degrees("98.3"), degrees("12.3"));
    /// assert_eq!(nowhere, Err(PointError::Latitude { latitude: degrees("98.3") }));
    /// ```
    pub fn new(latitude: Decimal, longitude: Decimal) -> Result<Self, PointError> {
        if latitude.to_f64().abs() > 90.0 {
            return Err(PointError::Latitude { latitude });
        }
        if longitude.to_f64().abs() > 180.0 {
            return Err(PointError::Longitude { longitude });
        }
        Ok(Self { latitude: latitude.rounded(DECIMALS), longitude: longitude.rounded(DECIMALS) })
    }

    /// Converts coordinates in metres of the Swedish grid (SWEREF 99 TM, EPSG:3006).
    pub fn from_sweref99(north: Decimal, east: Decimal) -> Result<Self, PointError> {
        let (n, e) = (north.to_f64(), east.to_f64());
        if !sweref99::covers(n, e) {
            let is_exchanged = sweref99::covers(e, n);
            return Err(if is_exchanged { PointError::GridExchanged { north, east } } else { PointError::OutsideGrid });
        }
        let (latitude, longitude) = sweref99::to_degrees(n, e);
        Ok(Self {
            latitude: Decimal::from_f64(latitude, DECIMALS).expect("it is below 90"),
            longitude: Decimal::from_f64(longitude, DECIMALS).expect("it is below 180"),
        })
    }

    /// Checks that the point is not one in Sweden with its coordinates exchanged.
    pub fn not_exchanged(self) -> Result<Self, PointError> {
        let Self { latitude, longitude } = self;
        let is_exchanged = !is_in_sweden(latitude, longitude) && is_in_sweden(longitude, latitude);
        if is_exchanged { Err(PointError::Exchanged { latitude, longitude }) } else { Ok(self) }
    }

    /// Returns the latitude in degrees; negative south of the equator.
    #[must_use]
    pub const fn latitude(self) -> Decimal {
        self.latitude
    }

    /// Returns the longitude in degrees; negative west of Greenwich.
    #[must_use]
    pub const fn longitude(self) -> Decimal {
        self.longitude
    }

    /// Formats the point as Well-Known Text (OGC 06-103r4), the longitude first as CRS 84 has it.
    #[must_use]
    pub fn wkt(self) -> String {
        format!("POINT({} {})", self.longitude.plain(), self.latitude.plain())
    }
}

fn is_in_sweden(latitude: Decimal, longitude: Decimal) -> bool {
    let mut degrees = [latitude, longitude].into_iter().zip(SWEDEN);
    degrees.all(|(degrees, (least, most))| (least..=most).contains(&degrees.to_f64()))
}

wording! {
    /// Reason why coordinates are no point.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum PointError {
        /// Latitude beyond a pole.
        Latitude {
            /// Degrees.
            latitude: Decimal,
        }
            en("no latitude is {}: it is between -90 and 90 degrees", latitude.plain())
            sv("ingen latitud är {}: den är mellan -90 och 90 grader", latitude.plain()),
        /// Longitude beyond half the Earth.
        Longitude {
            /// Degrees.
            longitude: Decimal,
        }
            en("no longitude is {}: it is between -180 and 180 degrees", longitude.plain())
            sv("ingen longitud är {}: den är mellan -180 och 180 grader", longitude.plain()),
        /// Point that is in Sweden only if its coordinates are exchanged.
        Exchanged {
            /// Degrees.
            latitude: Decimal,
            /// Degrees.
            longitude: Decimal,
        }
            en("latitude and longitude are exchanged: the point is not in Sweden, but would be the other way round")
            sv("latitud och longitud är omkastade: punkten ligger inte i Sverige, men skulle göra det tvärtom"),
        /// Coordinates outside of the Swedish grid.
        OutsideGrid
            en("the point is outside of the Swedish grid (SWEREF 99 TM)")
            sv("punkten ligger utanför det svenska rutnätet (SWEREF 99 TM)"),
        /// Coordinates of the Swedish grid that are exchanged.
        GridExchanged {
            /// Metres.
            north: Decimal,
            /// Metres.
            east: Decimal,
        }
            en("`north` and `east` are exchanged")
            sv("`north` och `east` är omkastade"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: &str) -> Decimal {
        Decimal::signed(value).unwrap()
    }

    #[track_caller]
    fn check(latitude: &str, longitude: &str, expected: Result<(&str, &str), PointError>) {
        let point = Point::new(number(latitude), number(longitude)).and_then(Point::not_exchanged);
        let plain = |point: Point| (point.latitude().plain(), point.longitude().plain());
        let expected = expected.map(|(latitude, longitude)| (latitude.to_owned(), longitude.to_owned()));
        assert_eq!(point.map(plain), expected);
    }

    #[test]
    fn a_point_is_in_the_world_and_not_exchanged() {
        check("58.380726", "12.323438", Ok(("58.380726", "12.323438")));
        check("58.38072649", "12.3234385", Ok(("58.380726", "12.323438")));
        check("-33.86", "-70.5", Ok(("-33.86", "-70.5")));
        check("90", "180", Ok(("90", "180")));
        assert_eq!(Point::new(number("58.38"), number("-12.5")).unwrap().wkt(), "POINT(-12.5 58.38)");
        check("90.1", "0", Err(PointError::Latitude { latitude: number("90.1") }));
        check("0", "-180.5", Err(PointError::Longitude { longitude: number("-180.5") }));
        let exchanged = PointError::Exchanged { latitude: number("12.32"), longitude: number("58.38") };
        check("12.32", "58.38", Err(exchanged));
        // Tartu is no Swedish place, nor is it one the other way round.
        check("58.38", "26.72", Ok(("58.38", "26.72")));
    }

    #[test]
    fn coordinates_of_the_grid_are_told_apart() {
        let point = |north, east| Point::from_sweref99(number(north), number(east));
        assert!(point("6474800", "344000").is_ok());
        let exchanged = PointError::GridExchanged { north: number("344000"), east: number("6474800") };
        assert_eq!(point("344000", "6474800"), Err(exchanged));
        assert_eq!(point("58.38", "12.32"), Err(PointError::OutsideGrid));
    }
}
