use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Node, NoticeDeadline};
use anslag_vocab::{anslag, dcat, dcterms, schema};

type Of = Field<NoticeDeadline>;

static NODE: NodeSpec = NodeSpec {
    node: Node::NoticeDeadline,
    classes: &[anslag::DEADLINE_CLASS, dcterms::PERIOD_OF_TIME],
    subject: ["Fristen", "The deadline"],
    shape: "Deadline",
};

/// A deadline that a notice sets for something other than an appeal.
pub static NOTICE_DEADLINE: Part<NoticeDeadline> = Part {
    spec: PartSpec::list("deadlines", ["andra frister", "other deadlines", "muud tähtajad", "citi termiņi"])
        .node(&NODE, &[anslag::DEADLINE])
        .table(
            "notice_deadlines",
            ["Anslagens frister", "Deadlines of notices"],
            ["Varje rad är en sista dag för något.", "Each row is a last day for something."],
        ),
    access: Access::Slice(|announcement| announcement.notice.as_ref().map_or(&[], |notice| &notice.deadlines)),
    fields: &[
        Of::line("what", |deadline| Some(&deadline.what))
            .required()
            .properties(&[schema::NAME])
            .labels(["vad", "what", "mis", "kas"])
            .noun("det som ska göras", "thing to be done")
            .says("the thing to be done: `\"Lämna synpunkter\"`"),
        Of::day("until", |deadline| Some(deadline.until))
            .required()
            .properties(&[dcat::END_DATE])
            .labels(["senast", "until", "hiljemalt", "līdz"])
            .noun("sista dagen", "last day")
            .last_day()
            .says("the last day"),
    ],
};
