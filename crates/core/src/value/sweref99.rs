//! Conversion of the Swedish grid, SWEREF 99 TM (EPSG:3006), to degrees: the Gauss conformal projection in Krüger's
//! formulas, as Lantmäteriet publishes them. SWEREF 99 and WGS 84 differ by less than a metre.

/// Semi-major axis of the ellipsoid GRS 80, in metres.
const SEMI_MAJOR_AXIS: f64 = 6_378_137.0;

/// Flattening of the ellipsoid GRS 80.
const FLATTENING: f64 = 1.0 / 298.257_222_101;

/// Central meridian in degrees.
const CENTRAL_MERIDIAN: f64 = 15.0;

/// Scale along the central meridian.
const SCALE: f64 = 0.9996;

/// Metres that are added to the distance from the central meridian.
const FALSE_EASTING: f64 = 500_000.0;

/// Returns whether coordinates in metres are in or near Sweden.
pub(crate) fn covers(north: f64, east: f64) -> bool {
    (6_050_000.0..=7_750_000.0).contains(&north) && (150_000.0..=1_100_000.0).contains(&east)
}

/// Converts coordinates in metres to latitude and longitude in degrees.
#[expect(clippy::many_single_char_names, reason = "the names are those of the published formulas")]
pub(crate) fn to_degrees(north: f64, east: f64) -> (f64, f64) {
    let n = FLATTENING / (2.0 - FLATTENING);
    let radius = SEMI_MAJOR_AXIS / (1.0 + n) * (1.0 + n.powi(2) / 4.0 + n.powi(4) / 64.0);
    let xi = north / (SCALE * radius);
    let eta = (east - FALSE_EASTING) / (SCALE * radius);
    let deltas = [
        n / 2.0 - 2.0 / 3.0 * n.powi(2) + 37.0 / 96.0 * n.powi(3) - n.powi(4) / 360.0,
        n.powi(2) / 48.0 + n.powi(3) / 15.0 - 437.0 / 1440.0 * n.powi(4),
        17.0 / 480.0 * n.powi(3) - 37.0 / 840.0 * n.powi(4),
        4397.0 / 161_280.0 * n.powi(4),
    ];
    let terms = || [2.0, 4.0, 6.0, 8.0].into_iter().zip(deltas);
    let xi_1 = xi - terms().map(|(k, delta)| delta * (k * xi).sin() * (k * eta).cosh()).sum::<f64>();
    let eta_1 = eta - terms().map(|(k, delta)| delta * (k * xi).cos() * (k * eta).sinh()).sum::<f64>();
    let conformal = (xi_1.sin() / eta_1.cosh()).asin();
    let longitude = CENTRAL_MERIDIAN.to_radians() + (eta_1.sinh() / xi_1.cos()).atan();
    let e = FLATTENING * (2.0 - FLATTENING);
    let a = e + e.powi(2) + e.powi(3) + e.powi(4);
    let b = -(7.0 * e.powi(2) + 17.0 * e.powi(3) + 30.0 * e.powi(4)) / 6.0;
    let c = (224.0 * e.powi(3) + 889.0 * e.powi(4)) / 120.0;
    let d = -4279.0 * e.powi(4) / 1260.0;
    let s = conformal.sin().powi(2);
    let latitude = conformal + conformal.sin() * conformal.cos() * (a + b * s + c * s.powi(2) + d * s.powi(3));
    (latitude.to_degrees(), longitude.to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points that pyproj 3.7.2 has converted, from the south to the north and from the west to the east:
    /// `Transformer.from_crs(3006, 4326).transform(north, east)`.
    const BY_PYPROJ: [(f64, f64, f64, f64); 8] = [
        (6_474_800.0, 344_000.0, 58.386_175_35, 12.331_598_73),
        (6_580_822.0, 674_032.0, 59.330_231_23, 18.059_189_74),
        (7_671_055.0, 221_288.0, 69.007_255_67, 8.016_027_91),
        (7_348_080.0, 870_000.0, 66.035_646_29, 23.182_265_0),
        (6_134_500.0, 386_600.0, 55.343_745_76, 13.211_831_96),
        (6_398_978.0, 319_180.0, 57.696_576_26, 11.965_925_49),
        (7_105_000.0, 530_000.0, 64.070_365_51, 15.614_898_35),
        (6_500_000.0, 500_000.0, 58.640_296_94, 15.0),
    ];

    #[test]
    fn the_grid_is_converted_as_pyproj_does() {
        for (north, east, latitude, longitude) in BY_PYPROJ {
            let found = to_degrees(north, east);
            let differs = (found.0 - latitude).abs().max((found.1 - longitude).abs());
            // A centimetre.
            assert!(differs < 1e-7, "{north} {east}: {found:?}, not {latitude} {longitude}");
            assert!(covers(north, east));
        }
    }
}
