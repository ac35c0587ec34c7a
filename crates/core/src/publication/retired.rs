use crate::{Day, Iri, LanguageTag, Slug};

/// End of a feed that has been published. The feed stays, and tells its subscribers where to go.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Retired {
    /// First day without new entries.
    pub date: Day,
    /// Successor of the feed.
    pub see: Successor,
}

/// Successor of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Successor {
    /// Feed of another entry of the same kind, by its key.
    Entry(Slug),
    /// Page elsewhere.
    Page(Iri),
}

impl Successor {
    /// Returns the language that the key is; `None` for any other key, and for a page.
    #[must_use]
    pub fn language(&self) -> Option<LanguageTag> {
        match self {
            Self::Entry(key) => LanguageTag::new(key.as_str()).ok(),
            Self::Page(_) => None,
        }
    }
}
