use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Announcement, Document, Node};
use anslag_vocab::{foaf, schema};

type Of = Field<Document>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Document,
    classes: &[schema::DIGITAL_DOCUMENT, foaf::DOCUMENT],
    subject: ["Handlingen", "The document"],
    shape: "Document",
};

/// A document of the case that a notice or a consultation is about.
pub static DOCUMENT: Part<Document> = Part {
    spec: PartSpec::list("documents", ["handlingar", "documents", "dokumendid", "dokumenti"])
        .node(&NODE, &[schema::CITATION])
        .table(
            "documents",
            ["Handlingar", "Documents"],
            ["Varje rad är en handling i ett ärende.", "Each row is a document of a case."],
        ),
    access: Access::Distinct(Announcement::documents),
    fields: &[
        Of::line("title", |document| Some(&document.title))
            .required()
            .properties(&[schema::NAME])
            .labels(["titel", "title", "pealkiri", "nosaukums"])
            .noun("titeln", "title")
            .says("the title"),
        Of::iri("url", |document| Some(&document.url))
            .required()
            .properties(&[schema::URL])
            .labels(["adress", "address", "aadress", "adrese"])
            .noun("adressen", "address")
            .says("the address"),
        Of::media_type("media_type", |document| document.media_type.as_ref())
            .properties(&[schema::ENCODING_FORMAT])
            .labels(["medietyp", "media type", "meediatüüp", "medija tips"])
            .noun("medietypen", "media type")
            .says("such as `application/pdf`"),
    ],
};
