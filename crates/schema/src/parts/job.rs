use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Job, Node};
use anslag_vocab::{anslag, schema};

type Of = Field<Job>;

static NODE: NodeSpec =
    NodeSpec { node: |_| Node::Job, classes: &[schema::JOB_POSTING], subject: ["Jobbet", "The job"], shape: "Job" };

/// A job that an announcement is about.
pub static JOB: Part<Job> = Part {
    spec: PartSpec::one("job", ["ledigt jobb", "job", "töökoht", "vakance"])
        .node(&NODE, &[schema::ABOUT])
        .inherits(&[
            ("published", schema::DATE_POSTED),
            ("publisher", schema::HIRING_ORGANIZATION),
            ("lead", schema::DESCRIPTION),
            ("body", schema::DESCRIPTION),
            ("title", schema::DESCRIPTION),
        ])
        .told(&[
            "title",
            "unit",
            "place",
            "employment",
            "extent",
            "pay",
            "positions",
            "starts",
            "apply_by",
            "reference",
            "url",
            "email",
        ])
        .table("jobs", ["Lediga jobb", "Jobs"], ["Varje rad är ett ledigt jobb.", "Each row is a job on offer."]),
    access: Access::Slice(|announcement| announcement.job.as_slice()),
    fields: &[
        Of::line("title", |job| Some(&job.title))
            .required()
            .properties(&[schema::TITLE])
            .labels(["jobb", "job", "amet", "amats"])
            .noun("titeln", "title")
            .says("the title of the job"),
        Of::party("unit", |job| job.unit.as_ref())
            .properties(&[schema::EMPLOYMENT_UNIT])
            .labels(["arbetsplats", "unit", "asutus", "darbavieta"])
            .heading(["Arbetsplats", "Workplace", "Asutus", "Darbavieta"])
            .noun("enheten", "unit")
            .says("the unit: an organisation"),
        Of::line("extent", |job| job.extent.as_ref())
            .properties(&[schema::WORK_HOURS])
            .labels(["omfattning", "extent", "koormus", "slodze"])
            .noun("omfattningen", "extent")
            .says("the extent and the duration of the work"),
        Of::day("apply_by", |job| job.apply_by)
            .properties(&[schema::VALID_THROUGH])
            .labels(["sök senast", "apply by", "kandideerida kuni", "pieteikties līdz"])
            .noun("sista ansökningsdagen", "last day to apply")
            .last_day()
            .says("the last day for an application"),
        Of::plain("reference", |job| job.reference.as_ref())
            .properties(&[schema::IDENTIFIER])
            .labels(["referens", "reference", "viide", "atsauce"])
            .noun("referensen", "reference")
            .says("the reference for applications"),
        Of::iri("url", |job| job.url.as_ref())
            .properties(&[schema::URL])
            .labels(["ansökan", "application", "avaldus", "pieteikums"])
            .noun("adressen", "address")
            .says("the address for applications"),
        // A new column stands behind the others: their places are an interface.
        Of::count("positions", |job| job.positions)
            .properties(&[schema::TOTAL_JOB_OPENINGS])
            .labels(["antal tjänster", "open positions", "vabu kohti", "brīvās vietas"])
            .noun("antalet tjänster", "number of open positions")
            .says("the number of open positions"),
        Of::email("email", |job| job.email.as_ref())
            .properties(&[schema::APPLICATION_CONTACT])
            .labels(["ansökan med e-post", "application by e-mail", "avaldus e-postiga", "pieteikums pa e-pastu"])
            .noun("e-postadressen", "e-mail address")
            .says("the e-mail address for applications"),
        Of::line("employment", |job| job.employment.as_ref())
            .properties(&[schema::EMPLOYMENT_TYPE])
            .labels(["anställningsform", "form of employment", "töölepingu liik", "nodarbinātības veids"])
            .noun("anställningsformen", "form of employment")
            .says("the form of employment: `\"Tillsvidareanställning\"`"),
        Of::date("starts", |job| job.starts.as_ref())
            .properties(&[schema::JOB_START_DATE])
            .labels(["tillträde", "starts", "algus", "sākums"])
            .noun("tillträdet", "start")
            .says("the first day, as exactly as you know it: see `when` of events"),
        Of::location("place", |job| job.place.as_ref())
            .labels(["ort", "place", "koht", "vieta"])
            .noun("orten", "place")
            .says("the place of work: a place of the register, or a name; by default the `places` of the announcement"),
        Of::line("pay", |job| job.pay.as_ref())
            .properties(&[anslag::PAY_FORM])
            .labels(["löneform", "form of pay", "palgavorm", "atalgojuma veids"])
            .noun("löneformen", "form of pay")
            .says("the form of the pay: `\"Månadslön\"`"),
    ],
};
