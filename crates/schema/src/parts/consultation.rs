use super::DOCUMENT;
use crate::{Access, Choice, Field, NodeSpec, Part, PartSpec, Set};
use anslag_core::{Consultation, ConsultationStage, Node};
use anslag_vocab::{anslag, dcat, dcterms};

type Of = Field<Consultation>;

static STAGE: Set = Set::of::<ConsultationStage>(&anslag::VOCABULARY).scheme(anslag::CONSULTATION_STAGE_SCHEME);

/// The time for which a consultation is open.
pub static CONSULTATION_PERIOD: NodeSpec = NodeSpec {
    node: |_| Node::ConsultationPeriod,
    classes: &[dcterms::PERIOD_OF_TIME],
    subject: ["Samrådstiden", "The consultation period"],
    shape: "ConsultationPeriod",
};

/// A consultation that an announcement asks to take part in.
pub static CONSULTATION: Part<Consultation> = Part {
    spec: PartSpec::one("consultation", ["samråd", "consultation", "avalik arutelu", "sabiedriskā apspriešana"])
        .told_in_order()
        .table(
            "consultations",
            ["Samråd", "Consultations"],
            ["Varje rad är ett samråd.", "Each row is a consultation."],
        ),
    access: Access::Slice(|announcement| announcement.consultation.as_slice()),
    fields: &[
        Of::node(&CONSULTATION_PERIOD)
            .properties(&[anslag::CONSULTATION_PERIOD])
            .noun("samrådstiden", "consultation period"),
        Of::day("opens", |consultation| consultation.opens)
            .about(&CONSULTATION_PERIOD)
            .properties(&[dcat::START_DATE])
            .labels(["öppnar", "opens", "algab", "sākums"])
            .noun("början", "beginning")
            .says("the first day for comments"),
        Of::day("closes", |consultation| Some(consultation.closes))
            .required()
            .about(&CONSULTATION_PERIOD)
            .properties(&[dcat::END_DATE])
            .labels(["stänger", "closes", "arvamusi oodatakse kuni", "viedokļi līdz"])
            .heading(["Lämna synpunkter senast", "Comments until", "Arvamusi oodatakse kuni", "Viedokļi līdz"])
            .noun("sista dagen för synpunkter", "last day for comments")
            .last_day()
            .says("the last day for comments"),
        // A notice of the same announcement may have other numbers.
        Of::plain("case_number", |consultation| consultation.case_number.as_ref())
            .properties(&[anslag::CASE_NUMBER])
            .labels(["diarienummer", "case number", "asja number", "lietas numurs"])
            .noun("diarienumret", "case number")
            .suppressed()
            .says("the case number (diarienummer)"),
        Of::line("read_at", |consultation| consultation.read_at.as_ref())
            .properties(&[anslag::DOCUMENTS_AT])
            .labels(["handlingarna finns", "documents are at", "dokumendid asuvad", "dokumenti pieejami"])
            .noun("handlingarnas plats", "place of the documents")
            .says("the place of the documents, in addition to the `attachments`"),
        Of::address("send_to", |consultation| consultation.send_to.as_ref())
            .properties(&[anslag::SEND_COMMENTS_TO])
            .labels(["synpunkter till", "send comments to", "arvamused saata", "viedokļus sūtīt"])
            .noun("mottagaren av synpunkter", "receiver of comments")
            .says("the e-mail address for comments, or the address of a web form"),
        Of::text("no_reply", |consultation| consultation.no_reply.as_ref())
            .properties(&[anslag::EFFECT_OF_NO_REPLY])
            .labels(["uteblivet svar", "no reply", "kui te ei vasta", "ja neatbildat"])
            .heading(["Om du inte svarar", "If you do not reply", "Kui te ei vasta", "Ja neatbildat"])
            .noun("följden av uteblivet svar", "effect of no reply")
            .says("the consequence of not replying"),
        // New columns stand behind the others: their places are an interface.
        Of::choice("stage", &STAGE, |consultation| consultation.stage.map(Choice::from))
            .properties(&[anslag::CONSULTATION_STAGE])
            .labels(["skede", "stage", "etapp", "posms"])
            .noun("skedet", "stage")
            .says("`samråd` (early), `granskning` (review), `remiss` (referral)"),
        Of::plain("plan_number", |consultation| consultation.plan_number.as_ref())
            .properties(&[anslag::PLAN_NUMBER])
            .labels(["plannummer", "plan number", "planeeringu number", "plāna numurs"])
            .noun("plannumret", "plan number")
            .says("the number of the plan"),
        Of::plains("properties", |consultation| &consultation.properties)
            .aliases(&["property"])
            .column("property")
            .properties(&[anslag::PROPERTY_DESIGNATION])
            .labels(["fastighet", "real property", "kinnistu", "nekustamais īpašums"])
            .noun("fastighetsbeteckningen", "property designation")
            .says("the designation of the real property (fastighetsbeteckning), or a list of several"),
        Of::part(&DOCUMENT.spec)
            .noun("handlingen", "document")
            .says("the documents: `{ title = \"…\", url = \"https://…\" }`"),
    ],
};
