use crate::{Term, rdf, xsd};
use oxrdf::{Literal, NamedNode, Term as Object, Triple};
use std::{collections::HashSet, fmt::Display};

/// Adds triples about one subject, in the order of the calls.
///
/// It takes IRIs and texts as they are: what they come from has checked them.
pub struct Describe<'a> {
    triples: &'a mut Vec<Triple>,
    subject: NamedNode,
}

impl<'a> Describe<'a> {
    /// Begins to describe `subject`, an IRI.
    pub fn new(triples: &'a mut Vec<Triple>, subject: &(impl AsRef<str> + ?Sized)) -> Self {
        Self { triples, subject: NamedNode::new_unchecked(subject.as_ref()) }
    }

    /// Adds the classes of the subject.
    pub fn types(&mut self, classes: &[Term]) -> &mut Self {
        self.links(rdf::TYPE, classes)
    }

    /// Adds a link to a resource, by its IRI.
    pub fn link(&mut self, predicate: Term, object: impl AsRef<str>) -> &mut Self {
        self.push(predicate, NamedNode::new_unchecked(object.as_ref()).into())
    }

    /// Adds links to resources, by their IRIs.
    pub fn links(&mut self, predicate: Term, objects: impl IntoIterator<Item = impl AsRef<str>>) -> &mut Self {
        for object in objects {
            self.link(predicate, object);
        }
        self
    }

    /// Adds a text in a language.
    pub fn text(&mut self, predicate: Term, text: &str, language: impl AsRef<str>) -> &mut Self {
        // RDF compares language tags without regard to case; lower case is the form that every syntax then agrees on.
        let tag = language.as_ref().to_ascii_lowercase();
        self.push(predicate, Literal::new_language_tagged_literal_unchecked(text, tag).into())
    }

    /// Adds texts, each with its language before it.
    pub fn texts(
        &mut self,
        predicate: Term,
        texts: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
    ) -> &mut Self {
        for (language, text) in texts {
            self.text(predicate, text.as_ref(), language);
        }
        self
    }

    /// Adds a plain string.
    pub fn string(&mut self, predicate: Term, value: &str) -> &mut Self {
        self.push(predicate, Literal::new_simple_literal(value).into())
    }

    /// Adds a value of a datatype.
    pub fn typed(&mut self, predicate: Term, value: impl Into<String>, datatype: Term) -> &mut Self {
        self.push(predicate, Literal::new_typed_literal(value, datatype).into())
    }

    /// Adds an `xsd:integer`.
    pub fn integer(&mut self, predicate: Term, number: impl Display) -> &mut Self {
        self.typed(predicate, number.to_string(), xsd::INTEGER)
    }

    /// Adds an `xsd:decimal`.
    pub fn decimal(&mut self, predicate: Term, number: impl Display) -> &mut Self {
        self.typed(predicate, number.to_string(), xsd::DECIMAL)
    }

    /// Adds days and instants (ISO 8601): an `xsd:dateTime` if it has a time, else an `xsd:date`.
    pub fn dates(&mut self, predicate: Term, dates: impl IntoIterator<Item = impl Display>) -> &mut Self {
        for date in dates {
            let date = date.to_string();
            let datatype = if date.contains('T') { xsd::DATE_TIME } else { xsd::DATE };
            self.typed(predicate, date, datatype);
        }
        self
    }

    /// Returns how many triples there are so far, those of other subjects included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.triples.len()
    }

    /// Removes each triple that repeats an earlier one. The first `start` triples stay as they are.
    pub fn keep_distinct(&mut self, start: usize) {
        if self.triples.len() > start + 1 {
            let added = self.triples.split_off(start);
            let mut seen = HashSet::with_capacity(added.len());
            let is_first: Vec<bool> = added.iter().map(|triple| seen.insert(triple)).collect();
            self.triples
                .extend(added.into_iter().zip(is_first).filter_map(|(triple, is_first)| is_first.then_some(triple)));
        }
    }

    fn push(&mut self, predicate: Term, object: Object) -> &mut Self {
        self.triples.push(Triple::new(self.subject.clone(), predicate, object));
        self
    }
}
