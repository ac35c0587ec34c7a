use crate::PublishError;
use std::{
    panic,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

/// The time between two looks at a request.
const INTERVAL: Duration = Duration::from_millis(50);

/// A request to end an export early, which another thread may make at any moment.
///
/// Until the new publication replaces the former one, the export then ends and leaves nothing behind. After that, it
/// succeeds. Clones share the request.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks the export to end.
    pub fn request(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Returns whether the export was asked to end.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// Fails if the export was asked to end.
    pub fn check(&self) -> Result<(), PublishError> {
        if self.is_requested() { Err(PublishError::Stopped) } else { Ok(()) }
    }

    /// Calls `work` and returns its result; fails as soon as the export is asked to end. The thread that works is left alone
    /// then, so that `work` must change nothing outside of memory. If the system allows no further thread, the caller works
    /// itself, and the request waits until it is done.
    pub(crate) fn interrupt<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PublishError> {
        let (sender, receiver) = mpsc::channel();
        let work = Arc::new(Mutex::new(Some(work)));
        let taken = Arc::clone(&work);
        let take = |work: &Mutex<Option<_>>| work.lock().unwrap_or_else(PoisonError::into_inner).take();
        let run = move || {
            if let Some(work) = take(&taken) {
                // Nobody receives the result after a request.
                drop(sender.send(work()));
            }
        };
        let Ok(worker) = thread::Builder::new().spawn(run) else {
            let work = take(&work).expect("no other thread has taken it");
            let done = work();
            return self.check().map(|()| done);
        };
        loop {
            self.check()?;
            match receiver.recv_timeout(INTERVAL) {
                Ok(done) => return Ok(done),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    panic::resume_unwind(worker.join().expect_err("a thread that sends nothing has panicked"))
                }
            }
        }
    }
}
