use crate::{Moment, Text, model::mention::classify_fields};
use serde::Serialize;

/// An entry in the log of an announcement: what has happened since it was published.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Update {
    /// When it was added.
    pub at: Moment,
    /// What it says.
    pub text: Text,
}

classify_fields! { Update {
    plain: at, text;
} }
