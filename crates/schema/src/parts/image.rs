use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Image, Node};
use anslag_vocab::{dcat, schema};

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
            .or_file()
            .properties(&[schema::CONTENT_URL])
            .labels(["adress", "address", "aadress", "adrese"])
            .noun("adressen", "address")
            .says("the address of the file, or the name of a picture in this directory, which is published with the announcement: `bro.jpg`"),
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
        Of::media_type("media_type", |image| image.facts.media_type.as_ref())
            .properties(&[schema::ENCODING_FORMAT])
            .labels(["medietyp", "media type", "meediatüüp", "medija tips"])
            .noun("medietypen", "media type")
            .says("its media type; that of a file in this directory is known"),
        Of::bytes("size", |image| image.facts.size)
            .properties(&[dcat::BYTE_SIZE, schema::CONTENT_SIZE])
            .labels(["storlek", "size", "suurus", "izmērs"])
            .noun("storleken", "size")
            .says("its size in bytes; that of a file in this directory is known"),
        Of::count("width", |image| image.facts.width)
            .properties(&[schema::WIDTH])
            .labels(["bredd", "width", "laius", "platums"])
            .noun("bredden", "width")
            .says("its width in pixels; that of a file in this directory is known"),
        Of::count("height", |image| image.facts.height)
            .properties(&[schema::HEIGHT])
            .labels(["höjd", "height", "kõrgus", "augstums"])
            .noun("höjden", "height")
            .says("its height in pixels; that of a file in this directory is known"),
    ],
};
