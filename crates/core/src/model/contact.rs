use crate::{Email, Line, Phone, model::mention::classify_fields};
use serde::Serialize;

/// Whom to ask about an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Contact {
    /// The name of a person or a function.
    pub name: Line,
    /// What they work as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Line>,
    /// Their telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Their e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Where they can be visited: street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visiting_address: Option<Line>,
}

classify_fields! { Contact {
    plain: name, role, phone, email, visiting_address;
} }
