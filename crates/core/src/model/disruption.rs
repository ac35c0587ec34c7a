use crate::{Location, Moment, Text, closed_set::closed_set, model::mention::classify_fields};
use serde::Serialize;

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
}

classify_fields! { Disruption {
    mentions: areas;
    plain: service, cause, starts, expected_end, ended, status, advice;
} }

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
        /// Roads, paths and public transport.
        Traffic "traffic" sv("trafik") en("traffic") et("liiklus") lv("satiksme") also("väg"),
        /// Computer systems and networks.
        It "it" sv("it") en("IT") et("infotehnoloogia") lv("informācijas tehnoloģijas"),
        /// Telephones.
        Telephone "telephone" sv("telefoni") en("telephone") et("telefon") lv("tālrunis"),
        /// Waste collection.
        Waste "waste" sv("avfall") en("waste") et("jäätmed") lv("atkritumi"),
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
