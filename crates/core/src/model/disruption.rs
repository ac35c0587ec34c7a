use crate::{Duration, Hours, Location, Moment, Text, Zone, closed_set::closed_set, model::mention::classify_fields};
use jiff::Timestamp;
use serde::Serialize;
use std::num::NonZeroU32;

/// Disruption of a service.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Disruption {
    /// Service that is disrupted.
    pub service: Service,
    /// Places that the disruption concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Location>,
    /// Cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<Text>,
    /// Beginning.
    pub starts: Moment,
    /// Expected end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_end: Option<Moment>,
    /// Actual end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
    /// Status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DisruptionStatus>,
    /// Advice to those whom it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Text>,
    /// Precision of the times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<TimePrecision>,
    /// Part of the day in which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_part: Option<DayPart>,
    /// Hours of each day between which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub daily_hours: Option<Hours>,
    /// Length that it does not exceed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_duration: Option<Duration>,
    /// Number of households that it affects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub households: Option<NonZeroU32>,
}

classify_fields! { Disruption {
    mentions: areas;
    plain: service, cause, starts, expected_end, ended, status, advice, precision, day_part, daily_hours, max_duration,
        households;
} }

impl Disruption {
    /// Makes a disruption that says only what is disrupted, and from when on. Other facts are added with `..`.
    #[must_use]
    pub const fn new(service: Service, starts: Moment) -> Self {
        Self {
            service,
            areas: Vec::new(),
            cause: None,
            starts,
            expected_end: None,
            ended: None,
            status: None,
            advice: None,
            precision: None,
            day_part: None,
            daily_hours: None,
            max_duration: None,
            households: None,
        }
    }

    /// Returns the last moment of the disruption: the real end, or else the expected one; `None` if neither is known.
    #[must_use]
    pub fn last(&self) -> Option<Moment> {
        self.ended.or(self.expected_end)
    }

    /// Returns the end of the disruption; `None` if it is not known. A day counts until its end. What is resolved without a
    /// time has ended when it began.
    #[must_use]
    pub fn end(&self, zone: &Zone) -> Option<Timestamp> {
        if self.ended.is_none() && self.status == Some(DisruptionStatus::Resolved) {
            return Some(self.starts.instant(zone));
        }
        self.last().map(|last| last.end(zone))
    }
}

closed_set! {
    /// Precision of the times of a disruption.
    pub enum TimePrecision {
        /// As they are given.
        Exact "exact" sv("exakta") en("exact") et("täpsed") lv("precīzi") also("exakt"),
        /// More or less.
        Approximate "approximate" sv("ungefärliga") en("approximate") et("ligikaudsed") lv("aptuveni") also("ca", "cirka", "ungefärlig"),
    }
}

closed_set! {
    /// Part of a day.
    pub enum DayPart {
        /// Until about nine o'clock.
        Morning "morning" sv("morgon") en("morning") et("hommik") lv("rīts") also("morgonen"),
        /// Until noon.
        Forenoon "forenoon" sv("förmiddag") en("forenoon") et("ennelõuna") lv("priekšpusdiena") also("förmiddagen"),
        /// Until about six o'clock.
        Afternoon "afternoon" sv("eftermiddag") en("afternoon") et("pärastlõuna") lv("pēcpusdiena") also("eftermiddagen"),
        /// Until about ten o'clock.
        Evening "evening" sv("kväll") en("evening") et("õhtu") lv("vakars") also("kvällen"),
        /// Until the morning.
        Night "night" sv("natt") en("night") et("öö") lv("nakts") also("natten"),
    }
}

closed_set! {
    /// Service of a municipality that can be disrupted.
    pub enum Service {
        /// Drinking water.
        Water "water" sv("vatten") en("water") et("vesi") lv("ūdens"),
        /// Sewage.
        Sewage "sewage" sv("avlopp") en("sewage") et("kanalisatsioon") lv("kanalizācija"),
        /// Electricity.
        Power "power" sv("el") en("power") et("elekter") lv("elektrība"),
        /// District heating.
        Heating "heating" sv("fjärrvärme") en("heating") et("küte") lv("apkure"),
        /// Roads and paths.
        Traffic "traffic" sv("trafik") en("traffic") et("liiklus") lv("satiksme") also("väg"),
        /// Computer systems and networks.
        It "it" sv("it") en("IT") et("infotehnoloogia") lv("informācijas tehnoloģijas"),
        /// Telephones.
        Telephone "telephone" sv("telefoni") en("telephone") et("telefon") lv("tālrunis"),
        /// Waste collection.
        Waste "waste" sv("avfall") en("waste") et("jäätmed") lv("atkritumi"),
        /// Internet connections.
        Broadband "broadband" sv("bredband") en("broadband") et("lairibaühendus") lv("platjosla"),
        /// Buses, trains and ferries.
        PublicTransport "public-transport" sv("kollektivtrafik") en("public transport") et("ühistransport") lv("sabiedriskais transports"),
        /// Schools and preschools.
        School "school" sv("skola") en("school") et("kool") lv("skola") also("förskola"),
        /// Libraries, baths, town halls and other premises.
        Premises "premises" sv("lokaler") en("premises") et("ruumid") lv("telpas") also("lokal"),
        /// Any other service.
        Other "other-service" sv("annan tjänst") en("other service") et("muu teenus") lv("cits pakalpojums"),
    }
}

closed_set! {
    /// Status of a disruption.
    pub enum DisruptionStatus {
        /// It is expected.
        Expected "expected" sv("väntad") en("expected") et("oodatav") lv("gaidāms"),
        /// It goes on.
        Ongoing "ongoing" sv("pågående") en("ongoing") et("kestev") lv("notiek") also("pågår"),
        /// It is over.
        Resolved "resolved" sv("åtgärdad") en("resolved") et("lahendatud") lv("novērsts") also("avslutad"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disruption_ends_with_the_day_or_at_the_time() {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let moment = |text: &str| Moment::parse(text, &zone).unwrap();
        let lasting = Disruption::new(Service::Water, moment("2026-06-01"));
        let check = |disruption: &Disruption, expected: Option<&str>| {
            assert_eq!(disruption.end(&zone).map(|end| end.to_string()).as_deref(), expected);
        };
        check(&lasting, None);
        check(
            &Disruption { status: Some(DisruptionStatus::Resolved), ..lasting.clone() },
            Some("2026-05-31T22:00:00Z"),
        );
        let expected = Disruption { expected_end: Some(moment("2026-06-02")), ..lasting };
        check(&expected, Some("2026-06-02T22:00:00Z"));
        let ended = Disruption { ended: Some(moment("2026-06-01T12:00:00+02:00")), ..expected };
        check(&ended, Some("2026-06-01T10:00:00Z"));
    }
}
