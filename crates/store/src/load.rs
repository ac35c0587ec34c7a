use crate::{
    dump::{Dump, QuadsFile},
    endpoint::{Endpoint, Remote},
    error::{EndpointError, GraphFailure, LoadError},
    existing::existing_graphs,
    method::Method,
    options::LoadOptions,
    plan::Plan,
    queue::Queue,
    report::LoadReport,
    state::State,
    verify::verify,
    write::{Context, Tally, write},
};
use std::thread;

/// Brings a store to exactly what is published, and sends only differences.
///
/// Graphs that no load has written stay as they are, unless a published one has the same name. A graph that the server
/// refuses does not keep out the others.
///
/// A graph that the verification finds to differ is loaded again at once: a request of a killed load may still have been in
/// flight when this load read the state.
pub fn load(dump: &Dump, endpoint: &Endpoint, options: &LoadOptions<'_>) -> Result<LoadReport, LoadError> {
    let remote = Remote::new(endpoint)?;
    if matches!(options.method, Some(Method::GraphStore | Method::Quads)) && !remote.has_graph_store() {
        return Err(EndpointError::NoGraphStore.into());
    }
    let first = load_once(dump, &remote, options)?;
    if !first.failures.iter().any(GraphFailure::is_of_verification) {
        return Ok(first);
    }
    let second = load_once(dump, &remote, options)?;
    Ok(LoadReport {
        added: first.added + second.added,
        replaced: first.replaced + second.replaced,
        removed: first.removed + second.removed,
        unchanged: first.unchanged.min(second.unchanged),
        triples: first.triples + second.triples,
        ..second
    })
}

fn load_once(dump: &Dump, remote: &Remote, options: &LoadOptions<'_>) -> Result<LoadReport, LoadError> {
    let quads = QuadsFile::open(&dump.quads.path)?;
    let mut state = State::read(remote, options.state, options.base)?;
    if state.is_unfinished() && !options.dry_run {
        thread::sleep(options.settle);
        state = State::read(remote, options.state, options.base)?;
    }
    let plan = Plan::new(dump, &quads, &state, options.verify)?;
    if options.dry_run {
        return Ok(LoadReport { foreign: state.foreign, ..plan.report() });
    }
    let mut report = LoadReport::default();
    let mut method = options.method;
    if !plan.is_empty() {
        let chosen = method.map_or_else(|| Method::detect(remote, &state), Ok)?;
        method = Some(chosen);
        let existing = existing_graphs(remote, &plan, options.base, chosen)?;
        let tally = Tally::new(plan.load.len(), options.progress);
        let context = Context { remote, state: &state, plan: &plan, existing, tally };
        write(&context, Queue::new(quads, &plan.load), chosen, options.connections)?;
        report = context.tally.into_report();
    }
    report.unchanged = plan.unchanged;
    report.foreign.clone_from(&state.foreign);
    if options.verify {
        verify(remote, dump, &plan.triples, method, options, &mut report)?;
    }
    Ok(report)
}
