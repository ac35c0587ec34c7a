use crate::value::string::string_type;
use anslag_wording::wording;
use thiserror::Error;

/// An absolute IRI (RFC 3987) without user information or password.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iri(Box<str>);

string_type!(Iri, IriError);

impl Iri {
    /// Takes an absolute IRI of any scheme.
    pub fn new(value: &str) -> Result<Self, IriError> {
        let parsed = oxiri::Iri::parse(value).map_err(|error| IriError::Syntax { reason: error.to_string() })?;
        if parsed.authority().is_some_and(|authority| authority.contains('@')) {
            return Err(IriError::UserInformation);
        }
        Ok(Self(value.into()))
    }

    /// Takes an `http` or `https` IRI with a host: an address that a reader can follow.
    ///
    /// ```
    /// use anslag_core::Iri;
    ///
    /// assert!(Iri::web("https://www.vanersborg.se/").is_ok());
    /// assert!(Iri::web("javascript:alert(1)").is_err());
    /// ```
    pub fn web(value: &str) -> Result<Self, IriError> {
        let iri = Self::new(value)?;
        let parsed = oxiri::Iri::parse_unchecked(value);
        if !matches!(parsed.scheme(), "http" | "https") {
            return Err(IriError::Scheme { scheme: parsed.scheme().to_owned() });
        }
        if parsed.authority().is_none_or(str::is_empty) {
            return Err(IriError::NoHost);
        }
        Ok(iri)
    }

    /// An IRI that this crate put together from valid parts.
    pub(crate) fn minted(value: String) -> Self {
        debug_assert!(oxiri::Iri::parse(value.as_str()).is_ok(), "{value} is no IRI");
        Self(value.into())
    }
}

/// The address that a publication's own IRIs begin with: `http` or `https`, ended by a slash, in ASCII, without query
/// or fragment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Base(Iri);

impl Base {
    /// Takes a base address as it stands.
    pub fn new(value: &str) -> Result<Self, IriError> {
        let iri = Iri::web(value)?;
        let parsed = oxiri::Iri::parse_unchecked(value);
        if parsed.query().is_some() || parsed.fragment().is_some() {
            return Err(IriError::QueryOrFragment);
        }
        if !value.ends_with('/') {
            return Err(IriError::NoSlash);
        }
        if !value.is_ascii() {
            return Err(IriError::NotAscii);
        }
        Ok(Self(iri))
    }

    /// The base as an IRI.
    #[must_use]
    pub fn iri(&self) -> &Iri {
        &self.0
    }

    /// The address of a file of the published layout, by its path in it.
    #[must_use]
    pub fn file(&self, path: &str) -> Iri {
        self.join(format_args!("{path}"))
    }

    /// The IRI of a path below the base. The one place where our IRIs are put together.
    pub(crate) fn join(&self, path: std::fmt::Arguments<'_>) -> Iri {
        Iri::minted(format!("{}{path}", self.0))
    }
}

wording! {
    /// Why a string is no IRI of the kind that is wanted.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum IriError {
        /// It is not an absolute IRI.
        Syntax {
            /// The parser's words.
            reason: String,
        }
            en("this is no absolute IRI: {reason}")
            sv("det här är ingen fullständig IRI: {reason}"),
        /// It holds a user name or a password.
        UserInformation
            en("the address holds a user name, which would be published")
            sv("adressen innehåller ett användarnamn, som skulle publiceras"),
        /// It is not an address on the web.
        Scheme {
            /// The scheme it has.
            scheme: String,
        }
            en("the address begins with {scheme}:, not with https: or http:")
            sv("adressen börjar med {scheme}:, inte med https: eller http:"),
        /// It names no host.
        NoHost
            en("the address has no host")
            sv("adressen har ingen värd"),
        /// A base holds a query or a fragment.
        QueryOrFragment
            en("the base holds a query (?) or a fragment (#), to which no path can be appended")
            sv("basadressen innehåller en fråga (?) eller ett fragment (#), och då går det inte att lägga till en sökväg"),
        /// A base holds letters that URI templates would change.
        NotAscii
            en("the base holds other characters than ASCII, which some programs would rewrite")
            sv("basadressen innehåller andra tecken än ASCII, som en del program skulle skriva om"),
        /// A base does not end in a slash.
        NoSlash
            en("the base does not end in a slash")
            sv("basadressen slutar inte med ett snedstreck"),
    }
}
