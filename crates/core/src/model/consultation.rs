use crate::{Day, Email, Line, Text, model::mention::classify_fields};
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
    pub send_to: Option<Email>,
    /// Effect of not replying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_reply: Option<Text>,
}

classify_fields! { Consultation {
    plain: opens, closes, case_number, read_at, send_to, no_reply;
} }
