use crate::{Iri, Line, MediaType, Text, model::mention::classify_fields};
use serde::Serialize;
use std::num::NonZeroU32;

/// Picture of an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Image {
    /// Address of the file.
    pub url: Iri,
    /// Alternative text for those who cannot see the picture.
    pub alt: Line,
    /// Caption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// Author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Line>,
    /// Facts about the file, as far as they are known.
    #[serde(flatten)]
    pub facts: ImageFacts,
}

/// Facts about the file of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ImageFacts {
    /// Media type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<MediaType>,
    /// Size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<NonZeroU32>,
    /// Height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<NonZeroU32>,
}

classify_fields! { Image {
    plain: url, alt, caption, credit, facts;
} }

/// File of an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Attachment {
    /// Title.
    pub title: Line,
    /// Address.
    pub url: Iri,
    /// Media type.
    pub media_type: MediaType,
    /// Size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}

classify_fields! { Attachment {
    plain: title, url, media_type, size;
} }

/// Document of a case: what a decision is based on, or is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Document {
    /// Title.
    pub title: Line,
    /// Address.
    pub url: Iri,
    /// Media type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<MediaType>,
}

/// Page elsewhere to which an announcement refers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// Title.
    pub title: Line,
    /// Address.
    pub url: Iri,
}

classify_fields! { Link {
    plain: title, url;
} }
