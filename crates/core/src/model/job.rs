use crate::{Day, Iri, Line, Party, model::mention::classify_fields};
use serde::Serialize;
use std::num::NonZeroU32;

/// Job that an announcement advertises.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Job {
    /// Title, such as "Grundskollärare".
    pub title: Line,
    /// Unit that employs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Party>,
    /// Extent: hours and duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Line>,
    /// Number of open positions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub positions: Option<NonZeroU32>,
    /// Last day for an application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_by: Option<Day>,
    /// Reference for an application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Line>,
    /// Address for applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Iri>,
}

classify_fields! { Job {
    mentions: unit;
    plain: title, extent, positions, apply_by, reference, url;
} }
