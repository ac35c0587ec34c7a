use crate::{data, export, files, stderr};
use anslag_fixtures::{assert_golden, is_update};
use std::{fs, path::Path};

/// The whole publication of the real announcement, file by file, as a person would look at it. Of the feeds there is that of
/// everything; the others hold the same entry, and are known by their digests in the manifest.
#[test]
fn the_real_publication_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let output = export(&data(), &dist, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let mut written = files(&dist);
    written.retain(|name, _| is_told(name));
    if is_update() && golden.exists() {
        fs::remove_dir_all(&golden).unwrap();
    }
    for (name, bytes) in &written {
        assert_golden(&golden.join(name), bytes);
    }
    let expected: Vec<String> = files(&golden).into_keys().collect();
    let names: Vec<String> = written.into_keys().collect();
    assert_eq!(names, expected, "run `cargo xtask golden`");
}

fn is_told(name: &str) -> bool {
    let others = ["feed/topic/", "feed/type/", "feed/lang/", "feed/publisher/"];
    !others.iter().any(|folder| name.starts_with(folder))
}

/// What readers of feeds stumble over: the feeds of everything, those that say something else, and the calendar.
#[test]
fn what_is_hard_on_feeds_is_the_golden_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feeds");
    let out = tempfile::tempdir().unwrap();
    let output =
        export(&folder.join("data"), out.path(), &["--no-documents", "--format", "rss,atom,json-feed,icalendar"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let mut written = files(out.path());
    let told = ["feed/all", "feed/topic/va.", "feed/topic/vatten.", "feed/events.ics", "feeds."];
    written.retain(|name, _| told.iter().any(|beginning| name.starts_with(beginning)));
    for (name, bytes) in &written {
        assert_golden(&folder.join("golden").join(name), bytes);
    }
    let expected: Vec<String> = files(&folder.join("golden")).into_keys().collect();
    assert_eq!(written.into_keys().collect::<Vec<_>>(), expected, "run `cargo xtask golden`");
}
