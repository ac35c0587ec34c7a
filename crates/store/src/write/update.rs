use super::{
    context::Context,
    writer::{MAX_TRIPLES, Writer},
};
use crate::{
    datatypes::Datatypes,
    error::{LoadError, RequestError},
    insertion::Insertion,
    lock::lock,
    plan::PlannedGraph,
    queue::{Queue, QueuedGraph},
};
use std::{
    mem, slice,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// Minimum number of statements in a piece of a graph that the server refuses as a whole.
const MIN_PIECE: usize = 16;

/// Number of graphs removed, or put, per update of the state. More new graphs than these are named before any is written.
const GRAPHS: usize = 100;

/// Number of graphs named per request.
const NAMES: usize = 1000;

/// Writes graphs by SPARQL 1.1 Update.
pub(super) struct UpdateWriter<'a> {
    context: &'a Context<'a>,
    /// `true` if the state already names all new graphs.
    is_named: bool,
    max_triples: AtomicUsize,
    datatypes: Datatypes,
    /// Graphs for the Graph Store Protocol, once all others are written: in Virtuoso, a PUT and an update block each other.
    deferred: Mutex<Vec<&'a PlannedGraph>>,
}

impl<'a> Writer<'a> for UpdateWriter<'a> {
    fn start(&mut self) -> Result<(), LoadError> {
        self.remove()?;
        self.name_new_graphs()
    }

    /// Returns whether a killed load would leave a trace while its updates are in flight: only then does the next one wait.
    fn is_concurrent(&self) -> bool {
        self.is_named
    }

    fn max_triples(&self) -> usize {
        self.max_triples.load(Ordering::Relaxed)
    }

    fn write(&self, batch: Vec<QueuedGraph<'a>>) -> Result<(), LoadError> {
        self.write_or_split(batch).map(drop)
    }

    fn finish(&mut self, queue: &mut Queue<'a>) -> Result<(), LoadError> {
        let mut deferred = mem::take(&mut *lock(&self.deferred));
        deferred.sort_by(|a, b| a.name.cmp(&b.name));
        for graphs in deferred.chunks(GRAPHS) {
            let batch = graphs.iter().map(|graph| queue.read(graph)).collect::<Result<_, _>>()?;
            self.write_refused(batch)?;
        }
        Ok(())
    }
}

