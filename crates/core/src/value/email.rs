use crate::{
    Iri,
    value::{iri::unseen_in_address, string::string_type},
};
use anslag_wording::wording;
use email_address::{EmailAddress, Error as Syntax, Options};
use std::fmt::Write;
use thiserror::Error;

/// E-mail address (RFC 5321), such as `anders.friden@vanersborg.se`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Box<str>);

string_type!(Email, EmailError);

impl Email {
    /// Parses a bare address: without display name, quoted local part and address literal, with a dot in the domain.
    pub fn new(value: &str) -> Result<Self, EmailError> {
        if let Some(found) = unseen_in_address(value) {
            return Err(EmailError::Character { found });
        }
        let options = Options::default().without_display_text().without_domain_literal().with_required_tld();
        let parsed = EmailAddress::parse_with_options(value, options).map_err(|error| syntax_error(value, &error))?;
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

/// Returns what keeps a text from being an address.
fn syntax_error(value: &str, error: &Syntax) -> EmailError {
    if let Some(found) = value.chars().find(|&c| c.is_whitespace() || c.is_control())
        && !value.contains('<')
    {
        return EmailError::Character { found };
    }
    match error {
        Syntax::MissingSeparator => EmailError::NoAt,
        Syntax::LocalPartEmpty => EmailError::NoLocalPart,
        Syntax::LocalPartTooLong | Syntax::DomainTooLong | Syntax::SubDomainTooLong => EmailError::TooLong,
        Syntax::DomainEmpty
        | Syntax::SubDomainEmpty
        | Syntax::DomainTooFew
        | Syntax::DomainInvalidSeparator
        | Syntax::InvalidIPAddress
        | Syntax::UnsupportedDomainLiteral => EmailError::Domain,
        Syntax::InvalidComment
        | Syntax::UnsupportedDisplayName
        | Syntax::MissingDisplayName
        | Syntax::MissingEndBracket => EmailError::NotAlone,
        Syntax::UnbalancedQuotes => EmailError::Quoted,
        Syntax::InvalidCharacter => {
            let is_odd = |c: &char| !c.is_alphanumeric() && !"!#$%&'*+-/=?^_`{|}~.@".contains(*c);
            value.chars().find(is_odd).map_or(EmailError::Domain, |found| EmailError::Character { found })
        }
    }
}

wording! {
    /// Reason why a string is no e-mail address.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum EmailError {
        /// No `@`.
        NoAt
            en("invalid e-mail address: missing `@`")
            sv("ogiltig e-postadress: `@` saknas"),
        /// Nothing before the `@`.
        NoLocalPart
            en("invalid e-mail address: nothing before `@`")
            sv("ogiltig e-postadress: inget före `@`"),
        /// A domain without a dot, or with one too many.
        Domain
            en("invalid e-mail address: what follows `@` is not a domain such as `vanersborg.se`")
            sv("ogiltig e-postadress: det som följer på `@` är ingen domän som `vanersborg.se`"),
        /// A part that is too long.
        TooLong
            en("invalid e-mail address: it is too long")
            sv("ogiltig e-postadress: den är för lång"),
        /// More than an address.
        NotAlone
            en("invalid e-mail address: it must be the address alone, without a name or angle brackets")
            sv("ogiltig e-postadress: det ska vara adressen ensam, utan namn eller vinkelparenteser"),
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
