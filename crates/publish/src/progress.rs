use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

/// Progress counters of an export. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    announcements: AtomicUsize,
    total: AtomicUsize,
    bytes: AtomicU64,
}

impl Progress {
    /// Returns the number of announcements that are written.
    #[must_use]
    pub fn announcements(&self) -> usize {
        self.0.announcements.load(Ordering::Relaxed)
    }

    /// Returns the number of announcements to write; 0 until it is known.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.total.load(Ordering::Relaxed)
    }

    /// Returns the number of bytes that are written, of all files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }

    /// Sets the number of announcements that are written, and that of all.
    pub(crate) fn reach(&self, announcements: usize, total: usize) {
        self.0.total.store(total, Ordering::Relaxed);
        self.0.announcements.store(announcements, Ordering::Relaxed);
    }

    /// Adds to the number of bytes that are written.
    pub(crate) fn add_bytes(&self, more: u64) {
        self.0.bytes.fetch_add(more, Ordering::Relaxed);
    }
}
