use crate::{Iri, Line, Localized, Retired, Slug};

/// Topic: a concept that announcements are about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    /// Key, by which announcements refer to it.
    pub key: Slug,
    /// Label.
    pub name: Localized,
    /// Other words by which announcements may refer to it. They are published as alternative labels.
    pub aliases: Vec<Line>,
    /// IRIs of concepts elsewhere with the same meaning.
    pub exact_match: Vec<Iri>,
    /// IRIs of concepts elsewhere with nearly the same meaning.
    pub close_match: Vec<Iri>,
    /// IRIs of wider concepts elsewhere.
    pub broad_match: Vec<Iri>,
    /// End of its feed.
    pub retired: Option<Retired>,
}
