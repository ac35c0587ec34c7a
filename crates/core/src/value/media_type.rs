use crate::value::string::string_type;
use anslag_wording::wording;
use thiserror::Error;

/// Media type without parameters (RFC 6838, section 4.2), such as `application/pdf`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(Box<str>);

string_type!(MediaType, MediaTypeError);

impl MediaType {
    /// Parses a type and a subtype in lower case.
    ///
    /// ```
    /// use anslag_core::MediaType;
    ///
    /// assert!(MediaType::new("image/svg+xml").is_ok());
    /// assert!(MediaType::new("PDF").is_err());
    /// ```
    pub fn new(value: &str) -> Result<Self, MediaTypeError> {
        let is_name = |name: &str| {
            (1..=127).contains(&name.len())
                && name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
                && name.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9') || "!#$&-^_.+".contains(c))
        };
        match value.split_once('/') {
            Some((kind, subtype)) if is_name(kind) && is_name(subtype) => Ok(Self(value.into())),
            _ => Err(MediaTypeError::Syntax),
        }
    }
}

wording! {
    /// Reason why a string is no media type.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
    pub enum MediaTypeError {
        /// No type and subtype.
        Syntax
            en("invalid media type: it must be like `application/pdf`, in lower case and without parameters")
            sv("ogiltig medietyp: den skrivs som `application/pdf`, med små bokstäver och utan parametrar"),
    }
}
