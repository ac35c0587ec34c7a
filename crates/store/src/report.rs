use crate::error::{Altered, ForeignClaims, GraphFailure};

/// Result of a load.
#[derive(Debug, Default)]
pub struct LoadReport {
    /// Number of new graphs.
    pub added: usize,
    /// Number of replaced graphs.
    pub replaced: usize,
    /// Number of removed graphs.
    pub removed: usize,
    /// Number of graphs that the store already had.
    pub unchanged: usize,
    /// Number of triples sent.
    pub triples: usize,
    /// Numbers of graphs that were counted and that were compared triple by triple; `None` without verification.
    pub verified: Option<(usize, usize)>,
    /// A value that the store alters, if a verification found one.
    pub altered: Option<Altered>,
    /// Claims of the state that were left alone.
    pub foreign: Option<ForeignClaims>,
    /// Graphs whose content in the store is not the published one.
    pub failures: Vec<GraphFailure>,
}
