use crate::{
    datatypes::Datatypes,
    dump::Quads,
    endpoint::Remote,
    error::{GraphFailure, LoadError, RequestError},
    load::{Loaded, Method, Options, Progress},
    lock::lock,
    plan::{Plan, Wanted},
    queue::{Item, Queue},
    state::{State, claim},
    update::Insertion,
};
use std::{
    collections::BTreeSet,
    mem,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

/// How many triples a batch has at first; it adapts when a server refuses it.
const BATCH: usize = 2000;

/// The least that a graph is cut into where a server refuses it.
const LEAST_PIECE: usize = 16;

/// How many graphs are removed, or claimed to be loaded, with a request; more new ones are named before any is written.
const MANY: usize = 100;

/// How many graphs are named with a request.
const NAMES: usize = 1000;

/// After so many graphs that were refused, and none that was not, a load is given up.
const HOPELESS: usize = 20;

/// A load under way.
pub(crate) struct Writer<'a> {
    remote: &'a Remote,
    state: &'a State,
    plan: &'a Plan,
    method: Method,
    options: &'a Options<'a>,
    /// The graphs of which the store may have something.
    existing: BTreeSet<String>,
    /// Whether the state names all graphs already.
    is_named: bool,
    queue: Mutex<Queue<'a>>,
    /// How many triples a batch has at most.
    limit: AtomicUsize,
    datatypes: Datatypes,
    /// Graphs that go by the Graph Store Protocol when all others are there, one after the other: Virtuoso's PUT and updates
    /// get into each other's way.
    deferred: Mutex<Vec<&'a Wanted>>,
    /// Graphs that are loaded, and of which the state does not yet say so.
    unclaimed: Mutex<Vec<String>>,
    done: Mutex<Loaded>,
    is_stopped: AtomicBool,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(
        remote: &'a Remote,
        state: &'a State,
        plan: &'a Plan,
        quads: Quads,
        method: Method,
        existing: BTreeSet<String>,
        options: &'a Options<'a>,
    ) -> Self {
        Self {
            remote,
            state,
            plan,
            method,
            options,
            existing,
            is_named: false,
            queue: Mutex::new(Queue::new(quads, &plan.load)),
            limit: AtomicUsize::new(BATCH),
            datatypes: Datatypes::default(),
            deferred: Mutex::default(),
            unclaimed: Mutex::default(),
            done: Mutex::default(),
            is_stopped: AtomicBool::new(false),
        }
    }

    /// Removes what is no longer published, and then loads the rest over several connections.
    pub(crate) fn run(mut self) -> Result<Loaded, LoadError> {
        match self.method {
            Method::Update => {
                self.remove_by_update()?;
                self.name_ahead()?;
            }
            Method::GraphStore | Method::Quads => self.remove_by_graph_store()?,
        }
        // Where graphs are not named ahead, a load that is killed leaves no trace as long as its updates are under way, and
        // so the next one does not wait for them.
        let is_traced = self.is_named || self.method != Method::Update;
        let connections = if is_traced { self.options.connections.get().min(self.plan.load.len()) } else { 1 };
        let results: Vec<Result<(), LoadError>> = thread::scope(|scope| {
            let workers: Vec<_> = (0..connections).map(|_| scope.spawn(|| self.work())).collect();
            workers.into_iter().map(|worker| worker.join().expect("no worker panics")).collect()
        });
        results.into_iter().collect::<Result<(), _>>()?;
        let mut deferred = mem::take(&mut *lock(&self.deferred));
        deferred.sort_by(|a, b| a.name.cmp(&b.name));
        for wanted in deferred.chunks(MANY) {
            let items = wanted.iter().map(|wanted| lock(&self.queue).read(wanted)).collect::<Result<_, _>>()?;
            self.write_alone(items)?;
        }
        self.claim_rest(0)?;
        Ok(self.done.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn work(&self) -> Result<(), LoadError> {
        while !self.is_stopped.load(Ordering::Relaxed) {
            let written = self.batch().and_then(|batch| match self.method {
                _ if batch.is_empty() => Ok(false),
                Method::Update => self.write(batch).map(|_| true),
                Method::GraphStore => self.put(batch).map(|()| true),
                Method::Quads => self.post(batch).map(|_| true),
            });
            match written {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    self.is_stopped.store(true, Ordering::Relaxed);
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    /// The next graphs that are written together.
    fn batch(&self) -> Result<Vec<Item<'a>>, LoadError> {
        Ok(lock(&self.queue).batch(self.limit.load(Ordering::Relaxed))?)
    }

    /// Writes graphs with one update, or with several where the server refuses that: whether it took them all at once.
    fn write(&self, batch: Vec<Item<'a>>) -> Result<bool, LoadError> {
        let (alone, mut batch): (Vec<_>, Vec<_>) =
            batch.into_iter().partition(|item| self.datatypes.exclude(&item.graph));
        lock(&self.deferred).extend(alone.iter().map(|item| item.wanted));
        if batch.is_empty() {
            return Ok(true);
        }
        let known = self.datatypes.known();
        let mut operations = self.prepare(&batch, true);
        operations.extend(self.insert(batch.iter().map(|item| (item, item.graph.statements.as_slice()))));
        operations.extend(self.state.operation("INSERT", &claims(&batch)));
        match self.update(operations) {
            Ok(()) => {
                self.finish(&batch);
                return Ok(true);
            }
            Err(error) if !error.is_of_the_request() => return Err(error.into()),
            Err(_) => {}
        }
        if batch.len() == 1 {
            self.datatypes.learn(&batch[0].graph, self.remote, self.state)?;
        }
        if self.datatypes.known() > known {
            // Another connection may have learned something too: it may have been that, and not the length.
            self.write(batch)?;
            return Ok(false);
        }
        if batch.len() == 1 {
            self.write_alone(batch)?;
            return Ok(false);
        }
        let rest = batch.split_off(batch.len() / 2);
        let triples = |items: &[Item<'_>]| items.iter().map(|item| item.wanted.triples).sum::<usize>();
        let larger = triples(&batch).max(triples(&rest));
        let are_taken = self.write(batch)? & self.write(rest)?;
        // Where something was learned meanwhile, it may have been that again.
        if are_taken && self.datatypes.known() == known {
            self.limit.fetch_min(larger, Ordering::Relaxed);
        }
        Ok(are_taken)
    }

    /// The operations that add statements to graphs.
    fn insert<'i>(
        &self,
        graphs: impl IntoIterator<Item = (&'i Item<'i>, &'i [String])>,
    ) -> impl Iterator<Item = String> {
        let mut insertion = Insertion::default();
        for (item, statements) in graphs {
            insertion.add(&item.wanted.name, statements, |datatype| self.datatypes.is_built(datatype));
        }
        insertion.operations()
    }

    /// Writes graphs that the server does not take in an update as they are: by the Graph Store Protocol, or in pieces.
    fn write_alone(&self, batch: Vec<Item<'_>>) -> Result<(), LoadError> {
        if batch.is_empty() {
            return Ok(());
        }
        if !self.remote.has_graph_store() {
            return batch.into_iter().try_for_each(|item| self.write_in_pieces(item));
        }
        self.update(self.prepare(&batch, false))?;
        let mut put = Vec::new();
        for item in batch {
            match self.remote.put(&item.graph) {
                Ok(()) => put.push(item),
                Err(error) => self.fail(&item, error)?,
            }
        }
        self.update(self.state.operation("INSERT", &claims(&put)))?;
        self.finish(&put);
        Ok(())
    }

    /// Writes one graph with several updates; only the last one says that it is there.
    fn write_in_pieces(&self, item: Item<'_>) -> Result<(), LoadError> {
        let item = [item];
        let statements = item[0].graph.statements.as_slice();
        self.update(self.prepare(&item, true))?;
        let (mut at, mut length) = (0, statements.len().div_ceil(2));
        while at < statements.len() {
            let end = statements.len().min(at + length);
            match self.update(self.insert([(&item[0], &statements[at..end])])) {
                Ok(()) => at = end,
                Err(error) if error.is_of_the_request() && length > LEAST_PIECE => length = length.div_ceil(2),
                Err(error) => return self.fail(&item[0], error),
            }
        }
        self.update(self.state.operation("INSERT", &claims(&item)))?;
        self.finish(&item);
        Ok(())
    }

    /// Puts each graph in its place.
    fn put(&self, batch: Vec<Item<'_>>) -> Result<(), LoadError> {
        for item in batch {
            match self.remote.put(&item.graph) {
                Ok(()) => {
                    lock(&self.unclaimed).push(claim(&item.wanted.name, &item.wanted.digest));
                    self.finish(&[item]);
                }
                Err(error) => self.fail(&item, error)?,
            }
        }
        self.claim_rest(MANY)
    }

    /// Adds graphs as N-Quads, with one request or with several where the server refuses that.
    fn post(&self, mut batch: Vec<Item<'_>>) -> Result<bool, LoadError> {
        let mut quads = String::new();
        for item in &batch {
            if self.existing.contains(&item.wanted.name) {
                self.remote.delete(&item.wanted.name)?;
            }
            write_quads(&item.wanted.name, &item.graph.statements, &mut quads);
        }
        match self.remote.post_quads(&quads) {
            Ok(()) => {
                let mut state = String::new();
                write_quads(&self.state.name, &claims(&batch), &mut state);
                self.remote.post_quads(&state)?;
                self.finish(&batch);
                Ok(true)
            }
            Err(error) if !error.is_of_the_request() => Err(error.into()),
            Err(_) if batch.len() == 1 => self.put(batch).map(|()| false),
            Err(_) => {
                let rest = batch.split_off(batch.len() / 2);
                Ok(self.post(batch)? & self.post(rest)?)
            }
        }
    }

    /// Names all new graphs before any of them is written, where there are so many that each update would have to wait for
    /// the one before it to be done: all of them would write to the same page of the state.
    fn name_ahead(&mut self) -> Result<(), LoadError> {
        let new: Vec<&Wanted> = self.plan.load.iter().filter(|wanted| !wanted.is_known).collect();
        if new.len() <= MANY {
            return Ok(());
        }
        for graphs in new.chunks(NAMES) {
            let parts: Vec<_> = graphs.iter().map(|wanted| self.state.part(&wanted.name)).collect();
            match self.update(self.state.operation("INSERT", &parts)) {
                Ok(()) => {}
                // Each update names its own then.
                Err(error) if error.is_of_the_request() => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
        self.is_named = true;
        Ok(())
    }

    /// What has to be said before graphs are written, so that a kill at any moment leaves none that the state says is there
    /// and is not, and none that the state does not know.
    fn prepare(&self, batch: &[Item<'_>], empty: bool) -> Vec<String> {
        let wanted = || batch.iter().map(|item| item.wanted);
        let new = wanted().filter(|wanted| !wanted.is_known && !self.is_named);
        let parts: Vec<_> = new.map(|wanted| self.state.part(&wanted.name)).collect();
        let stale: Vec<_> = wanted().flat_map(|wanted| self.state.claims(&wanted.name)).collect();
        let full = wanted().filter(|wanted| empty && self.existing.contains(&wanted.name));
        let said = self.state.operation("INSERT", &parts).into_iter().chain(self.state.operation("DELETE", &stale));
        said.chain(full.map(|wanted| clear(&wanted.name))).collect()
    }

    /// Removes what is no longer published: first it is not said to be loaded any more, then it is removed, then forgotten.
    fn remove_by_update(&self) -> Result<(), LoadError> {
        for graphs in self.plan.remove.chunks(MANY) {
            match self.update(self.removal(graphs)) {
                Ok(()) => lock(&self.done).removed += graphs.len(),
                Err(error) if !error.is_of_the_request() => return Err(error.into()),
                Err(_) => {
                    for graph in graphs {
                        match self.update(self.removal(std::slice::from_ref(graph))) {
                            Ok(()) => lock(&self.done).removed += 1,
                            Err(error) => self.fail_to_remove(graph, error)?,
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn removal(&self, graphs: &[String]) -> Vec<String> {
        let stale: Vec<_> = graphs.iter().flat_map(|graph| self.state.claims(graph)).collect();
        let parts: Vec<_> = graphs.iter().map(|graph| self.state.part(graph)).collect();
        let mut operations: Vec<_> = self.state.operation("DELETE", &stale).into_iter().collect();
        operations.extend(graphs.iter().map(|graph| clear(graph)));
        operations.extend(self.state.operation("DELETE", &parts));
        operations
    }

    /// The same without SPARQL Update, and what has to be said before graphs are written: the state can only be added to, or
    /// be put anew as a whole.
    fn remove_by_graph_store(&self) -> Result<(), LoadError> {
        let gone: BTreeSet<&str> = self.plan.remove.iter().map(String::as_str).collect();
        let load: BTreeSet<&str> = self.plan.load.iter().map(|wanted| wanted.name.as_str()).collect();
        let is_uncertain = |graph: &str| gone.contains(graph) || load.contains(graph);
        let new = self.plan.load.iter().filter(|wanted| !wanted.is_known);
        let new: Vec<String> = new.map(|wanted| self.state.part(&wanted.name)).collect();
        let put = |forgotten: &BTreeSet<&str>| {
            let mut state = self.state.without(|graph| forgotten.contains(graph), is_uncertain);
            state.statements.extend(new.iter().cloned());
            self.remote.put(&state)
        };
        let has_claim = |graph: &str| self.state.graphs.get(graph).is_some_and(|claims| !claims.0.is_empty());
        if gone.iter().chain(&load).any(|graph| has_claim(graph)) {
            put(&BTreeSet::new())?;
        } else if !new.is_empty() {
            self.remote.post(&self.state.graph(new.clone()))?;
        }
        let mut removed = BTreeSet::new();
        for graph in &gone {
            match self.remote.delete(graph) {
                Ok(()) => drop(removed.insert(*graph)),
                Err(error) => self.fail_to_remove(graph, error)?,
            }
        }
        if !removed.is_empty() {
            put(&removed)?;
        }
        lock(&self.done).removed = removed.len();
        Ok(())
    }

    /// Says of the graphs that were put that they are there, where there are so many of them.
    fn claim_rest(&self, least: usize) -> Result<(), LoadError> {
        let mut unclaimed = lock(&self.unclaimed);
        if unclaimed.len() <= least {
            return Ok(());
        }
        let statements = mem::take(&mut *unclaimed);
        drop(unclaimed);
        Ok(self.remote.post(&self.state.graph(statements))?)
    }

    /// Sends operations one after the other in one update.
    fn update(&self, operations: impl IntoIterator<Item = String>) -> Result<(), RequestError> {
        let operations: Vec<String> = operations.into_iter().collect();
        if operations.is_empty() { Ok(()) } else { self.remote.update(&operations.join(" ;\n")) }
    }

    fn finish(&self, batch: &[Item<'_>]) {
        let mut done = lock(&self.done);
        for Wanted { is_known, triples, .. } in batch.iter().map(|item| item.wanted) {
            *if *is_known { &mut done.replaced } else { &mut done.added } += 1;
            done.triples += triples;
        }
        let (graphs, graphs_in_all) = (done.added + done.replaced, self.plan.load.len());
        (self.options.progress)(Progress { graphs, graphs_in_all, triples: done.triples });
    }

    /// Keeps that a graph was refused; what is the matter with the server itself ends the load.
    fn fail(&self, item: &Item<'_>, error: RequestError) -> Result<(), LoadError> {
        self.keep(error, |error| GraphFailure::Refused { graph: item.wanted.name.clone(), error })
    }

    fn fail_to_remove(&self, graph: &str, error: RequestError) -> Result<(), LoadError> {
        self.keep(error, |error| GraphFailure::NotRemoved { graph: graph.to_owned(), error })
    }

    fn keep(&self, error: RequestError, failure: impl FnOnce(RequestError) -> GraphFailure) -> Result<(), LoadError> {
        let mut done = lock(&self.done);
        let is_hopeless = done.failures.len() >= HOPELESS && done.added + done.replaced + done.removed == 0;
        if is_hopeless || !error.is_of_the_request() {
            return Err(error.into());
        }
        done.failures.push(failure(error));
        Ok(())
    }
}

/// What the state says of graphs that are loaded.
fn claims(batch: &[Item<'_>]) -> Vec<String> {
    batch.iter().map(|item| claim(&item.wanted.name, &item.wanted.digest)).collect()
}

fn clear(graph: &str) -> String {
    format!("CLEAR SILENT GRAPH <{graph}>")
}

/// Writes statements as N-Quads.
fn write_quads(graph: &str, statements: &[String], quads: &mut String) {
    for statement in statements {
        let triple = statement.strip_suffix('.').unwrap_or(statement);
        quads.extend([triple, "<", graph, "> .\n"]);
    }
}
