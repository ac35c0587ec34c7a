use crate::{Address, Day, Document, Line, Text, closed_set::closed_set, model::mention::classify_fields};
use serde::Serialize;

/// Consultation in which an announcement asks people to take part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Consultation {
    /// First day for comments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<Day>,
    /// Last day for comments.
    pub closes: Day,
    /// Case number (diarienummer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_number: Option<Line>,
    /// Place to read the documents, in addition to those that are attached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<Line>,
    /// Address for comments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_to: Option<Address>,
    /// Effect of not replying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_reply: Option<Text>,
    /// Stage of the plan or the proposal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<ConsultationStage>,
    /// Number of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_number: Option<Line>,
    /// Designations of the real properties concerned (fastighetsbeteckning).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<Line>,
    /// Documents of the case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
}

classify_fields! { Consultation {
    plain: opens, closes, case_number, read_at, send_to, no_reply, stage, plan_number, properties, documents;
} }

impl Consultation {
    /// Makes a consultation that says only when it closes. Other facts are added with `..`.
    #[must_use]
    pub const fn new(closes: Day) -> Self {
        Self {
            opens: None,
            closes,
            case_number: None,
            read_at: None,
            send_to: None,
            no_reply: None,
            stage: None,
            plan_number: None,
            properties: Vec::new(),
            documents: Vec::new(),
        }
    }
}

closed_set! {
    /// Stage of a consultation.
    pub enum ConsultationStage {
        /// Early consultation on a plan, before the proposal is final.
        Early "early" sv("samråd") en("early consultation") et("varajane arutelu") lv("sākotnējā apspriešana"),
        /// Review of the final proposal.
        Review "review" sv("granskning") en("review") et("läbivaatamine") lv("pārskatīšana"),
        /// Proposal that is sent to authorities and organisations for comments.
        Referral "referral" sv("remiss") en("referral") et("kooskõlastamine") lv("saskaņošana"),
    }
}
