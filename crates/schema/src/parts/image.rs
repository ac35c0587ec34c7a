use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Image, Node};
use anslag_vocab::schema;

type Of = Field<Image>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Image,
    classes: &[schema::IMAGE_OBJECT],
    subject: ["Bilden", "The picture"],
    shape: "Image",
};

/// A picture that belongs to an announcement.
pub static IMAGE: Part<Image> = Part {
    spec: PartSpec::list("images", ["bilder", "pictures", "pildid", "attēli"]).node(&NODE, &[schema::IMAGE]).table(
        "images",
        ["Bilder", "Pictures"],
        [
            "Varje rad är en bild som hör till ett tillkännagivande.",
            "Each row is a picture that belongs to an announcement.",
        ],
    ),
    access: Access::Slice(|announcement| &announcement.images),
    fields: &[
        Of::iri("url", |image| Some(&image.url))
            .required()
            .properties(&[schema::CONTENT_URL])
            .labels(["adress", "address", "aadress", "adrese"])
            .noun("adressen", "address")
            .says("the address of the file"),
        Of::line("alt", |image| Some(&image.alt))
            .required()
            .properties(&[schema::DESCRIPTION])
            .labels(["beskrivning", "alternative text", "kirjeldus", "apraksts"])
            .noun("alternativtexten", "alternative text")
            .says("a text for people who cannot see the picture"),
        Of::text("caption", |image| image.caption.as_ref())
            .properties(&[schema::CAPTION])
            .labels(["bildtext", "caption", "pildiallkiri", "paraksts"])
            .noun("bildtexten", "caption")
            .says("the text below it"),
        Of::plain("credit", |image| image.credit.as_ref())
            .properties(&[schema::CREDIT_TEXT])
            .labels(["upphov", "credit", "autor", "autors"])
            .noun("fotografen", "credit")
            .suppressed()
            .says("the photographer or artist"),
    ],
};
