use crate::arguments::MessageFormat;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::IsTerminal,
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long a run may take before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on the terminal that tells how far a run has come, when it takes longer than a second.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Its end wakes the thread that waits for the second to pass.
    timer: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    pub(crate) fn new(quiet: bool, format: MessageFormat) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(ProgressStyle::with_template("{spinner} reading").expect("the template is valid"));
        if quiet || format == MessageFormat::Json || !std::io::stderr().is_terminal() {
            return Self { bar, timer: None };
        }
        let (sender, receiver) = mpsc::channel::<()>();
        let shown = bar.clone();
        let thread = thread::spawn(move || {
            if receiver.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
            }
        });
        Self { bar, timer: Some((sender, thread)) }
    }

    /// Tells that so many announcements of so many are written.
    pub(crate) fn report(&self, done: usize, total: usize) {
        if self.bar.length().is_none() {
            let template = "{wide_bar} {pos}/{len} announcements, {eta} left";
            self.bar.set_style(ProgressStyle::with_template(template).expect("the template is valid"));
            self.bar.set_length(total as u64);
        }
        self.bar.set_position(done as u64);
    }

    /// Prints something while the line is out of the way.
    pub(crate) fn pause(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.timer.take() {
            drop(sender);
            // It ends as soon as its channel does.
            let _ = thread.join();
        }
        self.bar.finish_and_clear();
    }
}
