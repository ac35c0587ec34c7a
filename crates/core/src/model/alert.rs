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
    /// Returns the last moment of the alert: the all-clear or the expiry, whichever is first; `None` if neither is known.
    #[must_use]
    pub fn last(&self, zone: &Zone) -> Option<Moment> {
        self.expires.into_iter().chain(self.all_clear).min_by_key(|last| last.end(zone))
    }

    /// Returns the end of the alert; `None` if it is not known. A day counts until its end, as people read it.
    #[must_use]
    pub fn end(&self, zone: &Zone) -> Option<Timestamp> {
        self.last(zone).map(|last| last.end(zone))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NamedOrganization;

    #[test]
    fn an_alert_ends_with_the_day_or_at_the_time() {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let check = |expires: Option<&str>, all_clear: Option<&str>, expected: Option<&str>| {
            let moment = |text: &str| Moment::parse(text, &zone).unwrap();
            let alert = Alert {
                sender: Party::Named(NamedOrganization::new(Line::new("Verket").unwrap(), None, None)),
                event: Line::new("Rök").unwrap(),
                severity: AlertSeverity::Unknown,
                urgency: None,
                certainty: None,
                areas: Vec::new(),
                effective: moment("2026-06-01"),
                expires: expires.map(moment),
                instruction: None,
                all_clear: all_clear.map(moment),
            };
            assert_eq!(alert.end(&zone).map(|end| end.to_string()).as_deref(), expected, "{expires:?} {all_clear:?}");
        };
        check(None, None, None);
        check(Some("2026-06-02"), None, Some("2026-06-02T22:00:00Z"));
        check(Some("2026-06-02T12:00:00+02:00"), None, Some("2026-06-02T10:00:00Z"));
        check(Some("2026-06-02"), Some("2026-06-02T08:00:00+02:00"), Some("2026-06-02T06:00:00Z"));
        check(Some("2026-06-03"), Some("2026-06-01"), Some("2026-06-01T22:00:00Z"));
    }
}
