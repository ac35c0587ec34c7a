use crate::{Day, Edtf, Email, Iri, Line, Location, Party, model::mention::classify_fields};
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
    /// E-mail address for applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Form of employment, such as "tillsvidareanställning".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employment: Option<Line>,
    /// First day, as exact as the announcement states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<Edtf>,
    /// Place of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Location>,
    /// Form of the pay, such as "månadslön".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Line>,
}

classify_fields! { Job {
    mentions: unit, place;
    plain: title, extent, positions, apply_by, reference, url, email, employment, starts, pay;
} }

impl Job {
    /// Makes a job that has only a title. Other facts are added with `..`.
    #[must_use]
    pub const fn new(title: Line) -> Self {
        Self {
            title,
            unit: None,
            extent: None,
            positions: None,
            apply_by: None,
            reference: None,
            url: None,
            email: None,
            employment: None,
            starts: None,
            place: None,
            pay: None,
        }
    }
}
