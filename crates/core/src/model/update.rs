use crate::{Moment, Text, model::mention::classify_fields};
use serde::Serialize;

/// Entry in the log of an announcement: something that happened after its publication.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Update {
    /// Time of the entry.
    pub at: Moment,
    /// Text of the entry.
    pub text: Text,
}

classify_fields! { Update {
    plain: at, text;
} }
