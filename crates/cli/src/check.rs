use crate::{
    arguments::CheckOptions,
    exit::{Exit, Failure},
    progress::Progress,
    say,
};
use anslag_source::{Corpus, Report};
use std::{io::IsTerminal, path::Path};

/// Reads everything, and says what is wrong with it and how much there is.
pub(crate) fn run(options: &CheckOptions) -> Result<Exit, Failure> {
    let Some(corpus) = open(&options.data, &Progress::new(options.quiet))? else { return Ok(Exit::Input) };
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
pub(crate) fn open(data: &Path, progress: &Progress) -> Result<Option<Corpus>, Failure> {
    let mut report = Report::default();
    let corpus = Corpus::open(data, &mut report);
    progress.pause(|| {
        let text = report.render(std::io::stderr().is_terminal());
        if !text.is_empty() {
            say(&mut anstream::stderr(), text.trim_end());
        }
    });
    Ok(corpus?.filter(|_| report.errors() == 0))
}
