//! Announcements at their places.

use crate::{
    reading::render_current,
    sample::{announcement, fields, line, publication},
};
use anslag_core::{Announcement, Area, Decimal, Fields, Location, NamedPlace, Point, Publication};
use anslag_feed::geojson;
use anslag_fixtures::announcements;
use proptest::prelude::*;
use serde_json::{Value, json};

fn features(publication: &Publication, announcements: &[Announcement]) -> Vec<Value> {
    let mut out = geojson::chunk(publication, announcements, geojson::PROLOGUE.to_vec()).unwrap();
    out.extend_from_slice(geojson::EPILOGUE);
    let collection: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(collection["type"], "FeatureCollection");
    collection["features"].as_array().unwrap().clone()
}

fn place(name: &str, coordinates: Option<(&str, &str)>) -> Location {
    let degrees = |value| Decimal::signed(value).unwrap();
    let point = |(latitude, longitude)| Point::new(degrees(latitude), degrees(longitude)).unwrap();
    let mut place = NamedPlace::new(line(name), None);
    place.coordinates = coordinates.map(point);
    Location::Named(place)
}

#[test]
fn an_announcement_has_a_feature_for_each_place_with_coordinates() {
    let square = place("Torget", Some(("58.380726", "-12.5")));
    let places = vec![square.clone(), place("Någonstans", None), square, place("Hamnen", Some(("58", "12")))];
    let found = features(
        &publication(),
        &[announcement(fields("Utan plats")), announcement(Fields { places, ..fields("Titel") })],
    );
    let id = "https://data.example.org/announcement/2021-05-18-ett-anslag";
    let feature = |name: &str, number: u8, coordinates: [f64; 2]| {
        json!({
            "type": "Feature",
            "geometry": { "type": "Point", "coordinates": coordinates },
            "properties": {
                "id": id,
                "url": id,
                "type": "news",
                "title": "Titel",
                "language": "sv",
                "published": "2021-05-18",
                "updated": "2021-05-18",
                "place": format!("{id}/place/{number}"),
                "place_name": name,
            },
        })
    };
    assert_eq!(found, [feature("Torget", 1, [-12.5, 58.380_726]), feature("Hamnen", 3, [12.0, 58.0])]);
}

#[test]
fn entries_of_rss_and_atom_have_points_of_georss() {
    let places = vec![place("Torget", Some(("58.380726", "-12.5"))), place("Inomhus", Some(("58.380726", "-12.5")))];
    let [rss, atom, _] = render_current(&[announcement(Fields { places, ..fields("Titel") })]);
    let point = "<georss:point xmlns:georss=\"http://www.georss.org/georss\">58.380726 -12.5</georss:point>";
    assert_eq!([rss, atom].map(|feed| feed.matches(point).count()), [1, 1]);
}

#[test]
fn a_place_with_an_area_is_a_polygon() {
    let mut harbour = NamedPlace::new(line("Hamnen"), None);
    let corners = [("1", "0"), ("1", "2"), ("3.5", "0"), ("1", "0")];
    let degrees = |value| Decimal::signed(value).unwrap();
    let ring = corners.map(|(latitude, longitude)| Point::new(degrees(latitude), degrees(longitude)).unwrap());
    harbour.area = Some(Area::new(vec![vec![ring.to_vec()]]).unwrap());
    let announcement = announcement(Fields { places: vec![Location::Named(harbour)], ..fields("Titel") });
    let found = features(&publication(), std::slice::from_ref(&announcement));
    let coordinates = [[[0.0, 1.0], [2.0, 1.0], [0.0, 3.5], [0.0, 1.0]]];
    assert_eq!(found[0]["geometry"], json!({ "type": "Polygon", "coordinates": coordinates }));
    let [rss, atom, _] = render_current(&[announcement]);
    let polygon = "<georss:polygon xmlns:georss=\"http://www.georss.org/georss\">1 0 1 2 3.5 0 1 0</georss:polygon>";
    assert!(rss.contains(polygon) && atom.contains(polygon));
}

proptest! {
    #[test]
    fn chunks_with_separators_are_one_collection(
        announcements in announcements(&anslag_fixtures::publication()),
        cut: prop::sample::Index,
    ) {
        let publication = anslag_fixtures::publication();
        let features = |announcements: &[Announcement]| features(&publication, announcements);
        let (first, second) = announcements.split_at(cut.index(announcements.len() + 1));
        prop_assert_eq!([features(first), features(second)].concat(), features(&announcements));
    }
}
