use crate::{Email, Line, Phone, model::mention::classify_fields};
use serde::Serialize;

/// Contact for questions about an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Contact {
    /// Name of a person or a function.
    pub name: Line,
    /// Job title of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Line>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Address for visits: street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visiting_address: Option<Line>,
}

classify_fields! { Contact {
    plain: name, role, phone, email, visiting_address;
} }
