use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Node, Update};
use anslag_vocab::schema;

type Of = Field<Update>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Update,
    classes: &[schema::BLOG_POSTING],
    subject: ["Uppdateringen", "The update"],
    shape: "Update",
};

/// An entry in the log of an announcement.
pub static UPDATE: Part<Update> = Part {
    spec: PartSpec::list("updates", ["uppdateringar", "updates", "uuendused", "atjauninājumi"])
        .node(&NODE, &[schema::HAS_PART])
        .part_of(schema::IS_PART_OF)
        .table(
            "updates",
            ["Uppdateringar", "Updates"],
            [
                "Varje rad är något som har hänt sedan ett tillkännagivande publicerades.",
                "Each row is something that has happened since an announcement was published.",
            ],
        ),
    access: Access::Slice(|announcement| &announcement.updates),
    fields: &[
        Of::moment("at", |update| Some(update.at))
            .required()
            .column("date")
            .properties(&[schema::DATE_PUBLISHED])
            .labels(["dag", "day", "aeg", "laiks"])
            .noun("tiden", "time")
            .says("a day, or a day and a time"),
        Of::text("text", |update| Some(&update.text))
            .required()
            .properties(&[schema::TEXT])
            .labels(["text", "text", "tekst", "teksts"])
            .noun("texten", "text")
            .says("the development"),
    ],
};
