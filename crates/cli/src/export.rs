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
use anslag_core::{Fingerprint, Zone};
use anslag_publish::{Cache, IfTaken, Options, Target};
use anslag_source::Opening;
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
    let cache = Cache::open(&target);
    let publish = Options {
        as_of: Date::ZERO,
        threads: options.threads.unwrap_or_else(anslag_pipeline::cores),
        cache: &cache,
        settings: Fingerprint::of(&(&options.formats, options.no_documents)),
        sync: !options.no_sync,
        progress: &progress.counts,
        stop: &interruption.stop,
    };
    let today = |zone: &Zone| options.as_of.unwrap_or_else(|| zone.date_at(Timestamp::now()));
    let zone = cache.timezone().and_then(|name| Zone::new(name).ok());
    let before = zone.and_then(|zone| {
        let as_of = today(&zone);
        Some((anslag_publish::unchanged(&options.data, &target, &Options { as_of, ..publish })?, as_of))
    });
    let (summary, as_of) = match before {
        Some(before) => before,
        None => {
            let opening = Opening { threads: publish.threads, known: cache.known() };
            let open = || open(&options.data, opening, manner, &progress);
            let (target, read) = interruption.idly(target, &progress, open)?;
            let Some(Read { mut corpus, .. }) = read? else {
                return Ok(Exit::Input);
            };
            let forms = &mut corpus.publication.forms;
            if !options.formats.is_empty() {
                forms.formats = options.formats.iter().copied().collect();
            }
            forms.documents &= !options.no_documents;
            let as_of = today(&corpus.publication.zone);
            (anslag_publish::export(&corpus, &target, &Options { as_of, ..publish })?, as_of)
        }
    };
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
    let anslag_publish::Work { chunks_rendered, chunks_kept, pages_rendered, pages_kept, files_linked: files } =
        done.work;
    if files > 0 {
        let (of_chunks, of_pages) = (chunks_rendered + chunks_kept, pages_rendered + pages_kept);
        lines.push(Summary::Kept { chunks: chunks_rendered, of_chunks, pages: pages_rendered, of_pages, files });
    }
    lines.extend(done.next_due.map(|date| Summary::NextDue { date }));
    lines
}
