use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Announcement, NamedPlace, Node};
use anslag_vocab::{dcterms, geosparql, schema};

type Of = Field<NamedPlace>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Place,
    classes: &[schema::PLACE, dcterms::LOCATION],
    subject: ["Platsen", "The place"],
    shape: "Place",
};

static POINT: NodeSpec = NodeSpec {
    node: Node::Point,
    classes: &[schema::GEO_COORDINATES, geosparql::GEOMETRY],
    subject: ["Punkten", "The point"],
    shape: "Point",
};

static AREA: NodeSpec = NodeSpec {
    node: Node::Area,
    classes: &[schema::GEO_SHAPE, geosparql::GEOMETRY],
    subject: ["Området", "The area"],
    shape: "Area",
};

/// A place that is in no register: the fields that hold one of the register or one of these lead to it.
pub static PLACE: Part<NamedPlace> = Part {
    spec: PartSpec::list("place", ["plats", "place", "koht", "vieta"]).node(&NODE, &[]),
    access: Access::Distinct(Announcement::places),
    fields: &[
        Of::line("name", |place| Some(&place.name))
            .required()
            .properties(&[schema::NAME])
            .labels(["namn", "name", "nimi", "nosaukums"])
            .noun("namnet", "name")
            .says("the name, in the language of the announcement"),
        Of::country("country", |place| place.country)
            .properties(&[schema::CONTAINED_IN_PLACE])
            .labels(["land", "country", "riik", "valsts"])
            .noun("landet", "country")
            .says("the country, such as `SE`"),
        Of::plain("address", |place| place.address.as_ref())
            .properties(&[schema::ADDRESS])
            .labels(["gatuadress", "street address", "tänavaaadress", "ielas adrese"])
            .noun("gatuadressen", "street address")
            .says("the street address: `\"Storgatan 1, 462 32 Vänersborg\"`"),
        Of::node(&POINT).properties(&[schema::GEO, geosparql::HAS_GEOMETRY]).noun("punkten", "point"),
        Of::point("coordinates", |place| place.coordinates)
            .about(&POINT)
            .properties(&[schema::LATITUDE, schema::LONGITUDE, geosparql::AS_WKT])
            .labels(["koordinater", "coordinates", "koordinaadid", "koordinātas"])
            .noun("latituden", "latitude")
            .says("the coordinates in degrees (WGS 84), `{ latitude = 58.380726, longitude = 12.323438 }`, or in metres (SWEREF 99 TM), `{ north = 6474800, east = 344000 }`"),
        Of::node(&AREA).properties(&[geosparql::HAS_GEOMETRY]).noun("området", "area"),
        Of::area("area", |place| place.area.as_ref())
            .about(&AREA)
            .properties(&[geosparql::AS_WKT])
            .labels(["område", "area", "ala", "teritorija"])
            .noun("geometrin", "geometry")
            .says("the area: the name of a `.geojson` file in the same directory, with a Polygon or MultiPolygon in degrees (WGS 84), or such a geometry itself"),
    ],
};
