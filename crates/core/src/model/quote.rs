use crate::{Person, Text, model::mention::classify_fields};
use serde::Serialize;

/// What somebody says in an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Quote {
    /// The words, found letter by letter in the plain text of the body.
    pub text: Text,
    /// Who says them: one or more.
    pub speakers: Vec<Person>,
}

classify_fields! { Quote {
    mentions: speakers;
    plain: text;
} }
