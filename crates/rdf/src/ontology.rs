use crate::{
    definition::{DEFINITIONS, Definition},
    describe::Describe,
    register,
};
use anslag_core::{Iri, LanguageTag, Publication};
use anslag_vocab::{Kind, anslag, dcterms, owl, rdf, rdfs, skos};
use oxrdf::{NamedNodeRef, NamedOrBlankNodeRef, Triple};

/// A document of `def/`: what the terms and concepts mean that the data are written with.
#[derive(Clone, Debug)]
pub struct DefinitionDocument {
    /// Its path in the published layout, without an extension.
    pub path: &'static str,
    /// What it says.
    pub triples: Vec<Triple>,
}

/// The documents of `def/`: a copy of our own vocabulary with its concepts, the types of announcement, and the
/// publication's topics.
#[must_use]
pub fn definitions(publication: &Publication) -> [DefinitionDocument; 3] {
    let (mut types, mut topics) = (Vec::new(), Vec::new());
    register::describe_types(&mut types);
    register::describe_topics(publication, &mut topics);
    [
        DefinitionDocument { path: "def/ns", triples: vocabulary() },
        DefinitionDocument { path: "def/type", triples: types },
        DefinitionDocument { path: "def/topic", triples: topics },
    ]
}

/// Our own vocabulary: every term with its label and its definition, and the concepts that are values of its properties.
fn vocabulary() -> Vec<Triple> {
    let mut triples = Vec::new();
    let ontology = own(anslag::VOCABULARY.namespace.trim_end_matches('#'));
    let mut about = Describe::new(&mut triples, &ontology);
    about.types(&[owl::ONTOLOGY]);
    texts(&mut about, dcterms::TITLE, ["Vokabulären anslag", "The vocabulary anslag"]);
    texts(
        &mut about,
        dcterms::DESCRIPTION,
        [
            "Det om kommuners tillkännagivanden som ingen standard täcker.",
            "What no standard covers of municipalities' announcements.",
        ],
    );
    for definition in &DEFINITIONS {
        if let Some(class) = class(definition.term) {
            describe(definition, class, &ontology, &mut triples);
        }
    }
    let mut schemes = Vec::new();
    register::describe_schemes(&mut schemes);
    for (at, triple) in schemes.iter().enumerate() {
        triples.push(triple.clone());
        let is_last = schemes.get(at + 1).is_none_or(|next| next.subject != triple.subject);
        let NamedOrBlankNodeRef::NamedNode(subject) = triple.subject.as_ref() else { continue };
        if let Some(definition) = DEFINITIONS.iter().find(|own| own.term == subject).filter(|_| is_last) {
            let mut about = Describe::new(&mut triples, &own(subject.as_str()));
            texts(&mut about, skos::DEFINITION, definition.meaning);
            about.links(rdfs::IS_DEFINED_BY, [&ontology]);
        }
    }
    triples
}

fn describe(definition: &Definition, class: NamedNodeRef<'_>, ontology: &Iri, triples: &mut Vec<Triple>) {
    let mut about = Describe::new(triples, &own(definition.term.as_str()));
    about.types(&[class]);
    texts(&mut about, rdfs::LABEL, definition.label);
    texts(&mut about, skos::DEFINITION, definition.meaning);
    if let Some(domain) = definition.domain {
        about.term(rdfs::DOMAIN, domain);
    }
    if let Some(range) = definition.range {
        about.term(if class == rdfs::CLASS { rdfs::SUB_CLASS_OF } else { rdfs::RANGE }, range);
    }
    about.links(rdfs::IS_DEFINED_BY, [ontology]);
}

/// The class of a term; none of an individual, which is described with its like.
fn class(term: NamedNodeRef<'_>) -> Option<NamedNodeRef<'static>> {
    let known = anslag::VOCABULARY.terms.iter().find(|own| own.iri == term)?;
    match known.kind {
        Kind::Class => Some(rdfs::CLASS),
        Kind::Resource | Kind::Text | Kind::Value => Some(rdf::PROPERTY),
        Kind::Datatype | Kind::Individual => None,
    }
}

fn texts(about: &mut Describe<'_>, predicate: NamedNodeRef<'_>, [sv, en]: [&str; 2]) {
    for (language, text) in [("sv", sv), ("en", en)] {
        about.text(predicate, text, &LanguageTag::new(language).expect("our own texts have valid languages"));
    }
}

/// An IRI of our own vocabulary.
fn own(iri: &str) -> Iri {
    Iri::new(iri).expect("our own vocabulary has valid IRIs")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_term_is_defined_once() {
        let defined: Vec<_> = DEFINITIONS.iter().map(|definition| definition.term.as_str()).collect();
        let terms: BTreeSet<_> = anslag::VOCABULARY.terms.iter().map(|term| term.iri.as_str()).collect();
        assert_eq!(defined.iter().copied().collect::<BTreeSet<_>>(), terms);
        assert_eq!(defined.len(), terms.len());
        let described = vocabulary();
        for term in anslag::VOCABULARY.terms {
            let about = described.iter().filter(|own| own.subject.as_ref() == NamedOrBlankNodeRef::from(term.iri));
            let has = |predicate| about.clone().filter(|own| own.predicate == predicate).count();
            assert!(has(rdfs::LABEL) == 2 || has(skos::PREF_LABEL) == 2, "{}", term.name);
            assert_eq!(has(skos::DEFINITION), 2, "{}", term.name);
        }
    }
}
