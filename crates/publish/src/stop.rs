use crate::PublishError;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A request to end an export before its time, which another thread may make at any moment. Until the new publication is
/// put in the target's place, the export then ends and leaves nothing of it behind; after that, it has come to its end.
///
/// Clones are the same request.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks the export to end.
    pub fn request(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it was asked to end.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// An error where it was asked to end.
    pub fn check(&self) -> Result<(), PublishError> {
        if self.is_requested() { Err(PublishError::Stopped) } else { Ok(()) }
    }
}
