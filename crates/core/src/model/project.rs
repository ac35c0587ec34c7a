use crate::{
    Duration, Edtf, Line, Money, Party, Percent, Programme, Topic, model::mention::classify_fields,
    publication::entry::serialize_keys,
};
use serde::Serialize;
use std::sync::Arc;

/// Project that an announcement is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Project {
    /// Name, if the announcement gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// Programme of which it is a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<Programme>,
    /// Duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// Beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Edtf>,
    /// End.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Edtf>,
    /// Organisations that carry it out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Party>,
    /// Other organisations that take part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Party>,
    /// Topics it works on.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "serialize_keys")]
    pub focus: Vec<Arc<Topic>>,
    /// Funding. The shares are at most 100 per cent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
}

classify_fields! { Project {
    mentions: partners, participants, funding;
    plain: name, programme, duration, start, end, focus;
} }

/// Contribution of one funder to a project: a share, an amount, or both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Funding {
    /// Organisation that pays.
    pub funder: Party,
    /// Share of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// Amount.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

classify_fields! { Funding {
    mentions: funder;
    plain: percent, amount;
} }
