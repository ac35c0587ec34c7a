use crate::{
    arguments::ExportOptions,
    check::{Read, open},
    exit::Exit,
    explain::allowed,
    fatal::{Fatal, FatalCode},
    help::Help,
    interruption::Interruption,
    printer::Printer,
    progress::Progress,
    summary::{Size, Status, Summary},
};
use anslag_core::{Fingerprint, Zone};
use anslag_publish::{Attempt, Cache, IfTaken, Options, PublishError, Target};
use anslag_source::{Opening, ReadError, Report};
use jiff::{Timestamp, civil::Date};
use std::{path::Path, time::Instant};

/// Publishes a corpus and prints what was written.
pub(crate) fn run(options: &ExportOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let started = Instant::now();
    let allowed = allowed(&options.allow)?;
    let (data, out) = (&options.data.path, &options.out.path);
    let interruption = Interruption::watch(printer);
    let wait = |holder| printer.status(&Status::Waiting { target: out.display().to_string(), holder });
    let if_taken = if options.no_wait { IfTaken::Fail } else { IfTaken::Wait(&wait) };
    let target = Target::take(out, data, if_taken, &interruption.stop)?;
    let progress = Progress::new(printer);
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
        Some((anslag_publish::unchanged(data, &target, &Options { as_of, ..publish })?, as_of))
    });
    let (summary, as_of) = match before {
        Some(before) => before,
        None => {
            let opening = Opening { threads: publish.threads, known: cache.known() };
            let open = || open(data, opening, Report::allowing(&allowed), printer, &progress);
            let (target, read) = interruption.while_reading(target, &progress, open)?;
            let Some(Read { mut corpus, .. }) = read? else {
                return Ok(Exit::Input);
            };
            let forms = &mut corpus.publication.output;
            if !options.formats.is_empty() {
                forms.formats = options.formats.iter().copied().collect();
            }
            forms.documents &= !options.no_documents;
            let as_of = today(&corpus.publication.zone);
            (anslag_publish::export(&corpus, &target, &Options { as_of, ..publish })?, as_of)
        }
    };
    drop(progress);
    for line in describe(&summary, as_of, out, started) {
        printer.result(&line);
    }
    Ok(Exit::Success)
}

/// Returns what an export wrote, with a line for each reason why announcements are not published.
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
        lines.push(Summary::Rendered { chunks: chunks_rendered, of_chunks, pages: pages_rendered, of_pages, files });
    }
    lines.extend(done.next_due.map(|date| Summary::NextDue { date }));
    lines
}

impl Fatal for PublishError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Foreign { .. } => FatalCode::TargetNotOurs,
            Self::Target { .. } => FatalCode::InvalidTarget,
            Self::Vanished { .. } => FatalCode::VanishedFeed,
            Self::Taken { .. } => FatalCode::BusyTarget,
            Self::Stopped => FatalCode::Interrupted,
            Self::Read { error: ReadError::Changed { .. } } => FatalCode::ChangedSource,
            Self::Read { error: ReadError::Io { .. } | ReadError::Index { .. } } | Self::Io { .. } => {
                FatalCode::IoError
            }
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Foreign { .. } | Self::Target { .. } => Some(Help::OtherTarget),
            Self::Vanished { .. } | Self::Taken { .. } | Self::Stopped | Self::Read { .. } => None,
            Self::Io { attempt, .. } => match attempt {
                Attempt::MakeFolder
                | Attempt::Stage
                | Attempt::Create
                | Attempt::Render
                | Attempt::Write
                | Attempt::KeepEntries
                | Attempt::WriteCache
                | Attempt::Lock
                | Attempt::MakeDurable
                | Attempt::PutBack
                | Attempt::Replace => Some(Help::MakeTargetWritable),
                Attempt::Find
                | Attempt::FindPlaceBeside
                | Attempt::LookAt
                | Attempt::Read
                | Attempt::ReadFolder
                | Attempt::ReadEntries
                | Attempt::DeleteLeft
                | Attempt::DeleteFormer => None,
            },
        }
    }
}
