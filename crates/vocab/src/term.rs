use oxrdf::NamedNodeRef;

/// A namespace, the prefix we write it with, and the terms of it that we use.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary {
    /// The prefix, without its colon.
    pub prefix: &'static str,
    /// What the IRIs of its terms begin with.
    pub namespace: &'static str,
    /// The terms that announcements and the register are described with; none where the namespace holds identifiers that
    /// come from data.
    pub terms: &'static [Term],
    /// The terms that only the descriptions of the publication itself use: its catalogue, its statistics, and our own
    /// vocabulary's.
    pub catalogue_terms: &'static [Term],
}

/// A class, a property, a datatype or an individual.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its IRI.
    pub iri: NamedNodeRef<'static>,
    /// What stands after the namespace.
    pub name: &'static str,
    /// What it is, and of a property what it takes.
    pub kind: Kind,
}

/// What a term is, and of a property what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A class.
    Class,
    /// A property whose values are resources.
    Resource,
    /// A property whose values are texts with a language.
    Text,
    /// A property whose values are other literals, or names with and without a language.
    Value,
    /// A datatype.
    Datatype,
    /// An individual: a concept or another resource.
    Individual,
}
