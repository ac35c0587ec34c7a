use crate::{endpoint::Remote, error::RequestError, load::Method, plan::Plan, state::PAGE};
use oxigraph::model::Term;
use std::collections::BTreeSet;

/// So many graphs are emptied before they are written, and nobody has to ask whether there is anything in them.
const FEW: usize = 200;

/// The graphs that a load has to empty before it adds anything to them. A bulk loader may have written what the state does
/// not know, and a load that was interrupted may not have written what it names.
pub(crate) fn existing(
    remote: &Remote,
    plan: &Plan,
    base: &str,
    method: Method,
) -> Result<BTreeSet<String>, RequestError> {
    // A PUT replaces whatever there is.
    if method == Method::GraphStore {
        return Ok(BTreeSet::new());
    }
    if plan.load.len() <= FEW {
        return Ok(plan.load.iter().map(|wanted| wanted.name.clone()).collect());
    }
    named(remote, base)
}

/// The names of the graphs in a store that begin with a base.
fn named(remote: &Remote, base: &str) -> Result<BTreeSet<String>, RequestError> {
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
