use crate::{
    dump::Quads,
    endpoint::Remote,
    error::{DumpError, GraphFailure, LoadError, RequestError},
    graph::{NamedGraph, for_sparql},
    load::{Loaded, Method, Options, Progress},
    plan::{Place, Plan, Wanted},
    state::{State, claim},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

/// How many triples a batch has at first; it adapts when a server refuses it.
const BATCH: usize = 2500;

/// How many bytes the statements of a batch have at most.
const BATCH_BYTES: usize = 4_000_000;

/// The least that a graph is cut into where a server refuses it.
const LEAST_PIECE: usize = 16;

/// How many graphs are removed, or claimed to be loaded, with a request.
const MANY: usize = 100;

/// After so many graphs that were refused, and none that was not, a load is given up.
const HOPELESS: usize = 20;

/// A load under way.
pub(crate) struct Writer<'a> {
    remote: &'a Remote,
    state: &'a State,
    plan: &'a Plan,
    method: Method,
    options: &'a Options<'a>,
    /// The graphs without a state of which the store has something.
    existing: BTreeSet<String>,
    queue: Mutex<Queue>,
    /// How many triples a batch has at most.
    limit: AtomicUsize,
    /// Whether the server takes literals of these datatypes in an update.
    datatypes: Mutex<BTreeMap<String, bool>>,
    /// Graphs that go by the Graph Store Protocol when all others are there, one after the other: Virtuoso's PUT and updates
    /// get into each other's way.
    deferred: Mutex<Vec<&'a Wanted>>,
    /// Graphs that are loaded, and of which the state does not yet say so.
    unclaimed: Mutex<Vec<String>>,
    done: Mutex<Loaded>,
    is_stopped: AtomicBool,
}

/// What is still to be loaded.
struct Queue {
    quads: Quads,
    next: usize,
}

/// A graph whose turn it is.
struct Item<'a> {
    wanted: &'a Wanted,
    graph: NamedGraph,
}

