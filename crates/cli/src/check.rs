use crate::{
    arguments::CheckOptions,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    progress::Progress,
    summary::{Summary, Verdict},
};
use anslag_source::{Corpus, OpenError, Opening, Report};
use std::path::Path;

/// Checks the sources: reports errors, what data portals would miss, and the number of announcements.
pub(crate) fn run(options: &CheckOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let progress = Progress::new(printer);
    let data = &options.data.path;
    let recommend = |corpus: &Corpus, report: &mut Report| corpus.recommend(data, report);
    let read = open_and(data, Opening::default(), printer, &progress, recommend)?;
    let Some(Read { corpus, warnings }) = read else { return Ok(Exit::Input) };
    drop(progress);
    if let Some(out) = &options.out {
        anslag_publish::check_target(&corpus, out, data)?;
    }
    let verdict = match warnings {
        0 => Verdict::NoProblems,
        count => Verdict::Warnings { count },
    };
    printer.result(&Summary::Checked { count: corpus.count(), data: data.display().to_string(), verdict });
    Ok(if options.strict && warnings > 0 { Exit::Input } else { Exit::Success })
}

/// A corpus that can be published, with the number of warnings that were printed.
pub(crate) struct Read {
    pub(crate) corpus: Corpus,
    warnings: usize,
}

/// Reads a corpus and prints its errors and warnings; returns `None` if there are errors.
pub(crate) fn open(
    data: &Path,
    opening: Opening,
    printer: Printer,
    progress: &Progress,
) -> Result<Option<Read>, Box<dyn Fatal>> {
    open_and(data, opening, printer, progress, |_, _| Ok(()))
}

/// Reads a corpus like [`open`], and lets `report_more` add to the report if there is a corpus.
fn open_and(
    data: &Path,
    opening: Opening,
    printer: Printer,
    progress: &Progress,
    report_more: impl FnOnce(&Corpus, &mut Report) -> Result<(), OpenError>,
) -> Result<Option<Read>, Box<dyn Fatal>> {
    let mut report = Report::default();
    let mut corpus = Corpus::open_with(data, opening, &mut report);
    if let Ok(Some(opened)) = &corpus
        && let Err(error) = report_more(opened, &mut report)
    {
        corpus = Err(error);
    }
    progress.pause(|| printer.report(&report));
    let warnings = report.warnings();
    Ok(corpus?.filter(|_| report.errors() == 0).map(|corpus| Read { corpus, warnings }))
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
