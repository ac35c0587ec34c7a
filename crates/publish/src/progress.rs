use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

/// How far an export has come: it counts, and others look at it when they like.
///
/// Clones are the same counts.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    announcements: AtomicUsize,
    total: AtomicUsize,
    bytes: AtomicU64,
}

impl Progress {
    /// How many announcements are written.
    #[must_use]
    pub fn announcements(&self) -> usize {
        self.0.announcements.load(Ordering::Relaxed)
    }

    /// How many there are to be written; 0 until that is known.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.total.load(Ordering::Relaxed)
    }

    /// How many bytes are written, of all files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }

    /// So many announcements of so many are written.
    pub(crate) fn reach(&self, announcements: usize, total: usize) {
        self.0.total.store(total, Ordering::Relaxed);
        self.0.announcements.store(announcements, Ordering::Relaxed);
    }

    /// So many bytes more are written.
    pub(crate) fn add_bytes(&self, more: u64) {
        self.0.bytes.fetch_add(more, Ordering::Relaxed);
    }
}
