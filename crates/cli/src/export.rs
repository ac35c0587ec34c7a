use crate::{
    arguments::ExportOptions,
    check::{Read, open},
    exit::{Exit, Failure},
    message::Manner,
    progress::Progress,
    say,
    summary::{Size, Summary},
};
use anslag_publish::Options;
use anslag_wording::Wording;
use jiff::{Timestamp, civil::Date};
use std::{path::Path, time::Instant};

/// Publishes a corpus, and says what was written.
pub(crate) fn run(options: &ExportOptions, manner: Manner) -> Result<Exit, Failure> {
    let started = Instant::now();
    let progress = Progress::new(options.quiet, manner);
    let Some(Read { mut corpus, .. }) = open(&options.data, manner, &progress)? else {
        return Ok(Exit::Input);
    };
    let forms = &mut corpus.publication.forms;
    if !options.formats.is_empty() {
        forms.formats = options.formats.iter().copied().collect();
    }
    forms.documents &= !options.no_documents;
    let as_of = options.as_of.unwrap_or_else(|| corpus.publication.zone.date_at(Timestamp::now()));
    let summary = anslag_publish::export(
        &corpus,
        &Options {
            data: &options.data,
            out: &options.out,
            as_of,
            threads: options.threads,
            progress: &|done, total| progress.report(done, total),
        },
    )?;
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
