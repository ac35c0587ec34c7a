//! What a publication and an announcement begin with is read without an error.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

use anslag_core::{AnnouncementType, Base, Email, LanguageTag, Licence, OrganizationNumber, Publication};
use anslag_init::{Beginning, Municipality, NewAnnouncement};
use anslag_source::{Report, Severity, read_markdown, read_publication, recommendations};
use anslag_wording::Language;
use jiff::civil::date;

fn beginning(municipality: Municipality, languages: &[&str]) -> Beginning {
    Beginning {
        municipality,
        base: Base::new("https://data.example.se/").unwrap(),
        languages: languages.iter().map(|tag| LanguageTag::new(tag).unwrap()).collect(),
        licence: Licence::Zero,
        email: Email::new("oppna-data@example.se").unwrap(),
        number: OrganizationNumber::new("212000-1538").unwrap(),
        today: date(2026, 12, 1),
    }
}

fn file<'f>(files: &'f [(String, String)], name: &str) -> (&'f str, &'f [u8]) {
    let (path, text) = files.iter().find(|(path, _)| path == name).unwrap();
    (path, text.as_bytes())
}

fn publication(files: &[(String, String)], report: &mut Report) -> Publication {
    let (settings, register) = (file(files, "publication.toml"), file(files, "register.toml"));
    let publication = read_publication(settings, register, report);
    let publication = publication.unwrap_or_else(|| panic!("{}", report.render(Language::English, false)));
    recommendations(&publication, settings, register, report);
    publication
}

#[track_caller]
fn check(municipality: &str, languages: &[&str], expected: &[&str]) {
    let files = beginning(Municipality::find(municipality).unwrap(), languages).files();
    let mut report = Report::default();
    let publication = publication(&files, &mut report);
    let examples = files.iter().filter(|(path, _)| path.starts_with("announcements/"));
    for (path, text) in examples.clone() {
        assert!(read_markdown(path, text.as_bytes(), &publication, &mut report).is_some(), "{path}");
    }
    assert_eq!(examples.count(), AnnouncementType::ALL.len());
    let shown = report.render(Language::English, false);
    let codes: Vec<_> = report.diagnostics().iter().map(|diagnostic| diagnostic.code().name).collect();
    assert_eq!(codes, expected, "{shown}");
    assert_eq!(report.errors(), 0);
}

/// Facts that only the municipality knows: telephone, address, website, and how accessible the site is.
const UNKNOWN: [&str; 4] =
    ["missing-accessibility", "recommended-property", "recommended-property", "recommended-property"];

#[test]
fn a_publication_begins_without_an_error() {
    check("Vänersborg", &["sv", "en"], &UNKNOWN);
    check("Malung-Sälen", &["sv"], &UNKNOWN);
    check("Upplands Väsby", &["en", "sv"], &UNKNOWN);
}

#[test]
fn any_municipality_can_begin_a_publication() {
    for municipality in Municipality::all() {
        let mut report = Report::default();
        publication(&beginning(municipality, &["sv", "en"]).files(), &mut report);
        assert_eq!(report.errors(), 0, "{}", report.render(Language::English, false));
    }
}

#[test]
fn a_main_language_without_words_of_ours_has_the_name() {
    let files = beginning(Municipality::find("Haparanda").unwrap(), &["fi", "sv"]).files();
    let mut report = Report::default();
    publication(&files, &mut report);
    assert_eq!(report.errors(), 0, "{}", report.render(Language::English, false));
}

fn source(kind: AnnouncementType, language: &str, title: &str) -> (String, String) {
    let language = LanguageTag::new(language).unwrap();
    let source = NewAnnouncement { title, kind, day: date(2026, 12, 1), language: &language }.source();
    (source.name, source.text)
}

/// A comment of a source that names a field, without its sign.
fn without_sign(line: &str) -> &str {
    let field = line.strip_prefix("# ").filter(|rest| rest.starts_with('[') || rest.contains(" = "));
    field.unwrap_or(line)
}

#[test]
fn a_new_announcement_is_a_draft_whose_comments_name_known_fields() {
    let files = beginning(Municipality::find("1487").unwrap(), &["sv", "en"]).files();
    let publication = publication(&files, &mut Report::default());
    for kind in AnnouncementType::ALL {
        for language in ["sv", "en", "et"] {
            let (name, text) = source(kind, language, "Ett \"nytt\" bibliotek");
            let mut report = Report::default();
            assert!(read_markdown(&name, text.as_bytes(), &publication, &mut report).is_some());
            let shown = report.render(Language::English, false);
            assert!(report.diagnostics().iter().all(|own| own.code().severity != Severity::Error), "{text}\n{shown}");
            let all: String = text.lines().map(|line| format!("{}\n", without_sign(line))).collect();
            let mut report = Report::default();
            read_markdown(&name, all.as_bytes(), &publication, &mut report);
            let shown = report.render(Language::English, false);
            let is_of_form =
                |name: &str| ["unknown-key", "invalid-toml", "wrong-type", "unknown-value"].contains(&name);
            assert!(report.diagnostics().iter().all(|own| !is_of_form(own.code().name)), "{all}\n{shown}");
        }
    }
}

#[test]
fn a_file_has_the_name_of_its_day_and_title() {
    let name = |title: &str| source(AnnouncementType::News, "sv", title).0;
    assert_eq!(name("Biblioteket får nya öppettider!"), "2026-12-01-biblioteket-far-nya-oppettider.md");
    assert_eq!(name("…"), "2026-12-01-news.md");
    assert!(name(&"ord ".repeat(100)).len() < 80);
    assert_eq!(name(&"o".repeat(1000)), "2026-12-01-news.md");
}
