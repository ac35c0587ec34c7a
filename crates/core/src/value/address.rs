use crate::{Email, Iri};
use serde::Serialize;

/// Address to write to: an e-mail address, or that of a web form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Address {
    /// E-mail address.
    Email(Email),
    /// Address of a web form.
    Web(Iri),
}

impl Address {
    /// Returns the IRI: that of the form, or a `mailto:` IRI.
    #[must_use]
    pub fn iri(&self) -> Iri {
        match self {
            Self::Email(email) => email.iri(),
            Self::Web(iri) => iri.clone(),
        }
    }

    /// Returns the address as people write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Web(iri) => iri.as_str(),
        }
    }
}
