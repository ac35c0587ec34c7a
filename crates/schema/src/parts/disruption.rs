use crate::{Access, Choice, Field, NodeSpec, Part, PartSpec, Set};
use anslag_core::{Disruption, DisruptionStatus, Node, Service};
use anslag_vocab::{anslag, schema};

type Of = Field<Disruption>;

static SERVICE: Set = Set::of::<Service>(&anslag::VOCABULARY).scheme(anslag::SERVICE_SCHEME);
static STATUS: Set = Set::of::<DisruptionStatus>(&anslag::VOCABULARY).scheme(anslag::DISRUPTION_STATUS_SCHEME);

static NODE: NodeSpec = NodeSpec {
    node: |_| Node::Disruption,
    classes: &[schema::EVENT, anslag::DISRUPTION],
    subject: ["Störningen", "The disruption"],
    shape: "Disruption",
};

/// A disruption of a service that an announcement is about.
pub static DISRUPTION: Part<Disruption> = Part {
    spec: PartSpec::one("disruption", ["driftstörning", "disruption", "katkestus", "traucējums"])
        .node(&NODE, &[schema::ABOUT])
        .inherits(&[("title", schema::NAME)])
        .told(&["service", "areas", "starts", "expected_end", "ended", "status", "cause", "advice"])
        .table(
            "disruptions",
            ["Driftstörningar", "Disruptions"],
            ["Varje rad är en driftstörning.", "Each row is a disruption of a service."],
        ),
    access: Access::Slice(|announcement| announcement.disruption.as_slice()),
    fields: &[
        Of::choice("service", &SERVICE, |disruption| Some(disruption.service.into()))
            .required()
            .properties(&[anslag::AFFECTED_SERVICE])
            .labels(["tjänst", "service", "teenus", "pakalpojums"])
            .noun("tjänsten", "service")
            .says("`vatten` (water), `avlopp` (sewage), `el` (power), `fjärrvärme` (heating), `trafik` (traffic), `it`, `telefoni` (telephone), `avfall` (waste), `annan tjänst` (other service)"),
        Of::locations("areas", |disruption| &disruption.areas)
            .properties(&[schema::LOCATION])
            .labels(["områden", "areas", "piirkond", "teritorija"])
            .heading(["Område", "Area", "Piirkond", "Teritorija"])
            .noun("området", "area")
            .says("the places concerned: places of the register, or names"),
        Of::text("cause", |disruption| disruption.cause.as_ref())
            .properties(&[anslag::CAUSE])
            .labels(["orsak", "cause", "põhjus", "cēlonis"])
            .noun("orsaken", "cause")
            .says("the cause"),
        Of::moment("starts", |disruption| Some(disruption.starts))
            .required()
            .properties(&[schema::START_DATE])
            .labels(["börjar", "starts", "algab", "sākas"])
            .noun("början", "beginning")
            .says("the beginning: a day, or a day and a time"),
        Of::moment("expected_end", |disruption| disruption.expected_end)
            .properties(&[anslag::EXPECTED_END])
            .labels(["väntas sluta", "expected end", "eeldatav lõpp", "paredzamās beigas"])
            .noun("det väntade slutet", "expected end")
            .says("the expected end"),
        Of::moment("ended", |disruption| disruption.ended)
            .properties(&[schema::END_DATE])
            .labels(["slutade", "ended", "lõppes", "beidzās"])
            .noun("slutet", "end")
            .says("the actual end"),
        Of::choice("status", &STATUS, |disruption| disruption.status.map(Choice::from))
            .properties(&[anslag::DISRUPTION_STATUS])
            .labels(["status", "status", "olek", "statuss"])
            .noun("läget", "status")
            .says("`väntad` (expected), `pågående` (ongoing), `åtgärdad` (resolved)"),
        Of::text("advice", |disruption| disruption.advice.as_ref())
            .properties(&[anslag::INSTRUCTION])
            .labels(["råd", "advice", "soovitus", "ieteikums"])
            .noun("rådet", "advice")
            .says("advice for the people concerned"),
    ],
};