impl Queue {
    /// Reads a graph.
    fn read<'w>(&mut self, wanted: &'w Wanted) -> Result<Item<'w>, DumpError> {
        let graph = match &wanted.place {
            Place::Quads(stretch) => self.quads.read(*stretch)?,
            Place::Held(graph) => graph.clone(),
        };
        Ok(Item { wanted, graph })
    }
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
            queue: Mutex::new(Queue { quads, next: 0 }),
            limit: AtomicUsize::new(BATCH),
            datatypes: Mutex::default(),
            deferred: Mutex::default(),
            unclaimed: Mutex::default(),
            done: Mutex::default(),
            is_stopped: AtomicBool::new(false),
        }
    }

    /// Removes what is no longer published, and then loads the rest over several connections.
    pub(crate) fn run(self) -> Result<Loaded, LoadError> {
        match self.method {
            Method::Update => self.remove_by_update()?,
            Method::GraphStore | Method::Quads => self.remove_by_graph_store()?,
        }
        let connections = self.options.connections.get().min(self.plan.load.len());
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
            let written = self.next().and_then(|batch| match self.method {
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
    fn next(&self) -> Result<Vec<Item<'a>>, LoadError> {
        let limit = self.limit.load(Ordering::Relaxed);
        let mut queue = lock(&self.queue);
        let (mut batch, mut triples, mut bytes) = (Vec::new(), 0, 0);
        while let Some(wanted) = self.plan.load.get(queue.next) {
            if triples > 0 && (triples + wanted.triples > limit || bytes > BATCH_BYTES) {
                break;
            }
            let item = queue.read(wanted)?;
            triples += wanted.triples;
            bytes += item.graph.statements.iter().map(String::len).sum::<usize>();
            queue.next += 1;
            batch.push(item);
        }
        Ok(batch)
    }

    /// Writes graphs with one update, or with several where the server refuses that: whether it took them all so.
    fn write(&self, batch: Vec<Item<'a>>) -> Result<bool, LoadError> {
        let (alone, mut batch): (Vec<_>, Vec<_>) = batch.into_iter().partition(|item| self.is_not_for_updates(item));
        lock(&self.deferred).extend(alone.iter().map(|item| item.wanted));
        if batch.is_empty() {
            return Ok(true);
        }
        let mut operations = self.prepare(&batch, true);
        operations.push(insert(batch.iter().map(|item| (item, item.graph.statements.as_slice()))));
        operations.extend(self.state.operation("INSERT", &claims(&batch)));
        match self.update(&operations) {
            Ok(()) => {
                self.finish(&batch);
                Ok(true)
            }
            Err(error) if !error.is_of_the_request() => Err(error.into()),
            Err(_) if batch.len() == 1 => {
                self.learn(&batch[0])?;
                if self.is_not_for_updates(&batch[0]) {
                    lock(&self.deferred).push(batch[0].wanted);
                } else {
                    self.write_alone(batch)?;
                }
                Ok(false)
            }
            Err(_) => {
                let rest = batch.split_off(batch.len() / 2);
                let triples = |items: &[Item<'_>]| items.iter().map(|item| item.wanted.triples).sum::<usize>();
                let larger = triples(&batch).max(triples(&rest));
                let are_taken = self.write(batch)? & self.write(rest)?;
                if are_taken {
                    self.limit.fetch_min(larger, Ordering::Relaxed);
                }
                Ok(are_taken)
            }
        }
    }

    /// Writes graphs that the server does not take in an update as they are: by the Graph Store Protocol, or in pieces.
    fn write_alone(&self, batch: Vec<Item<'_>>) -> Result<(), LoadError> {
        if batch.is_empty() {
            return Ok(());
        }
        if !self.remote.has_graph_store() {
            return batch.into_iter().try_for_each(|item| self.write_in_pieces(item));
        }
        self.update(&self.prepare(&batch, false))?;
        let mut put = Vec::new();
        for item in batch {
            match self.remote.put(&item.graph) {
                Ok(()) => put.push(item),
                Err(error) => self.fail(&item, error)?,
            }
        }
        self.update(&self.state.operation("INSERT", &claims(&put)).into_iter().collect::<Vec<_>>())?;
        self.finish(&put);
        Ok(())
    }

    /// Writes one graph with several updates; only the last one says that it is there.
    fn write_in_pieces(&self, item: Item<'_>) -> Result<(), LoadError> {
        let item = [item];
        let statements = item[0].graph.statements.as_slice();
        self.update(&self.prepare(&item, true))?;
        let (mut at, mut length) = (0, statements.len().div_ceil(2));
        while at < statements.len() {
            let end = statements.len().min(at + length);
            match self.update(&[insert([(&item[0], &statements[at..end])])]) {
                Ok(()) => at = end,
                Err(error) if error.is_of_the_request() && length > LEAST_PIECE => length = length.div_ceil(2),
                Err(error) => return self.fail(&item[0], error),
            }
        }
        self.update(&self.state.operation("INSERT", &claims(&item)).into_iter().collect::<Vec<_>>())?;
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
            if item.wanted.is_known || self.existing.contains(&item.wanted.name) {
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

    /// What has to be said before graphs are written, so that a kill at any moment leaves none that the state says is there
    /// and is not, and none that the state does not know.
    fn prepare(&self, batch: &[Item<'_>], empty: bool) -> Vec<String> {
        let (mut known, mut new) = (Vec::new(), Vec::new());
        for Wanted { name, .. } in batch.iter().map(|item| item.wanted) {
            match self.state.graphs.get(name) {
                Some(stale) => known.extend(stale.0.iter().map(|digest| claim(name, digest))),
                None => new.push(self.state.part(name)),
            }
        }
        let mut operations: Vec<String> = self.state.operation("INSERT", &new).into_iter().collect();
        operations.extend(self.state.operation("DELETE", &known));
        let has_something = |wanted: &Wanted| wanted.is_known || self.existing.contains(&wanted.name);
        let full = batch.iter().map(|item| item.wanted).filter(|wanted| empty && has_something(wanted));
        operations.extend(full.map(|wanted| clear(&wanted.name)));
        operations
    }

    /// Removes what is no longer published: first it is not said to be loaded any more, then it is removed, then forgotten.
    fn remove_by_update(&self) -> Result<(), LoadError> {
        for graphs in self.plan.remove.chunks(MANY) {
            match self.update(&self.removal(graphs)) {
                Ok(()) => lock(&self.done).removed += graphs.len(),
                Err(error) if !error.is_of_the_request() => return Err(error.into()),
                Err(_) => {
                    for graph in graphs {
                        match self.update(&self.removal(std::slice::from_ref(graph))) {
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
        let stale = |graph: &String| {
            let claims = self.state.graphs.get(graph).map(|claims| claims.0.as_slice()).unwrap_or_default();
            claims.iter().map(|digest| claim(graph, digest)).collect::<Vec<_>>()
        };
        let parts: Vec<_> = graphs.iter().map(|graph| self.state.part(graph)).collect();
        let mut operations: Vec<_> =
            self.state.operation("DELETE", &graphs.iter().flat_map(stale).collect::<Vec<_>>()).into_iter().collect();
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
    fn update(&self, operations: &[String]) -> Result<(), RequestError> {
        if operations.is_empty() { Ok(()) } else { self.remote.update(&operations.join(" ;\n")) }
    }

    /// Whether the server is known to take no update with what is in a graph.
    fn is_not_for_updates(&self, item: &Item<'_>) -> bool {
        let known = lock(&self.datatypes);
        known.values().any(|is_taken| !is_taken)
            && item.graph.datatypes().iter().any(|(datatype, _)| known.get(*datatype) == Some(&false))
    }

    /// Asks which datatypes of a graph a server takes in an update, by updates that delete what is not there.
    fn learn(&self, item: &Item<'_>) -> Result<(), LoadError> {
        for (datatype, literal) in item.graph.datatypes() {
            if lock(&self.datatypes).contains_key(datatype) {
                continue;
            }
            let statement = format!("<{0}> <{0}> {1} .", self.state.name, for_sparql(literal));
            let is_taken =
                match self.update(&self.state.operation("DELETE", &[statement]).into_iter().collect::<Vec<_>>()) {
                    Ok(()) => true,
                    Err(error) if error.is_of_the_request() => false,
                    Err(error) => return Err(error.into()),
                };
            lock(&self.datatypes).insert(datatype.to_owned(), is_taken);
        }
        Ok(())
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

/// The operation that adds statements to graphs.
fn insert<'i>(graphs: impl IntoIterator<Item = (&'i Item<'i>, &'i [String])>) -> String {
    let mut operation = String::from("INSERT DATA {\n");
    for (item, statements) in graphs {
        operation.extend(["GRAPH <", &item.wanted.name, "> {\n"]);
        for statement in statements {
            operation.push_str(&for_sparql(statement));
            operation.push('\n');
        }
        operation.push_str("}\n");
    }
    operation.push('}');
    operation
}

/// Writes statements as N-Quads.
fn write_quads(graph: &str, statements: &[String], quads: &mut String) {
    for statement in statements {
        let triple = statement.strip_suffix('.').unwrap_or(statement);
        quads.extend([triple, "<", graph, "> .\n"]);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
