use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks a value that is consistent between any two statements, and so also after a panic of another thread.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
