use crate::{
    arguments::{CheckOptions, MessageFormat},
    exit::{Exit, Failure},
    message,
    progress::Progress,
    say,
};
use anslag_source::{Corpus, OpenError, Report};
use std::path::Path;

/// Reads everything, and says what is wrong with it, what a data portal would miss, and how much there is.
pub(crate) fn run(options: &CheckOptions) -> Result<Exit, Failure> {
    let progress = Progress::new(options.quiet, options.message_format);
    let recommend = |corpus: &Corpus, report: &mut Report| corpus.recommend(&options.data, report);
    let read = open_and(&options.data, options.message_format, &progress, recommend)?;
    let Some(Read { corpus, warnings }) = read else { return Ok(Exit::Input) };
    drop(progress);
    if let Some(out) = &options.out {
        anslag_publish::check_target(out, &options.data)?;
    }
    if !options.quiet {
        let count = corpus.index().len();
        let noun = if count == 1 { "announcement" } else { "announcements" };
        let verdict = match warnings {
            0 => "nothing is wrong".to_owned(),
            1 => "no error, 1 warning".to_owned(),
            more => format!("no error, {more} warnings"),
        };
        say(&mut anstream::stdout(), &format!("{count} {noun} in {}: {verdict}", options.data.display()));
    }
    Ok(if options.strict && warnings > 0 { Exit::Input } else { Exit::Success })
}

/// A corpus that can be published, and how many warnings were printed on the way.
pub(crate) struct Read {
    pub(crate) corpus: Corpus,
    warnings: usize,
}

/// Reads a corpus, and prints what there is to say of it; none where something is wrong.
pub(crate) fn open(data: &Path, format: MessageFormat, progress: &Progress) -> Result<Option<Read>, Failure> {
    open_and(data, format, progress, |_, _| Ok(()))
}

/// The same, and `say_more` says more of a corpus in which nothing is wrong.
fn open_and(
    data: &Path,
    format: MessageFormat,
    progress: &Progress,
    say_more: impl FnOnce(&Corpus, &mut Report) -> Result<(), OpenError>,
) -> Result<Option<Read>, Failure> {
    let mut report = Report::default();
    let mut corpus = Corpus::open(data, &mut report);
    if let Ok(Some(opened)) = &corpus
        && let Err(error) = say_more(opened, &mut report)
    {
        corpus = Err(error);
    }
    progress.pause(|| message::report(&report, format));
    let warnings = report.warnings();
    Ok(corpus?.filter(|_| report.errors() == 0).map(|corpus| Read { corpus, warnings }))
}
