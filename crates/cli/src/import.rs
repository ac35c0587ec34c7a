#![allow(clippy::result_large_err, reason = "a source ends with one finding at most, so that its size does not matter")]

use crate::{
    arguments::{ImportOptions, ReadingOptions, SyncOptions},
    exit::Exit,
    fatal::Fatal,
    import_codes::{
        CHANGED_SOURCE_FACT, KEPT_EDIT, MoreFindings, UNCERTAIN_IMPORT, UNREADABLE_IMPORT, VANISHED_SOURCE,
    },
    printer::Printer,
    summary::Summary,
};
use anslag_core::{Country, Publication};
use anslag_http::Reach;
use anslag_import::{
    Doubt, Drafts, FetchFault, FetchOptions, Fetcher, Finding, Folder, Profiles, Source, Writing, is_address, read,
    read_address,
};
use anslag_source::{Code, Opening, Report, check_files, open_publication};
use jiff::Timestamp;
use std::{collections::HashMap, mem::discriminant, path::Path, ptr};

/// Findings of a kind that are printed of each source.
const SHOWN: usize = 20;

/// Imports sources into new files, and prints what is uncertain.
pub(crate) fn import(options: &ImportOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    run(&options.sources, &options.reading, Writing::New, printer)
}

/// Imports sources again, and prints what has changed.
pub(crate) fn sync(options: &SyncOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let writing = if options.dry_run { Writing::DryRun } else { Writing::Sync };
    run(&options.sources, &options.reading, writing, printer)
}

fn run(
    sources: &[String],
    options: &ReadingOptions,
    writing: Writing,
    printer: Printer,
) -> Result<Exit, Box<dyn Fatal>> {
    let data = &options.data.path;
    let mut report = Report::default();
    let Some(publication) = open_publication(data, &mut report)?.filter(|_| report.errors() == 0) else {
        printer.report(&report);
        return Ok(Exit::Input);
    };
    let path = options.profile.clone().unwrap_or_else(|| data.join("import.toml"));
    let opened = Profiles::read(&path, options.profile.is_some())
        .and_then(|profiles| Ok((profiles, Folder::open(data, &publication, writing)?)));
    let (profiles, mut folder) = match opened {
        Ok(opened) => opened,
        Err(finding) => return Ok(refuse(&finding, printer)),
    };
    let country = publication.country;
    let known = folder.sources().into_iter().filter(|source| is_address(source));
    let sources = if sources.is_empty() { known.collect() } else { sources.to_vec() };
    let mut fetcher = Fetcher::new(fetch_options(options, &publication));
    let mut exit = Exit::Success;
    for name in &sources {
        let mut findings = Vec::new();
        let imported = read_source(name, country, &profiles, &mut folder, &mut fetcher, &mut findings);
        print(&findings, printer);
        if let Err(finding) = imported {
            let failed = refuse(&finding, printer);
            exit = if exit == Exit::Io { exit } else { failed };
        }
    }
    let count = folder.written().len();
    printer.result(&match writing {
        Writing::New => {
            let folder_name = data.join("announcements").display().to_string();
            Summary::Imported { count, folder: folder_name, known: folder.known() }
        }
        Writing::Sync => Summary::Synced { count, sources: sources.len() },
        Writing::DryRun => Summary::WouldSync { count, sources: sources.len() },
    });
    let opening = Opening { as_of: Some(Timestamp::now().into()), ..Opening::default() };
    let mut report = Report::default();
    if count > 0 && writing != Writing::DryRun {
        check_files(data, folder.written(), &opening, &mut report)?;
        printer.report(&report);
    }
    Ok(if exit == Exit::Success && report.errors() > 0 { Exit::Input } else { exit })
}

fn fetch_options(options: &ReadingOptions, publication: &Publication) -> FetchOptions {
    FetchOptions {
        reach: if options.allow_private { Reach::Anywhere } else { Reach::Internet },
        proxies: options.proxy.proxies(),
        contact: Some(publication.contact.email.to_string()),
        cache: Some(options.data.path.join(".anslag").join("import").join("cache")),
        ..FetchOptions::default()
    }
}

/// Reads one source into the folder.
fn read_source(
    name: &str,
    country: Country,
    profiles: &Profiles,
    folder: &mut Folder<'_>,
    fetcher: &mut Fetcher,
    findings: &mut Vec<Finding>,
) -> Result<(), Finding> {
    let profile = profiles.of(name);
    folder.begin(name);
    let known = folder.pages();
    let mut write = |draft, findings: &mut Vec<Finding>| folder.write(draft, &profile, findings);
    let mut drafts = Drafts::new(country, &mut write, findings);
    if is_address(name) {
        let listing = read_address(name, &profile, &known, fetcher, &mut drafts)?;
        folder.end(&listing, findings);
        Ok(())
    } else {
        read(&Source::read(Path::new(name))?, &profile, &mut drafts)
    }
}

/// Prints findings, of each kind the first ones.
fn print(findings: &[Finding], printer: Printer) {
    let mut counts = HashMap::new();
    let mut more = 0;
    for finding in findings {
        let count = counts.entry(discriminant(&finding.doubt)).or_insert(0);
        *count += 1;
        // A sync tells every fact.
        if *count <= SHOWN || !ptr::eq(code(&finding.doubt), UNCERTAIN_IMPORT) {
            printer.found(code(&finding.doubt), finding);
        } else {
            more += 1;
        }
    }
    if more > 0 {
        printer.warning(&MoreFindings::Like { count: more });
    }
}

/// Returns the code of a finding with which a source goes on.
const fn code(doubt: &Doubt) -> &'static Code {
    match doubt {
        Doubt::New | Doubt::Changed { .. } => CHANGED_SOURCE_FACT,
        Doubt::Kept { .. } | Doubt::Unmergeable => KEPT_EDIT,
        Doubt::Vanished { .. } => VANISHED_SOURCE,
        _ => UNCERTAIN_IMPORT,
    }
}

/// Prints the finding that a source ends with, and returns the outcome.
fn refuse(finding: &Finding, printer: Printer) -> Exit {
    printer.found(UNREADABLE_IMPORT, finding);
    match finding.doubt {
        // What the website forbids or does not have is a fault of the input.
        Doubt::Unfetched { fault: FetchFault::Forbidden { .. } | FetchFault::Status { status: 400..429 }, .. } => {
            Exit::Input
        }
        Doubt::Unreadable { .. } | Doubt::Unwritable { .. } | Doubt::Unfetched { .. } => Exit::Io,
        _ => Exit::Input,
    }
}
