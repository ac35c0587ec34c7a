use crate::{Unseen, value::string::string_type};
use anslag_wording::wording;
use idna::{AsciiDenyList, domain_to_ascii_from_cow};
use percent_encoding::{CONTROLS, PercentEncode, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;
use thiserror::Error;

/// Absolute IRI (RFC 3987) without user name or password, and without characters that nobody sees.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iri(Box<str>);

string_type!(Iri, IriError);

impl Iri {
    /// Parses an absolute IRI of any scheme.
    pub fn new(value: &str) -> Result<Self, IriError> {
        if let Some(found) = unseen_in_address(value) {
            return Err(IriError::Character { found });
        }
        let parsed = oxiri::Iri::parse(value).map_err(|_| syntax_error(value))?;
        if parsed.authority().is_some_and(|authority| authority.contains('@')) {
            return Err(IriError::UserInformation);
        }
        Ok(Self(value.into()))
    }

    /// Parses an `http` or `https` IRI with a host: an address that a reader can follow.
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

    /// Returns the IRI as a URI (RFC 3987, section 3.1), which HTTP and many formats require.
    ///
    /// The host is in Punycode, and other characters outside ASCII are percent-encoded.
    ///
    /// ```
    /// use anslag_core::Iri;
    ///
    /// let iri = Iri::new("https://www.vänersborg.se/å.html")?;
    /// assert_eq!(iri.uri(), "https://www.xn--vnersborg-v2a.se/%C3%A5.html");
    /// # Ok::<(), anslag_core::IriError>(())
    /// ```
    #[must_use]
    pub fn uri(&self) -> Cow<'_, str> {
        let parsed = oxiri::Iri::parse_unchecked(&*self.0);
        let Some(authority) = parsed.authority().filter(|authority| is_foreign(authority)) else {
            return encode(&self.0).into();
        };
        let (before, after) = self.0.split_once(authority).expect("an IRI contains its authority");
        let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
        let colon = if authority.len() == host.len() { "" } else { ":" };
        // A host that names no domain is percent-encoded, as RFC 3986 (section 3.2.2) allows.
        let domain = domain_to_ascii_from_cow(percent_decode_str(host).into(), AsciiDenyList::URL);
        let host = domain.unwrap_or_else(|_| encode(host).into());
        format!("{before}{host}{colon}{port}{}", encode(after)).into()
    }

    /// Wraps an IRI that this crate put together from valid parts.
    pub(crate) fn minted(value: String) -> Self {
        debug_assert!(oxiri::Iri::parse(value.as_str()).is_ok(), "{value} is no IRI");
        Self(value.into())
    }
}

/// Percent-encodes what is outside ASCII.
fn encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, CONTROLS)
}

/// Returns whether an authority is not the one of a URI: the domain name system has neither `ö` nor `%C3%B6`.
fn is_foreign(authority: &str) -> bool {
    !authority.starts_with('[') && !authority.bytes().all(|byte| byte.is_ascii() && byte != b'%')
}

/// Address with which every IRI of a publication begins.
///
/// It is an `http` or `https` IRI in ASCII that ends with a slash, without query or fragment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Base(Iri);

impl Base {
    /// Parses a base address, and keeps it as written.
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

    /// Returns the base as an IRI.
    #[must_use]
    pub fn iri(&self) -> &Iri {
        &self.0
    }

    /// Returns the address of a published file, by its path.
    #[must_use]
    pub fn file(&self, path: &str) -> Iri {
        self.join(format_args!("{path}"))
    }

    /// Returns the path of an address of the publication on its host, with the leading slash; `None` for any other address.
    #[must_use]
    pub fn path_of<'i>(&self, iri: &'i Iri) -> Option<&'i str> {
        let own = Some(iri.as_str()).filter(|iri| iri.starts_with(self.0.as_str()))?;
        let (_, after_scheme) = own.split_once("://")?;
        after_scheme.find('/').map(|slash| &after_scheme[slash..])
    }

    /// Mints the IRI of a path below the base. Every IRI of ours is put together here.
    pub(crate) fn join(&self, path: std::fmt::Arguments<'_>) -> Iri {
        Iri::minted(format!("{}{path}", self.0))
    }
}

/// Returns the first character of an address that nobody sees there. ASCII white space is none: parsers refuse it.
pub(crate) fn unseen_in_address(value: &str) -> Option<char> {
    value.chars().find(|&c| !c.is_ascii() && (c.is_whitespace() || c.is_control()) || Unseen::new(c).is_some())
}

/// Returns what keeps a text from being an absolute IRI (RFC 3987).
fn syntax_error(value: &str) -> IriError {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    let Some((_, rest)) = value.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
        return IriError::NoScheme;
    };
    let is_nowhere = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    if let Some(found) = rest.chars().find(|&c| is_nowhere(c)) {
        return IriError::Character { found };
    }
    let is_escaped = |after: &str| after.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    if !rest.split('%').skip(1).all(is_escaped) {
        return IriError::Escape;
    }
    let path = rest.trim_start_matches('/').split_once(['/', '?', '#']);
    let found = path.and_then(|(_, path)| path.chars().find(|c| matches!(c, '[' | ']')));
    found.map_or(IriError::Host, |found| IriError::Character { found })
}

