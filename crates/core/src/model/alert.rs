use crate::{Line, Location, Moment, Party, Text, Zone, closed_set::closed_set, model::mention::classify_fields};
use jiff::Timestamp;
use serde::Serialize;

/// Warning of a danger, such as a VMA.
///
/// The fields have the names of the Common Alerting Protocol (CAP 1.2, section 3.2), and the levels have its values.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Alert {
    /// Organisation that warns.
    pub sender: Party,
    /// Danger, such as "Giftig rök".
    pub event: Line,
    /// Severity of the danger.
    pub severity: AlertSeverity,
    /// Urgency of a response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<AlertUrgency>,
    /// Certainty of the danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<AlertCertainty>,
    /// Places that the danger concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Location>,
    /// Beginning of the warning.
    pub effective: Moment,
    /// End of the warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// Advice to those whom it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instruction: Option<Text>,
    /// End of the danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_clear: Option<Moment>,
}

classify_fields! { Alert {
    mentions: sender, areas;
    plain: event, severity, urgency, certainty, effective, expires, instruction, all_clear;
} }

impl Alert {
    /// Returns the end of the alert: the all-clear or the expiry, whichever is first; `None` if neither is known.
    #[must_use]
    pub fn end(&self, zone: &Zone) -> Option<Timestamp> {
        self.expires.into_iter().chain(self.all_clear).map(|end| end.instant(zone)).min()
    }
}

closed_set! {
    /// Severity of the danger of an alert (CAP 1.2, `severity`).
    pub enum AlertSeverity {
        /// Extraordinary threat to life or property.
        Extreme "extreme" sv("extrem") en("extreme") et("äärmuslik") lv("ārkārtējs"),
        /// Significant threat to life or property.
        Severe "severe" sv("allvarlig") en("severe") et("tõsine") lv("smags"),
        /// Possible threat to life or property.
        Moderate "moderate" sv("måttlig") en("moderate") et("mõõdukas") lv("mērens"),
        /// Minimal threat to life or property.
        Minor "minor" sv("ringa") en("minor") et("väike") lv("neliels"),
        /// Unknown severity.
        Unknown "unknown" sv("okänd") en("unknown") et("teadmata") lv("nezināms"),
    }
}

closed_set! {
    /// Urgency of a response to an alert (CAP 1.2, `urgency`).
    pub enum AlertUrgency {
        /// Response at once.
        Immediate "immediate" sv("omedelbar") en("immediate") et("kohene") lv("tūlītējs"),
        /// Response soon, within the next hour.
        Expected "expected" sv("väntad") en("expected") et("oodatav") lv("gaidāms"),
        /// Response in the near future.
        Future "future" sv("framtida") en("future") et("tulevane") lv("nākotnē"),
        /// No response any more.
        Past "past" sv("förbi") en("past") et("möödas") lv("pagājis"),
        /// Unknown urgency.
        Unknown "unknown" sv("okänd") en("unknown") et("teadmata") lv("nezināms"),
    }
}

closed_set! {
    /// Certainty of the danger of an alert (CAP 1.2, `certainty`).
    pub enum AlertCertainty {
        /// It has happened, or is happening.
        Observed "observed" sv("observerad") en("observed") et("täheldatud") lv("novērots"),
        /// It is more likely than not.
        Likely "likely" sv("trolig") en("likely") et("tõenäoline") lv("ticams"),
        /// It is possible, but not likely.
        Possible "possible" sv("möjlig") en("possible") et("võimalik") lv("iespējams"),
        /// It is not expected.
        Unlikely "unlikely" sv("osannolik") en("unlikely") et("ebatõenäoline") lv("maz ticams"),
        /// Unknown certainty.
        Unknown "unknown" sv("okänd") en("unknown") et("teadmata") lv("nezināms"),
    }
}
