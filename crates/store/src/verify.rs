use crate::{
    dump::{Dump, Quads},
    endpoint::Remote,
    error::{Altered, GraphFailure, LoadError, RequestError},
    graph::NamedGraph,
    load::{Loaded, Method, Options, probe},
    same::{Comparable, comparable, is_ill_typed},
    state::{PAGE, State},
};
use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{Term, Triple},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many graphs of the N-Quads are compared triple by triple, evenly spread.
const SAMPLE: usize = 25;

/// The largest graph that is asked for as a whole; servers cut off longer answers.
const LARGEST: usize = 2000;

/// Counts the triples of every graph in the store, and compares some graphs; of what is not as it was published, the state
/// no longer says that it is, so that the next load mends it.
pub(crate) fn verify(
    remote: &Remote,
    dump: &Dump,
    published: &HashMap<String, usize>,
    method: Option<Method>,
    options: &Options<'_>,
    loaded: &mut Loaded,
) -> Result<(), LoadError> {
    let refused: BTreeSet<&str> = loaded.failures.iter().map(GraphFailure::graph).collect();
    let expected: BTreeMap<&str, usize> = published
        .iter()
        .map(|(graph, triples)| (graph.as_str(), *triples))
        .filter(|(graph, _)| !refused.contains(graph))
        .collect();
    let stored = counts(remote, options.base)?;
    let mut failures: Vec<GraphFailure> = expected
        .iter()
        .map(|(graph, published)| (*graph, *published, stored.get(*graph).copied().unwrap_or(0)))
        .filter(|(_, published, stored)| published != stored)
        .map(|(graph, published, stored)| GraphFailure::Count { graph: graph.to_owned(), published, stored })
        .collect();
    let mut compared = 0;
    for graph in sample(dump, &expected)? {
        if failures.iter().any(|failure| failure.graph() == graph.name) {
            continue;
        }
        compared += 1;
        match difference(remote, &graph)? {
            Some(Difference::Content(example)) => failures.push(GraphFailure::Content { graph: graph.name, example }),
            Some(Difference::Altered(altered)) => drop(loaded.altered.get_or_insert(altered)),
            None => {}
        }
    }
    loaded.verified = Some((expected.len(), compared));
    if !failures.is_empty() {
        forget(remote, options.state, method, &failures)?;
    }
    loaded.failures.extend(failures);
    Ok(())
}

/// How many triples each graph has whose name begins with a base.
fn counts(remote: &Remote, base: &str) -> Result<BTreeMap<String, usize>, RequestError> {
    let mut counts = BTreeMap::new();
    loop {
        let last = counts.last_key_value().map_or("", |(graph, _): (&String, _)| graph);
        let query = format!(
            "SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), \"{base}\") && \
             STR(?g) > \"{last}\") }} GROUP BY ?g ORDER BY STR(?g) LIMIT {PAGE}"
        );
        let before = counts.len();
        for row in remote.select(&query, ["g", "n"])? {
            if let [Some(Term::NamedNode(graph)), Some(Term::Literal(count))] = row
                && let Ok(count) = count.value().parse()
            {
                counts.insert(graph.into_string(), count);
            }
        }
        if counts.len() == before {
            return Ok(counts);
        }
    }
}

/// Some graphs as they were published: the documents, and of the N-Quads some that are evenly spread.
fn sample(dump: &Dump, expected: &BTreeMap<&str, usize>) -> Result<Vec<NamedGraph>, LoadError> {
    let is_wanted = |name: &str| expected.get(name).is_some_and(|triples| *triples <= LARGEST);
    let mut sample = Vec::new();
    for document in &dump.documents {
        sample.push(document.read()?);
    }
    let step = expected.len().div_ceil(SAMPLE).max(1);
    let mut number = 0;
    Quads::open(&dump.quads.path)?.each(&dump.quads.sha256, |graph, _| {
        if number % step == 0 {
            sample.push(graph.clone());
        }
        number += 1;
    })?;
    sample.retain(|graph| is_wanted(&graph.name));
    Ok(sample)
}

/// How a graph in a store is not what was published.
enum Difference {
    /// In a triple that only one of the two has.
    Content(String),
    /// In nothing but values that the store could not keep.
    Altered(Altered),
}

fn difference(remote: &Remote, graph: &NamedGraph) -> Result<Option<Difference>, RequestError> {
    let query = format!("CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}", graph.name);
    let document = graph.document();
    let published = RdfParser::from_format(RdfFormat::NTriples).for_slice(&document);
    let published = published.map(|quad| Triple::from(quad.expect("what was published is RDF")));
    let by_value = |triples: Vec<Triple>| -> BTreeMap<Comparable, Triple> {
        triples.into_iter().map(|triple| (comparable(&triple), triple)).collect()
    };
    let (published, stored) = (by_value(published.collect()), by_value(remote.construct(&query)?));
    let only_in = |a: &BTreeMap<Comparable, Triple>, b: &BTreeMap<Comparable, Triple>| -> Vec<Triple> {
        a.iter().filter(|(value, _)| !b.contains_key(*value)).map(|(_, triple)| triple.clone()).collect()
    };
    let (missing, mut extra) = (only_in(&published, &stored), only_in(&stored, &published));
    let mut altered = None;
    for triple in missing {
        match extra.iter().position(|other| is_altered(&triple, other)) {
            Some(at) => {
                let stored = extra.swap_remove(at).object.to_string();
                altered.get_or_insert(Altered::Value { published: triple.object.to_string(), stored });
            }
            None => return Ok(Some(Difference::Content(triple.to_string()))),
        }
    }
    Ok(match extra.first() {
        Some(triple) => Some(Difference::Content(triple.to_string())),
        None => altered.map(Difference::Altered),
    })
}

/// Whether a stored triple is what a store has made of a published one whose value it cannot keep.
fn is_altered(published: &Triple, stored: &Triple) -> bool {
    let same_place = published.subject == stored.subject && published.predicate == stored.predicate;
    match (&published.object, &stored.object) {
        (Term::Literal(published), Term::Literal(stored)) => {
            same_place && published.datatype() == stored.datatype() && is_ill_typed(stored) && !is_ill_typed(published)
        }
        _ => false,
    }
}

/// Takes back what the state says of graphs.
fn forget(remote: &Remote, name: &str, method: Option<Method>, failures: &[GraphFailure]) -> Result<(), LoadError> {
    let state = State::read(remote, name)?;
    let wrong: BTreeSet<&str> = failures.iter().map(GraphFailure::graph).collect();
    let method = match method {
        Some(method) => method,
        None => probe(remote, &state)?,
    };
    match method {
        Method::Update => {
            let stale: Vec<_> = wrong.iter().flat_map(|graph| state.claims(graph)).collect();
            if let Some(operation) = state.operation("DELETE", &stale) {
                remote.update(&operation)?;
            }
        }
        Method::GraphStore | Method::Quads => {
            remote.put(&state.without(|_| false, |graph| wrong.contains(graph)))?;
        }
    }
    Ok(())
}
