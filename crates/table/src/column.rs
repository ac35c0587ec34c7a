use crate::Template;
use anslag_core::{
    AlertCertainty, AlertSeverity, AlertUrgency, AnnouncementType, DisruptionStatus, LanguageTag, PersonalData,
    PlanStatus, Service,
};

/// A column of a table: its name, what people call it, what its cells hold and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in the header row: lower-case ASCII in `snake_case`.
    pub name: &'static str,
    /// What people call it.
    pub title: Label,
    /// What its cells hold, where the title does not tell.
    pub description: Option<Label>,
    /// The kind of its cells.
    pub kind: Kind,
    /// Whether no cell is empty.
    pub required: bool,
    /// The property that it stands for in RDF, as an IRI or with a prefix of CSVW's initial context.
    pub property: Option<&'static str>,
    /// What its cells are about, where that is not what the row is about.
    pub about: Option<Template>,
    /// The IRI that a cell stands for, where it stands for one.
    pub value: Option<Template>,
    /// Whether a conversion of the table into RDF gives its cells. Only those columns are given whose triples are, term
    /// by term, those of the publication's own RDF: none whose texts carry a language there, since CSVW fixes one
    /// language a column, and no address that may hold letters outside ASCII, which a URI template would escape.
    pub output: bool,
}

/// A short text in the two languages of the descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// In Swedish.
    pub sv: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Label {
    /// The text for a reader of `language`: in Swedish for Swedish, else in English.
    #[must_use]
    pub fn get(self, language: &LanguageTag) -> &'static str {
        if language.primary() == "sv" { self.sv } else { self.en }
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, which may have several lines.
    Text,
    /// The id of an announcement.
    Id,
    /// A code, which is text also where it has digits only.
    Code,
    /// One of a closed set of keys.
    Choice(Choice),
    /// Several texts or codes, separated by `|`. A `|` in one of them is written as a broken bar, `¦`, since no
    /// dialect of CSV can escape it.
    Multi,
    /// A day (ISO 8601, `xsd:date`).
    Date,
    /// An instant with its offset from UTC (ISO 8601, `xsd:dateTime`).
    DateTime,
    /// The number of a part, from 1.
    Integer,
    /// A number of bytes (`xsd:nonNegativeInteger`).
    Bytes,
    /// A decimal number, not negative.
    Decimal,
    /// A share of 0 to 100 per cent.
    Percent,
    /// An IRI.
    Iri,
    /// A telephone number (ITU-T E.164).
    Phone,
    /// An e-mail address.
    Email,
    /// A date that may be vague (EDTF, level 0 or 1).
    Edtf,
    /// A length of time (ISO 8601, `xsd:duration`).
    Duration,
}

impl Kind {
    /// The regular expression that a whole cell matches, in what XML Schema and ECMAScript have in common.
    #[must_use]
    pub const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Id => Some("[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)+"),
            Self::Phone => Some(r"\+[1-9][0-9]{6,14}"),
            Self::Text
            | Self::Code
            | Self::Choice(_)
            | Self::Multi
            | Self::Date
            | Self::DateTime
            | Self::Integer
            | Self::Bytes
            | Self::Decimal
            | Self::Percent
            | Self::Iri
            | Self::Email
            | Self::Edtf
            | Self::Duration => None,
        }
    }

    /// The smallest number that a cell holds.
    #[must_use]
    pub const fn minimum(self) -> Option<u8> {
        match self {
            Self::Integer => Some(1),
            Self::Bytes | Self::Decimal | Self::Percent => Some(0),
            Self::Text
            | Self::Id
            | Self::Code
            | Self::Choice(_)
            | Self::Multi
            | Self::Date
            | Self::DateTime
            | Self::Iri
            | Self::Phone
            | Self::Email
            | Self::Edtf
            | Self::Duration => None,
        }
    }

    /// The greatest number that a cell holds.
    #[must_use]
    pub const fn maximum(self) -> Option<u8> {
        if let Self::Percent = self { Some(100) } else { None }
    }
}

/// A closed set of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The kinds of announcement.
    AnnouncementType,
    /// How certain an event is.
    PlanStatus,
    /// How an organisation takes part in a project.
    MemberRole,
    /// What a disruption disrupts.
    Service,
    /// How far a disruption has come.
    DisruptionStatus,
    /// How bad the danger of an alert is.
    AlertSeverity,
    /// How soon something is to be done about it.
    AlertUrgency,
    /// How certain it is.
    AlertCertainty,
    /// Whether data on people are published.
    PersonalData,
}

impl Choice {
    /// The key of those who carry out a project.
    pub const PARTNER: &'static str = "partner";
    /// The key of those who take part in a project besides.
    pub const PARTICIPANT: &'static str = "participant";

    /// Every key of the set.
    #[must_use]
    pub fn keys(self) -> Vec<&'static str> {
        match self {
            Self::AnnouncementType => AnnouncementType::ALL.map(AnnouncementType::key).to_vec(),
            Self::PlanStatus => PlanStatus::ALL.map(PlanStatus::key).to_vec(),
            Self::Service => Service::ALL.map(Service::key).to_vec(),
            Self::DisruptionStatus => DisruptionStatus::ALL.map(DisruptionStatus::key).to_vec(),
            Self::AlertSeverity => AlertSeverity::ALL.map(AlertSeverity::key).to_vec(),
            Self::AlertUrgency => AlertUrgency::ALL.map(AlertUrgency::key).to_vec(),
            Self::AlertCertainty => AlertCertainty::ALL.map(AlertCertainty::key).to_vec(),
            Self::PersonalData => PersonalData::ALL.map(PersonalData::key).to_vec(),
            Self::MemberRole => vec![Self::PARTNER, Self::PARTICIPANT],
        }
    }
}
