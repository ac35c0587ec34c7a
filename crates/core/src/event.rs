use crate::{Edtf, Iri, Line, Location, Money, Party, Text};
use serde::Serialize;

/// Something that is going to happen, or has happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Event {
    /// What it is.
    pub name: Line,
    /// When it is, as exactly as the announcement says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// Where it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Location>,
    /// Who arranges it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organizer: Option<Party>,
    /// How certain it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PlanStatus>,
    /// What it depends on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
    /// What it costs to take part; 0 is free of charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Where to book.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<Iri>,
}

/// How certain an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanStatus {
    /// Wished for or intended; nothing is fixed.
    Planned,
    /// Fixed.
    Scheduled,
    /// Put off without a new date.
    Postponed,
    /// Moved to another date.
    Rescheduled,
    /// Moved to the net.
    MovedOnline,
    /// Called off.
    Cancelled,
}

impl PlanStatus {
    /// Every status there is.
    pub const ALL: [Self; 6] =
        [Self::Planned, Self::Scheduled, Self::Postponed, Self::Rescheduled, Self::MovedOnline, Self::Cancelled];

    /// The status's key in source files and tables, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Scheduled => "scheduled",
            Self::Postponed => "postponed",
            Self::Rescheduled => "rescheduled",
            Self::MovedOnline => "moved-online",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Planned => ["planerad", "planned", "kavandatud", "plānots"],
            Self::Scheduled => ["bestämd", "scheduled", "kinnitatud", "apstiprināts"],
            Self::Postponed => ["uppskjuten", "postponed", "edasi lükatud", "atlikts"],
            Self::Rescheduled => ["flyttad", "rescheduled", "uuele ajale viidud", "pārcelts"],
            Self::MovedOnline => ["flyttad till nätet", "moved online", "veebi viidud", "pārcelts tiešsaistē"],
            Self::Cancelled => ["inställd", "cancelled", "tühistatud", "atcelts"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

impl Serialize for PlanStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}
