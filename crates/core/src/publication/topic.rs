use crate::{Iri, Line, Localized, Retired, Slug};

/// A topic: a concept that announcements are about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    /// What announcements refer to it by.
    pub key: Slug,
    /// Its label.
    pub name: Localized,
    /// Other words that announcements may use for it; they are published as alternative labels.
    pub aliases: Vec<Line>,
    /// IRIs of concepts elsewhere that mean the same.
    pub exact_match: Vec<Iri>,
    /// IRIs of concepts elsewhere that mean nearly the same.
    pub close_match: Vec<Iri>,
    /// IRIs of wider concepts elsewhere.
    pub broad_match: Vec<Iri>,
    /// The end of its feed.
    pub retired: Option<Retired>,
}
