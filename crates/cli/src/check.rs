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
    let read = open(&options.data, options.message_format, &progress)?;
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
    Ok(Exit::Success)
}

/// A corpus that can be published, and how many warnings were printed on the way.
pub(crate) struct Read {
    pub(crate) corpus: Corpus,
    warnings: usize,
}

/// Reads a corpus, and prints what there is to say of it; none where something is wrong.
pub(crate) fn open(data: &Path, format: MessageFormat, progress: &Progress) -> Result<Option<Read>, Failure> {
    let mut report = Report::default();
    let corpus = Corpus::open(data, &mut report);
    progress.pause(|| message::report(&report, format));
    let warnings = report.warnings();
    Ok(corpus?.filter(|_| report.errors() == 0).map(|corpus| Read { corpus, warnings }))
}
