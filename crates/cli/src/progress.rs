use crate::{
    printer::{Printer, print_line},
    summary::{Left, Size, Work},
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

/// How long a run may take before its progress is shown on a terminal.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often it is looked how far a run has come, and the line on a terminal changes.
const TICK: Duration = Duration::from_millis(100);

/// How often there is a new line where standard error is no terminal, but a file, say, or a pipe.
const INTERVAL: Duration = Duration::from_secs(5);

/// Tells on standard error how far a run has come, when it takes its time: one line that changes on a terminal, else a line
/// now and then.
pub(crate) struct Progress {
    /// What an export counts.
    pub(crate) counts: anslag_publish::Progress,
    /// What a load counts.
    load: Arc<Mutex<Load>>,
    bar: ProgressBar,
    /// Its end wakes the thread that waits.
    teller: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    pub(crate) fn new(printer: Printer) -> Self {
        let (counts, load) = (anslag_publish::Progress::default(), Arc::default());
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if !printer.shows_status() {
            return Self { counts, load, bar, teller: None };
        }
        let (sender, receiver) = mpsc::channel::<()>();
        let pause = move |duration| receiver.recv_timeout(duration) == Err(RecvTimeoutError::Timeout);
        let course = Course { counts: counts.clone(), load: Arc::clone(&load), started: Instant::now(), writing: None };
        let (shown, language) = (bar.clone(), printer.language);
        let thread = if std::io::stderr().is_terminal() {
            thread::spawn(move || tell_terminal(course, &shown, language, pause))
        } else {
            thread::spawn(move || tell_others(course, language, pause))
        };
        Self { counts, load, bar, teller: Some((sender, thread)) }
    }

    /// The line on the terminal.
    pub(crate) fn bar(&self) -> ProgressBar {
        self.bar.clone()
    }

    /// Tells that so many graphs of so many are loaded, with so many triples.
    pub(crate) fn report_load(&self, graphs: usize, total: usize, triples: usize) {
        *self.load.lock().unwrap_or_else(PoisonError::into_inner) = Load { graphs, total, triples };
    }

    /// Prints something while the line is out of the way.
    pub(crate) fn pause(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

fn tell_terminal(mut course: Course, bar: &ProgressBar, language: Language, pause: impl Fn(Duration) -> bool) {
    bar.set_style(style("{spinner} {msg}"));
    let mut wait = PATIENCE;
    while pause(wait) {
        let work = course.work();
        let (done, total) = course.done();
        if bar.length().is_none() && total > 0 {
            bar.set_style(style("{wide_bar} {msg}"));
            bar.set_length(total as u64);
        }
        bar.set_position(done as u64);
        bar.set_message(work.in_language(language).to_string());
        if wait == PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
            wait = TICK;
        }
    }
}

fn tell_others(mut course: Course, language: Language, pause: impl Fn(Duration) -> bool) {
    let mut told = course.started;
    while pause(TICK) {
        // Looked at more often than it is told, so as to know when the writing began.
        let work = course.work();
        if told.elapsed() >= INTERVAL {
            told = Instant::now();
            print_line(&mut anstream::stderr(), &work.in_language(language).to_string());
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is valid")
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.teller.take() {
            drop(sender);
            // It ends as soon as its channel does.
            let _ = thread.join();
        }
        self.bar.finish_and_clear();
    }
}

/// How much of a publication is loaded.
#[derive(Clone, Copy, Debug, Default)]
struct Load {
    graphs: usize,
    total: usize,
    triples: usize,
}

/// A run and its times.
struct Course {
    counts: anslag_publish::Progress,
    load: Arc<Mutex<Load>>,
    started: Instant,
    /// When it was first seen that announcements are written.
    writing: Option<Instant>,
}

impl Course {
    /// How many things are done, of how many; of none until that is known.
    fn done(&self) -> (usize, usize) {
        match self.load() {
            Load { total: 0, .. } => (self.counts.announcements(), self.counts.total()),
            Load { graphs, total, .. } => (graphs, total),
        }
    }

    fn load(&self) -> Load {
        *self.load.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is being done.
    fn work(&mut self) -> Work {
        let Load { graphs, total, triples } = self.load();
        if total > 0 {
            let elapsed = self.writing.get_or_insert_with(Instant::now).elapsed();
            let rate = triples as u64 * 1000 / u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).max(1);
            return Work::Loading { graphs, total, triples, rate };
        }
        let total = self.counts.total();
        if total == 0 {
            return Work::Reading { seconds: self.started.elapsed().as_secs() };
        }
        let elapsed = self.writing.get_or_insert_with(Instant::now).elapsed();
        work(self.counts.announcements(), total, self.counts.bytes(), elapsed)
    }
}

/// What an export is doing that has come so far in some time.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "estimates")]
fn work(done: usize, total: usize, bytes: u64, elapsed: Duration) -> Work {
    let seconds = elapsed.as_secs_f64();
    let size = Size::new(bytes);
    if done == 0 || seconds < 0.5 {
        return Work::Beginning { done, total, size };
    }
    let rate = Size::new((bytes as f64 / seconds) as u64);
    if done == total {
        return Work::Ending { total, size, rate };
    }
    let left = Left::new((seconds * (total - done) as f64 / done as f64).ceil() as u64);
    Work::Writing { done, total, size, rate, left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(done: usize, bytes: u64, seconds: u64, english: &str, swedish: &str) {
        let work = work(done, 1000, bytes, Duration::from_secs(seconds));
        assert_eq!(work.to_string(), english);
        assert_eq!(work.in_language(Language::Swedish).to_string(), swedish);
    }

    #[test]
    fn it_is_told_how_much_is_done_how_fast_and_how_long_it_takes() {
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
            "all 1000 announcements, 20.0 MB, 2.0 MB/s; the rest is being written",
            "alla 1000 tillkännagivanden, 20,0 MB, 2,0 MB/s; resten skrivs",
        );
    }
}
