use crate::{Iri, value::string::string_type};
use anslag_wording::wording;
use email_address::{EmailAddress, Options};
use std::fmt::Write;
use thiserror::Error;

/// E-mail address (RFC 5321), such as `anders.friden@vanersborg.se`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Box<str>);

string_type!(Email, EmailError);

impl Email {
    /// Parses a bare address: without display name, quoted local part and address literal, with a dot in the domain.
    pub fn new(value: &str) -> Result<Self, EmailError> {
        let options = Options::default().without_display_text().without_domain_literal().with_required_tld();
        let parsed = EmailAddress::parse_with_options(value, options)
            .map_err(|error| EmailError::Syntax { reason: error.to_string() })?;
        if parsed.local_part().starts_with('"') {
            return Err(EmailError::Quoted);
        }
        if let Some(found) = value.chars().find(|&c| c.is_whitespace() || c.is_control()) {
            return Err(EmailError::Character { found });
        }
        Ok(Self(value.into()))
    }

    /// Returns the address as a `mailto:` IRI (RFC 6068).
    #[must_use]
    pub fn iri(&self) -> Iri {
        let mut iri = String::from("mailto:");
        for c in self.0.chars() {
            if c.is_alphanumeric() || "!$'*+-._~@".contains(c) {
                iri.push(c);
            } else {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    write!(iri, "%{byte:02X}").expect("writing to a String cannot fail");
                }
            }
        }
        Iri::minted(iri)
    }
}

wording! {
    /// Reason why a string is no e-mail address.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum EmailError {
        /// No form of an address.
        Syntax {
            /// Reason as the parser words it.
            reason: String,
        }
            en("invalid e-mail address: {reason}")
            sv("ogiltig e-postadress: {reason}"),
        /// A character that no address has.
        Character {
            /// First such character.
            found: char,
        }
            en("invalid e-mail address: unexpected {found:?}")
            sv("ogiltig e-postadress: oväntat {found:?}"),
        /// A quoted local part, to which few programs can send.
        Quoted
            en("unsupported e-mail address: the part before `@` is quoted")
            sv("e-postadressen stöds inte: delen före `@` står inom citattecken"),
    }
}
