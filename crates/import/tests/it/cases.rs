//! Each folder of `cases` has a source named `input`, perhaps an `import.toml`, and the files and findings that come of it.

use anslag_fixtures::assert_golden;
use anslag_import::{Drafts, Finding, Folder, Profiles, Source, read};
use anslag_source::{Opening, Report, check_files, open_publication};
use anslag_wording::{Language, Wording};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Publication that the cases are imported into.
const PUBLICATION: &str = r#"
base = "https://data.exempel.example/"
publisher = "kommunen"
licence = "http://creativecommons.org/publicdomain/zero/1.0/"
languages = ["sv", "en"]
time_zone = "Europe/Stockholm"
country = "SE"
title = { sv = "Anslag", en = "Announcements" }
description = { sv = "Kommunens anslag.", en = "Announcements of the municipality." }
contact = { name = "Data", email = "data@exempel.example" }
"#;

/// Register that the cases are imported into.
const REGISTER: &str = r#"
[organizations.kommunen]
name = { sv = "Exempels kommun", en = "Exempel Municipality" }
kind = "kommun"
number = "219999-0025"

[organizations.va]
name = { sv = "VA-enheten", en = "Water Unit" }
unit_of = "kommunen"

[topics.vatten]
name = { sv = "Vatten", en = "Water" }
"#;

#[test]
fn golden() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders: Vec<PathBuf> = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    // Folders of pages have another test.
    for folder in folders.iter().filter(|folder| input(folder).is_some()) {
        check(folder);
    }
}

#[track_caller]
fn check(case: &Path) {
    let data = tempfile::tempdir().unwrap();
    fs::write(data.path().join("publication.toml"), PUBLICATION).unwrap();
    fs::write(data.path().join("register.toml"), REGISTER).unwrap();
    let mut report = Report::default();
    let publication = open_publication(data.path(), &mut report).unwrap();
    let publication = publication.unwrap_or_else(|| panic!("{:?}", messages(&report)));
    let input = input(case).unwrap();
    let name = input.file_name().unwrap().to_str().unwrap().to_owned();
    let profiles = Profiles::read(&case.join("import.toml"), false).unwrap();
    let import = |findings: &mut Vec<Finding>| {
        let mut folder = Folder::open(data.path(), &publication, anslag_import::Writing::New).unwrap();
        let profile = profiles.of(&name);
        let source = Source::new(name.clone(), fs::read(&input).unwrap(), None)?;
        let mut write = |draft, findings: &mut Vec<_>| folder.write(draft, &profile, findings);
        let read = read(&source, &profile, &mut Drafts::new(publication.country, &mut write, findings));
        read.map(|()| (folder.written().to_vec(), folder.known()))
    };
    let mut findings = Vec::new();
    let first = import(&mut findings);
    // What an import has written, another does not write again.
    if let (Ok((written, known)), Ok((again, known_again))) = (&first, &import(&mut Vec::new())) {
        assert_eq!((again.len(), *known_again), (0, written.len() + known), "{}", case.display());
    }
    findings.extend(first.err());
    let mut said: Vec<String> = findings
        .iter()
        .map(|finding| {
            let line = finding.line.map_or_else(String::new, |line| format!(":{line}"));
            let source = Path::new(&finding.source).file_name().unwrap_or_default().to_string_lossy().into_owned();
            format!("{source}{line}: {}\n", Wording::in_language(finding, Language::default()))
        })
        .collect();
    said.dedup();
    let written = files(&data.path().join("announcements"));
    let mut report = Report::default();
    check_files(data.path(), &written, &Opening::default(), &mut report).unwrap();
    said.extend(messages(&report));
    assert_golden(&case.join("findings.txt"), said.concat().as_bytes());
    let expected = case.join("announcements");
    let names = |paths: &[PathBuf]| paths.iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>();
    fs::create_dir_all(&expected).unwrap();
    if anslag_fixtures::is_update() {
        fs::remove_dir_all(&expected).unwrap();
        fs::create_dir_all(&expected).unwrap();
    }
    for path in &written {
        assert_golden(&expected.join(path.file_name().unwrap()), &fs::read(path).unwrap());
    }
    assert_eq!(names(&files(&expected)), names(&written), "{}", case.display());
}

/// Returns the problems of a report.
fn messages(report: &Report) -> Vec<String> {
    let said = report.in_words(Language::default()).into_iter().map(|message| {
        let file = message.path.and_then(|path| Path::new(path).file_name()).unwrap_or_default().to_string_lossy();
        format!("{file}: {}: {}\n", message.code.unwrap_or_default(), message.message)
    });
    said.collect()
}

/// Returns the source of a case.
fn input(case: &Path) -> Option<PathBuf> {
    files(case).into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == "input"))
}

/// Returns the files of a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}
