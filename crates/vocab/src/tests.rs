use crate::ALL;
use std::collections::HashSet;

#[test]
fn prefixes_and_namespaces_are_unambiguous() {
    let prefixes: HashSet<_> = ALL.iter().map(|vocabulary| vocabulary.prefix).collect();
    let namespaces: HashSet<_> = ALL.iter().map(|vocabulary| vocabulary.namespace).collect();
    assert_eq!((prefixes.len(), namespaces.len()), (ALL.len(), ALL.len()));
}

#[test]
fn every_term_is_an_iri_of_its_namespace() {
    for vocabulary in ALL {
        for term in vocabulary.terms {
            assert!(oxrdf::NamedNode::new(term.iri.as_str()).is_ok(), "{}", term.iri);
            assert_eq!(term.iri.as_str(), format!("{}{}", vocabulary.namespace, term.name));
        }
    }
}
