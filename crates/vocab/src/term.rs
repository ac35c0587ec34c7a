use oxrdf::{NamedNode, NamedNodeRef};
use std::{
    fmt,
    hash::{Hash, Hasher},
};

/// A class, a property, a datatype or an individual, as its vocabulary defines it.
///
/// It is as cheap to copy as a reference. Terms are equal if their IRIs are.
///
/// ```
/// use anslag_vocab::{Kind, schema};
///
/// assert_eq!(schema::NAME.as_str(), "http://schema.org/name");
/// assert_eq!(schema::NAME.to_string(), "schema:name");
/// assert_eq!(schema::NAME.kind(), Kind::Value);
/// ```
#[derive(Clone, Copy)]
pub struct Term(pub(crate) &'static Definition);

/// Entry of a vocabulary for a term.
pub(crate) struct Definition {
    pub(crate) iri: &'static str,
    pub(crate) prefix: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) meaning: Option<Meaning>,
}

/// Kind of a term; for a property, with the kind of its values.
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

/// Meaning of a term of our own vocabulary, in Swedish and in English.
#[derive(Clone, Copy, Debug)]
pub struct Meaning {
    /// The name of the term for people, as inside a sentence; of a scheme, its title.
    pub label: [&'static str; 2],
    /// The definition, a sentence.
    pub definition: [&'static str; 2],
    /// The class of all subjects of the property, if they have one in common.
    pub domain: Option<Term>,
    /// The class or datatype of all values of the property, if they have one in common; of a class, its superclass.
    pub range: Option<Term>,
}

impl Term {
    /// Returns the IRI.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.iri
    }

    /// Returns the prefix of its vocabulary, without the colon.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        self.0.prefix
    }

    /// Returns the namespace of its vocabulary: the IRI without the name.
    #[must_use]
    pub fn namespace(self) -> &'static str {
        self.0.iri.strip_suffix(self.0.name).expect("the IRI of a term ends with its name")
    }

    /// Returns the part of the IRI after the namespace.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// Returns what the term is, and of a property what it takes.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.0.kind
    }

    /// Returns the meaning of a term of our own vocabulary; `None` for the terms of others, which define them themselves.
    #[must_use]
    pub const fn meaning(self) -> Option<&'static Meaning> {
        self.0.meaning.as_ref()
    }

    /// Returns the term as a node of RDF.
    #[must_use]
    pub const fn node(self) -> NamedNodeRef<'static> {
        NamedNodeRef::new_unchecked(self.0.iri)
    }
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Term {}

impl PartialOrd for Term {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Term {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Term {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq<Term> for NamedNode {
    fn eq(&self, other: &Term) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<Term> for NamedNodeRef<'_> {
    fn eq(&self, other: &Term) -> bool {
        self.as_str() == other.as_str()
    }
}

impl AsRef<str> for Term {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<Term> for NamedNode {
    fn from(term: Term) -> Self {
        term.node().into_owned()
    }
}

/// Writes the term with its prefix: `schema:name`.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.prefix(), self.name())
    }
}

impl fmt::Debug for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
