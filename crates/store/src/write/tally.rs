use crate::{
    error::{GraphFailure, RequestError},
    lock::lock,
    options::LoadProgress,
    queue::QueuedGraph,
    report::LoadReport,
};
use std::sync::{Mutex, PoisonError};

/// Number of refused graphs after which a load that has written none is given up.
const MAX_REFUSED: usize = 20;

/// Counts what a load has written, on all its threads.
pub(crate) struct Tally<'a> {
    report: Mutex<LoadReport>,
    total_graphs: usize,
    progress: &'a (dyn Fn(LoadProgress) + Sync),
}

impl<'a> Tally<'a> {
    pub(crate) fn new(total_graphs: usize, progress: &'a (dyn Fn(LoadProgress) + Sync)) -> Self {
        Self { report: Mutex::default(), total_graphs, progress }
    }

    /// Counts graphs that are written.
    pub(super) fn add_written(&self, graphs: &[QueuedGraph<'_>]) {
        let mut report = lock(&self.report);
        for graph in graphs.iter().map(|graph| graph.planned) {
            *if graph.is_known { &mut report.replaced } else { &mut report.added } += 1;
            report.triples += graph.triples;
        }
        let graphs = report.added + report.replaced;
        (self.progress)(LoadProgress { graphs, total_graphs: self.total_graphs, triples: report.triples });
    }

    /// Counts graphs that are removed.
    pub(super) fn add_removed(&self, count: usize) {
        lock(&self.report).removed += count;
    }

    /// Records that the server refuses a graph; returns the error if it ends the load.
    pub(super) fn add_refused(&self, graph: &QueuedGraph<'_>, error: RequestError) -> Result<(), RequestError> {
        let graph = graph.planned.name.clone();
        self.add_failure(error, |error| GraphFailure::Refused { graph, error })
    }

    /// Records that the server does not remove a graph; returns the error if it ends the load.
    pub(super) fn add_not_removed(&self, graph: &str, error: RequestError) -> Result<(), RequestError> {
        self.add_failure(error, |error| GraphFailure::NotRemoved { graph: graph.to_owned(), error })
    }

    fn add_failure(
        &self,
        error: RequestError,
        failure: impl FnOnce(RequestError) -> GraphFailure,
    ) -> Result<(), RequestError> {
        let mut report = lock(&self.report);
        let is_hopeless = report.failures.len() >= MAX_REFUSED && report.added + report.replaced + report.removed == 0;
        if is_hopeless || !error.is_request_specific() {
            return Err(error);
        }
        report.failures.push(failure(error));
        Ok(())
    }

    /// Returns what was counted.
    pub(crate) fn into_report(self) -> LoadReport {
        self.report.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
