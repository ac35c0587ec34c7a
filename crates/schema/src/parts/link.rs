use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Link, Node};
use anslag_vocab::{dcterms, foaf, schema};

type Of = Field<Link>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Link,
    classes: &[schema::WEB_PAGE, foaf::DOCUMENT],
    subject: ["Länken", "The link"],
    shape: "Link",
};

/// A page elsewhere that an announcement refers to.
pub static LINK: Part<Link> = Part {
    spec: PartSpec::list("links", ["läs mer", "read more", "loe lisaks", "lasīt vairāk"])
        .node(&NODE, &[dcterms::RELATION])
        .table(
            "links",
            ["Länkar", "Links"],
            ["Varje rad är en sida där det går att läsa mer.", "Each row is a page to read more on."],
        ),
    access: Access::Slice(|announcement| &announcement.links),
    fields: &[
        Of::line("title", |link| Some(&link.title))
            .required()
            .properties(&[schema::NAME])
            .labels(["titel", "title", "pealkiri", "nosaukums"])
            .noun("titeln", "title")
            .says("the title of the page"),
        Of::iri("url", |link| Some(&link.url))
            .required()
            .properties(&[schema::URL])
            .labels(["adress", "address", "aadress", "adrese"])
            .noun("adressen", "address")
            .says("the address of the page"),
    ],
};
