use crate::{
    Report,
    announcement::{self, FileParts},
    entry::Notation,
    finding::Findings,
    front_matter::{self, FrontMatter},
    json_tree,
    keys::ANNOUNCEMENT,
    names::announcement_name,
    nested,
    publication::{Draft, draft},
    register::{refuse_device_names, register, right_part},
    text::decode,
    toml_tree,
    tree::Node,
    website, yaml_tree,
};
use anslag_core::{Announcement, Publication};
use jiff::Timestamp;
use std::{path::Path, sync::Arc};

/// Reads an announcement from a Markdown file with TOML or YAML front matter.
///
/// `path` is how the file is shown to the user. Its name without extension is the announcement's id if no key gives one; that
/// of `index.md` is the name of its folder. Files that it refers to are in the directory of `path`, if that names one. Problems
/// go to the report; returns `None` if there is an error.
pub fn read_markdown(path: &str, bytes: &[u8], publication: &Publication, report: &mut Report) -> Option<Announcement> {
    let (announcement, findings) = parse_markdown(path, bytes, publication, folder_of(path), None);
    report_findings(findings, path, bytes, 1, report);
    announcement
}

/// Reads an announcement, and returns its problems for [`report_findings`]. Files that it names are in `folder`.
pub(crate) fn parse_markdown(
    path: &str,
    bytes: &[u8],
    publication: &Publication,
    folder: Option<&Path>,
    now: Option<Timestamp>,
) -> (Option<Announcement>, Findings) {
    let findings = Findings::at(now).in_folder(folder);
    let text = decode(bytes, &findings);
    let read = || {
        // What is not UTF-8 is one problem, whatever else the text looks like.
        if findings.failed() {
            return None;
        }
        let parts = front_matter::split(&text, &findings)?;
        let mut table = match parts.syntax {
            FrontMatter::Toml => toml_tree::parse(&text, parts.front_matter, &findings)?,
            FrontMatter::Yaml => {
                findings.set_notation(Notation::Yaml);
                yaml_tree::parse(&text, parts.front_matter, &findings)?
            }
        };
        nested::flatten(&mut table, &publication.check, &findings);
        website::ignore(&mut table, &ANNOUNCEMENT, &publication.check, &findings);
        website::read_published_flag(&mut table);
        // Problems of the front matter as a whole are shown where it begins.
        table.span = 0..3;
        let body = Some((&text[parts.body.clone()], parts.body));
        let file = FileParts { name: announcement_name(Path::new(path))?.to_str(), body };
        announcement::read(&table, &file, publication, &findings)
    };
    let announcement = read().filter(|_| !findings.failed());
    (announcement, findings)
}

/// Reads an announcement from a line of JSON Lines: the model's own serialised form.
///
/// `number` is the line's number in its file, from 1; the line's end is not part of `bytes`.
pub fn read_json_line(
    path: &str,
    number: usize,
    bytes: &[u8],
    publication: &Publication,
    report: &mut Report,
) -> Option<Announcement> {
    let (announcement, findings) = parse_json_line(bytes, publication, folder_of(path), None);
    report_findings(findings, path, bytes, number, report);
    announcement
}

/// Reads an announcement, and returns its problems for [`report_findings`]. Files that it names are in `folder`.
pub(crate) fn parse_json_line(
    bytes: &[u8],
    publication: &Publication,
    folder: Option<&Path>,
    now: Option<Timestamp>,
) -> (Option<Announcement>, Findings) {
    let findings = Findings::at(now).in_folder(folder);
    findings.set_notation(Notation::Json);
    let text = decode(bytes, &findings);
    let read = || {
        if findings.failed() {
            return None;
        }
        let table = json_tree::parse(&text, &findings).filter(|_| !findings.failed())?;
        announcement::read(&table, &FileParts { name: None, body: None }, publication, &findings)
    };
    let announcement = read().filter(|_| !findings.failed());
    (announcement, findings)
}

