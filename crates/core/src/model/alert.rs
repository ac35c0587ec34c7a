use crate::{Line, Location, Moment, Party, Text, closed_set::closed_set, model::mention::classify_fields};
use serde::Serialize;

/// A warning of a danger, such as a VMA, that an announcement gives.
///
/// Its fields have the names, and its levels the values, of the Common Alerting Protocol (CAP 1.2, section 3.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Alert {
    /// Who warns.
    pub sender: Party,
    /// What of, as in "Giftig rök".
    pub event: Line,
    /// How bad it is.
    pub severity: AlertSeverity,
    /// How soon something is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<AlertUrgency>,
    /// How certain it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<AlertCertainty>,
    /// Where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Location>,
    /// From when on the warning holds.
    pub effective: Moment,
    /// Until when it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// What those whom it concerns should do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instruction: Option<Text>,
    /// When the danger was over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_clear: Option<Moment>,
}

classify_fields! { Alert {
    mentions: sender, areas;
    plain: event, severity, urgency, certainty, effective, expires, instruction, all_clear;
} }

closed_set! {
    /// How bad the danger of an alert is (CAP 1.2, `severity`).
    pub enum AlertSeverity {
        /// An extraordinary threat to life or property.
        Extreme "extreme" sv("extrem") en("extreme") et("äärmuslik") lv("ārkārtējs"),
        /// A significant threat to life or property.
        Severe "severe" sv("allvarlig") en("severe") et("tõsine") lv("smags"),
        /// A possible threat to life or property.
        Moderate "moderate" sv("måttlig") en("moderate") et("mõõdukas") lv("mērens"),
        /// Hardly a threat to life or property.
        Minor "minor" sv("ringa") en("minor") et("väike") lv("neliels"),
        /// Not known.
        Unknown "unknown" sv("okänd") en("unknown") et("teadmata") lv("nezināms"),
    }
}

closed_set! {
    /// How soon something is to be done about the danger of an alert (CAP 1.2, `urgency`).
    pub enum AlertUrgency {
        /// At once.
        Immediate "immediate" sv("omedelbar") en("immediate") et("kohene") lv("tūlītējs"),
        /// Soon, within the next hour.
        Expected "expected" sv("väntad") en("expected") et("oodatav") lv("gaidāms"),
        /// In the near future.
        Future "future" sv("framtida") en("future") et("tulevane") lv("nākotnē"),
        /// Nothing any more.
        Past "past" sv("förbi") en("past") et("möödas") lv("pagājis"),
        /// Not known.
        Unknown "unknown" sv("okänd") en("unknown") et("teadmata") lv("nezināms"),
    }
}

closed_set! {
    /// How certain the danger of an alert is (CAP 1.2, `certainty`).
    pub enum AlertCertainty {
        /// It has happened, or is happening.
        Observed "observed" sv("observerad") en("observed") et("täheldatud") lv("novērots"),
        /// More likely than not.
        Likely "likely" sv("trolig") en("likely") et("tõenäoline") lv("ticams"),
        /// Possible, but not likely.
        Possible "possible" sv("möjlig") en("possible") et("võimalik") lv("iespējams"),
        /// Not expected.
        Unlikely "unlikely" sv("osannolik") en("unlikely") et("ebatõenäoline") lv("maz ticams"),
        /// Not known.
        Unknown "unknown" sv("okänd") en("unknown") et("teadmata") lv("nezināms"),
    }
}
