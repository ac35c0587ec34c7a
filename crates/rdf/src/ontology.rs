use crate::{document, register};
use anslag_core::{Format, Iri, Publication};
use anslag_vocab::{Describe, Kind, Meaning, Term, anslag, anslag_type, dcterms, owl, rdf, rdfs, skos};
use oxrdf::{NamedOrBlankNode, Triple};

/// A document of `def/`: what the terms and concepts mean that the data are written with.
#[derive(Clone, Debug)]
pub struct DefinitionDocument {
    /// Its path in the published layout, without an extension.
    pub path: &'static str,
    /// Content.
    pub triples: Vec<Triple>,
}

impl DefinitionDocument {
    /// Returns its address, as Turtle.
    #[must_use]
    pub fn address(&self, publication: &Publication) -> Iri {
        publication.file(&self.file())
    }

    /// Returns the path of its file, in Turtle.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.{}", self.path, Format::Turtle.spec().extension)
    }
}

/// The documents of `def/`: a copy of our own vocabulary with its concepts, the types of announcement, and the
/// publication's topics.
#[must_use]
pub fn definitions(publication: &Publication) -> [DefinitionDocument; 3] {
    let (mut types, mut topics) = (Vec::new(), Vec::new());
    register::describe_types(&mut types);
    register::describe_topics(publication, &mut topics);
    let topic_scheme = publication.topic_scheme();
    [
        ("def/ns", anslag::VOCABULARY.document(), vocabulary()),
        ("def/type", anslag_type::VOCABULARY.document(), types),
        ("def/topic", topic_scheme.as_str(), topics),
    ]
    .map(|(path, topic, mut triples)| {
        let mut document = DefinitionDocument { path, triples: Vec::new() };
        document::describe(publication, &document.address(publication), topic, &mut document.triples);
        document.triples.append(&mut triples);
        document
    })
}

/// Returns our own vocabulary: every term with its label and its definition, and the concepts that are values of its
/// properties.
fn vocabulary() -> Vec<Triple> {
    let mut triples = Vec::new();
    let ontology = anslag::VOCABULARY.document();
    Describe::new(&mut triples, ontology)
        .types(&[owl::ONTOLOGY])
        .texts(dcterms::TITLE, by_language(["Vokabulären anslag", "The vocabulary anslag"]))
        .texts(
            dcterms::DESCRIPTION,
            by_language([
                "Det om kommuners tillkännagivanden som ingen standard täcker.",
                "Terms for municipalities' announcements that no standard covers.",
            ]),
        );
    for term in anslag::VOCABULARY.terms {
        if let (Some(class), Some(meaning)) = (class(*term), term.meaning()) {
            describe(*term, class, meaning, &mut triples);
        }
    }
    let mut schemes = Vec::new();
    register::describe_schemes(&mut schemes);
    for (at, triple) in schemes.iter().enumerate() {
        triples.push(triple.clone());
        let is_last = schemes.get(at + 1).is_none_or(|next| next.subject != triple.subject);
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else { continue };
        let scheme = anslag::VOCABULARY.terms.iter().find(|term| *subject == **term).filter(|_| is_last);
        if let Some(meaning) = scheme.and_then(|scheme| scheme.meaning()) {
            Describe::new(&mut triples, subject.as_str())
                .texts(skos::DEFINITION, by_language(meaning.definition))
                .link(rdfs::IS_DEFINED_BY, ontology);
        }
    }
    triples
}

fn describe(term: Term, class: Term, meaning: &Meaning, triples: &mut Vec<Triple>) {
    let range = if class == rdfs::CLASS { rdfs::SUB_CLASS_OF } else { rdfs::RANGE };
    Describe::new(triples, &term)
        .types(&[class])
        .texts(rdfs::LABEL, by_language(meaning.label))
        .texts(skos::DEFINITION, by_language(meaning.definition))
        .links(rdfs::DOMAIN, meaning.domain)
        .links(range, meaning.range)
        .link(rdfs::IS_DEFINED_BY, anslag::VOCABULARY.document());
}

/// Returns the class of a term; `None` for an individual, which is described with its scheme.
fn class(term: Term) -> Option<Term> {
    match term.kind() {
        Kind::Class => Some(rdfs::CLASS),
        Kind::Resource | Kind::Text | Kind::Value => Some(rdf::PROPERTY),
        Kind::Datatype | Kind::Individual => None,
    }
}

fn by_language([sv, en]: [&'static str; 2]) -> [(&'static str, &'static str); 2] {
    [("sv", sv), ("en", en)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_is_defined() {
        let described = vocabulary();
        for term in anslag::VOCABULARY.terms {
            let about = described.iter().filter(|own| own.subject.to_string() == term.node().to_string());
            let has = |predicate: Term| about.clone().filter(|own| own.predicate == predicate).count();
            assert!(has(rdfs::LABEL) == 2 || has(skos::PREF_LABEL) == 2, "{term}");
            assert_eq!(has(skos::DEFINITION), 2, "{term}");
        }
    }
}
