use crate::{
    error::LoadError,
    queue::{Queue, QueuedGraph},
};

/// Maximum number of triples in a batch before the server has refused any.
pub(super) const MAX_TRIPLES: usize = 2000;

/// Writes graphs to a store by one method.
///
/// The calls come in the order of the declarations; only [`write`](Writer::write) runs on several threads.
pub(super) trait Writer<'a>: Sync {
    /// Removes the graphs that are no longer published, and records in the state that others follow.
    fn start(&mut self) -> Result<(), LoadError>;

    /// Returns whether batches may be written concurrently.
    fn is_concurrent(&self) -> bool {
        true
    }

    /// Returns the maximum number of triples in a batch.
    fn max_triples(&self) -> usize {
        MAX_TRIPLES
    }

    /// Writes the graphs of a batch.
    fn write(&self, batch: Vec<QueuedGraph<'a>>) -> Result<(), LoadError>;

    /// Writes what the batches have left, reading graphs again from the queue.
    fn finish(&mut self, queue: &mut Queue<'a>) -> Result<(), LoadError>;
}
