use crate::{
    arguments::CheckOptions,
    exit::{Exit, Failure},
    message::{self, Manner},
    progress::Progress,
    say,
    summary::{Summary, Verdict},
};
use anslag_source::{Corpus, OpenError, Opening, Report};
use anslag_wording::Wording;
use std::path::Path;

/// Reads everything, and says what is wrong with it, what a data portal would miss, and how much there is.
pub(crate) fn run(options: &CheckOptions, manner: Manner) -> Result<Exit, Failure> {
    let progress = Progress::new(options.quiet, manner);
    let recommend = |corpus: &Corpus, report: &mut Report| corpus.recommend(&options.data, report);
    let read = open_and(&options.data, Opening::default(), manner, &progress, recommend)?;
    let Some(Read { corpus, warnings }) = read else { return Ok(Exit::Input) };
    drop(progress);
    if let Some(out) = &options.out {
        anslag_publish::check_target(&corpus, out, &options.data)?;
    }
    if !options.quiet {
        let count = corpus.count();
        let verdict = match warnings {
            0 => Verdict::NothingWrong,
            count => Verdict::Warnings { count },
        };
        let summary = Summary::Checked { count, data: options.data.display().to_string(), verdict };
        say(&mut anstream::stdout(), &summary.in_language(manner.language).to_string());
    }
    Ok(if options.strict && warnings > 0 { Exit::Input } else { Exit::Success })
}

/// A corpus that can be published, and how many warnings were printed on the way.
pub(crate) struct Read {
    pub(crate) corpus: Corpus,
    warnings: usize,
}

/// Reads a corpus in a certain way, and prints what there is to say of it; none where something is wrong.
pub(crate) fn open(
    data: &Path,
    opening: Opening,
    manner: Manner,
    progress: &Progress,
) -> Result<Option<Read>, Failure> {
    open_and(data, opening, manner, progress, |_, _| Ok(()))
}

/// The same, and `say_more` says more of a corpus in which nothing is wrong.
fn open_and(
    data: &Path,
    opening: Opening,
    manner: Manner,
    progress: &Progress,
    say_more: impl FnOnce(&Corpus, &mut Report) -> Result<(), OpenError>,
) -> Result<Option<Read>, Failure> {
    let mut report = Report::default();
    let mut corpus = Corpus::open_with(data, opening, &mut report);
    if let Ok(Some(opened)) = &corpus
        && let Err(error) = say_more(opened, &mut report)
    {
        corpus = Err(error);
    }
    progress.pause(|| message::report(&report, manner));
    let warnings = report.warnings();
    Ok(corpus?.filter(|_| report.errors() == 0).map(|corpus| Read { corpus, warnings }))
}
