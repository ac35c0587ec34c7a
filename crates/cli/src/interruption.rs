use crate::{exit::Exit, printer::Printer, progress::Progress};
use anslag_publish::{PublishError, Stop, Target};
use indicatif::ProgressBar;
use std::{
    process,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// Handler of Ctrl-C and SIGTERM, which end an export and leave the old publication as it is.
///
/// While the export reads, the program exits at once, because nothing has been written. Later, the first signal asks the export
/// to delete what it has written and to end. A second signal does not wait for that; the next export then deletes it.
pub(crate) struct Interruption {
    pub(crate) stop: Stop,
    /// The target and the progress bar, while the export only reads.
    reading: Arc<Mutex<Option<(Target, ProgressBar)>>>,
}

impl Interruption {
    /// Starts to watch for signals.
    pub(crate) fn watch(printer: Printer) -> Self {
        let interruption = Self { stop: Stop::default(), reading: Arc::default() };
        let (stop, reading) = (interruption.stop.clone(), Arc::clone(&interruption.reading));
        on_signal(move || {
            let is_second = stop.is_requested();
            stop.request();
            let taken = reading.lock().unwrap_or_else(PoisonError::into_inner).take();
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

    /// Calls `read`, which a signal may end at any time because it writes nothing, and returns its result with the target.
    pub(crate) fn while_reading<T>(
        &self,
        target: Target,
        progress: &Progress,
        read: impl FnOnce() -> T,
    ) -> Result<(Target, T), PublishError> {
        let reading = || self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        *reading() = Some((target, progress.bar()));
        // A signal that came before has found no target, and so has not ended the program.
        let result = if self.stop.is_requested() { None } else { Some(read()) };
        let taken = reading().take();
        match taken {
            Some((target, _)) => result.map(|result| (target, result)).ok_or(PublishError::Stopped),
            // The handler has it, and is about to end the program.
            None => loop {
                thread::park();
            },
        }
    }
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
