use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Job, Node};
use anslag_vocab::schema;

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
        .told(&["title", "unit", "extent", "positions", "apply_by", "reference", "url"])
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
            .properties(&[schema::EMPLOYMENT_TYPE])
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
    ],
};
