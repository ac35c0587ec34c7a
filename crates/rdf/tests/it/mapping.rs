use anslag_core::Publication;
use anslag_fixtures::{announcement, everything, publication};
use anslag_rdf::Graph;
use anslag_vocab::{Kind, Term};
use oxrdf::Term as Object;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};

fn terms() -> HashMap<&'static str, &'static Term> {
    anslag_vocab::ALL.iter().flat_map(|v| v.terms).map(|term| (term.as_str(), term)).collect()
}

/// Holds a graph against what the vocabulary says of its properties, and against the rules of the writers.
fn check(graph: &Graph) {
    let terms = terms();
    let mut closed = HashSet::new();
    let mut last = None;
    for triple in &graph.triples {
        let place = (triple.subject.clone(), triple.predicate.clone());
        if last.as_ref() != Some(&place) {
            assert!(closed.insert(place.clone()), "the values of a property stand apart: {triple}");
            last = Some(place);
        }
        let term = terms.get(triple.predicate.as_str()).unwrap_or_else(|| panic!("no term of a vocabulary: {triple}"));
        let fits = match (&triple.object, term.kind()) {
            (Object::Literal(literal), Kind::Text) => literal.language().is_some(),
            (Object::NamedNode(_), Kind::Resource) | (Object::Literal(_), Kind::Value) => true,
            _ => false,
        };
        assert!(fits, "{:?}: {triple}", term.kind());
    }
}

fn used(publication: &Publication) -> HashSet<String> {
    let graphs = [anslag_rdf::register(publication), anslag_rdf::graph(publication, &everything(publication))];
    let mut used = HashSet::new();
    for triple in graphs.iter().flat_map(|graph| &graph.triples) {
        used.insert(triple.predicate.as_str().to_owned());
        match &triple.object {
            Object::NamedNode(object) => used.insert(object.as_str().to_owned()),
            Object::Literal(literal) => used.insert(literal.datatype().as_str().to_owned()),
            Object::BlankNode(_) => panic!("a blank node: {triple}"),
        };
    }
    used
}

#[test]
fn the_samples_obey_the_vocabulary() {
    let publication = publication();
    check(&anslag_rdf::register(&publication));
    check(&anslag_rdf::graph(&publication, &everything(&publication)));
}

#[test]
fn no_property_of_the_vocabulary_is_unused() {
    let used = used(&publication());
    for (iri, term) in terms() {
        if matches!(term.kind(), Kind::Resource | Kind::Text | Kind::Value) {
            assert!(used.contains(iri), "{iri} is used nowhere");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_announcement_obeys_the_vocabulary(announcement in announcement(&publication())) {
        check(&anslag_rdf::graph(&publication(), &announcement));
    }
}
