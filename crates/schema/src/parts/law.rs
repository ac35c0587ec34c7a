use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Law, Node};
use anslag_vocab::{dcterms, schema};

type Of = Field<Law>;

static NODE: NodeSpec =
    NodeSpec { node: Node::Law, classes: &[schema::LEGISLATION], subject: ["Lagen", "The law"], shape: "Law" };

/// A law on which a notice is based.
pub static LAW: Part<Law> = Part {
    spec: PartSpec::list("laws", ["lagar", "laws", "seadused", "likumi"]).node(&NODE, &[dcterms::REFERENCES]).table(
        "notice_laws",
        ["Anslagens lagar", "Laws of notices"],
        ["Varje rad är en lag som ett anslag stöder sig på.", "Each row is a law on which a notice is based."],
    ),
    access: Access::Slice(|announcement| announcement.notice.as_ref().map_or(&[], |notice| &notice.laws)),
    fields: &[
        Of::line("title", |law| Some(&law.title))
            .required()
            .properties(&[schema::NAME])
            .labels(["lag", "law", "seadus", "likums"])
            .noun("namnet", "name")
            .says("the law: `\"plan- och bygglagen (2010:900) 9 kap. 41 b §\"`"),
        Of::iri("url", |law| law.url.as_ref())
            .properties(&[schema::URL])
            .labels(["adress", "address", "aadress", "adrese"])
            .noun("adressen", "address")
            .says("its address"),
    ],
};
