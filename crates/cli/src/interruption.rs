use crate::exit::Exit;
use anslag_publish::Stop;
use std::{process, sync::Arc, thread};

/// Watches for Ctrl-C and SIGTERM, and returns the request to stop that they make.
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

/// Calls a function at every Ctrl-C or SIGTERM. A hangup is left alone, so that `nohup` works.
#[cfg(unix)]
fn on_signal(mut then: impl FnMut() + Send + 'static) {
    use signal_hook::{
        consts::{SIGINT, SIGTERM, SIGXFSZ},
        flag,
        iterator::Signals,
    };
    // A file longer than the limit is then an error of writing, with a message, and does not kill the program.
    let _ = flag::register(SIGXFSZ, Arc::default());
    // If the system refuses, a signal ends the program as usual, and the next export cleans up.
    if let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) {
        thread::spawn(move || signals.forever().for_each(|_| then()));
    }
}

/// Does nothing: other systems end the program, and the next export cleans up.
#[cfg(not(unix))]
fn on_signal(_: impl FnMut() + Send + 'static) {}
