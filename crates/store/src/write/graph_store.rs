use super::{context::Context, writer::Writer};
use crate::{
    error::LoadError,
    lock::lock,
    queue::{Queue, QueuedGraph},
};
use std::{collections::BTreeSet, mem, sync::Mutex};

/// Number of claims sent per request.
const CLAIMS: usize = 100;

/// Writes graphs by the SPARQL 1.1 Graph Store HTTP Protocol: PUT, POST and DELETE of one graph per request.
///
/// By this protocol, statements can be added to the state, but only a new state takes any away.
pub(super) struct GraphStoreWriter<'a> {
    context: &'a Context<'a>,
    /// Claims of graphs that are written, which the state does not have yet.
    claims: Mutex<Vec<String>>,
}

impl<'a> GraphStoreWriter<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self { context, claims: Mutex::default() }
    }

    /// Adds the claims to the state if there are more than `max_pending` of them.
    fn send_claims(&self, max_pending: usize) -> Result<(), LoadError> {
        let mut claims = lock(&self.claims);
        if claims.len() <= max_pending {
            return Ok(());
        }
        let statements = mem::take(&mut *claims);
        drop(claims);
        Ok(self.context.remote.post(&self.context.state.graph(statements))?)
    }
}

impl<'a> Writer<'a> for GraphStoreWriter<'a> {
    fn start(&mut self) -> Result<(), LoadError> {
        let Context { remote, state, plan, tally, .. } = self.context;
        let gone: BTreeSet<&str> = plan.remove.iter().map(String::as_str).collect();
        let load: BTreeSet<&str> = plan.load.iter().map(|graph| graph.name.as_str()).collect();
        let is_uncertain = |graph: &str| gone.contains(graph) || load.contains(graph);
        let new = plan.load.iter().filter(|graph| !graph.is_known);
        let new: Vec<String> = new.map(|graph| state.part_statement(&graph.name)).collect();
        let put_state = |forgotten: &BTreeSet<&str>| {
            let mut rest = state.without(|graph| forgotten.contains(graph), is_uncertain);
            rest.statements.extend(new.iter().cloned());
            remote.put(&rest)
        };
        let has_claim = |graph: &str| state.graphs.get(graph).is_some_and(|claims| !claims.0.is_empty());
        if gone.iter().chain(&load).any(|graph| has_claim(graph)) {
            put_state(&BTreeSet::new())?;
        } else if !new.is_empty() {
            remote.post(&state.graph(new.clone()))?;
        }
        let mut removed = BTreeSet::new();
        for graph in &gone {
            match remote.delete(graph) {
                Ok(()) => drop(removed.insert(*graph)),
                Err(error) => tally.add_not_removed(graph, error)?,
            }
        }
        if !removed.is_empty() {
            put_state(&removed)?;
        }
        tally.add_removed(removed.len());
        Ok(())
    }

    fn write(&self, batch: Vec<QueuedGraph<'a>>) -> Result<(), LoadError> {
        let Context { remote, tally, .. } = self.context;
        for graph in batch {
            match remote.put(&graph.graph) {
                Ok(()) => {
                    lock(&self.claims).push(graph.planned.claim());
                    tally.add_written(&[graph]);
                }
                Err(error) => tally.add_refused(&graph, error)?,
            }
        }
        self.send_claims(CLAIMS)
    }

    fn finish(&mut self, _: &mut Queue<'a>) -> Result<(), LoadError> {
        self.send_claims(0)
    }
}
