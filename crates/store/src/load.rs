use crate::{
    dump::{Dump, Quads},
    endpoint::{Endpoint, Remote},
    error::{Altered, GraphFailure, LoadError, RequestError},
    existing::existing,
    plan::Plan,
    state::State,
    verify::verify,
    write::Writer,
};
use std::{num::NonZeroUsize, thread, time::Duration};

/// How a store is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By SPARQL 1.1 Update, many graphs a request; what the server does not take so, by the Graph Store Protocol where there
    /// is one.
    Update,
    /// By the SPARQL 1.1 Graph Store HTTP Protocol, a graph a request.
    GraphStore,
    /// By N-Quads at the address of the Graph Store Protocol, many graphs a request, which some servers take.
    Quads,
}

impl Method {
    /// Every method there is.
    pub const ALL: [Self; 3] = [Self::Update, Self::GraphStore, Self::Quads];

    /// The method's key on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::GraphStore => "gsp",
            Self::Quads => "quads",
        }
    }
}

/// How a store is loaded.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The name of the graph in which the store says what is loaded.
    pub state: &'a str,
    /// What the names of all graphs of the publication begin with.
    pub base: &'a str,
    /// How it is written to; where none is given, by what the server can.
    pub method: Option<Method>,
    /// How many requests are under way at the same time, where there is much to load.
    pub connections: NonZeroUsize,
    /// How long to wait where a load was interrupted: the server may still be doing what it was asked last.
    pub settle: Duration,
    /// Only finds out what would be done.
    pub dry_run: bool,
    /// Counts and compares afterwards.
    pub verify: bool,
    /// Is told now and then how far it has come.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// How far a load has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many graphs are loaded.
    pub graphs: usize,
    /// Of how many.
    pub graphs_in_all: usize,
    /// How many triples are loaded.
    pub triples: usize,
}

/// What a load has done.
#[derive(Debug, Default)]
pub struct Loaded {
    /// How many graphs are new.
    pub added: usize,
    /// How many graphs were replaced.
    pub replaced: usize,
    /// How many graphs were removed.
    pub removed: usize,
    /// How many graphs were as they should be.
    pub unchanged: usize,
    /// How many triples were sent.
    pub triples: usize,
    /// How many graphs were counted afterwards, and how many of them compared triple by triple.
    pub verified: Option<(usize, usize)>,
    /// A value that the store cannot keep, where a verification has found one.
    pub altered: Option<Altered>,
    /// The graphs that are not as they should be.
    pub failures: Vec<GraphFailure>,
}

/// Brings a store to exactly what is published, and sends nothing but differences.
///
/// Graphs that it has not loaded itself stay as they are, unless they have the name of one that is published. What
/// could be done is done also where a graph is refused.
///
/// What a verification finds to be different is loaded again at once: requests of a load that was killed may still have
/// been under way in the server, when this one asked it what is loaded.
pub fn load(dump: &Dump, endpoint: &Endpoint, options: &Options<'_>) -> Result<Loaded, LoadError> {
    let remote = Remote::new(endpoint)?;
    if matches!(options.method, Some(Method::GraphStore | Method::Quads)) && !remote.has_graph_store() {
        return Err(LoadError::NoGraphStore);
    }
    let loaded = load_once(dump, &remote, options)?;
    if !loaded.failures.iter().any(GraphFailure::is_of_the_verification) {
        return Ok(loaded);
    }
    let again = load_once(dump, &remote, options)?;
    Ok(Loaded {
        added: loaded.added + again.added,
        replaced: loaded.replaced + again.replaced,
        removed: loaded.removed + again.removed,
        unchanged: loaded.unchanged.min(again.unchanged),
        triples: loaded.triples + again.triples,
        ..again
    })
}

fn load_once(dump: &Dump, remote: &Remote, options: &Options<'_>) -> Result<Loaded, LoadError> {
    let quads = Quads::open(&dump.quads.path)?;
    let mut state = State::read(remote, options.state)?;
    if state.is_unfinished() && !options.dry_run {
        thread::sleep(options.settle);
        state = State::read(remote, options.state)?;
    }
    let plan = Plan::new(dump, &quads, &state, options.verify)?;
    let replaced = plan.load.iter().filter(|wanted| wanted.is_known).count();
    let mut loaded = Loaded {
        added: plan.load.len() - replaced,
        replaced,
        removed: plan.remove.len(),
        unchanged: plan.unchanged,
        triples: plan.load.iter().map(|wanted| wanted.triples).sum(),
        ..Loaded::default()
    };
    if options.dry_run {
        return Ok(loaded);
    }
    let mut method = options.method;
    if !plan.is_empty() {
        let chosen = match method {
            Some(method) => method,
            None => probe(remote, &state)?,
        };
        method = Some(chosen);
        let existing = existing(remote, &plan, options.base, chosen)?;
        let writer = Writer::new(remote, &state, &plan, quads, chosen, existing, options);
        let done = writer.run()?;
        loaded.added = done.added;
        loaded.replaced = done.replaced;
        loaded.removed = done.removed;
        loaded.triples = done.triples;
        loaded.failures = done.failures;
    }
    if options.verify {
        verify(remote, dump, &plan.triples, method, options, &mut loaded)?;
    }
    Ok(loaded)
}

/// Finds out by what the server can be written to, with an update that does nothing: it deletes what is not there.
pub(crate) fn probe(remote: &Remote, state: &State) -> Result<Method, LoadError> {
    let nothing = crate::state::claim(&state.name, "nothing");
    let update = state.operation("DELETE", &[nothing]).expect("there is a statement");
    match remote.update(&update) {
        Ok(()) => Ok(Method::Update),
        Err(RequestError::Refused { .. } | RequestError::NotFound { .. } | RequestError::Unauthorized { .. })
            if remote.has_graph_store() =>
        {
            Ok(Method::GraphStore)
        }
        Err(error @ (RequestError::Refused { .. } | RequestError::NotFound { .. })) => Err(LoadError::NoWay { error }),
        Err(error) => Err(error.into()),
    }
}
