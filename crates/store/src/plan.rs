use crate::{
    dump::{ByteSpan, Dump, QuadsFile},
    error::DumpError,
    graph::NamedGraph,
    report::LoadReport,
    state::{State, claim_statement},
};
use std::collections::{BTreeSet, HashMap};

/// Differences between what is published and what a store holds.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Graphs that the store lacks or has otherwise.
    pub(crate) load: Vec<PlannedGraph>,
    /// Names of graphs that are no longer published.
    pub(crate) remove: Vec<String>,
    /// Number of graphs that the store has as they are published.
    pub(crate) unchanged: usize,
    /// Number of triples of each published graph, by its name; empty unless it was asked for.
    pub(crate) triples: HashMap<String, usize>,
}

/// A graph to be loaded.
#[derive(Debug)]
pub(crate) struct PlannedGraph {
    pub(crate) name: String,
    pub(crate) digest: String,
    pub(crate) triples: usize,
    pub(crate) source: GraphSource,
    /// `true` if the state of the store names it.
    pub(crate) is_known: bool,
}

/// Source of the statements of a graph.
#[derive(Debug)]
pub(crate) enum GraphSource {
    /// The N-Quads of the dump.
    Quads(ByteSpan),
    /// Memory: the graph is that of a document.
    Memory(NamedGraph),
}

impl PlannedGraph {
    /// Returns the statement by which the state claims the graph.
    pub(crate) fn claim(&self) -> String {
        claim_statement(&self.name, &self.digest)
    }
}

impl Plan {
    /// Reads what is published, one graph at a time, and compares it with the state.
    pub(crate) fn new(dump: &Dump, quads: &QuadsFile, state: &State, count_triples: bool) -> Result<Self, DumpError> {
        let mut plan = Self { load: Vec::new(), remove: Vec::new(), unchanged: 0, triples: HashMap::new() };
        let mut gone: BTreeSet<&str> = state.graphs.keys().map(String::as_str).collect();
        let mut compare = |graph: &NamedGraph, source: &mut dyn FnMut() -> GraphSource| {
            gone.remove(graph.name.as_str());
            if count_triples {
                plan.triples.insert(graph.name.clone(), graph.triples());
            }
            let digest = format!("sha256:{}", graph.digest());
            let claims = state.graphs.get(&graph.name);
            if claims.and_then(|claims| claims.digest()) == Some(&digest) {
                plan.unchanged += 1;
                return;
            }
            plan.load.push(PlannedGraph {
                name: graph.name.clone(),
                digest,
                triples: graph.triples(),
                source: source(),
                is_known: claims.is_some(),
            });
        };
        for document in &dump.documents {
            let graph = document.read()?;
            compare(&graph, &mut || GraphSource::Memory(graph.clone()));
        }
        quads.for_each(&dump.quads.sha256, |graph, span| compare(graph, &mut || GraphSource::Quads(span)))?;
        plan.remove = gone.into_iter().map(str::to_owned).collect();
        Ok(plan)
    }

    /// Returns whether the store already has what is published.
    pub(crate) const fn is_empty(&self) -> bool {
        self.load.is_empty() && self.remove.is_empty()
    }

    /// Returns the report of a load that follows the plan without a failure.
    pub(crate) fn report(&self) -> LoadReport {
        let replaced = self.load.iter().filter(|graph| graph.is_known).count();
        LoadReport {
            added: self.load.len() - replaced,
            replaced,
            removed: self.remove.len(),
            unchanged: self.unchanged,
            triples: self.load.iter().map(|graph| graph.triples).sum(),
            ..LoadReport::default()
        }
    }
}
