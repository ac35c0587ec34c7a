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

    /// Returns what people call a file of the type: its usual extension, such as `pdf`.
    #[must_use]
    pub fn extension(&self) -> &str {
        let (kind, subtype) = self.0.split_once('/').expect("a media type has a slash");
        match (kind, subtype) {
            ("application", "msword") => "doc",
            ("application", "vnd.ms-excel") => "xls",
            ("application", "vnd.ms-powerpoint") => "ppt",
            ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document") => "docx",
            ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet") => "xlsx",
            ("application", "vnd.openxmlformats-officedocument.presentationml.presentation") => "pptx",
            ("application", "vnd.oasis.opendocument.text") => "odt",
            ("application", "vnd.oasis.opendocument.spreadsheet") => "ods",
            ("application", "vnd.oasis.opendocument.presentation") => "odp",
            ("audio", "mpeg") => "mp3",
            ("text", "calendar") => "ics",
            ("text", "markdown") => "md",
            ("text", "plain") => "txt",
            // `svg+xml`, `x-tar`
            _ => {
                let name = subtype.split('+').next().unwrap_or(subtype);
                name.strip_prefix("x-").unwrap_or(name)
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_know_files_by_their_extensions() {
        for (media_type, expected) in [
            ("application/pdf", "pdf"),
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            ("image/jpeg", "jpeg"),
            ("image/svg+xml", "svg"),
            ("application/x-tar", "tar"),
            ("text/plain", "txt"),
        ] {
            assert_eq!(MediaType::new(media_type).unwrap().extension(), expected);
        }
    }
}
