use crate::{
    arguments::ExportOptions,
    check::{Read, open},
    exit::{Exit, Failure},
    message::Manner,
    progress::Progress,
    say,
    summary::{Size, Summary},
};
use anslag_core::{Fingerprint, Zone};
use anslag_publish::{Cache, Options, Work};
use anslag_source::Opening;
use anslag_wording::Wording;
use jiff::{Timestamp, civil::Date};
use std::{path::Path, time::Instant};

/// Publishes a corpus, and says what was written.
pub(crate) fn run(options: &ExportOptions, manner: Manner) -> Result<Exit, Failure> {
    let started = Instant::now();
    let progress = Progress::new(options.quiet, manner);
    let cache = Cache::open(&options.out);
    let threads = options.threads.unwrap_or_else(anslag_pipeline::cores);
    let publish = Options {
        data: &options.data,
        out: &options.out,
        as_of: Date::ZERO,
        threads,
        cache: &cache,
        settings: Fingerprint::of(&(&options.formats, options.no_documents)),
        progress: &|done, total| progress.report(done, total),
    };
    let today = |zone: &Zone| options.as_of.unwrap_or_else(|| zone.date_at(Timestamp::now()));
    let zone = cache.timezone().and_then(|name| Zone::new(name).ok());
    let before = match zone.map(|zone| Options { as_of: today(&zone), ..publish }) {
        Some(options) => anslag_publish::unchanged(&options)?.map(|summary| (summary, options.as_of)),
        None => None,
    };
    let (summary, as_of) = match before {
        Some(before) => before,
        None => {
            let opening = Opening { threads, known: cache.known() };
            let Some(Read { mut corpus, .. }) = open(&options.data, opening, manner, &progress)? else {
                return Ok(Exit::Input);
            };
            let forms = &mut corpus.publication.forms;
            if !options.formats.is_empty() {
                forms.formats = options.formats.iter().copied().collect();
            }
            forms.documents &= !options.no_documents;
            let as_of = today(&corpus.publication.zone);
            (anslag_publish::export(&corpus, &Options { as_of, ..publish })?, as_of)
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
    let Work { chunks_rendered, chunks_kept, pages_rendered, pages_kept, files_linked: files } = done.work;
    if files > 0 {
        let (of_chunks, of_pages) = (chunks_rendered + chunks_kept, pages_rendered + pages_kept);
        lines.push(Summary::Kept { chunks: chunks_rendered, of_chunks, pages: pages_rendered, of_pages, files });
    }
    lines.extend(done.next_due.map(|date| Summary::NextDue { date }));
    lines
}
