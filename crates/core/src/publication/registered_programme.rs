use crate::{Iri, Line, Localized, Slug};

/// A programme that grants or exchanges belong to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RegisteredProgramme {
    /// What announcements refer to it by.
    pub key: Slug,
    /// Its name.
    pub name: Localized,
    /// Its name in other spellings, which are published too.
    pub alternate_names: Vec<Line>,
    /// Its own site.
    pub homepage: Option<Iri>,
    /// IRIs of the same programme elsewhere.
    pub same_as: Vec<Iri>,
}
