use crate::{data, open};
use anslag_core::{Announcement, Fields, Phone, Publication};
use anslag_fixtures::{announcement, everything, nothing};
use anslag_source::{Report, read_json_line};
use anslag_wording::Language;
use proptest::prelude::*;
use std::fs;

fn read(publication: &Publication, line: &str) -> Announcement {
    let mut report = Report::default();
    let read = read_json_line("a.jsonl", 1, line.as_bytes(), publication, &mut report);
    read.unwrap_or_else(|| panic!("{}\n{line}", report.render(Language::English, false)))
}

#[track_caller]
fn check(publication: &Publication, announcement: &Announcement) {
    let line = serde_json::to_string(announcement).unwrap();
    let again = read(publication, &line);
    assert_eq!(serde_json::to_string(&again).unwrap(), line);
    assert_eq!(again, with_international_numbers(publication, announcement));
}

/// Returns the announcement with telephone numbers as JSON Lines have them, which do not say how the source writes them.
fn with_international_numbers(publication: &Publication, announcement: &Announcement) -> Announcement {
    let mut fields = Fields::clone(announcement);
    for contact in &mut fields.contacts {
        contact.phone =
            contact.phone.as_ref().map(|phone| Phone::national(phone.as_str(), publication.country).unwrap());
    }
    Announcement::new(fields, &publication.zone).unwrap()
}

#[test]
fn the_samples_come_back_from_json_lines() {
    let publication = anslag_fixtures::publication();
    check(&publication, &nothing(&publication));
    check(&publication, &everything(&publication));
}

#[test]
fn the_real_page_comes_back_from_json_lines() {
    let (corpus, _) = open(&data());
    let corpus = corpus.unwrap();
    let announcement = corpus.read(&corpus.index().next().unwrap().unwrap()).unwrap();
    check(&corpus.publication, &announcement);

    // And as a corpus of its own.
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("announcements")).unwrap();
    for file in ["publication.toml", "register.toml"] {
        fs::copy(data().join(file), folder.path().join(file)).unwrap();
    }
    let line = serde_json::to_string(&announcement).unwrap();
    fs::write(folder.path().join("announcements/a.jsonl"), format!("\n{line}\n")).unwrap();
    let (again, said) = open(folder.path());
    let again = again.unwrap_or_else(|| panic!("{said}"));
    let expected = with_international_numbers(&again.publication, &announcement);
    assert_eq!(again.read(&again.index().next().unwrap().unwrap()).unwrap(), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_announcement_comes_back_from_json_lines(announcement in announcement(&anslag_fixtures::publication())) {
        // What is not in NFC is put into it when it is read: a test of the texts has that.
        prop_assume!(unicode_normalization::is_nfc(&serde_json::to_string(&announcement).unwrap()));
        check(&anslag_fixtures::publication(), &announcement);
    }
}
