use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Funding, Node};
use anslag_vocab::{anslag, frapo, schema};

type Of = Field<Funding>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Funding,
    classes: &[schema::GRANT, frapo::GRANT],
    subject: ["Bidraget", "The grant"],
    shape: "Grant",
};

static AMOUNT: NodeSpec = NodeSpec {
    node: Node::FundingAmount,
    classes: &[schema::MONETARY_AMOUNT],
    subject: ["Beloppet", "The amount"],
    shape: "Amount",
};

/// Contribution of one funder to a project: a share, an amount, or both.
pub static FUNDING: Part<Funding> = Part {
    spec: PartSpec::list("funding", ["finansiering", "funding", "rahastamine", "finansējums"])
        .node(&NODE, &[schema::FUNDING])
        .part_of(schema::FUNDED_ITEM)
        .table(
            "funding",
            ["Finansiering", "Funding"],
            ["Varje rad är en finansiärs andel av ett projekt.", "Each row is what one funder pays of a project."],
        ),
    access: Access::Slice(|announcement| announcement.project.as_ref().map_or(&[], |project| &project.funding)),
    fields: &[
        Of::party("funder", |funding| Some(&funding.funder))
            .required()
            .properties(&[schema::FUNDER])
            .labels(["finansiär", "funder", "rahastaja", "finansētājs"])
            .noun("finansiären", "funder")
            .says("the funder: an organisation"),
        Of::percent("percent", |funding| funding.percent)
            .column("share_percent")
            .properties(&[anslag::SHARE_PERCENT])
            .labels(["andel i procent", "share in per cent", "osakaal protsentides", "daļa procentos"])
            .noun("andelen", "share")
            .says("the share in per cent; all shares together come to at most 100"),
        Of::node(&AMOUNT).properties(&[schema::AMOUNT]).noun("beloppet", "amount"),
        Of::money("amount", |funding| funding.amount)
            .about(&AMOUNT)
            .properties(&[schema::VALUE, schema::CURRENCY])
            .labels(["belopp", "amount", "summa", "summa"])
            .noun("värdet", "value")
            .says("the amount, with its `currency`"),
    ],
};
