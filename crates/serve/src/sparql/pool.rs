use super::process::Process;
use crate::edition::Stamp;
use std::{
    ffi::OsString,
    path::PathBuf,
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use tokio::{process::Command, sync::Notify, time};

/// Time after which a process without work ends, unless it is the only one.
const IDLE: Duration = Duration::from_mins(1);

/// Time after which a process that could not be started is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// Command line of a process that answers queries by [`answer_queries`](super::answer_queries).
#[derive(Clone, Debug)]
pub struct WorkerCommand {
    /// Program.
    pub program: PathBuf,
    /// Arguments.
    pub arguments: Vec<OsString>,
    /// Environment variable by which it knows that it answers queries.
    pub variable: (&'static str, &'static str),
}

/// Processes that answer queries, each from the publication that it has loaded.
#[derive(Debug)]
pub(super) struct Pool {
    command: WorkerCommand,
    /// Maximum number of processes of a publication.
    max: usize,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// Publication of today.
    stamp: Option<Stamp>,
    /// Number of its processes: those that load, work or wait.
    count: usize,
    /// `true` if one of them is loading. The others wait until it is ready.
    is_loading: bool,
    /// `true` if one of them was ready, so that those of the former publication can go.
    is_ready: bool,
    /// Processes that wait for work.
    idle: Vec<Idle>,
}

#[derive(Debug)]
struct Idle {
    process: Process,
    stamp: Stamp,
    since: Instant,
}

impl Pool {
    pub(super) fn new(command: WorkerCommand, max: usize) -> Self {
        Self { command, max, state: Mutex::default(), changed: Notify::new() }
    }

    /// Waits for a process of a publication. Until the first one is ready, it is one of the former publication.
    ///
    /// Its taker puts it back, or reports that it has ended.
    pub(super) async fn take(self: &Arc<Self>, stamp: Stamp) -> (Stamp, Process) {
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            if let Some(taken) = self.try_take(stamp) {
                return taken;
            }
            changed.await;
        }
    }

    fn try_take(self: &Arc<Self>, stamp: Stamp) -> Option<(Stamp, Process)> {
        let mut state = self.state();
        state.turn_to(stamp);
        let own = state.idle.iter().position(|idle| idle.stamp == stamp);
        if own.is_none() && !state.is_loading && state.count < self.max {
            self.start(&mut state, stamp);
        }
        let at = own.or_else(|| state.idle.len().checked_sub(1))?;
        let Idle { process, stamp, .. } = state.idle.swap_remove(at);
        Some((stamp, process))
    }

    /// Puts a process back; `None` if it has ended.
    pub(super) fn put_back(&self, stamp: Stamp, process: Option<Process>) {
        let mut state = self.state();
        let is_current = state.stamp == Some(stamp);
        match process {
            Some(process) if is_current || !state.is_ready => {
                state.idle.push(Idle { process, stamp, since: Instant::now() });
            }
            // It may be one of an earlier time, if a publication came back: then it is not counted.
            None if is_current => state.count = state.count.saturating_sub(1),
            Some(_) | None => {}
        }
        drop(state);
        self.changed.notify_waiters();
    }

    /// Starts the first process of a publication, and ends those that have waited for long.
    pub(super) fn keep(self: &Arc<Self>, stamp: Stamp) {
        let mut state = self.state();
        state.turn_to(stamp);
        if state.count == 0 {
            self.start(&mut state, stamp);
        }
        while state.is_ready && state.count > 1 {
            let Some(at) = state.idle.iter().position(|idle| idle.since.elapsed() > IDLE) else { break };
            state.idle.swap_remove(at);
            state.count -= 1;
        }
    }

    /// Starts a process, which is idle when it is ready.
    fn start(self: &Arc<Self>, state: &mut State, stamp: Stamp) {
        state.is_loading = true;
        state.count += 1;
        let pool = Arc::clone(self);
        tokio::spawn(async move {
            let mut command = Command::new(&pool.command.program);
            command.args(&pool.command.arguments).env(pool.command.variable.0, pool.command.variable.1);
            let process = Process::start(command).await.ok();
            if process.is_none() {
                time::sleep(RETRY).await;
            }
            let mut state = pool.state();
            if state.stamp == Some(stamp) {
                state.is_loading = false;
                if process.is_some() {
                    state.is_ready = true;
                    state.idle.retain(|idle| idle.stamp == stamp);
                }
            }
            drop(state);
            pool.put_back(stamp, process);
        });
    }

    /// Locks the state, which a panic leaves as it was.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Turns to another publication. Idle processes of the former one stay until one of this publication is ready.
    fn turn_to(&mut self, stamp: Stamp) {
        if self.stamp != Some(stamp) {
            *self = Self { stamp: Some(stamp), idle: std::mem::take(&mut self.idle), ..Self::default() };
        }
    }
}
