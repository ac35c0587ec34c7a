use crate::{exit::Exit, printer::Printer, progress::Progress};
use anslag_publish::{PublishError, Stop, Target};
use indicatif::ProgressBar;
use std::{
    process,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// What Ctrl-C and SIGTERM do: an export ends, leaves what was published before as it is, and says so.
///
/// While data are read, the program ends at once: nothing is written then. After that the export is asked to end, so that
/// it deletes what it has written. Who asks a second time does not want to wait for that, and the next export deletes it.
pub(crate) struct Interruption {
    pub(crate) stop: Stop,
    /// The target and the line on the terminal, while nothing is written.
    idle: Arc<Mutex<Option<(Target, ProgressBar)>>>,
}

impl Interruption {
    /// Begins to look for signals.
    pub(crate) fn watch(printer: Printer) -> Self {
        let interruption = Self { stop: Stop::default(), idle: Arc::default() };
        let (stop, idle) = (interruption.stop.clone(), Arc::clone(&interruption.idle));
        on_signal(move || {
            let is_second = stop.is_requested();
            stop.request();
            let taken = idle.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some((target, bar)) = taken {
                drop(target);
                bar.finish_and_clear();
                printer.error(&PublishError::Stopped);
            } else if !is_second {
                return;
            }
            process::exit(Exit::Interrupted.code().into());
        });
        interruption
    }

    /// Does something during which nothing is written, and gives the target back with what came of it.
    pub(crate) fn idly<T>(
        &self,
        target: Target,
        progress: &Progress,
        read: impl FnOnce() -> T,
    ) -> Result<(Target, T), PublishError> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        *idle() = Some((target, progress.bar()));
        // At a signal that came before, the watcher has found no target.
        let done = if self.stop.is_requested() { None } else { Some(read()) };
        let taken = idle().take();
        match taken {
            Some((target, _)) => done.map(|done| (target, done)).ok_or(PublishError::Stopped),
            // The watcher has it, and is about to end the program.
            None => loop {
                thread::park();
            },
        }
    }
}

/// Calls something at every Ctrl-C or SIGTERM. A hangup is left alone, so that `nohup` does what it says.
#[cfg(unix)]
fn on_signal(mut then: impl FnMut() + Send + 'static) {
    use signal_hook::{
        consts::{SIGINT, SIGTERM, SIGXFSZ},
        flag,
        iterator::Signals,
    };
    // A file that is longer than allowed is an error of writing, with a message, and does not kill the program.
    let _ = flag::register(SIGXFSZ, Arc::default());
    // Where the system refuses, a signal ends the program as it always does, and the next export cleans up.
    if let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) {
        thread::spawn(move || signals.forever().for_each(|_| then()));
    }
}

/// Other systems end the program; the next export cleans up.
#[cfg(not(unix))]
fn on_signal(_: impl FnMut() + Send + 'static) {}
