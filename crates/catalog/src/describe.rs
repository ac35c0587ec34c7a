use anslag_core::{Iri, LanguageTag, Localized, Moment};
use anslag_vocab::{rdf, xsd};
use jiff::civil::Date;
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

    /// It is linked to terms of a vocabulary.
    pub(crate) fn terms<'t>(
        &mut self,
        predicate: NamedNodeRef<'_>,
        objects: impl IntoIterator<Item = NamedNodeRef<'t>>,
    ) -> &mut Self {
        for object in objects {
            self.push(predicate, object.into_owned().into());
        }
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
        self.tagged(predicate, text, language.as_str())
    }

    /// It has a text in each of its languages.
    pub(crate) fn texts(&mut self, predicate: NamedNodeRef<'_>, texts: &Localized) -> &mut Self {
        for (language, text) in texts.iter() {
            self.text(predicate, text.as_str(), language);
        }
        self
    }

    /// It has a text of ours, in each of the languages that it is written in here.
    pub(crate) fn own_texts<'t>(
        &mut self,
        predicate: NamedNodeRef<'_>,
        texts: impl IntoIterator<Item = (&'static str, &'t str)>,
    ) -> &mut Self {
        for (language, text) in texts {
            self.tagged(predicate, text, language);
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

    /// It has a number.
    pub(crate) fn count(&mut self, predicate: NamedNodeRef<'_>, count: u64) -> &mut Self {
        self.typed(predicate, count.to_string(), xsd::INTEGER)
    }

    /// It has a day, where there is one.
    pub(crate) fn day(&mut self, predicate: NamedNodeRef<'_>, day: Option<Date>) -> &mut Self {
        if let Some(day) = day {
            self.typed(predicate, day.to_string(), xsd::DATE);
        }
        self
    }

    /// It has a date or a date-time, whichever the source gives, where there is one.
    pub(crate) fn moment(&mut self, predicate: NamedNodeRef<'_>, moment: Option<Moment>) -> &mut Self {
        match moment {
            Some(day @ Moment::Date(_)) => self.typed(predicate, day.to_string(), xsd::DATE),
            Some(time @ Moment::DateTime(_)) => self.typed(predicate, time.to_string(), xsd::DATE_TIME),
            None => self,
        }
    }

    fn tagged(&mut self, predicate: NamedNodeRef<'_>, text: &str, language: &str) -> &mut Self {
        // RDF compares language tags without regard to case; lower case is the form that every syntax then agrees on.
        let literal = Literal::new_language_tagged_literal_unchecked(text, language.to_ascii_lowercase());
        self.push(predicate, literal.into());
        self
    }

    fn push(&mut self, predicate: NamedNodeRef<'_>, object: Term) {
        self.triples.push(Triple::new(self.subject.clone(), predicate, object));
    }
}

/// An IRI of the model, which is valid, as a term of RDF.
fn node(iri: &Iri) -> NamedNode {
    NamedNode::new_unchecked(iri.as_str())
}
