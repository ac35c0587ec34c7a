use crate::{
    comparable::{Comparable, is_ill_typed},
    dump::{Dump, QuadsFile},
    endpoint::Remote,
    error::{Altered, GraphFailure, LoadError, RequestError},
    graph::NamedGraph,
    method::Method,
    options::LoadOptions,
    report::LoadReport,
    state::{PAGE, State},
};
use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{Term, Triple},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Number of graphs of the N-Quads that are compared triple by triple, evenly spread.
const SAMPLE: usize = 25;

/// Maximum number of triples of a graph that is compared; servers cut off longer results.
const MAX_COMPARED: usize = 2000;

/// Counts the triples of every graph in the store, and compares the triples of some graphs.
///
/// The state loses its claims of graphs that differ, so that the next load writes them again.
pub(crate) fn verify(
    remote: &Remote,
    dump: &Dump,
    published: &HashMap<String, usize>,
    method: Option<Method>,
    options: &LoadOptions<'_>,
    report: &mut LoadReport,
) -> Result<(), LoadError> {
    let refused: BTreeSet<&str> = report.failures.iter().map(GraphFailure::graph).collect();
    let expected: BTreeMap<&str, usize> = published
        .iter()
        .map(|(graph, triples)| (graph.as_str(), *triples))
        .filter(|(graph, _)| !refused.contains(graph))
        .collect();
    let stored = count_triples(remote, options.base)?;
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
            Some(Difference::Altered(altered)) => drop(report.altered.get_or_insert(altered)),
            None => {}
        }
    }
    report.verified = Some((expected.len(), compared));
    if !failures.is_empty() {
        remove_claims(remote, options, method, &failures)?;
    }
    report.failures.extend(failures);
    Ok(())
}

/// Counts the triples of each graph whose name begins with a base.
fn count_triples(remote: &Remote, base: &str) -> Result<BTreeMap<String, usize>, RequestError> {
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

/// Reads the published graphs to be compared: the documents, and a sample of the N-Quads.
fn sample(dump: &Dump, expected: &BTreeMap<&str, usize>) -> Result<Vec<NamedGraph>, LoadError> {
    let is_wanted = |name: &str| expected.get(name).is_some_and(|triples| *triples <= MAX_COMPARED);
    let mut sample = Vec::new();
    for document in &dump.documents {
        sample.push(document.read()?);
    }
    let step = expected.len().div_ceil(SAMPLE).max(1);
    let mut number = 0;
    QuadsFile::open(&dump.quads.path)?.for_each(&dump.quads.sha256, |graph, _| {
        if number % step == 0 {
            sample.push(graph.clone());
        }
        number += 1;
    })?;
    sample.retain(|graph| is_wanted(&graph.name));
    Ok(sample)
}

/// A difference between a graph in a store and the published one.
enum Difference {
    /// A triple that only one of them has.
    Content(String),
    /// No other difference than values that the store alters.
    Altered(Altered),
}

/// Compares a graph in the store with the published one by their values.
fn difference(remote: &Remote, graph: &NamedGraph) -> Result<Option<Difference>, RequestError> {
    let query = format!("CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}", graph.name);
    let document = graph.document();
    let published = RdfParser::from_format(RdfFormat::NTriples).for_slice(&document);
    let published = published.map(|quad| Triple::from(quad.expect("what was published is RDF")));
    let by_value = |triples: Vec<Triple>| -> BTreeMap<Comparable, Triple> {
        triples.into_iter().map(|triple| (Comparable::from(&triple), triple)).collect()
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

/// Returns whether a stored triple is a published one with a value that the store has altered.
fn is_altered(published: &Triple, stored: &Triple) -> bool {
    let same_place = published.subject == stored.subject && published.predicate == stored.predicate;
    match (&published.object, &stored.object) {
        (Term::Literal(published), Term::Literal(stored)) => {
            same_place && published.datatype() == stored.datatype() && is_ill_typed(stored) && !is_ill_typed(published)
        }
        _ => false,
    }
}

/// Removes the claims of graphs from the state.
fn remove_claims(
    remote: &Remote,
    options: &LoadOptions<'_>,
    method: Option<Method>,
    failures: &[GraphFailure],
) -> Result<(), LoadError> {
    let state = State::read(remote, options.state, options.base)?;
    let differing: BTreeSet<&str> = failures.iter().map(GraphFailure::graph).collect();
    match method.map_or_else(|| Method::detect(remote, &state), Ok)? {
        Method::Update => {
            let claims: Vec<_> = differing.iter().flat_map(|graph| state.claim_statements(graph)).collect();
            if let Some(operation) = state.operation("DELETE", &claims) {
                remote.update(&operation)?;
            }
        }
        Method::GraphStore | Method::Quads => {
            remote.put(&state.without(|_| false, |graph| differing.contains(graph)))?;
        }
    }
    Ok(())
}
