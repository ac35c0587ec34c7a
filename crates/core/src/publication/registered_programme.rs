use crate::{Iri, Line, Localized, Slug};

/// Programme of grants or exchanges.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RegisteredProgramme {
    /// Key, by which announcements refer to it.
    pub key: Slug,
    /// Name.
    pub name: Localized,
    /// Name in other spellings, which are published too.
    pub alternate_names: Vec<Line>,
    /// Site of the programme.
    pub homepage: Option<Iri>,
    /// IRIs of the same programme elsewhere.
    pub same_as: Vec<Iri>,
}
