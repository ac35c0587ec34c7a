use crate::{Access, Choice, Field, NodeSpec, Part, PartSpec, Set};
use anslag_core::{Alert, AlertCertainty, AlertSeverity, AlertUrgency, Node};
use anslag_vocab::{anslag, schema};

type Of = Field<Alert>;

static SEVERITY: Set =
    Set::of::<AlertSeverity>(&anslag::VOCABULARY).prefix("severity-").scheme(anslag::SEVERITY_SCHEME);
static URGENCY: Set = Set::of::<AlertUrgency>(&anslag::VOCABULARY).prefix("urgency-").scheme(anslag::URGENCY_SCHEME);
static CERTAINTY: Set =
    Set::of::<AlertCertainty>(&anslag::VOCABULARY).prefix("certainty-").scheme(anslag::CERTAINTY_SCHEME);

static NODE: NodeSpec = NodeSpec {
    node: |_| Node::Alert,
    classes: &[schema::EVENT, anslag::ALERT],
    subject: ["Varningen", "The alert"],
    shape: "Alert",
};

/// A danger that an announcement warns of (CAP 1.2, section 3.2).
pub static ALERT: Part<Alert> = Part {
    spec: PartSpec::one("alert", ["varning", "alert", "hoiatus", "brīdinājums"])
        .node(&NODE, &[schema::ABOUT])
        .told(&[
            "event",
            "areas",
            "instruction",
            "effective",
            "expires",
            "all_clear",
            "severity",
            "urgency",
            "certainty",
            "sender",
        ])
        .table(
            "alerts",
            ["Varningar", "Alerts"],
            ["Varje rad är en varning för en fara.", "Each row is a warning of a danger."],
        ),
    access: Access::Slice(|announcement| announcement.alert.as_slice()),
    fields: &[
        Of::party("sender", |alert| Some(&alert.sender))
            .required()
            .properties(&[anslag::SENDER])
            .labels(["avsändare", "sender", "saatja", "sūtītājs"])
            .noun("avsändaren", "sender")
            .says("the sender of the warning: an organisation"),
        Of::line("event", |alert| Some(&alert.event))
            .required()
            .properties(&[schema::NAME])
            .labels(["fara", "event", "oht", "briesmas"])
            .heading(["Fara", "Danger", "Oht", "Briesmas"])
            .noun("namnet", "name")
            .says("the danger, such as `Giftig rök`"),
        Of::choice("severity", &SEVERITY, |alert| Some(alert.severity.into()))
            .required()
            .properties(&[anslag::SEVERITY])
            .labels(["allvar", "severity", "tõsidus", "smagums"])
            .described("Som i CAP 1.2.", "As in CAP 1.2.")
            .noun("allvaret", "severity")
            .says("`extrem` (extreme), `allvarlig` (severe), `måttlig` (moderate), `ringa` (minor), `okänd` (unknown)"),
        Of::choice("urgency", &URGENCY, |alert| alert.urgency.map(Choice::from))
            .properties(&[anslag::URGENCY])
            .labels(["brådska", "urgency", "kiireloomulisus", "steidzamība"])
            .described("Som i CAP 1.2.", "As in CAP 1.2.")
            .noun("brådskan", "urgency")
            .says("`omedelbar` (immediate), `väntad` (expected), `framtida` (future), `förbi` (past), `okänd` (unknown)"),
        Of::choice("certainty", &CERTAINTY, |alert| alert.certainty.map(Choice::from))
            .properties(&[anslag::CERTAINTY])
            .labels(["säkerhet", "certainty", "kindlus", "noteiktība"])
            .described("Som i CAP 1.2.", "As in CAP 1.2.")
            .noun("vissheten", "certainty")
            .says("`observerad` (observed), `trolig` (likely), `möjlig` (possible), `osannolik` (unlikely), `okänd` (unknown)"),
        Of::locations("areas", |alert| &alert.areas)
            .properties(&[schema::LOCATION])
            .labels(["områden", "areas", "piirkond", "teritorija"])
            .heading(["Område", "Area", "Piirkond", "Teritorija"])
            .noun("området", "area")
            .says("the places concerned: places of the register, or names"),
        Of::moment("effective", |alert| Some(alert.effective))
            .required()
            .properties(&[anslag::EFFECTIVE])
            .labels(["gäller från", "effective", "kehtib alates", "spēkā no"])
            .heading(["Gäller från", "In force from", "Kehtib alates", "Spēkā no"])
            .noun("början", "beginning")
            .says("the beginning of the warning: a day, or a day and a time"),
        Of::moment("expires", |alert| alert.expires)
            .properties(&[anslag::EXPIRES])
            .labels(["gäller till", "expires", "kehtib kuni", "spēkā līdz"])
            .heading(["Gäller till", "In force until", "Kehtib kuni", "Spēkā līdz"])
            .noun("slutet", "end")
            .says("the end of the warning"),
        Of::moment("all_clear", |alert| alert.all_clear)
            .properties(&[anslag::ALL_CLEAR])
            .labels(["faran över", "all clear", "oht möödas", "briesmas pārgājušas"])
            .noun("faran över", "all-clear")
            .says("the end of the danger"),
        Of::text("instruction", |alert| alert.instruction.as_ref())
            .properties(&[anslag::INSTRUCTION])
            .labels(["råd", "instruction", "soovitus", "ieteikums"])
            .heading(["Råd", "Advice", "Soovitus", "Ieteikums"])
            .noun("rådet", "advice")
            .says("instructions for the people concerned"),
    ],
};
