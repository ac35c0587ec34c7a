use super::PERSON;
use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Node, Quote};
use anslag_vocab::schema;

type Of = Field<Quote>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Quote,
    classes: &[schema::QUOTATION],
    subject: ["Citatet", "The quotation"],
    shape: "Quotation",
};

/// A quote in the text of an announcement.
pub static QUOTE: Part<Quote> = Part {
    spec: PartSpec::list("quotes", ["citat", "quote", "tsitaat", "citāts"])
        .node(&NODE, &[schema::HAS_PART])
        .part_of(schema::IS_PART_OF)
        .number(schema::POSITION)
        .table(
            "quotes",
            ["Citat", "Quotes"],
            ["Varje rad är ett citat i ett tillkännagivande.", "Each row is a quote in an announcement."],
        ),
    access: Access::Slice(|announcement| &announcement.quotes),
    fields: &[
        // The first and the last words of the text; the reader of a source finds the rest.
        Of::text("match", |_| None)
            .no_column()
            .says("the first and the last words, as in the text: `\"Ett väldigt spännande … lokala turistnäring\"`"),
        Of::text("text", |quote| Some(&quote.text))
            .required()
            .has_default()
            .properties(&[schema::TEXT])
            .labels(["citat", "quote", "tsitaat", "citāts"])
            .noun("texten", "text")
            .says("in JSON Lines only: the whole quote, instead of `match`"),
        Of::part(&PERSON.spec)
            .required()
            .noun("den som säger det", "speaker")
            .says("the speakers, one or more: `{ name = \"…\", role = \"…\", unit = \"…\" }`"),
    ],
};
