//! Tests of reading: the real page, every message, and any bytes.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod accepted;
mod area;
mod codes;
mod corpus;
mod dates;
mod files;
mod folder;
mod front_matter;
mod hostile;
mod invalid;
mod limits;
mod page;
mod portal;
mod readme;
mod replacement;
mod round_trip;

use anslag_core::Publication;
use anslag_source::{Corpus, Report, read_publication};
use anslag_wording::Language;
use std::path::{Path, PathBuf};

/// The folder of the crate.
fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository's own data, the real announcement among it.
fn data() -> PathBuf {
    home().join("../../data")
}

/// The publication that the fixtures are read with.
fn publication() -> Publication {
    let read = |name: &str| std::fs::read(home().join("tests/data").join(name)).unwrap();
    let mut report = Report::default();
    let (publication, register) = (read("publication.toml"), read("register.toml"));
    let publication = read_publication(("publication.toml", &publication), ("register.toml", &register), &mut report);
    publication.unwrap_or_else(|| panic!("{}", report.render(Language::English, false)))
}

/// Opens a folder, and gives what is said of it.
fn open(folder: &Path) -> (Option<Corpus>, String) {
    let mut report = Report::default();
    let corpus = Corpus::open(folder, &mut report).unwrap();
    (corpus, report.render(Language::English, false))
}
