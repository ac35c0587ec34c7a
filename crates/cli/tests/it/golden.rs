use crate::{data, export, files, stderr};
use anslag_fixtures::{assert_golden, is_update};
use std::{fs, path::Path};

/// The whole publication of the real announcement, file by file, as a person would look at it.
#[test]
fn the_real_publication_is_the_golden_one() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let output = export(&data(), &dist, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let written = files(&dist);
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