/// Returns the directory in the path of a file.
fn folder_of(path: &str) -> Option<&Path> {
    Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty())
}

/// Reports the problems of a file or a line, of which these are the bytes.
pub(crate) fn report_findings(findings: Findings, path: &str, bytes: &[u8], first_line: usize, report: &mut Report) {
    if findings.is_empty() {
        return;
    }
    // The problems of decoding are among the findings already.
    let text = decode(bytes, &Findings::default());
    findings.report_to(&Arc::from(path), &text, first_line, report);
}

/// Reads a publication from its two files, each given by how it is shown to the user and by its bytes.
pub fn read_publication(
    publication: (&str, &[u8]),
    register_file: (&str, &[u8]),
    report: &mut Report,
) -> Option<Publication> {
    read_settings(publication, register_file, None, report)?.valid()
}

/// Publication as its two files describe it.
pub(crate) enum Settings {
    /// Publication without errors.
    Valid(Publication),
    /// Right part of a publication with errors. Its announcements can still be checked, but not published.
    Provisional(Publication),
}

impl Settings {
    /// Returns the publication, or the right part of it.
    pub(crate) const fn publication(&self) -> &Publication {
        match self {
            Self::Valid(publication) | Self::Provisional(publication) => publication,
        }
    }

    /// Returns the publication; `None` if it has errors.
    pub(crate) fn valid(self) -> Option<Publication> {
        match self {
            Self::Valid(publication) => Some(publication),
            Self::Provisional(_) => None,
        }
    }
}

/// Reads a publication from its two files. Returns `None` if not even announcements can be checked with them.
pub(crate) fn read_settings(
    publication: (&str, &[u8]),
    register_file: (&str, &[u8]),
    folder: Option<&Path>,
    report: &mut Report,
) -> Option<Settings> {
    let (path, bytes) = publication;
    let findings = Findings::default();
    let text = decode(bytes, &findings);
    let table = toml(&text, &findings);
    let draft = table.as_ref().and_then(|table| draft(table, &findings));
    let main = draft.as_ref().and_then(Draft::language);

    let (register_path, bytes) = register_file;
    let register_findings = Findings::default().in_folder(folder);
    let register_text = decode(bytes, &register_findings);
    let register_table = toml(&register_text, &register_findings);
    let entries = register_table
        .as_ref()
        .and_then(|table| register(table, main.as_ref()?, &register_findings))
        .filter(|_| !register_findings.failed());
    register_findings.report_to(&Arc::from(register_path), &register_text, 1, report);

    let device_names = Findings::default();
    if let Some(table) = &register_table {
        refuse_device_names(table, &device_names);
    }
    let before = report.errors();
    device_names.report_to(&Arc::from(register_path), &register_text, 1, report);
    let are_keys_allowed = report.errors() == before;

    let publication = draft.and_then(|draft| draft.finish(entries?, &findings)).filter(|_| are_keys_allowed);
    let provisional = || {
        let ignored = Findings::default();
        let draft = self::draft(table.as_ref()?, &ignored)?;
        let main = draft.language()?;
        let register = register_table.as_ref().map(|table| right_part(table, &main)).unwrap_or_default();
        draft.provisional(register)
    };
    match finish(publication, findings, path, &text, 1, report) {
        Some(publication) => Some(Settings::Valid(publication)),
        None => provisional().map(Settings::Provisional),
    }
}

fn toml<'t>(text: &'t str, findings: &Findings) -> Option<Node<'t>> {
    if findings.failed() { None } else { toml_tree::parse(text, 0..text.len(), findings) }
}

/// Reports the problems of a text; returns the value if there is no error.
fn finish<T>(
    value: Option<T>,
    findings: Findings,
    path: &str,
    text: &str,
    first_line: usize,
    report: &mut Report,
) -> Option<T> {
    let value = value.filter(|_| !findings.failed());
    findings.report_to(&Arc::from(path), text, first_line, report);
    value
}
