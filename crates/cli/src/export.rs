use crate::{
    arguments::{ExportOptions, MessageFormat},
    check::{Read, open},
    exit::{Exit, Failure},
    interruption::Interruption,
    message::Manner,
    progress::Progress,
    say,
    summary::{Size, Summary, Work},
};
use anslag_publish::{IfTaken, Options, Target};
use anslag_wording::Wording;
use jiff::{Timestamp, civil::Date};
use std::{path::Path, time::Instant};

/// Publishes a corpus, and says what was written.
pub(crate) fn run(options: &ExportOptions, manner: Manner) -> Result<Exit, Failure> {
    let started = Instant::now();
    let interruption = Interruption::watch(manner);
    let tell = |holder| {
        let work = Work::Waiting { target: options.out.display().to_string(), holder };
        if !options.quiet && manner.format == MessageFormat::Human {
            say(&mut anstream::stderr(), &work.in_language(manner.language).to_string());
        }
    };
    let if_taken = if options.no_wait { IfTaken::Fail } else { IfTaken::Wait(&tell) };
    let target = Target::take(&options.out, &options.data, if_taken, &interruption.stop)?;
    let progress = Progress::new(options.quiet, manner);
    let (target, read) = interruption.idly(target, &progress, || open(&options.data, manner, &progress))?;
    let Some(Read { mut corpus, .. }) = read? else {
        return Ok(Exit::Input);
    };
    let forms = &mut corpus.publication.forms;
    if !options.formats.is_empty() {
        forms.formats = options.formats.iter().copied().collect();
    }
    forms.documents &= !options.no_documents;
    let as_of = options.as_of.unwrap_or_else(|| corpus.publication.zone.date_at(Timestamp::now()));
    let (sync, threads) = (!options.no_sync, options.threads);
    let export = Options { as_of, threads, sync, progress: &progress.counts, stop: &interruption.stop };
    let summary = anslag_publish::export(&corpus, &target, &export)?;
    drop(target);
    drop(progress);
    if !options.quiet {
        for line in describe(&summary, as_of, &options.out, started) {
            say(&mut anstream::stdout(), &line.in_language(manner.language).to_string());
        }
    }
    Ok(Exit::Success)
}

/// What an export says: what it wrote, and a line for each number of others that there is.
fn describe(done: &anslag_publish::Summary, as_of: Date, out: &Path, started: Instant) -> Vec<Summary> {
    let seconds = format!("{:.2}", started.elapsed().as_secs_f64());
    let (out, size) = (out.display().to_string(), Size::new(done.bytes));
    let mut lines = vec![Summary::Published { count: done.published, as_of, out, files: done.files, size, seconds }];
    let others = [
        (done.drafts, Summary::Drafts { count: done.drafts }),
        (done.held_back, Summary::HeldBack { count: done.held_back }),
        (done.expired, Summary::Expired { count: done.expired }),
        (done.withdrawn, Summary::Withdrawn { count: done.withdrawn }),
    ];
    lines.extend(others.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line));
    lines.extend(done.next_due.map(|date| Summary::NextDue { date }));
    lines
}
