use crate::{anslag, files, stderr, stdout, text_of};
use anslag_fixtures::{MUNICIPALITY_AS_OF, assert_golden, is_update, municipality};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fs, path::Path, process::Output};

/// What a person would look at; the rest is held by its hash.
const SHOWN: [&str; 25] = [
    "data/alerts.csv",
    "data/announcement/2026-02-03-vma-giftig-rok.ttl",
    "data/announcement/2026-03-02-projekt-smart-belysning.ttl",
    "data/announcement/2026-04-02-jubileumsaret.ttl",
    "data/announcement/2026-04-21-uppmarkning-i-rubriken.ttl",
    "data/announcement/2026-05-06-lediga-tomter-bjorken.ttl",
    "data/announcement/2026-05-07-larare-latsasfors.ttl",
    "data/announcement/2026-05-18-samrad-detaljplan-hamnen.ttl",
    "data/announcement/2026-05-29-protokoll-socialnamnden.ttl",
    "data/announcement/2026-05-31-vattenlacka-ar.ttl",
    "data/announcement/2026-05-31-vattenlacka-storgatan.ttl",
    "data/disruptions.csv",
    "data/events.csv",
    "data/excel/announcements.csv",
    "data/excel/contacts.csv",
    "data/funding.csv",
    "data/jobs.csv",
    "data/notices.csv",
    "data/offers.csv",
    "feed/all.json",
    "feed/events.ics",
    "feed/publisher/turistbyran.rss",
    "feed/topic/feriejobb.atom",
    "feed/type/alert.atom",
    "feed/type/alert.rss",
];

/// Publishes the municipality on its day.
fn export(out: &Path) -> Output {
    let mut command = anslag();
    command.arg("export").arg("--data").arg(municipality()).arg("--out").arg(out).args(["--as-of", MUNICIPALITY_AS_OF]);
    command.output().unwrap()
}

/// The publication of the municipality, of which a person would look at some files; all of them in the form that
/// `sha256sum --check` reads.
#[test]
fn the_municipality_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden-municipality");
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let output = export(&dist);
    assert!(output.status.success(), "{}", stderr(&output));
    let written = files(&dist);
    if is_update() && golden.exists() {
        fs::remove_dir_all(&golden).unwrap();
    }
    for name in SHOWN {
        assert_golden(&golden.join(name), &written[name]);
    }
    let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let hashes: String = written.iter().map(|(name, bytes)| format!("{}  {name}\n", hex(bytes))).collect();
    assert_golden(&golden.join("hashes.txt"), hashes.as_bytes());
    let expected: BTreeMap<_, _> = files(&golden);
    assert_eq!(expected.len(), SHOWN.len() + 1, "run `cargo xtask golden`");
}

/// What is not published, and what is odd, is said.
#[test]
fn the_summary_says_what_is_held_back() {
    let folder = tempfile::tempdir().unwrap();
    let output = export(&folder.path().join("dist"));
    let said = stdout(&output);
    let (first, rest) = said.split_once('\n').unwrap();
    assert!(first.starts_with("published 80 announcements as of 2026-06-01 in "), "{first}");
    let rest: Vec<&str> = rest.lines().collect();
    assert_eq!(
        rest,
        [
            "1 on a notice board only",
            "1 skipped as drafts",
            "1 not published until later",
            "5 expired",
            "3 withdrawn",
            "the next export is due on 2026-06-03: the notice `2026-05-12-protokoll-kommunfullmaktige` comes down",
        ]
    );
    let warnings = stderr(&output);
    let count = |severity: &str| warnings.matches(severity).count();
    assert_eq!((count("warning["), count("note[")), (9, 3), "names to register are for checks: {warnings}");
    assert!(warnings.contains("warning[html-in-text]"), "{warnings}");
    assert!(warnings.contains("note[not-nfc]"), "{warnings}");
}

/// Nothing of what is not published is in any file: drafts, what is held back, expired or withdrawn, and the people who
/// are not to be named.
#[test]
fn what_is_not_published_is_in_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&dist).status.success());
    for (name, bytes) in files(&dist) {
        let text = text_of(&name, bytes);
        assert!(!text.is_empty(), "{name}");
        for gone in [
            "djupet",                 // a draft
            "midsommarafton",         // held back
            "Sextio knallar",         // expired
            "tio procent den 1 juli", // withdrawn
            "Bortstruken",            // somebody whose data are not published
            "Bortgl",                 // somebody whose data no longer are
        ] {
            assert!(!text.contains(gone), "{name}: {gone}");
        }
    }
}
