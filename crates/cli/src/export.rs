use crate::{
    arguments::ExportOptions,
    changes::Changes,
    damage::{DAMAGED_CACHE, DAMAGED_FILE, Damage},
    diff::{name_of_lines, open_published, temporary_file},
    edited_history,
    exit::Exit,
    explain::allowed,
    fatal::{EDITED_HISTORY, Fatal, FatalCode, VANISHED, VANISHED_FEED},
    help::Help,
    incomplete::{CUT_TEXT, Incomplete, NEXT_DUE, NO_HISTORY},
    interruption,
    printer::Printer,
    progress::Progress,
    summary::{Size, Status, Summary},
};
use anslag_diff::Former;
use anslag_publish::{Attempt, Event, Job, Lifted, Plan, PublishError, Work, check_target, json_lines};
use anslag_source::{ADVICE, Code, Corpus, Opening, ReadError, Report};
use jiff::Timestamp;
use std::{cell::Cell, collections::BTreeSet, path::Path, time::Instant};

/// Publishes the data and prints what was written.
pub(crate) fn run(options: &ExportOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let started = Instant::now();
    let mut allowed = allowed(&options.allow)?;
    allowed.extend(ADVICE);
    if options.dry_run {
        return dry_run(options, &allowed, printer);
    }
    let cut = Cell::new(0);
    let out = &options.out.path;
    let stop = interruption::watch();
    let progress = Progress::new(printer);
    let formats: BTreeSet<_> = options.formats.iter().copied().collect();
    let job = Job {
        data: &options.data.path,
        out,
        as_of: options.as_of.unwrap_or_else(|| Timestamp::now().into()),
        formats: Some(&formats).filter(|formats| !formats.is_empty()),
        documents: !options.no_documents,
        threads: options.threads.unwrap_or_else(anslag_pipeline::cores),
        sync: !options.no_sync,
        verify: options.verify,
        history: !options.no_history,
        wait: !options.no_wait,
        is_preview: false,
        allowed: &allowed,
        lifted: lifted(&allowed),
        on_event: &|event| match event {
            Event::Waiting { holder } => {
                let waiting = Status::Waiting { target: out.display().to_string(), holder };
                progress.pause(|| printer.status(&waiting));
            }
            Event::Read { report, .. } | Event::Compared { report } => progress.pause(|| printer.report(report)),
            Event::Dropped { departed, more } => {
                let ids: Vec<String> = departed.iter().map(|own| format!("`{}`", own.id())).collect();
                let dropped = Incomplete::Dropped { ids: ids.join(", "), more };
                progress.pause(|| printer.coded_warning(VANISHED, None, &dropped));
            }
            Event::DamagedCache { directory } if !allowed.contains(&DAMAGED_CACHE) => {
                progress.pause(|| printer.about(directory, DAMAGED_CACHE, &Damage::Cache, &Help::CheckDisk));
            }
            Event::DamagedFile { file } if !allowed.contains(&DAMAGED_FILE) => {
                progress.pause(|| printer.about(&out.join(file), DAMAGED_FILE, &Damage::File, &Help::CheckDisk));
            }
            Event::Cut { file, text } if !allowed.contains(&CUT_TEXT) => {
                cut.update(|count| count + 1);
                if cut.get() <= Report::KEPT {
                    let cut = Incomplete::Text { column: text.column, announcement: text.announcement.clone() };
                    progress.pause(|| printer.coded_warning(CUT_TEXT, Some(file), &cut));
                }
            }
            Event::EditedHistory { path, line, fault } => {
                let place = format!("{}:{line}", path.display());
                progress.pause(|| printer.coded_warning(EDITED_HISTORY, Some(&place), &fault));
            }
            Event::NoHistory { error } if !allowed.contains(&NO_HISTORY) => {
                progress.pause(|| printer.failed_warning(NO_HISTORY, error, &Help::MakeHistoryWritable));
            }
            Event::Cut { .. } | Event::DamagedCache { .. } | Event::DamagedFile { .. } | Event::NoHistory { .. } => {}
        },
    };
    let done = job.run(&progress.counts, &stop);
    drop(progress);
    if cut.get() > Report::KEPT {
        printer.warning(&Incomplete::MoreTexts { count: cut.get() - Report::KEPT });
    }
    let done = match done {
        Err(PublishError::EditedHistory { path, line, fault }) => {
            edited_history::report(&path, &[(line, fault)], printer);
            return Ok(Exit::Input);
        }
        done => done?,
    };
    let Some(done) = done else { return Ok(Exit::Input) };
    for line in describe(&done, out, started) {
        printer.result(&line);
    }
    if let Some(due) = &done.next_due
        && !allowed.contains(&NEXT_DUE)
    {
        printer.facts(NEXT_DUE, &Summary::from(due.clone()), due);
    }
    Ok(Exit::Success)
}

