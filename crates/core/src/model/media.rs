use crate::{Iri, Line, MediaType, Text, model::mention::classify_fields};
use serde::Serialize;

/// A picture that belongs to an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Image {
    /// The address of its file.
    pub url: Iri,
    /// What somebody who cannot see it should know.
    pub alt: Line,
    /// The text below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Line>,
}

classify_fields! { Image {
    plain: url, alt, caption, credit;
} }

/// A file that belongs to an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Attachment {
    /// What it is.
    pub title: Line,
    /// Its address.
    pub url: Iri,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// How many bytes it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}

classify_fields! { Attachment {
    plain: title, url, media_type, size;
} }

/// A page elsewhere that an announcement refers to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// What it is.
    pub title: Line,
    /// Its address.
    pub url: Iri,
}

classify_fields! { Link {
    plain: title, url;
} }
