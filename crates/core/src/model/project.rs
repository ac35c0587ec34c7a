use crate::{
    Duration, Edtf, Line, Money, Party, Percent, Programme, Topic, model::mention::classify_fields,
    publication::entry::serialize_keys,
};
use serde::Serialize;
use std::sync::Arc;

/// A project that an announcement is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Project {
    /// Its name, where the announcement names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// The programme it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<Programme>,
    /// How long it lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// When it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Edtf>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Edtf>,
    /// Who carries it out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Party>,
    /// Who else takes part in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Party>,
    /// What it works on.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "serialize_keys")]
    pub focus: Vec<Arc<Topic>>,
    /// Who pays for it; the shares come to at most 100 per cent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
}

classify_fields! { Project {
    mentions: partners, participants, funding;
    plain: name, programme, duration, start, end, focus;
} }

/// What one funder pays of a project: a share, an amount, or both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Funding {
    /// Who pays.
    pub funder: Party,
    /// The share of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// The sum.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

classify_fields! { Funding {
    mentions: funder;
    plain: percent, amount;
} }
