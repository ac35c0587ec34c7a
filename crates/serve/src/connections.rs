use crate::observed::{ObservedBody, Observer};
use axum::response::Response;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Instant,
};
use tokio::task::AbortHandle;

/// Maximum number of connections at a time. With the files that they read, they stay below the usual limit of 1024 open files.
pub(crate) const MAX_CONNECTIONS: usize = 480;

/// Open connections. There are at most [`MAX_CONNECTIONS`]: for a further one, the one that has been quiet for longest ends,
/// so that slow clients keep nobody out.
#[derive(Debug)]
pub(crate) struct Connections {
    begun: Instant,
    open: Mutex<HashMap<u64, (AbortHandle, Arc<Activity>)>>,
}

/// Activity of a connection.
#[derive(Debug)]
pub(crate) struct Activity {
    begun: Instant,
    /// Milliseconds until the last request began or its answer was sent.
    last: AtomicU64,
    /// `true` while a request is being answered, until the answer is sent.
    is_busy: AtomicBool,
}

/// Mark of a connection that is answering a request. Dropping it removes the mark.
#[derive(Debug)]
pub(crate) struct Busy(Arc<Activity>);

impl Connections {
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), open: Mutex::default() }
    }

    /// Returns the activity of a new connection.
    pub(crate) fn activity(&self) -> Arc<Activity> {
        let activity = Activity { begun: self.begun, last: AtomicU64::new(0), is_busy: AtomicBool::new(false) };
        activity.note(false);
        Arc::new(activity)
    }

    /// Adds a connection, and ends the quietest one if there are too many. One that is answering a request comes last.
    pub(crate) fn add(&self, number: u64, handle: AbortHandle, activity: Arc<Activity>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, (handle, _)| !handle.is_finished());
        if open.len() >= MAX_CONNECTIONS
            && let Some(quietest) = open.iter().min_by_key(|(_, (_, activity))| activity.rank()).map(|(own, _)| *own)
            && let Some((handle, _)) = open.remove(&quietest)
        {
            handle.abort();
        }
        open.insert(number, (handle, activity));
    }
}

impl Activity {
    /// Notes that a request begins, or that its answer is sent.
    fn note(&self, is_busy: bool) {
        let now = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last.store(now, Ordering::Relaxed);
        self.is_busy.store(is_busy, Ordering::Relaxed);
    }

    fn rank(&self) -> (bool, u64) {
        (self.is_busy.load(Ordering::Relaxed), self.last.load(Ordering::Relaxed))
    }
}

impl Busy {
    pub(crate) fn new(activity: &Arc<Activity>) -> Self {
        activity.note(true);
        Self(Arc::clone(activity))
    }

    /// Leaves the mark to the body of a response.
    pub(crate) fn leave_to(self, response: Response) -> Response<ObservedBody<Self>> {
        response.map(|body| ObservedBody::new(body, self))
    }
}

impl Observer for Busy {}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.note(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn a_connection_is_busy_until_its_answer_is_sent() {
        let activity = Connections::new().activity();
        let busy = Busy::new(&activity);
        let response = busy.leave_to(Response::new(Body::from("text")));
        assert!(activity.rank().0);
        drop(response);
        assert!(!activity.rank().0);
        drop(Busy::new(&activity));
        assert!(!activity.rank().0);
    }
}