impl<'a> UpdateWriter<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self {
            context,
            is_named: false,
            max_triples: AtomicUsize::new(MAX_TRIPLES),
            datatypes: Datatypes::default(),
            deferred: Mutex::default(),
        }
    }

    /// Removes what is no longer published. The claim goes before the graph, and the graph before its name.
    fn remove(&self) -> Result<(), LoadError> {
        let Context { plan, tally, .. } = self.context;
        for graphs in plan.remove.chunks(GRAPHS) {
            match self.update(self.removal(graphs)) {
                Ok(()) => tally.add_removed(graphs.len()),
                Err(error) if !error.is_request_specific() => return Err(error.into()),
                Err(_) => {
                    for graph in graphs {
                        match self.update(self.removal(slice::from_ref(graph))) {
                            Ok(()) => tally.add_removed(1),
                            Err(error) => tally.add_not_removed(graph, error)?,
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Returns the operations that remove graphs.
    fn removal(&self, graphs: &[String]) -> Vec<String> {
        let state = self.context.state;
        let claims: Vec<_> = graphs.iter().flat_map(|graph| state.claim_statements(graph)).collect();
        let parts: Vec<_> = graphs.iter().map(|graph| state.part_statement(graph)).collect();
        let mut operations: Vec<_> = state.operation("DELETE", &claims).into_iter().collect();
        operations.extend(graphs.iter().map(|graph| clear_operation(graph)));
        operations.extend(state.operation("DELETE", &parts));
        operations
    }

    /// Names all new graphs before any of them is written, if there are many.
    ///
    /// Otherwise each update would wait for the one before it, since all of them write to the same page of the state.
    fn name_new_graphs(&mut self) -> Result<(), LoadError> {
        let Context { state, plan, .. } = self.context;
        let new: Vec<&PlannedGraph> = plan.load.iter().filter(|graph| !graph.is_known).collect();
        if new.len() <= GRAPHS {
            return Ok(());
        }
        for graphs in new.chunks(NAMES) {
            let parts: Vec<_> = graphs.iter().map(|graph| state.part_statement(&graph.name)).collect();
            match self.update(state.operation("INSERT", &parts)) {
                Ok(()) => {}
                // Each update names its own graphs then.
                Err(error) if error.is_request_specific() => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
        self.is_named = true;
        Ok(())
    }

    /// Writes graphs with one update, or with several if the server refuses it. Returns whether it took the first one.
    fn write_or_split(&self, batch: Vec<QueuedGraph<'a>>) -> Result<bool, LoadError> {
        let Context { remote, state, tally, .. } = self.context;
        let (deferred, mut batch): (Vec<_>, Vec<_>) =
            batch.into_iter().partition(|graph| self.datatypes.exclude(&graph.graph));
        lock(&self.deferred).extend(deferred.iter().map(|graph| graph.planned));
        if batch.is_empty() {
            return Ok(true);
        }
        let known_datatypes = self.datatypes.len();
        let mut operations = self.preparation(&batch);
        operations.extend(self.clearing(&batch));
        operations.extend(self.insertion(batch.iter().map(|graph| (graph, graph.graph.statements.as_slice()))));
        operations.extend(state.operation("INSERT", &claims(&batch)));
        match self.update(operations) {
            Ok(()) => {
                tally.add_written(&batch);
                return Ok(true);
            }
            Err(error) if !error.is_request_specific() => return Err(error.into()),
            Err(_) => {}
        }
        if batch.len() == 1 {
            self.datatypes.learn(&batch[0].graph, remote, state)?;
        }
        if self.datatypes.len() > known_datatypes {
            // Perhaps another connection has learned it: the datatype may be the reason, and not the length.
            self.write_or_split(batch)?;
            return Ok(false);
        }
        if batch.len() == 1 {
            self.write_refused(batch)?;
            return Ok(false);
        }
        let rest = batch.split_off(batch.len() / 2);
        let triples = |graphs: &[QueuedGraph<'_>]| graphs.iter().map(|graph| graph.planned.triples).sum::<usize>();
        let larger = triples(&batch).max(triples(&rest));
        let are_taken = self.write_or_split(batch)? & self.write_or_split(rest)?;
        // If a datatype was learned meanwhile, it may be the reason again.
        if are_taken && self.datatypes.len() == known_datatypes {
            self.max_triples.fetch_min(larger, Ordering::Relaxed);
        }
        Ok(are_taken)
    }

    /// Writes graphs that the server does not take whole in an update: by the Graph Store Protocol, or in pieces.
    fn write_refused(&self, batch: Vec<QueuedGraph<'_>>) -> Result<(), LoadError> {
        let Context { remote, state, tally, .. } = self.context;
        if batch.is_empty() {
            return Ok(());
        }
        if !remote.has_graph_store() {
            return batch.into_iter().try_for_each(|graph| self.write_in_pieces(graph));
        }
        self.update(self.preparation(&batch))?;
        let mut written = Vec::new();
        for graph in batch {
            match remote.put(&graph.graph) {
                Ok(()) => written.push(graph),
                Err(error) => tally.add_refused(&graph, error)?,
            }
        }
        self.update(state.operation("INSERT", &claims(&written)))?;
        tally.add_written(&written);
        Ok(())
    }

    /// Writes one graph with several updates, the last of which claims it.
    fn write_in_pieces(&self, graph: QueuedGraph<'_>) -> Result<(), LoadError> {
        let Context { state, tally, .. } = self.context;
        let batch = [graph];
        let [graph] = &batch;
        let statements = graph.graph.statements.as_slice();
        self.update(self.preparation(&batch).into_iter().chain(self.clearing(&batch)))?;
        let (mut start, mut length) = (0, statements.len().div_ceil(2));
        while start < statements.len() {
            let end = statements.len().min(start + length);
            match self.update(self.insertion([(graph, &statements[start..end])])) {
                Ok(()) => start = end,
                Err(error) if error.is_request_specific() && length > MIN_PIECE => length = length.div_ceil(2),
                Err(error) => return Ok(tally.add_refused(graph, error)?),
            }
        }
        self.update(state.operation("INSERT", &claims(&batch)))?;
        tally.add_written(&batch);
        Ok(())
    }

    /// Returns the operations that go before the content of graphs.
    ///
    /// They see to it that a kill at any moment leaves no graph that the state wrongly claims, and none that it does not
    /// name.
    fn preparation(&self, batch: &[QueuedGraph<'_>]) -> Vec<String> {
        let state = self.context.state;
        let planned = || batch.iter().map(|graph| graph.planned);
        let new = planned().filter(|graph| !graph.is_known && !self.is_named);
        let parts: Vec<_> = new.map(|graph| state.part_statement(&graph.name)).collect();
        let claims: Vec<_> = planned().flat_map(|graph| state.claim_statements(&graph.name)).collect();
        state.operation("INSERT", &parts).into_iter().chain(state.operation("DELETE", &claims)).collect()
    }

    /// Returns the operations that empty graphs, if they may have content.
    fn clearing(&self, batch: &[QueuedGraph<'_>]) -> impl Iterator<Item = String> {
        let names = batch.iter().map(|graph| graph.planned.name.as_str());
        names.filter(|name| self.context.existing.contains(*name)).map(clear_operation)
    }

    /// Returns the operations that add statements to graphs.
    fn insertion<'i>(
        &self,
        graphs: impl IntoIterator<Item = (&'i QueuedGraph<'i>, &'i [String])>,
    ) -> impl Iterator<Item = String> {
        let mut insertion = Insertion::default();
        for (graph, statements) in graphs {
            insertion.add(&graph.planned.name, statements, |datatype| self.datatypes.is_computed(datatype));
        }
        insertion.operations()
    }

    /// Sends operations as one update.
    fn update(&self, operations: impl IntoIterator<Item = String>) -> Result<(), RequestError> {
        let operations: Vec<String> = operations.into_iter().collect();
        if operations.is_empty() { Ok(()) } else { self.context.remote.update(&operations.join(" ;\n")) }
    }
}

fn claims(batch: &[QueuedGraph<'_>]) -> Vec<String> {
    batch.iter().map(|graph| graph.planned.claim()).collect()
}

fn clear_operation(graph: &str) -> String {
    format!("CLEAR SILENT GRAPH <{graph}>")
}
