use crate::{
    Fingerprint,
    value::{day::leading_day, string::string_type},
};
use anslag_wording::wording;
use thiserror::Error;

/// Name that can be part of an IRI path and of a file name as it is: `[a-z0-9]+(-[a-z0-9]+)*`, at most 200 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

string_type!(Slug, SlugError);

impl Slug {
    /// Largest length in bytes, so that `<slug>.jsonld` is a file name everywhere.
    pub const MAX_LEN: usize = 200;

    /// Checks a slug; nothing is converted.
    ///
    /// ```
    /// use anslag_core::Slug;
    ///
    /// assert_eq!(Slug::new("oppna-data")?.as_str(), "oppna-data");
    /// assert!(Slug::new("Öppna data").is_err());
    /// # Ok::<(), anslag_core::SlugError>(())
    /// ```
    pub fn new(value: &str) -> Result<Self, SlugError> {
        if value.is_empty() {
            return Err(SlugError::Empty);
        }
        if value.len() > Self::MAX_LEN {
            return Err(SlugError::TooLong { len: value.len() });
        }
        if let Some(found) = value.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(SlugError::Character { found });
        }
        if value.split('-').any(str::is_empty) {
            return Err(SlugError::Hyphen);
        }
        Ok(Self(value.into()))
    }

    /// Returns whether Windows has a device of this name, so that no file there can have it, whatever its extension.
    ///
    /// An announcement id begins with a date and is never one.
    ///
    /// ```
    /// # use anslag_core::Slug;
    /// assert!(Slug::new("con")?.is_device_name());
    /// assert!(!Slug::new("kon")?.is_device_name());
    /// # Ok::<(), anslag_core::SlugError>(())
    /// ```
    #[must_use]
    pub fn is_device_name(&self) -> bool {
        let name = self.as_str();
        let numbered = ["com", "lpt"].into_iter().find_map(|port| name.strip_prefix(port));
        ["aux", "con", "nul", "prn"].contains(&name)
            || numbered.is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
    }
}

/// Identity of an announcement: a date and a slug, such as `2021-05-18-internationellt-projekt`.
///
/// It is assigned once. It stays when the title or the date of the announcement changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnouncementId(Slug);

impl AnnouncementId {
    /// Checks an id: `YYYY-MM-DD-`, a real date, then a slug.
    pub fn new(value: &str) -> Result<Self, SlugError> {
        let slug = Slug::new(value)?;
        if leading_day(value).is_err() || value.len() < 12 {
            return Err(SlugError::NoDate);
        }
        Ok(Self(slug))
    }

    /// Returns the id as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns the id that takes the place of this one when the announcement is erased.
    ///
    /// It has the same day, and 128 bits of SHA-256 over this id. So whoever knows the old id finds the new one, and nobody
    /// reads the old one in it.
    #[must_use]
    pub fn erased(&self) -> Self {
        let hash = Fingerprint::of_bytes(self.as_str().as_bytes());
        Self(Slug(format!("{}-erased-{hash}", &self.as_str()[..10]).into()))
    }
}

impl std::fmt::Display for AnnouncementId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for AnnouncementId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

wording! {
    /// Reason why a string is no slug, or no announcement id.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum SlugError {
        /// An empty name.
        Empty
            en("it is empty")
            sv("det är tomt"),
        /// A name longer than [`Slug::MAX_LEN`].
        TooLong {
            /// Length in bytes.
            len: usize,
        }
            en("it has {len} bytes, more than {max}", max = Slug::MAX_LEN)
            sv("{len} byte, mer än {max}", max = Slug::MAX_LEN),
        /// A character that is not allowed.
        Character {
            /// First such character.
            found: char,
        }
            en("unexpected {found:?}; only a-z, 0-9 and single hyphens are allowed")
            sv("oväntat {found:?}; bara a-z, 0-9 och enstaka bindestreck är tillåtna"),
        /// A hyphen at the beginning or the end, or two in a row.
        Hyphen
            en("it begins or ends with a hyphen, or has two in a row")
            sv("bindestreck först eller sist, eller två i rad"),
        /// An announcement id that does not begin with a real date.
        NoDate
            en("it must be a date and a name, as in `2021-05-18-ett-namn`")
            sv("det ska vara ett datum och ett namn, som i `2021-05-18-ett-namn`"),
    }
}
