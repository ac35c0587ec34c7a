use crate::{ALL, OF_THE_CATALOGUE, OF_THE_SERVICE, Vocabulary};
use std::collections::HashSet;

fn all() -> impl Iterator<Item = Vocabulary> {
    ALL.into_iter().chain(OF_THE_CATALOGUE).chain(OF_THE_SERVICE)
}

#[test]
fn prefixes_and_namespaces_are_unambiguous() {
    let prefixes: HashSet<_> = all().map(|vocabulary| vocabulary.prefix).collect();
    let namespaces: HashSet<_> = all().map(|vocabulary| vocabulary.namespace).collect();
    assert_eq!((prefixes.len(), namespaces.len()), (all().count(), all().count()));
}

#[test]
fn every_term_is_an_iri_of_its_namespace() {
    for vocabulary in all() {
        for term in vocabulary.terms.iter().chain(vocabulary.catalogue_terms) {
            assert!(oxrdf::NamedNode::new(term.as_str()).is_ok(), "{term}");
            assert_eq!(term.as_str(), vocabulary.iri(term.name()));
        }
    }
}
