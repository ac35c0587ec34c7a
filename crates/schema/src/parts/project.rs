use super::FUNDING;
use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Node, Project};
use anslag_vocab::{dcat, dcterms, foaf, frapo, schema, time};

type Of = Field<Project>;

static NODE: NodeSpec = NodeSpec {
    node: |_| Node::Project,
    classes: &[schema::PROJECT, frapo::PROJECT, foaf::PROJECT],
    subject: ["Projektet", "The project"],
    shape: "Project",
};

static PERIOD: NodeSpec = NodeSpec {
    node: |_| Node::ProjectPeriod,
    classes: &[dcterms::PERIOD_OF_TIME, time::PROPER_INTERVAL],
    subject: ["Projekttiden", "The time of the project"],
    shape: "ProjectPeriod",
};

/// A project that an announcement is about.
pub static PROJECT: Part<Project> = Part {
    spec: PartSpec::one("project", ["projekt", "project", "projekt", "projekts"]).node(&NODE, &[schema::ABOUT])
        .told(&["name", "programme", "duration", "start", "end", "partners", "participants", "focus"])
        .table(
            "projects",
            ["Projekt", "Projects"],
            [
                "Varje rad är projektet som ett tillkännagivande handlar om.",
                "Each row is the project that an announcement is about.",
            ],
        ),
    access: Access::Slice(|announcement| announcement.project.as_slice()),
    fields: &[
        Of::line("name", |project| project.name.as_ref())
            .properties(&[schema::NAME])
            .labels(["namn", "name", "nimi", "nosaukums"])
            .noun("namnet", "name")
            .says("the name, if the announcement gives it"),
        Of::programme("programme", |project| project.programme.as_ref())
            .properties(&[dcterms::IS_PART_OF])
            .labels(["program", "programme", "programm", "programma"])
            .noun("programmet", "programme")
            .says("the programme: one of the register, or a name, or `{ name = \"…\", alternate_names = [\"…\"] }`"),
        // Spellings of a programme, which are keys next to its name; the reader of a source moves them to the programme.
        Of::lines("programme_aka", |_| &[]).no_column().needs("programme")
            .says("other spellings of a programme that is not in the register"),
        Of::node(&PERIOD).properties(&[dcterms::TEMPORAL]).noun("tiden", "period"),
        Of::duration("duration", |project| project.duration.as_ref())
            .about(&PERIOD)
            .properties(&[time::HAS_XSD_DURATION])
            .labels(["längd", "duration", "kestus", "ilgums"])
            .noun("varaktigheten", "duration")
            .says("the duration: `P1Y` a year, `P6M` six months, `P14D` two weeks"),
        Of::date("start", |project| project.start.as_ref())
            .about(&PERIOD)
            .properties(&[dcat::START_DATE])
            .labels(["början", "start", "algus", "sākums"])
            .noun("början", "beginning")
            .says("the beginning, as exactly as you know it: see `when` of events"),
        Of::date("end", |project| project.end.as_ref())
            .about(&PERIOD)
            .properties(&[dcat::END_DATE])
            .labels(["slut", "end", "lõpp", "beigas"])
            .noun("slutet", "end")
            .says("the end"),
        Of::parties("partners", |project| &project.partners)
            .no_column()
            .properties(&[schema::MEMBER])
            .labels(["partner", "partners", "partnerid", "partneri"])
            .noun("parten", "member")
            .says("the partners, who carry it out"),
        Of::parties("participants", |project| &project.participants)
            .no_column()
            .properties(&[schema::MEMBER, dcterms::CONTRIBUTOR])
            .labels(["deltagare", "participants", "osalejad", "dalībnieki"])
            .noun("deltagaren", "contributor")
            .says("other participants"),
        Of::topics("focus", |project| &project.focus)
            .no_column()
            .properties(&[schema::KNOWS_ABOUT, dcterms::SUBJECT])
            .labels(["inriktning", "focus", "suund", "virziens"])
            .noun("inriktningen", "focus")
            .says("its subjects: topics of the register"),
        Of::part(&FUNDING.spec).noun("bidraget", "grant")
            .says("the funders: `{ funder = \"…\", percent = 60 }`, or with `amount = 250000` and `currency = \"SEK\"`; at most 100 per cent together"),
    ],
};
