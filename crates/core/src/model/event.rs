use crate::{
    Day, Duration, Edtf, Iri, Line, Location, Moment, Money, Party, Text, Zone, closed_set::closed_set,
    model::mention::classify_fields,
};
use jiff::civil::Date;
use serde::Serialize;
use std::{num::NonZeroU32, sync::LazyLock};

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
    /// Prices for some of those who come.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<EventPrice>,
    /// Address for booking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<Iri>,
    /// End, if `when` is its beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<Moment>,
    /// Interval at which it takes place again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repetition>,
    /// Last day on which it may take place again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats_until: Option<Day>,
    /// Page of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Iri>,
    /// Person or office that answers questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Line>,
    /// Way to take part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// Number of people for whom there is room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<NonZeroU32>,
}

classify_fields! { Event {
    mentions: places, organizer;
    personal: contact;
    plain: name, when, status, condition, price, prices, booking, ends, repeats, repeats_until, url, attendance, capacity;
} }

impl Event {
    /// Makes an event that has only a name. Other facts are added with `..`.
    #[must_use]
    pub const fn new(name: Line) -> Self {
        Self {
            name,
            when: None,
            places: Vec::new(),
            organizer: None,
            status: None,
            condition: None,
            price: None,
            prices: Vec::new(),
            booking: None,
            ends: None,
            repeats: None,
            repeats_until: None,
            url: None,
            contact: None,
            attendance: None,
            capacity: None,
        }
    }

    /// Returns the day after which it is over, with the key that gives it. Returns `None` if that is uncertain.
    pub(crate) fn last_day(&self, zone: &Zone) -> Option<(&'static str, Date)> {
        match (self.repeats, self.repeats_until, self.ends) {
            (_, Some(until), _) => Some(("repeats_until", until.date())),
            (Some(_), None, _) => None,
            (None, None, Some(ends)) => Some(("ends", ends.date(zone))),
            (None, None, None) => Some(("when", self.when.as_ref()?.last_day(zone)?)),
        }
    }

    /// Returns whether it certainly ends before it begins, the last time included.
    pub(crate) fn ends_before_beginning(&self, zone: &Zone) -> bool {
        let Some(when) = &self.when else { return false };
        let first: Option<Date> = when.dates().and_then(|(first, _)| first.parse().ok());
        let day = first.and_then(|first| Moment::day(first).ok());
        let begins = day.or_else(|| Moment::parse(when.date_time()?, zone).ok());
        begins.is_some_and(|begins| {
            self.ends.is_some_and(|ends| ends.is_before(&begins, zone))
                || self.repeats_until.is_some_and(|until| until.date() < begins.date(zone))
        })
    }
}

/// Price of admission to an event for some of those who come.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct EventPrice {
    /// Group that pays it: "barn".
    pub name: Line,
    /// Price; 0 is free of charge.
    pub price: Money,
}

closed_set! {
    /// Interval at which an event takes place again.
    pub enum Repetition {
        /// Every day.
        Daily "daily" sv("dagligen") en("daily") et("iga päev") lv("katru dienu") also("varje dag"),
        /// Every week, on the same day of the week.
        Weekly "weekly" sv("varje vecka") en("weekly") et("iga nädal") lv("katru nedēļu") also("veckovis"),
        /// Every month, on the same day of the month.
        Monthly "monthly" sv("varje månad") en("monthly") et("iga kuu") lv("katru mēnesi") also("månadsvis"),
    }
}

impl Repetition {
    /// Returns the interval as a length of time.
    #[must_use]
    pub fn interval(self) -> &'static Duration {
        static INTERVALS: LazyLock<[Duration; 3]> =
            LazyLock::new(|| ["P1D", "P7D", "P1M"].map(|text| Duration::new(text).expect("it is one of ISO 8601")));
        &INTERVALS[self as usize]
    }
}

closed_set! {
    /// Way to take part in an event.
    pub enum Attendance {
        /// At its place.
        OnSite "on-site" sv("på plats") en("on site") et("kohapeal") lv("klātienē"),
        /// On the web.
        Online "online" sv("på nätet") en("online") et("veebis") lv("tiešsaistē") also("digitalt"),
        /// Both.
        Mixed "mixed" sv("på plats och på nätet") en("on site and online") et("kohapeal ja veebis") lv("klātienē un tiešsaistē") also("hybrid"),
    }
}

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