/// Prints what an export would change in the target. Fails as the export would.
fn dry_run(options: &ExportOptions, allowed: &[&'static Code], printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let (data, out) = (&options.data.path, &options.out.path);
    let as_of = options.as_of.unwrap_or_else(|| Timestamp::now().into());
    let threads = options.threads.unwrap_or_else(anslag_pipeline::cores);
    let mut report = Report::allowing(allowed);
    let corpus = Corpus::open_with(data, Opening { threads, as_of: Some(as_of), ..Opening::default() }, &mut report)?;
    printer.report(&report);
    let Some(corpus) = corpus else { return Ok(Exit::Input) };
    let mut compared = Report::allowing(allowed);
    let refused = check_target(out, data, &corpus, as_of, lifted(allowed), &mut compared);
    printer.report(&compared);
    // A target that cannot be published into has nothing to compare with; one that would lose announcements has.
    if let Err(error @ (PublishError::Foreign { .. } | PublishError::Target { .. } | PublishError::Io { .. })) = refused
    {
        return Err(error.into());
    }
    let plan = Plan::new(&corpus, as_of)?;
    let names = [name_of_lines(out), data.display().to_string()];
    let published = match open_published(out)? {
        Some(file) => file,
        None => temporary_file()?,
    };
    let mut changes = Changes::new(Former::new(published, names)?, printer);
    json_lines(&corpus, &plan).try_for_each(|line| changes.compare(&line?))?;
    changes.finish()?;
    refused?;
    Ok(Exit::Success)
}

/// Returns the refusals that allowed codes lift.
pub(crate) fn lifted(allowed: &[&Code]) -> Lifted {
    Lifted {
        vanished_feeds: allowed.contains(&VANISHED_FEED),
        vanished_announcements: allowed.contains(&VANISHED),
        edited_history: allowed.contains(&EDITED_HISTORY),
    }
}

/// Returns what an export wrote, with a line for each reason why announcements are not published.
fn describe(done: &anslag_publish::Summary, out: &Path, started: Instant) -> Vec<Summary> {
    let seconds = format!("{:.2}", started.elapsed().as_secs_f64());
    let (as_of, out, size) = (done.as_of, out.display().to_string(), Size::new(done.bytes));
    let mut lines = vec![Summary::Published { count: done.published, as_of, out, files: done.files, size, seconds }];
    let others = [
        (done.board_only, Summary::BoardOnly { count: done.board_only }),
        (done.drafts, Summary::Drafts { count: done.drafts }),
        (done.held_back, Summary::HeldBack { count: done.held_back }),
        (done.expired, Summary::Expired { count: done.expired }),
        (done.withdrawn, Summary::Withdrawn { count: done.withdrawn }),
    ];
    lines.extend(others.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line));
    let Work { chunks_rendered, chunks_kept, pages_rendered, pages_kept, files_linked: files, .. } = done.work;
    if files > 0 {
        let (of_chunks, of_pages) = (chunks_rendered + chunks_kept, pages_rendered + pages_kept);
        lines.push(Summary::Rendered { chunks: chunks_rendered, of_chunks, pages: pages_rendered, of_pages, files });
    }
    lines.extend(done.next_due.clone().map(Summary::from));
    lines
}

impl Fatal for PublishError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Open { error } => error.code(),
            Self::Foreign { .. } => FatalCode::TargetNotOurs,
            Self::Target { .. } => FatalCode::InvalidTarget,
            Self::MissingFeature { .. } => FatalCode::MissingFeature,
            Self::Vanished { .. } => FatalCode::VanishedFeed,
            Self::VanishedAnnouncements { .. } => FatalCode::Vanished,
            Self::Emptied { .. } => FatalCode::EmptiedPublication,
            Self::Taken { .. } => FatalCode::BusyTarget,
            Self::StaticName { .. } => FatalCode::ReservedName,
            Self::DamagedManifest { .. } => FatalCode::DamagedManifest,
            Self::ChangedFile { .. } => FatalCode::ChangedPublication,
            Self::EditedHistory { .. } => FatalCode::EditedHistory,
            Self::Stopped => FatalCode::Interrupted,
            Self::Read { error: ReadError::Changed { .. } } => FatalCode::ChangedSource,
            Self::Read { error: ReadError::Io { .. } | ReadError::Index { .. } } | Self::Io { .. } => {
                FatalCode::IoError
            }
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Open { error } => error.help(),
            Self::Foreign { .. } => Some(Help::OtherTargetOrStatic),
            Self::Target { .. } => Some(Help::OtherTarget),
            Self::StaticName { .. } => Some(Help::RenameStatic),
            Self::MissingFeature { format, feature } => {
                Some(Help::BuildWithFeature { feature, format: format.spec().key })
            }
            Self::VanishedAnnouncements { departed, day, .. } => {
                departed.first().map(|own| Help::ReturnAnnouncement { id: own.id().to_owned(), day: *day })
            }
            Self::Emptied { .. } => Some(Help::ReturnAnnouncements),
            Self::DamagedManifest { .. } => Some(Help::RestoreManifest),
            Self::ChangedFile { .. } => Some(Help::ExportAgain),
            Self::EditedHistory { .. } => Some(Help::RestoreHistory),
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
