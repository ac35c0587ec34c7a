use crate::{
    printer::{Printer, print_line},
    summary::{Remaining, Size, Status},
};
use anslag_wording::{Language, Wording};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::IsTerminal,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// Time after which a terminal shows the progress of a run.
const DELAY: Duration = Duration::from_secs(1);

/// Time between two looks at the counters, and between two changes of the line on a terminal.
const TICK: Duration = Duration::from_millis(100);

/// Time between two lines if standard error is not a terminal.
const INTERVAL: Duration = Duration::from_secs(5);

/// Shows the progress of a long run on standard error: on a terminal a line that changes, elsewhere a line now and then.
pub(crate) struct Progress {
    /// Counters of an export.
    pub(crate) counts: anslag_publish::Progress,
    /// Counters of a load.
    load: Arc<Mutex<LoadCounts>>,
    bar: ProgressBar,
    /// The thread that shows the progress. Dropping the sender ends it.
    display: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    pub(crate) fn new(printer: Printer) -> Self {
        let (counts, load) = (anslag_publish::Progress::default(), Arc::default());
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if !printer.shows_status() {
            return Self { counts, load, bar, display: None };
        }
        let (sender, receiver) = mpsc::channel::<()>();
        let pause = move |duration| receiver.recv_timeout(duration) == Err(RecvTimeoutError::Timeout);
        let run =
            Run { counts: counts.clone(), load: Arc::clone(&load), started: Instant::now(), counting_since: None };
        let (shown, language) = (bar.clone(), printer.language);
        let thread = thread::Builder::new();
        let thread = if std::io::stderr().is_terminal() {
            thread.spawn(move || show_on_terminal(run, &shown, language, pause))
        } else {
            thread.spawn(move || print_lines(run, language, pause))
        };
        // Without a thread, nothing is shown.
        Self { counts, load, bar, display: thread.ok().map(|thread| (sender, thread)) }
    }

    /// Sets the counters of a load.
    pub(crate) fn report_load(&self, graphs: usize, total: usize, triples: usize) {
        *self.load.lock().unwrap_or_else(PoisonError::into_inner) = LoadCounts { graphs, total, triples };
    }

    /// Hides the line while `print` prints.
    pub(crate) fn pause(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

fn show_on_terminal(mut run: Run, bar: &ProgressBar, language: Language, pause: impl Fn(Duration) -> bool) {
    bar.set_style(style("{spinner} {msg}"));
    let mut wait = DELAY;
    while pause(wait) {
        let status = run.status();
        let (done, total) = run.done();
        if bar.length().is_none() && total > 0 {
            bar.set_style(style("{wide_bar} {msg}"));
            bar.set_length(total as u64);
        }
        bar.set_position(done as u64);
        bar.set_message(status.in_language(language).to_string());
        bar.tick();
        if wait == DELAY {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            wait = TICK;
        }
    }
}

fn print_lines(mut run: Run, language: Language, pause: impl Fn(Duration) -> bool) {
    let mut printed = run.started;
    while pause(TICK) {
        // Looks more often than it prints, to know when the counting began.
        let status = run.status();
        if printed.elapsed() >= INTERVAL {
            printed = Instant::now();
            print_line(&mut anstream::stderr(), &status.in_language(language).to_string());
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is valid")
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.display.take() {
            drop(sender);
            // The thread ends as soon as the channel is closed.
            let _ = thread.join();
        }
        self.bar.finish_and_clear();
    }
}

/// Counters of a load.
#[derive(Clone, Copy, Debug, Default)]
struct LoadCounts {
    graphs: usize,
    total: usize,
    triples: usize,
}

/// Counters of a run, with its times.
struct Run {
    counts: anslag_publish::Progress,
    load: Arc<Mutex<LoadCounts>>,
    started: Instant,
    /// Time at which a total was first seen.
    counting_since: Option<Instant>,
}

impl Run {
    /// Returns how many announcements or graphs are done, and their total, which is 0 until it is known.
    fn done(&self) -> (usize, usize) {
        match self.load() {
            LoadCounts { total: 0, .. } => (self.counts.announcements(), self.counts.total()),
            LoadCounts { graphs, total, .. } => (graphs, total),
        }
    }

    fn load(&self) -> LoadCounts {
        *self.load.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what the run is doing.
    fn status(&mut self) -> Status {
        let LoadCounts { graphs, total, triples } = self.load();
        if total > 0 {
            let elapsed = self.counting_since.get_or_insert_with(Instant::now).elapsed();
            let rate = triples as u64 * 1000 / u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).max(1);
            return Status::Loading { graphs, total, triples, rate };
        }
        let total = self.counts.total();
        if total == 0 {
            return Status::Reading { seconds: self.started.elapsed().as_secs() };
        }
        let elapsed = self.counting_since.get_or_insert_with(Instant::now).elapsed();
        writing_status(self.counts.announcements(), total, self.counts.bytes(), elapsed)
    }
}

/// Returns what an export is doing that has written so much in a time.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "estimates")]
fn writing_status(done: usize, total: usize, bytes: u64, elapsed: Duration) -> Status {
    let seconds = elapsed.as_secs_f64();
    let size = Size::new(bytes);
    if done == 0 || seconds < 0.5 {
        return Status::Beginning { done, total, size };
    }
    let rate = Size::new((bytes as f64 / seconds) as u64);
    if done == total {
        return Status::Ending { total, size, rate };
    }
    let left = Remaining::new((seconds * (total - done) as f64 / done as f64).ceil() as u64);
    Status::Writing { done, total, size, rate, left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(done: usize, bytes: u64, seconds: u64, english: &str, swedish: &str) {
        let status = writing_status(done, 1000, bytes, Duration::from_secs(seconds));
        assert_eq!(status.to_string(), english);
        assert_eq!(status.in_language(Language::Swedish).to_string(), swedish);
    }

    #[test]
    fn a_status_tells_the_amount_the_rate_and_the_remaining_time() {
        check(0, 0, 0, "0 of 1000 announcements, 0 B", "0 av 1000 tillkännagivanden, 0 B");
        check(
            250,
            20_000_000,
            10,
            "250 of 1000 announcements, 20.0 MB, 2.0 MB/s, 30 s left",
            "250 av 1000 tillkännagivanden, 20,0 MB, 2,0 MB/s, 30 s kvar",
        );
        check(
            10,
            20_000_000,
            10,
            "10 of 1000 announcements, 20.0 MB, 2.0 MB/s, 17 min left",
            "10 av 1000 tillkännagivanden, 20,0 MB, 2,0 MB/s, 17 min kvar",
        );
        check(
            1000,
            20_000_000,
            10,
            "all 1000 announcements, 20.0 MB, 2.0 MB/s; finishing",
            "alla 1000 tillkännagivanden, 20,0 MB, 2,0 MB/s; avslutar",
        );
    }
}
