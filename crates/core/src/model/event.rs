use crate::{Edtf, Iri, Line, Location, Money, Party, Text, closed_set::closed_set, model::mention::classify_fields};
use serde::Serialize;

/// Event in the future or the past.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Event {
    /// Name.
    pub name: Line,
    /// Time, as exact as the announcement states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// Places where it is held.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Location>,
    /// Organisation that arranges it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organizer: Option<Party>,
    /// Status of the plans.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PlanStatus>,
    /// Condition on which it depends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
    /// Price of admission; 0 is free of charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Address for booking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<Iri>,
}

classify_fields! { Event {
    mentions: places, organizer;
    plain: name, when, status, condition, price, booking;
} }

closed_set! {
    /// Status of the plans for an event.
    pub enum PlanStatus {
        /// Wished for or intended; nothing is fixed.
        Planned "planned" sv("planerad") en("planned") et("kavandatud") lv("plānots"),
        /// Fixed.
        Scheduled "scheduled" sv("bestämd") en("scheduled") et("kinnitatud") lv("apstiprināts"),
        /// Postponed without a new date.
        Postponed "postponed" sv("uppskjuten") en("postponed") et("edasi lükatud") lv("atlikts"),
        /// Moved to another date.
        Rescheduled "rescheduled" sv("flyttad") en("rescheduled") et("uuele ajale viidud") lv("pārcelts"),
        /// Moved to the web.
        MovedOnline "moved-online" sv("flyttad till nätet") en("moved online") et("veebi viidud") lv("pārcelts tiešsaistē"),
        /// Cancelled.
        Cancelled "cancelled" sv("inställd") en("cancelled") et("tühistatud") lv("atcelts"),
    }
}
