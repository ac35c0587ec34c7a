use crate::{endpoint::Remote, error::RequestError, method::Method, plan::Plan, state::PAGE};
use oxigraph::model::Term;
use std::collections::BTreeSet;

/// Maximum number of graphs that are emptied without asking whether they have any content.
const MAX_UNASKED: usize = 200;

/// Returns the names of the graphs that a load empties before it adds to them.
///
/// The state does not tell: a bulk loader writes graphs that it does not name, and an interrupted load names graphs that
/// it has not written.
pub(crate) fn existing_graphs(
    remote: &Remote,
    plan: &Plan,
    base: &str,
    method: Method,
) -> Result<BTreeSet<String>, RequestError> {
    // A PUT replaces whatever there is.
    if method == Method::GraphStore {
        return Ok(BTreeSet::new());
    }
    if plan.load.len() <= MAX_UNASKED {
        return Ok(plan.load.iter().map(|graph| graph.name.clone()).collect());
    }
    graphs_below(remote, base)
}

/// Reads the names of the graphs in a store that begin with a base, page by page.
fn graphs_below(remote: &Remote, base: &str) -> Result<BTreeSet<String>, RequestError> {
    let mut graphs = BTreeSet::new();
    loop {
        let last: &str = graphs.last().map_or("", String::as_str);
        let query = format!(
            "SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), \"{base}\") && STR(?g) > \"{last}\") }} ORDER BY STR(?g) LIMIT {PAGE}"
        );
        let before = graphs.len();
        for [graph] in remote.select(&query, ["g"])? {
            if let Some(Term::NamedNode(graph)) = graph {
                graphs.insert(graph.into_string());
            }
        }
        if graphs.len() == before {
            return Ok(graphs);
        }
    }
}
