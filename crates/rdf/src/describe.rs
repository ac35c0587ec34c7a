use anslag_core::{Decimal, Edtf, Iri, LanguageTag, Localized, Moment};
use anslag_vocab::{edtf, rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedNodeRef, Term, Triple};

/// Says things of one subject, in the order in which they are written.
pub(crate) struct Describe<'a> {
    triples: &'a mut Vec<Triple>,
    subject: NamedNode,
}

impl<'a> Describe<'a> {
    pub(crate) fn new(triples: &'a mut Vec<Triple>, subject: &Iri) -> Self {
        Self { triples, subject: node(subject) }
    }

    /// It is an instance of the classes.
    pub(crate) fn types(&mut self, classes: &[NamedNodeRef<'_>]) -> &mut Self {
        for class in classes {
            self.push(rdf::TYPE, class.into_owned().into());
        }
        self
    }

    /// It is linked to a term of a vocabulary.
    pub(crate) fn term(&mut self, predicate: NamedNodeRef<'_>, object: NamedNodeRef<'_>) -> &mut Self {
        self.push(predicate, object.into_owned().into());
        self
    }

    /// It is linked to resources.
    pub(crate) fn links<I: std::borrow::Borrow<Iri>>(
        &mut self,
        predicate: NamedNodeRef<'_>,
        objects: impl IntoIterator<Item = I>,
    ) -> &mut Self {
        for object in objects {
            self.push(predicate, node(object.borrow()).into());
        }
        self
    }

    /// It has a text in a language.
    pub(crate) fn text(&mut self, predicate: NamedNodeRef<'_>, text: &str, language: &LanguageTag) -> &mut Self {
        // RDF compares language tags without regard to case; lower case is the form that every syntax then agrees on.
        let tag = language.as_str().to_ascii_lowercase();
        self.push(predicate, Literal::new_language_tagged_literal_unchecked(text, tag).into());
        self
    }

    /// It has a text in each of its languages.
    pub(crate) fn texts(&mut self, predicate: NamedNodeRef<'_>, texts: &Localized) -> &mut Self {
        for (language, text) in texts.iter() {
            self.text(predicate, text.as_str(), language);
        }
        self
    }

    /// It has a plain string.
    pub(crate) fn string(&mut self, predicate: NamedNodeRef<'_>, value: &str) -> &mut Self {
        self.push(predicate, Literal::new_simple_literal(value).into());
        self
    }

    /// It has a value of a datatype.
    pub(crate) fn typed(
        &mut self,
        predicate: NamedNodeRef<'_>,
        value: impl Into<String>,
        datatype: NamedNodeRef<'_>,
    ) -> &mut Self {
        self.push(predicate, Literal::new_typed_literal(value, datatype).into());
        self
    }

    /// It has a position, from 1.
    pub(crate) fn position(&mut self, predicate: NamedNodeRef<'_>, number: usize) -> &mut Self {
        self.typed(predicate, number.to_string(), xsd::INTEGER)
    }

    /// It has a decimal number.
    pub(crate) fn decimal(&mut self, predicate: NamedNodeRef<'_>, number: Decimal) -> &mut Self {
        self.typed(predicate, number.to_string(), xsd::DECIMAL)
    }

    /// It has a date or a date-time, whichever the source gives.
    pub(crate) fn moment(&mut self, predicates: &[NamedNodeRef<'_>], moment: &Moment) -> &mut Self {
        let datatype = match moment {
            Moment::Date(_) => xsd::DATE,
            Moment::DateTime(_) => xsd::DATE_TIME,
        };
        for predicate in predicates {
            self.typed(*predicate, moment.to_string(), datatype);
        }
        self
    }

    /// It has a date that may be vague.
    pub(crate) fn edtf(&mut self, predicate: NamedNodeRef<'_>, date: &Edtf) -> &mut Self {
        self.typed(predicate, date.as_str(), edtf::LEVEL_1)
    }

    fn push(&mut self, predicate: NamedNodeRef<'_>, object: Term) {
        self.triples.push(Triple::new(self.subject.clone(), predicate, object));
    }
}

/// An IRI of the model, which is valid, as a term of RDF.
pub(crate) fn node(iri: &Iri) -> NamedNode {
    NamedNode::new_unchecked(iri.as_str())
}
