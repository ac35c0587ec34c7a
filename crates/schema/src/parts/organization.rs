use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Announcement, NamedOrganization, Node};
use anslag_vocab::{foaf, schema};

type Of = Field<NamedOrganization>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Organization,
    classes: &[schema::ORGANIZATION, foaf::ORGANIZATION],
    subject: ["Organisationen", "The organisation"],
    shape: "Organization",
};

/// An organisation that is in no register: the fields that hold one of the register or one of these lead to it.
pub static ORGANIZATION: Part<NamedOrganization> = Part {
    spec: PartSpec::list("organization", ["organisation", "organisation", "organisatsioon", "organizācija"])
        .node(&NODE, &[]),
    access: Access::Distinct(Announcement::organizations),
    fields: &[
        Of::line("name", |organization| Some(&organization.name))
            .required()
            .properties(&[schema::NAME, foaf::NAME])
            .labels(["namn", "name", "nimi", "nosaukums"])
            .noun("namnet", "name")
            .says("the name, in the language of the announcement"),
        Of::country("country", |organization| organization.country)
            .properties(&[schema::LOCATION])
            .labels(["land", "country", "riik", "valsts"])
            .noun("landet", "country")
            .says("the country, such as `SE`"),
        Of::line("kind", |organization| organization.kind.as_ref())
            .properties(&[schema::DESCRIPTION])
            .labels(["slag", "kind", "liik", "veids"])
            .noun("slaget", "kind")
            .says("the kind in the words of the announcement, such as `turistbolag`"),
    ],
};
