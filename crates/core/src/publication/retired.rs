use crate::{Day, Iri, Slug};

/// The end of a feed that has been published: those who subscribe to it are told where to go, and it stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Retired {
    /// The day from which on nothing more is published in it.
    pub date: Day,
    /// Where to go instead.
    pub see: Successor,
}

/// What takes the place of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Successor {
    /// The feed of another entry of the same kind, by its key.
    Entry(Slug),
    /// A page elsewhere.
    Page(Iri),
}
