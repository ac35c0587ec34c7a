use crate::exit::Exit;
use anslag_publish::Stop;
use std::{
    process,
    sync::{Arc, mpsc},
    thread,
};

/// Watches for Ctrl-C, SIGTERM and SIGHUP, and returns the request to stop that they make.
///
/// The first signal asks the export to end, so that it deletes what it has written. A second one ends the program at once,
/// and the next export cleans up.
pub(crate) fn watch() -> Stop {
    let stop = Stop::default();
    let asked = stop.clone();
    on_signal(move || {
        if asked.is_requested() {
            process::exit(Exit::Interrupted.code().into());
        }
        asked.request();
    });
    stop
}

/// Lets Ctrl-C, SIGTERM and SIGHUP end the program at once: for what leaves nothing behind.
pub(crate) fn end_at_once() {
    on_signal(|| process::exit(Exit::Interrupted.code().into()));
}

/// Calls a function at every Ctrl-C, SIGTERM or SIGHUP. A hangup that is ignored stays ignored, so that `nohup` works.
#[cfg(unix)]
fn on_signal(mut then: impl FnMut() + Send + 'static) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ},
        flag,
        iterator::Signals,
    };
    // A file longer than the limit is then an error of writing, with a message, and does not kill the program.
    let _ = flag::register(SIGXFSZ, Arc::default());
    let hangup = [SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
    let caught: Vec<i32> = [SIGINT, SIGTERM].into_iter().chain(hangup).collect();
    let (sender, receiver) = mpsc::channel::<()>();
    // The thread begins to catch signals, so that without a thread none is caught and lost. If the system refuses, a signal
    // ends the program as usual, and the next export cleans up.
    let watcher = thread::Builder::new().spawn(move || {
        let Ok(mut signals) = Signals::new(caught) else { return };
        drop(sender);
        signals.forever().for_each(|_| then());
    });
    if watcher.is_ok() {
        let _ = receiver.recv();
    }
}

/// Returns whether the process was started with a signal ignored, as `nohup` does.
///
/// Only Linux tells without unsafe code; elsewhere a hangup counts as ignored.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return true };
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_none_or(|mask| mask & (1 << (signal - 1)) != 0)
}

/// Does nothing: other systems end the program, and the next export cleans up.
#[cfg(not(unix))]
fn on_signal(_: impl FnMut() + Send + 'static) {}
