use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Announcement, NamedPlace, Node};
use anslag_vocab::{dcterms, schema};

type Of = Field<NamedPlace>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Place,
    classes: &[schema::PLACE, dcterms::LOCATION],
    subject: ["Platsen", "The place"],
    shape: "Place",
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
    ],
};
