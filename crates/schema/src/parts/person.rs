use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Announcement, Node, Person};
use anslag_vocab::{foaf, schema};

type Of = Field<Person>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Person,
    classes: &[schema::PERSON, foaf::PERSON],
    subject: ["Personen", "The person"],
    shape: "Person",
};

/// A person whom an announcement quotes.
pub static PERSON: Part<Person> = Part {
    spec: PartSpec::list("speakers", ["citerad", "speaker", "tsiteeritu", "citētais"])
        .node(&NODE, &[schema::SPOKEN_BY_CHARACTER])
        .table(
            "quote_speakers",
            ["De citerade", "Speakers of quotes"],
            ["Varje rad är en person som säger ett citat.", "Each row is a person who says a quote."],
        ),
    access: Access::Distinct(Announcement::people),
    fields: &[
        Of::plain("name", |person| Some(&person.name))
            .required()
            .properties(&[schema::NAME, foaf::NAME])
            .labels(["namn", "name", "nimi", "vārds"])
            .noun("namnet", "name")
            .says("the name"),
        Of::line("role", |person| person.role.as_ref())
            .properties(&[schema::JOB_TITLE])
            .labels(["roll", "role", "roll", "loma"])
            .noun("yrket", "job title")
            .says("the role or title"),
        Of::party("unit", |person| person.unit.as_ref())
            .properties(&[schema::WORKS_FOR])
            .labels(["enhet", "unit", "asutus", "darbavieta"])
            .described("Där personen arbetar.", "Where the person works.")
            .noun("arbetsgivaren", "employer")
            .says("the unit: an organisation"),
    ],
};
