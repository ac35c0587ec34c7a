use crate::{
    arguments::ImportOptions,
    exit::Exit,
    fatal::Fatal,
    import_codes::{MoreFindings, UNCERTAIN_IMPORT, UNREADABLE_IMPORT},
    printer::Printer,
    summary::Summary,
};
use anslag_core::Country;
use anslag_import::{Doubt, Drafts, Finding, Folder, Profiles, Source, read};
use anslag_source::{Opening, Report, check_files, open_publication};
use jiff::Timestamp;
use std::{collections::HashMap, mem::discriminant, path::Path};

/// Findings of a kind that are printed of each source.
const SHOWN: usize = 20;

/// Imports sources into new files, and prints what is uncertain.
pub(crate) fn run(options: &ImportOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let data = &options.data.path;
    let mut report = Report::default();
    let Some(publication) = open_publication(data, &mut report)?.filter(|_| report.errors() == 0) else {
        printer.report(&report);
        return Ok(Exit::Input);
    };
    let path = options.profile.clone().unwrap_or_else(|| data.join("import.toml"));
    let opened = Profiles::read(&path, options.profile.is_some())
        .and_then(|profiles| Ok((profiles, Folder::open(data, &publication)?)));
    let (profiles, mut folder) = match opened {
        Ok(opened) => opened,
        Err(finding) => return Ok(refuse(&finding, printer)),
    };
    let country = publication.country;
    let mut exit = Exit::Success;
    for name in &options.sources {
        let mut findings = Vec::new();
        let imported = import(name, country, &profiles, &mut folder, &mut findings);
        print(&findings, printer);
        if let Err(finding) = imported {
            let failed = refuse(&finding, printer);
            exit = if exit == Exit::Io { exit } else { failed };
        }
    }
    let folder_name = data.join("announcements").display().to_string();
    printer.result(&Summary::Imported { count: folder.written().len(), folder: folder_name, known: folder.known() });
    let opening = Opening { as_of: Some(Timestamp::now().into()), ..Opening::default() };
    let mut report = Report::default();
    if !folder.written().is_empty() {
        check_files(data, folder.written(), &opening, &mut report)?;
        printer.report(&report);
    }
    Ok(if exit == Exit::Success && report.errors() > 0 { Exit::Input } else { exit })
}

/// Imports one source.
fn import(
    name: &str,
    country: Country,
    profiles: &Profiles,
    folder: &mut Folder<'_>,
    findings: &mut Vec<Finding>,
) -> Result<(), Finding> {
    let profile = profiles.of(name);
    let source = Source::read(Path::new(name))?;
    let mut write = |draft, findings: &mut Vec<Finding>| folder.write(draft, &profile, findings);
    read(&source, &profile, &mut Drafts::new(country, &mut write, findings))
}

/// Prints findings, of each kind the first ones.
fn print(findings: &[Finding], printer: Printer) {
    let mut counts = HashMap::new();
    for finding in findings {
        let count = counts.entry(discriminant(&finding.doubt)).or_insert(0);
        *count += 1;
        if *count <= SHOWN {
            printer.found(UNCERTAIN_IMPORT, finding);
        }
    }
    let more: usize = counts.values().map(|count| count.saturating_sub(SHOWN)).sum();
    if more > 0 {
        printer.warning(&MoreFindings::Like { count: more });
    }
}

/// Prints the finding that a source ends with, and returns the outcome.
fn refuse(finding: &Finding, printer: Printer) -> Exit {
    printer.found(UNREADABLE_IMPORT, finding);
    match finding.doubt {
        Doubt::Unreadable { .. } | Doubt::Unwritable { .. } => Exit::Io,
        _ => Exit::Input,
    }
}
