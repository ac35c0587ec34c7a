use crate::{arguments::MessageFormat, message::Manner};
use anslag_wording::{Language, Wording, wording};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::IsTerminal,
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long a run may take before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(1);

wording! {
    /// The words of the line on the terminal, in the language of its templates.
    enum Template {
        Reading
            en("{{spinner}} reading")
            sv("{{spinner}} läser"),
        Writing
            en("{{wide_bar}} {{pos}}/{{len}} announcements, {{eta}} left")
            sv("{{wide_bar}} {{pos}}/{{len}} tillkännagivanden, {{eta}} kvar"),
        Loading
            en("{{wide_bar}} {{pos}}/{{len}} graphs, {{msg}}, {{eta}} left")
            sv("{{wide_bar}} {{pos}}/{{len}} grafer, {{msg}}, {{eta}} kvar"),
    }
}

wording! {
    /// What a template has room for.
    enum Message {
        Triples { triples: usize, rate: String }
            en("{triples} triples, {rate}/s")
            sv("{triples} tripler, {rate}/s"),
    }
}

/// A line on the terminal that tells how far a run has come, when it takes longer than a second.
pub(crate) struct Progress {
    bar: ProgressBar,
    language: Language,
    /// Its end wakes the thread that waits for the second to pass.
    timer: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    pub(crate) fn new(quiet: bool, Manner { format, language }: Manner) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style(&Template::Reading, language));
        if quiet || format == MessageFormat::Json || !std::io::stderr().is_terminal() {
            return Self { bar, language, timer: None };
        }
        let (sender, receiver) = mpsc::channel::<()>();
        let shown = bar.clone();
        let thread = thread::spawn(move || {
            if receiver.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
            }
        });
        Self { bar, language, timer: Some((sender, thread)) }
    }

    /// Tells that so many announcements of so many are written.
    pub(crate) fn report(&self, done: usize, total: usize) {
        if self.bar.length().is_none() {
            self.bar.set_style(style(&Template::Writing, self.language));
            self.bar.set_length(total as u64);
        }
        self.bar.set_position(done as u64);
    }

    /// Tells that so many graphs of so many are loaded, with so many triples.
    pub(crate) fn report_load(&self, graphs: usize, total: usize, triples: usize) {
        if self.bar.length().is_none() {
            self.bar.set_style(style(&Template::Loading, self.language));
            self.bar.set_length(total as u64);
            self.bar.reset_elapsed();
        }
        let rate = triples as u128 * 1000 / self.bar.elapsed().as_millis().max(1);
        let message = Message::Triples { triples, rate: rate.to_string() };
        self.bar.set_message(message.in_language(self.language).to_string());
        self.bar.set_position(graphs as u64);
    }

    /// Prints something while the line is out of the way.
    pub(crate) fn pause(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

fn style(template: &Template, language: Language) -> ProgressStyle {
    let template = template.in_language(language).to_string();
    ProgressStyle::with_template(&template).expect("the template is valid")
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