wording! {
    /// Reason why a string is no IRI of the wanted kind.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum IriError {
        /// No scheme, as in `www.vanersborg.se`.
        NoScheme
            en("invalid address: it does not begin with a scheme such as `https:`")
            sv("ogiltig adress: den börjar inte med ett schema som `https:`"),
        /// A character that no IRI has.
        Character {
            /// First such character.
            found: char,
        }
            en("invalid address: unexpected {found:?}")
            sv("ogiltig adress: oväntat {found:?}"),
        /// A `%` without two hexadecimal digits.
        Escape
            en("invalid address: `%` must be followed by two hexadecimal digits; the sign itself is `%25`")
            sv("ogiltig adress: på `%` ska två hexadecimala siffror följa; själva tecknet skrivs `%25`"),
        /// A host or a port that cannot be.
        Host
            en("invalid address: malformed host or port")
            sv("ogiltig adress: värden eller porten är felskriven"),
        /// A user name or a password.
        UserInformation
            en("invalid address: it contains a user name, which would be published")
            sv("ogiltig adress: den innehåller ett användarnamn, som skulle publiceras"),
        /// No address on the web.
        Scheme {
            /// Scheme of the IRI.
            scheme: String,
        }
            en("invalid address: it begins with `{scheme}:`, not with `https:` or `http:`")
            sv("ogiltig adress: den börjar med `{scheme}:`, inte med `https:` eller `http:`"),
        /// An address without a host.
        NoHost
            en("invalid address: missing host")
            sv("ogiltig adress: värden saknas"),
        /// A base with a query or a fragment.
        QueryOrFragment
            en("invalid base: no path can be appended to a query (`?`) or a fragment (`#`)")
            sv("ogiltig basadress: ingen sökväg kan läggas till efter en fråga (`?`) eller ett fragment (`#`)"),
        /// A base with characters that URI templates would change.
        NotAscii
            en("invalid base: it contains characters outside ASCII, which some programs rewrite")
            sv("ogiltig basadress: den innehåller andra tecken än ASCII, som en del program skriver om"),
        /// A base that does not end with a slash.
        NoSlash
            en("invalid base: it does not end in a slash")
            sv("ogiltig basadress: den slutar inte med ett snedstreck"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_addresses_have_a_path() {
        let base = Base::new("https://example.org/data/").unwrap();
        let path = |iri: &str| base.path_of(&Iri::new(iri).unwrap()).map(str::to_owned);
        assert_eq!(path("https://example.org/data/a/b#c").as_deref(), Some("/data/a/b#c"));
        assert_eq!(path("https://example.org/data/").as_deref(), Some("/data/"));
        assert_eq!(path("https://example.org/other"), None);
        assert_eq!(path("mailto:a@example.org"), None);
    }

    #[track_caller]
    fn check(iri: &str, uri: &str) {
        let iri = Iri::new(iri).unwrap();
        assert_eq!(iri.uri(), uri);
        assert_eq!(Iri::new(uri).unwrap().uri(), uri, "a URI stays as it is");
    }

    #[test]
    fn a_uri_is_in_ascii() {
        check("https://www.vanersborg.se/a?b=c%20d#e", "https://www.vanersborg.se/a?b=c%20d#e");
        check("https://www.vänersborg.se", "https://www.xn--vnersborg-v2a.se");
        check("https://VÄNERSBORG.se:8080/å", "https://xn--vnersborg-v2a.se:8080/%C3%A5");
        check("https://www.v%C3%A4nersborg.se/%c3%a5", "https://www.xn--vnersborg-v2a.se/%c3%a5");
        check("https://www.va\u{308}nersborg.se/", "https://www.xn--vnersborg-v2a.se/");
        check("https://a.se/ö/ö?q=ö&r=%C3%B6#ö", "https://a.se/%C3%B6/%C3%B6?q=%C3%B6&r=%C3%B6#%C3%B6");
        check("https://ö.se/ö.se", "https://xn--nda.se/%C3%B6.se");
        check("https://example.org/🏔", "https://example.org/%F0%9F%8F%94");
        check("http://[2001:db8::1]:80/å", "http://[2001:db8::1]:80/%C3%A5");
        check("mailto:åsa@example.org", "mailto:%C3%A5sa@example.org");
        check("urn:isbn:0451450523", "urn:isbn:0451450523");
        check("file:///å", "file:///%C3%A5");
        // No domain is behind an encoded slash: it must not become the beginning of a path.
        check("https://a%2Fb/", "https://a%2Fb/");
    }
}
