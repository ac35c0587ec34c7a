use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Node, NoticeItem};
use anslag_vocab::{anslag, schema};

type Of = Field<NoticeItem>;

static NODE: NodeSpec = NodeSpec {
    node: Node::NoticeItem,
    classes: &[schema::CREATIVE_WORK],
    subject: ["Ärendet", "The item"],
    shape: "Item",
};

/// An item of the minutes or of the agenda that a notice is about.
pub static NOTICE_ITEM: Part<NoticeItem> = Part {
    spec: PartSpec::list("items", ["ärenden", "items", "päevakorrapunktid", "darba kārtības punkti"])
        .node(&NODE, &[schema::HAS_PART])
        .part_of(schema::IS_PART_OF)
        .table(
            "notice_items",
            ["Anslagens ärenden", "Items of notices"],
            ["Varje rad är ett ärende på ett sammanträde.", "Each row is an item of a meeting."],
        ),
    access: Access::Slice(|announcement| announcement.notice.as_ref().map_or(&[], |notice| &notice.items)),
    fields: &[
        Of::plain("number", |item| Some(&item.number))
            .required()
            .properties(&[schema::POSITION])
            .labels(["paragraf", "number", "number", "numurs"])
            .noun("numret", "number")
            .says("the number: `§ 45`"),
        Of::line("title", |item| Some(&item.title))
            .required()
            .properties(&[schema::NAME])
            .labels(["rubrik", "title", "pealkiri", "virsraksts"])
            .noun("rubriken", "title")
            .says("the title"),
        Of::plain("case_number", |item| item.case_number.as_ref())
            .properties(&[anslag::CASE_NUMBER])
            .labels(["diarienummer", "case number", "asja number", "lietas numurs"])
            .noun("diarienumret", "case number")
            .says("the case number (diarienummer)"),
    ],
};
