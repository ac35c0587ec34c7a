//! Saved pages as source files. After a change that is meant: `ANSLAG_GOLDEN=update cargo test -p anslag-import golden`.

use anslag_core::{Country, limit};
use anslag_fixtures::assert_golden;
use anslag_import::{Draft, Page, read_page};
use anslag_source::{Corpus, Report};
use anslag_wording::{Language, Wording};
use proptest::{prelude::*, sample::select};
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = folders.filter(|path| path.join("page.html").exists()).collect();
    cases.sort();
    cases
}

fn country() -> Country {
    Country::new("SE").unwrap()
}

/// A doubt in words.
struct Worded<'w>(&'w dyn Wording);

impl fmt::Display for Worded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.word(Language::English, f)
    }
}

/// Reads a page, and returns the draft and what is found, one finding a line.
fn read(name: &str, html: &str) -> (Draft, String) {
    let mut findings = Vec::new();
    let draft = read_page(Page { name, address: None, country: country(), html }, &mut findings).unwrap();
    let line = |finding: &anslag_import::Finding| format!("{}: {}\n", finding.excerpt, Worded(&finding.doubt));
    (draft, findings.iter().map(line).collect())
}

#[test]
fn golden_pages_are_source_files() {
    assert_eq!(cases().len(), 10);
    for case in cases() {
        let html = fs::read_to_string(case.join("page.html")).unwrap();
        let (draft, findings) = read("page.html", &html);
        assert_golden(&case.join("page.md"), draft.to_source().as_bytes());
        assert_golden(&case.join("findings.txt"), findings.as_bytes());
    }
}

#[test]
fn source_files_of_pages_are_without_errors() {
    let folder = tempfile::tempdir().unwrap();
    let announcements = folder.path().join("announcements");
    fs::create_dir(&announcements).unwrap();
    let publication = "base = 'https://data.ekasa.example/'\npublisher = 'ekasa'\n\
                       licence = 'http://creativecommons.org/publicdomain/zero/1.0/'\nlanguages = ['sv', 'en']\n\
                       time_zone = 'Europe/Stockholm'\n[title]\nsv = 'Anslag'\nen = 'Announcements'\n\
                       [description]\nsv = 'Anslag.'\nen = 'Announcements.'\n[contact]\nname = 'Data'\nemail = 'data@ekasa.example'\n";
    fs::write(folder.path().join("publication.toml"), publication).unwrap();
    let register = "[organizations.ekasa]\nname = 'Ekåsa kommun'\nkind = 'kommun'\ncountry = 'SE'\n";
    fs::write(folder.path().join("register.toml"), register).unwrap();
    for case in cases() {
        let html = fs::read_to_string(case.join("page.html")).unwrap();
        let (mut draft, _) = read("page.html", &html);
        for (key, value) in [("type", "nyhet"), ("date", "2020-01-01")] {
            if draft.get(key).is_none() {
                draft.state(key, value);
            }
        }
        let date = draft.get("date").unwrap().as_value().unwrap().to_string();
        let day = &date.trim().trim_matches('"')[..10];
        let name = case.file_name().unwrap().to_str().unwrap();
        fs::write(announcements.join(format!("{day}-{name}.md")), draft.to_source()).unwrap();
    }
    let mut report = Report::default();
    let corpus = Corpus::open(folder.path(), &mut report).unwrap();
    assert!(report.errors() == 0 && corpus.is_some(), "{}", report.render(Language::English, false));
}

#[test]
fn a_page_that_is_too_deep_is_refused() {
    let html = format!("<main><h1>a</h1>{}", "<div>".repeat(100_000));
    let error =
        read_page(Page { name: "a", address: None, country: country(), html: &html }, &mut Vec::new()).unwrap_err();
    assert_eq!(error, limit::BODY_LEVELS);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// A page may be cut, and have anything in it.
    #[test]
    fn damaged_pages_are_read(
        case in select(cases()),
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0..40_usize, anslag_fixtures::markup()), 0..6),
    ) {
        let mut html = fs::read_to_string(case.join("page.html")).unwrap();
        for (at, removed, added) in cuts {
            let start = html.floor_char_boundary(at.index(html.len() + 1));
            let end = html.ceil_char_boundary((start + removed).min(html.len()));
            html.replace_range(start..end, &added);
        }
        let _ = read_page(Page { name: "page.html", address: Some("https://a.example/b/"), country: country(), html: &html }, &mut Vec::new());
    }
}
