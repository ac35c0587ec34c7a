use crate::{
    dump::{Dump, Quads, Stretch},
    error::DumpError,
    graph::NamedGraph,
    state::State,
};
use std::collections::{BTreeSet, HashMap};

/// What is to be done so that a store holds what is published.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The graphs that the store lacks, or that are other ones there.
    pub(crate) load: Vec<Wanted>,
    /// The graphs that are no longer published.
    pub(crate) remove: Vec<String>,
    /// How many graphs are there as they are published.
    pub(crate) unchanged: usize,
    /// How many triples each graph has that is published, where that was asked for.
    pub(crate) triples: HashMap<String, usize>,
}

/// A graph that is to be loaded.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) name: String,
    pub(crate) digest: String,
    pub(crate) triples: usize,
    pub(crate) place: Place,
    /// Whether the store has something of it.
    pub(crate) is_known: bool,
}

/// Where a graph is read when it is its turn.
#[derive(Debug)]
pub(crate) enum Place {
    /// In the N-Quads.
    Quads(Stretch),
    /// In memory, since it is not in the N-Quads.
    Held(NamedGraph),
}

impl Plan {
    /// Reads what is published, a graph at a time, and holds it against the state.
    pub(crate) fn new(dump: &Dump, quads: &Quads, state: &State, count: bool) -> Result<Self, DumpError> {
        let mut plan = Self { load: Vec::new(), remove: Vec::new(), unchanged: 0, triples: HashMap::new() };
        let mut gone: BTreeSet<&str> = state.graphs.keys().map(String::as_str).collect();
        let mut take = |graph: &NamedGraph, place: &mut dyn FnMut() -> Place| {
            gone.remove(graph.name.as_str());
            if count {
                plan.triples.insert(graph.name.clone(), graph.triples());
            }
            let digest = format!("sha256:{}", graph.digest());
            let claims = state.graphs.get(&graph.name);
            if claims.and_then(|claims| claims.digest()) == Some(&digest) {
                plan.unchanged += 1;
                return;
            }
            plan.load.push(Wanted {
                name: graph.name.clone(),
                digest,
                triples: graph.triples(),
                place: place(),
                is_known: claims.is_some(),
            });
        };
        for document in &dump.documents {
            let graph = document.read()?;
            take(&graph, &mut || Place::Held(graph.clone()));
        }
        quads.each(&dump.quads.sha256, |graph, stretch| take(graph, &mut || Place::Quads(stretch)))?;
        plan.remove = gone.into_iter().map(str::to_owned).collect();
        Ok(plan)
    }

    /// Whether the store is as it should be.
    pub(crate) const fn is_empty(&self) -> bool {
        self.load.is_empty() && self.remove.is_empty()
    }
}
