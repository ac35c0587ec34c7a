use crate::{
    arguments::CheckOptions,
    exit::Exit,
    explain::allowed,
    export::lifted,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    progress::Progress,
    summary::{Summary, Verdict},
};
#[cfg(feature = "watch")]
use crate::{interruption, summary::Status};
use anslag_core::AsOf;
use anslag_publish::check_target;
use anslag_source::{Code, Corpus, NotASource, OpenError, Opening, Report, SelectionError, check_files};
#[cfg(feature = "watch")]
use anslag_watch::Watcher;
use jiff::Timestamp;

/// Checks all source files, or those that are named, and prints their problems.
pub(crate) fn run(options: &CheckOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let allowed = allowed(&options.allow)?;
    #[cfg(feature = "watch")]
    if options.watch {
        follow(options, &allowed, printer);
    }
    check(options, &allowed, printer)
}

/// Checks the sources, and again after each change, until the program is interrupted.
#[cfg(feature = "watch")]
fn follow(options: &CheckOptions, allowed: &[&'static Code], printer: Printer) -> ! {
    interruption::end_at_once();
    // Watched before the first check, so that no change is missed.
    let mut watcher = Watcher::new(&options.data.path);
    loop {
        printer.clear();
        printer.status(&Status::Watching { data: options.data.path.display().to_string() });
        if let Err(error) = check(options, allowed, printer) {
            printer.error(&*error);
        }
        watcher.wait(|| false);
    }
}

fn check(options: &CheckOptions, allowed: &[&'static Code], printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let mut report = Report::allowing(allowed);
    let progress = Progress::new(printer);
    let now = Timestamp::now().into();
    let checked = Checked::new(options, now, &mut report);
    progress.pause(|| printer.report(&report));
    drop(progress);
    let checked = checked?;
    if report.errors() > 0 {
        return Ok(Exit::Input);
    }
    let mut compared = Report::allowing(allowed);
    if let (Checked::All(Some(corpus)), Some(out)) = (&checked, &options.out) {
        let result = check_target(out, &options.data.path, corpus, now, lifted(allowed), &mut compared);
        printer.report(&compared);
        result?;
    }
    let warnings = report.warnings() + compared.warnings();
    let verdict = match warnings {
        0 => Verdict::NoProblems,
        count => Verdict::Warnings { count },
    };
    printer.result(&checked.summary(options, verdict));
    Ok(if options.strict && warnings > 0 { Exit::Input } else { Exit::Success })
}

/// Scope of a check.
enum Checked {
    /// The whole data directory; `None` if it has errors.
    All(Option<Box<Corpus>>),
    /// The files that were named, with this number of announcements.
    Files(usize),
}

impl Checked {
    fn new(options: &CheckOptions, now: AsOf, report: &mut Report) -> Result<Self, Box<dyn Fatal>> {
        let data = &options.data.path;
        let opening = Opening { as_of: Some(now), ..Opening::default() };
        if !options.files.is_empty() {
            return Ok(Self::Files(check_files(data, &options.files, &opening, report)?));
        }
        let corpus = Corpus::open_with(data, opening, report)?;
        if let Some(corpus) = &corpus {
            corpus.recommend(data, report)?;
        }
        Ok(Self::All(corpus.map(Box::new)))
    }

    fn summary(&self, options: &CheckOptions, verdict: Verdict) -> Summary {
        match self {
            Self::All(corpus) => {
                let count = corpus.as_ref().map_or(0, |corpus| corpus.count());
                Summary::Checked { count, data: options.data.path.display().to_string(), verdict }
            }
            Self::Files(count) => Summary::CheckedFiles { count: *count, files: options.files.len(), verdict },
        }
    }
}

impl Fatal for SelectionError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Open { error } => error.code(),
            Self::Io { .. } => FatalCode::IoError,
            Self::NotASource { .. } => FatalCode::NotASource,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Open { error } => error.help(),
            Self::Io { .. } => None,
            Self::NotASource { reason: NotASource::OutsideOfData, .. } => Some(Help::NameData),
            Self::NotASource {
                reason:
                    NotASource::Directory | NotASource::OutsideOfAnnouncements | NotASource::Hidden | NotASource::Extension,
                ..
            } => Some(Help::NameSources),
        }
    }
}

impl Fatal for OpenError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Io { .. } | Self::Index { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Io { .. } => Some(Help::NameData),
            Self::Index { .. } => None,
        }
    }
}
