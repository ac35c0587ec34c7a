use crate::{Access, Choice, Field, NodeSpec, Part, PartSpec, Set};
use anslag_core::{DayPart, Disruption, DisruptionStatus, Hours, Node, Service, TimePrecision};
use anslag_vocab::{anslag, schema};

type Of = Field<Disruption>;

static SERVICE: Set = Set::of::<Service>(&anslag::VOCABULARY).scheme(anslag::SERVICE_SCHEME);
static STATUS: Set = Set::of::<DisruptionStatus>(&anslag::VOCABULARY).scheme(anslag::DISRUPTION_STATUS_SCHEME);
static PRECISION: Set = Set::of::<TimePrecision>(&anslag::VOCABULARY).scheme(anslag::TIME_PRECISION_SCHEME);
static DAY_PART: Set = Set::of::<DayPart>(&anslag::VOCABULARY).scheme(anslag::DAY_PART_SCHEME);

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
        .told(&[
            "service",
            "areas",
            "starts",
            "expected_end",
            "ended",
            "precision",
            "day_part",
            "daily_hours",
            "max_duration",
            "status",
            "cause",
            "households",
            "advice",
        ])
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
            .says("`vatten` (water), `avlopp` (sewage), `el` (power), `fjärrvärme` (heating), `trafik` (traffic), `it`, `telefoni` (telephone), `avfall` (waste), `bredband` (broadband), `kollektivtrafik` (public-transport), `skola` (school), `lokaler` (premises), `annan tjänst` (other service)"),
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
        // New columns stand behind the others: their places are an interface.
        Of::choice("precision", &PRECISION, |disruption| disruption.precision.map(Choice::from))
            .properties(&[anslag::TIME_PRECISION])
            .labels(["tiderna är", "times are", "ajad on", "laiki ir"])
            .noun("noggrannheten", "precision")
            .says("`exakt` (exact), or `ca` (approximate) if the times are only about right"),
        Of::choice("day_part", &DAY_PART, |disruption| disruption.day_part.map(Choice::from))
            .properties(&[anslag::DAY_PART])
            .labels(["del av dagen", "part of the day", "päevaosa", "dienas daļa"])
            .noun("delen av dagen", "part of the day")
            .says("`morgon` (morning), `förmiddag` (forenoon), `eftermiddag` (afternoon), `kväll` (evening), `natt` (night)"),
        Of::plain("daily_hours", |disruption| disruption.daily_hours.as_ref().map(Hours::line))
            .properties(&[anslag::DAILY_HOURS])
            .labels(["varje dag", "every day", "iga päev", "katru dienu"])
            .noun("timmarna", "hours")
            .says("the hours of each day between which it is: `\"17:00/22:00\"`"),
        Of::duration("max_duration", |disruption| disruption.max_duration.as_ref())
            .properties(&[anslag::MAX_DURATION])
            .labels(["högst", "at most", "kuni", "ne ilgāk par"])
            .noun("den längsta tiden", "maximum duration")
            .says("the length of time that it does not exceed: `PT2H` two hours, `PT30M` half an hour"),
        Of::count("households", |disruption| disruption.households)
            .properties(&[anslag::HOUSEHOLDS])
            .labels(["berörda hushåll", "households affected", "mõjutatud majapidamised", "skartās mājsaimniecības"])
            .noun("antalet hushåll", "number of households")
            .says("the number of households that it affects"),
    ],
};
