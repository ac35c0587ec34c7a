//! Feeds that an export has written, imported as source files.

use crate::{anslag, stderr};
use anslag_core::Announcement;
use anslag_fixtures::{MUNICIPALITY_AS_OF, municipality};
use anslag_source::{Corpus, Report};
use jiff::Timestamp;
use std::{collections::BTreeMap, fs, path::Path};

/// Returns the announcements of a data folder by id, with the instant of publication.
#[track_caller]
fn announcements(data: &Path) -> BTreeMap<String, (Timestamp, Announcement)> {
    let mut report = Report::default();
    let corpus = Corpus::open(data, &mut report).unwrap();
    let corpus = corpus.unwrap_or_else(|| panic!("{:?}", report.diagnostics()));
    let read = corpus.index().map(|entry| corpus.read(&entry.unwrap()).unwrap());
    let published = |own: &Announcement| own.published.instant(&corpus.publication.zone);
    read.map(|own| (own.id.to_string(), (published(&own), own))).collect()
}

/// Returns the letters and digits of a text. Feeds keep the words, but not all of the marks of Markdown.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn feeds_of_an_export_come_back_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let mut export = anslag();
    export.arg("export").arg("--data").arg(municipality()).arg("--out").arg(&out).args(["--as-of", MUNICIPALITY_AS_OF]);
    export.args(["--no-sync", "--no-history", "--no-documents", "--format", "atom,rss,json-feed"]);
    let output = export.output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let before = announcements(&municipality());
    for feed in ["all.atom", "all.rss", "all.json"] {
        let data = folder.path().join(feed);
        fs::create_dir(&data).unwrap();
        for entry in fs::read_dir(municipality()).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), data.join(entry.file_name())).unwrap();
            }
        }
        let output = anslag().arg("import").arg(out.join("feed").join(feed)).arg("--data").arg(&data).output().unwrap();
        assert!(output.status.success(), "{feed}: {}", stderr(&output));
        let after = announcements(&data);
        assert!(after.len() >= 60, "{feed}: {}", after.len());
        for (id, (published, after)) in &after {
            let (published_before, before) = &before[id];
            assert_eq!(
                (&after.title, published, &after.language, &after.topics),
                (&before.title, published_before, &before.language, &before.topics),
                "{feed}: {id}"
            );
            let (text, expected) = (letters(after.body.text()), letters(before.body.text()));
            assert!(text.contains(&expected), "{feed}: {id}:\n{}\n\n{}", after.body.text(), before.body.text());
        }
    }
}
