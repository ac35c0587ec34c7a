use crate::{Person, Text, model::mention::classify_fields};
use serde::Serialize;

/// Quote in an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Quote {
    /// Words, letter by letter a passage of the body ([`Body::passages`](crate::Body::passages)).
    pub text: Text,
    /// People who say them, at least one.
    pub speakers: Vec<Person>,
}

classify_fields! { Quote {
    mentions: speakers;
    plain: text;
} }
