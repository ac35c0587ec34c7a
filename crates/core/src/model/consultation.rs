use crate::{Day, Email, Line, Text, model::mention::classify_fields};
use serde::Serialize;

/// A consultation that an announcement asks to take part in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Consultation {
    /// The first day for comments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<Day>,
    /// The last day for comments.
    pub closes: Day,
    /// The number of the case (diarienummer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_number: Option<Line>,
    /// Where the documents can be read, beside those that are attached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<Line>,
    /// Where comments are sent to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_to: Option<Email>,
    /// What it means not to reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_reply: Option<Text>,
}

classify_fields! { Consultation {
    plain: opens, closes, case_number, read_at, send_to, no_reply;
} }
