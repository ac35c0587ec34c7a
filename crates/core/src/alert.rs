use crate::{Line, Location, Moment, Party, Text};
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

/// How bad the danger of an alert is (CAP 1.2, `severity`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertSeverity {
    /// An extraordinary threat to life or property.
    Extreme,
    /// A significant threat to life or property.
    Severe,
    /// A possible threat to life or property.
    Moderate,
    /// Hardly a threat to life or property.
    Minor,
    /// Not known.
    Unknown,
}

impl AlertSeverity {
    /// Every level there is.
    pub const ALL: [Self; 5] = [Self::Extreme, Self::Severe, Self::Moderate, Self::Minor, Self::Unknown];

    /// The level's key in source files and tables, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Extreme => "extreme",
            Self::Severe => "severe",
            Self::Moderate => "moderate",
            Self::Minor => "minor",
            Self::Unknown => "unknown",
        }
    }

    /// The level's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Extreme => ["extrem", "extreme", "äärmuslik", "ārkārtējs"],
            Self::Severe => ["allvarlig", "severe", "tõsine", "smags"],
            Self::Moderate => ["måttlig", "moderate", "mõõdukas", "mērens"],
            Self::Minor => ["ringa", "minor", "väike", "neliels"],
            Self::Unknown => ["okänd", "unknown", "teadmata", "nezināms"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

/// How soon something is to be done about the danger of an alert (CAP 1.2, `urgency`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertUrgency {
    /// At once.
    Immediate,
    /// Soon, within the next hour.
    Expected,
    /// In the near future.
    Future,
    /// Nothing any more.
    Past,
    /// Not known.
    Unknown,
}

impl AlertUrgency {
    /// Every level there is.
    pub const ALL: [Self; 5] = [Self::Immediate, Self::Expected, Self::Future, Self::Past, Self::Unknown];

    /// The level's key in source files and tables, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Expected => "expected",
            Self::Future => "future",
            Self::Past => "past",
            Self::Unknown => "unknown",
        }
    }

    /// The level's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Immediate => ["omedelbar", "immediate", "kohene", "tūlītējs"],
            Self::Expected => ["väntad", "expected", "oodatav", "gaidāms"],
            Self::Future => ["framtida", "future", "tulevane", "nākotnē"],
            Self::Past => ["förbi", "past", "möödas", "pagājis"],
            Self::Unknown => ["okänd", "unknown", "teadmata", "nezināms"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

/// How certain the danger of an alert is (CAP 1.2, `certainty`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertCertainty {
    /// It has happened, or is happening.
    Observed,
    /// More likely than not.
    Likely,
    /// Possible, but not likely.
    Possible,
    /// Not expected.
    Unlikely,
    /// Not known.
    Unknown,
}

impl AlertCertainty {
    /// Every level there is.
    pub const ALL: [Self; 5] = [Self::Observed, Self::Likely, Self::Possible, Self::Unlikely, Self::Unknown];

    /// The level's key in source files and tables, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Likely => "likely",
            Self::Possible => "possible",
            Self::Unlikely => "unlikely",
            Self::Unknown => "unknown",
        }
    }

    /// The level's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Observed => ["observerad", "observed", "täheldatud", "novērots"],
            Self::Likely => ["trolig", "likely", "tõenäoline", "ticams"],
            Self::Possible => ["möjlig", "possible", "võimalik", "iespējams"],
            Self::Unlikely => ["osannolik", "unlikely", "ebatõenäoline", "maz ticams"],
            Self::Unknown => ["okänd", "unknown", "teadmata", "nezināms"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

impl Serialize for AlertSeverity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl Serialize for AlertUrgency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl Serialize for AlertCertainty {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}
