use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Attachment, Node};
use anslag_vocab::{dcat, foaf, schema};

type Of = Field<Attachment>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Attachment,
    classes: &[schema::MEDIA_OBJECT, foaf::DOCUMENT],
    subject: ["Filen", "The file"],
    shape: "File",
};

/// A file that belongs to an announcement.
pub static ATTACHMENT: Part<Attachment> = Part {
    spec: PartSpec::list("attachments", ["bilagor", "attachments", "lisad", "pielikumi"])
        .node(&NODE, &[schema::ASSOCIATED_MEDIA])
        .table(
            "attachments",
            ["Bilagor", "Attachments"],
            [
                "Varje rad är en fil som hör till ett tillkännagivande.",
                "Each row is a file that belongs to an announcement.",
            ],
        ),
    access: Access::Slice(|announcement| &announcement.attachments),
    fields: &[
        Of::line("title", |file| Some(&file.title))
            .required()
            .properties(&[schema::NAME])
            .labels(["titel", "title", "pealkiri", "nosaukums"])
            .noun("titeln", "title")
            .says("the title"),
        Of::iri("url", |file| Some(&file.url))
            .required()
            .or_file()
            .properties(&[schema::CONTENT_URL])
            .labels(["adress", "address", "aadress", "adrese"])
            .noun("adressen", "address")
            .says("the address of the file, or the name of a file in this directory, which is published with the announcement: `plankarta.pdf`"),
        Of::media_type("media_type", |file| Some(&file.media_type))
            .required()
            .has_default()
            .properties(&[schema::ENCODING_FORMAT])
            .labels(["medietyp", "media type", "meediatüüp", "medija tips"])
            .noun("medietypen", "media type")
            .says("such as `application/pdf`; that of a file in this directory is known"),
        Of::bytes("size", |file| file.size)
            .properties(&[dcat::BYTE_SIZE, schema::CONTENT_SIZE])
            .labels(["storlek", "size", "suurus", "izmērs"])
            .noun("storleken", "size")
            .says("its size in bytes; that of a file in this directory is known"),
    ],
};
