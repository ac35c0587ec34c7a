use crate::{Edtf, Iri, Line, Location, Money, Party, Text, closed_set::closed_set, model::mention::classify_fields};
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

classify_fields! { Event {
    mentions: places, organizer;
    plain: name, when, status, condition, price, booking;
} }

closed_set! {
    /// How certain an event is.
    pub enum PlanStatus {
        /// Wished for or intended; nothing is fixed.
        Planned "planned" sv("planerad") en("planned") et("kavandatud") lv("plānots"),
        /// Fixed.
        Scheduled "scheduled" sv("bestämd") en("scheduled") et("kinnitatud") lv("apstiprināts"),
        /// Put off without a new date.
        Postponed "postponed" sv("uppskjuten") en("postponed") et("edasi lükatud") lv("atlikts"),
        /// Moved to another date.
        Rescheduled "rescheduled" sv("flyttad") en("rescheduled") et("uuele ajale viidud") lv("pārcelts"),
        /// Moved to the net.
        MovedOnline "moved-online" sv("flyttad till nätet") en("moved online") et("veebi viidud") lv("pārcelts tiešsaistē"),
        /// Called off.
        Cancelled "cancelled" sv("inställd") en("cancelled") et("tühistatud") lv("atcelts"),
    }
}
