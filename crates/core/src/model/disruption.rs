use crate::{Location, Moment, Text, closed_set::closed_set, model::mention::classify_fields};
use serde::Serialize;

/// A disruption of a service that an announcement is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Disruption {
    /// What is disrupted.
    pub service: Service,
    /// Where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Location>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<Text>,
    /// When it begins.
    pub starts: Moment,
    /// When it is thought to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_end: Option<Moment>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DisruptionStatus>,
    /// What those whom it concerns should do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Text>,
}

classify_fields! { Disruption {
    mentions: areas;
    plain: service, cause, starts, expected_end, ended, status, advice;
} }

closed_set! {
    /// The services of a municipality that can be disrupted.
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
        /// None of these.
        Other "other-service" sv("annan tjänst") en("other service") et("muu teenus") lv("cits pakalpojums"),
    }
}

closed_set! {
    /// How far a disruption has come.
    pub enum DisruptionStatus {
        /// It is known to come.
        Expected "expected" sv("väntad") en("expected") et("oodatav") lv("gaidāms"),
        /// It is going on.
        Ongoing "ongoing" sv("pågående") en("ongoing") et("kestev") lv("notiek"),
        /// It is over.
        Resolved "resolved" sv("åtgärdad") en("resolved") et("lahendatud") lv("novērsts"),
    }
}
