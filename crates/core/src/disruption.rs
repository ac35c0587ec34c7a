use crate::{Location, Moment, Text};
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

/// The services of a municipality that can be disrupted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// Drinking water.
    Water,
    /// Sewage.
    Sewage,
    /// Electricity.
    Power,
    /// District heating.
    Heating,
    /// Roads, paths and public transport.
    Traffic,
    /// Computer systems and networks.
    It,
    /// Telephones.
    Telephone,
    /// Waste collection.
    Waste,
    /// None of these.
    Other,
}

impl Service {
    /// Every service there is.
    pub const ALL: [Self; 9] = [
        Self::Water,
        Self::Sewage,
        Self::Power,
        Self::Heating,
        Self::Traffic,
        Self::It,
        Self::Telephone,
        Self::Waste,
        Self::Other,
    ];

    /// The service's key in source files and tables, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Water => "water",
            Self::Sewage => "sewage",
            Self::Power => "power",
            Self::Heating => "heating",
            Self::Traffic => "traffic",
            Self::It => "it",
            Self::Telephone => "telephone",
            Self::Waste => "waste",
            Self::Other => "other-service",
        }
    }

    /// The service's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Water => ["vatten", "water", "vesi", "ūdens"],
            Self::Sewage => ["avlopp", "sewage", "kanalisatsioon", "kanalizācija"],
            Self::Power => ["el", "power", "elekter", "elektrība"],
            Self::Heating => ["fjärrvärme", "heating", "küte", "apkure"],
            Self::Traffic => ["trafik", "traffic", "liiklus", "satiksme"],
            Self::It => ["it", "IT", "infotehnoloogia", "informācijas tehnoloģijas"],
            Self::Telephone => ["telefoni", "telephone", "telefon", "tālrunis"],
            Self::Waste => ["avfall", "waste", "jäätmed", "atkritumi"],
            Self::Other => ["annan tjänst", "other service", "muu teenus", "cits pakalpojums"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

/// How far a disruption has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisruptionStatus {
    /// It is known to come.
    Expected,
    /// It is going on.
    Ongoing,
    /// It is over.
    Resolved,
}

impl DisruptionStatus {
    /// Every status there is.
    pub const ALL: [Self; 3] = [Self::Expected, Self::Ongoing, Self::Resolved];

    /// The status's key in source files and tables, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Ongoing => "ongoing",
            Self::Resolved => "resolved",
        }
    }

    /// The status's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Expected => ["väntad", "expected", "oodatav", "gaidāms"],
            Self::Ongoing => ["pågående", "ongoing", "kestev", "notiek"],
            Self::Resolved => ["åtgärdad", "resolved", "lahendatud", "novērsts"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

impl Serialize for Service {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl Serialize for DisruptionStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}
