use crate::{Day, Iri, Line, Party, model::mention::classify_fields};
use serde::Serialize;

/// A job that an announcement is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Job {
    /// What the job is, as in "Grundskollärare".
    pub title: Line,
    /// The unit to work at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Party>,
    /// How much work it is, and for how long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Line>,
    /// The last day for an application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_by: Option<Day>,
    /// What an application refers to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Line>,
    /// Where to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Iri>,
}

classify_fields! { Job {
    mentions: unit;
    plain: title, extent, apply_by, reference, url;
} }
