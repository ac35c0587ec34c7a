use crate::{
    arguments::{CheckOptions, MessageFormat},
    exit::{Exit, Failure},
    message,
    progress::Progress,
    say,
};
use anslag_source::{Corpus, Report};
use std::path::Path;

/// Reads everything, and says what is wrong with it and how much there is.
pub(crate) fn run(options: &CheckOptions) -> Result<Exit, Failure> {
    let progress = Progress::new(options.quiet, options.message_format);
    let Some(corpus) = open(&options.data, options.message_format, &progress)? else { return Ok(Exit::Input) };
    drop(progress);
    if let Some(out) = &options.out {
        anslag_publish::check_target(out, &options.data)?;
    }
    if !options.quiet {
        let count = corpus.index().len();
        let noun = if count == 1 { "announcement" } else { "announcements" };
        say(&mut anstream::stdout(), &format!("{count} {noun} in {}: nothing is wrong", options.data.display()));
    }
    Ok(Exit::Success)
}

/// Reads a corpus, and prints what there is to say of it; none where something is wrong.
pub(crate) fn open(data: &Path, format: MessageFormat, progress: &Progress) -> Result<Option<Corpus>, Failure> {
    let mut report = Report::default();
    let corpus = Corpus::open(data, &mut report);
    progress.pause(|| message::report(&report, format));
    Ok(corpus?.filter(|_| report.errors() == 0))
}
