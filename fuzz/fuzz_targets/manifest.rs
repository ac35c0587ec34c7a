//! Any bytes as a manifest: it is ours and whole, or damaged, or another program's, and nothing outside of the folder is read.

#![no_main]

use anslag_publish::{Manifest, Problem, PublishError, verify};
use std::{fs, num::NonZeroUsize, sync::LazyLock};
use tempfile::TempDir;

/// Folder with a published file.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("a.txt"), "a").expect("there is room");
    folder
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fs::write(FOLDER.path().join(Manifest::NAME), bytes).expect("there is room");
    let read = Manifest::read(FOLDER.path());
    let verified = verify(FOLDER.path(), NonZeroUsize::MIN);
    let is_damaged = |verified: &anslag_publish::Verified| {
        verified.problems.iter().any(|(_, problem)| matches!(problem, Problem::Manifest))
    };
    match (read, verified) {
        (Ok(Some(manifest)), Ok(Some(verified))) => {
            assert!(!is_damaged(&verified));
            assert_eq!(verified.files, manifest.files.len() + 1);
        }
        (Err(PublishError::DamagedManifest { .. }), Ok(Some(verified))) => assert!(is_damaged(&verified)),
        (Err(PublishError::DamagedManifest { .. }), Err(PublishError::DamagedManifest { .. })) | (Ok(None), Ok(None)) => {}
        (read, verified) => panic!("{read:?} and {verified:?} do not agree"),
    }
});
