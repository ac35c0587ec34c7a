use crate::method::Method;
use std::{num::NonZeroUsize, time::Duration};

/// Options of a load.
#[derive(Clone, Copy)]
pub struct LoadOptions<'a> {
    /// Name of the graph in which the store keeps which graphs are loaded.
    pub state: &'a str,
    /// Prefix of the names of all graphs of the publication. No other graph is removed.
    pub base: &'a str,
    /// Method of writing; `None` picks one that the server takes.
    pub method: Option<Method>,
    /// Maximum number of concurrent requests.
    pub connections: NonZeroUsize,
    /// Time to wait after an interrupted load, whose last request the server may still be executing.
    pub settle: Duration,
    /// `true` if to plan only and write nothing.
    pub dry_run: bool,
    /// `true` if to count and compare the graphs afterwards.
    pub verify: bool,
    /// Called after each batch.
    pub progress: &'a (dyn Fn(LoadProgress) + Sync),
}

/// Progress of a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadProgress {
    /// Number of graphs loaded so far.
    pub graphs: usize,
    /// Number of graphs to load.
    pub total_graphs: usize,
    /// Number of triples loaded so far.
    pub triples: usize,
}
