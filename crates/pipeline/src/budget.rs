use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Memory that threads share, counted in bytes of input.
///
/// Work on one input can take many times its bytes. Threads that each work on a large one would need that many times over, so
/// a thread waits until the others leave enough of the budget.
#[derive(Debug)]
pub struct Budget {
    most: usize,
    free: Mutex<usize>,
    /// Signals that bytes were given back.
    changed: Condvar,
}

/// Part of a budget. Dropping it gives the bytes back.
#[derive(Debug)]
#[must_use = "the bytes are given back when the share is dropped"]
pub struct Share<'b> {
    budget: &'b Budget,
    bytes: usize,
}

impl Budget {
    /// Makes a budget of so many bytes.
    #[must_use]
    pub const fn new(most: usize) -> Self {
        Self { most, free: Mutex::new(most), changed: Condvar::new() }
    }

    /// Takes so many bytes, once they are free. Takes the whole budget for an input that is larger than it.
    ///
    /// A thread that holds a share must not take another one: each could wait for the other.
    pub fn take(&self, bytes: usize) -> Share<'_> {
        let bytes = bytes.min(self.most);
        let is_taken = |free: &mut usize| *free < bytes;
        let free = self.changed.wait_while(self.lock(), is_taken);
        *free.unwrap_or_else(PoisonError::into_inner) -= bytes;
        Share { budget: self, bytes }
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        *self.budget.lock() += self.bytes;
        self.budget.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        thread,
        time::Duration,
    };

    #[test]
    fn threads_have_no_more_than_the_budget_at_once() {
        let budget = Budget::new(100);
        let (held, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for number in 0..8 {
                let (budget, held, most) = (&budget, &held, &most);
                scope.spawn(move || {
                    for bytes in [10, 60, 0, 100, 1000, number] {
                        let share = budget.take(bytes);
                        most.fetch_max(held.fetch_add(share.bytes, Ordering::SeqCst) + share.bytes, Ordering::SeqCst);
                        thread::sleep(Duration::from_micros(50));
                        held.fetch_sub(share.bytes, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!((most.into_inner(), *budget.lock()), (100, 100));
    }
}
