use anslag_core::ClosedSet;
use anslag_vocab::{Term, Vocabulary};

/// A closed set of keys, each of which stands for a concept.
#[derive(Debug)]
pub struct Set {
    vocabulary: &'static Vocabulary,
    prefix: &'static str,
    scheme: Option<Term>,
    members: fn() -> Vec<Choice>,
}

/// A member of a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its key in source files and tables.
    pub key: &'static str,
    /// Its labels, each with its language tag.
    pub labels: &'static [(&'static str, &'static str)],
    /// Other words by which source files may name it.
    pub words: &'static [&'static str],
}

impl Set {
    /// Returns the set of all members of `T`.
    pub(crate) const fn of<T: ClosedSet>(vocabulary: &'static Vocabulary) -> Self {
        Self { vocabulary, prefix: "", scheme: None, members: || T::ALL.iter().copied().map(Choice::from).collect() }
    }

    /// Puts a prefix before the keys in the names of the concepts.
    pub(crate) const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// Names the scheme of the concepts.
    pub(crate) const fn scheme(mut self, scheme: Term) -> Self {
        self.scheme = Some(scheme);
        self
    }

    /// Returns every member, in the order of the set.
    #[must_use]
    pub fn members(&self) -> Vec<Choice> {
        (self.members)()
    }

    /// Returns the IRI of the concept that a key stands for. The key may be a variable of a URI template.
    #[must_use]
    pub fn iri(&self, key: &str) -> String {
        self.vocabulary.iri(format_args!("{}{key}", self.prefix))
    }

    /// Returns the name of the concept that a key stands for, with the prefix of its vocabulary: `anslag:severity-minor`.
    #[must_use]
    pub fn name(&self, key: &str) -> String {
        format!("{}:{}{key}", self.vocabulary.prefix, self.prefix)
    }

    /// Returns the scheme of the concepts, if our vocabulary has one.
    #[must_use]
    pub const fn concept_scheme(&self) -> Option<Term> {
        self.scheme
    }
}

impl Choice {
    /// Returns the label in a language; in English if there is none in it.
    #[must_use]
    pub fn label_in(self, language: &str) -> &'static str {
        let label = |language| self.labels.iter().find(|(own, _)| *own == language).map(|(_, label)| *label);
        label(language).or_else(|| label("en")).unwrap_or(self.key)
    }
}

impl PartialEq for Set {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Set {}

impl<T: ClosedSet> From<T> for Choice {
    fn from(member: T) -> Self {
        Self { key: member.key(), labels: member.labels(), words: member.words() }
    }
}
