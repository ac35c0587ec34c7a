use crate::{
    arguments::CheckOptions,
    exit::{Exit, Failure},
    message::{self, Manner},
    progress::Progress,
    say,
    summary::{Summary, Verdict},
};
use anslag_source::{Corpus, Report};
use anslag_wording::Wording;
use std::path::Path;

/// Reads everything, and says what is wrong with it and how much there is.
pub(crate) fn run(options: &CheckOptions, manner: Manner) -> Result<Exit, Failure> {
    let progress = Progress::new(options.quiet, manner);
    let read = open(&options.data, manner, &progress)?;
    let Some(Read { corpus, warnings }) = read else { return Ok(Exit::Input) };
    drop(progress);
    if let Some(out) = &options.out {
        anslag_publish::check_target(out, &options.data)?;
    }
    if !options.quiet {
        let count = corpus.index().len();
        let verdict = match warnings {
            0 => Verdict::NothingWrong,
            count => Verdict::Warnings { count },
        };
        let summary = Summary::Checked { count, data: options.data.display().to_string(), verdict };
        say(&mut anstream::stdout(), &summary.in_language(manner.language).to_string());
    }
    Ok(Exit::Success)
}

/// A corpus that can be published, and how many warnings were printed on the way.
pub(crate) struct Read {
    pub(crate) corpus: Corpus,
    warnings: usize,
}

/// Reads a corpus, and prints what there is to say of it; none where something is wrong.
pub(crate) fn open(data: &Path, manner: Manner, progress: &Progress) -> Result<Option<Read>, Failure> {
    let mut report = Report::default();
    let corpus = Corpus::open(data, &mut report);
    progress.pause(|| message::report(&report, manner));
    let warnings = report.warnings();
    Ok(corpus?.filter(|_| report.errors() == 0).map(|corpus| Read { corpus, warnings }))
}
