use super::{Site, failed, state, succeeded};
use std::process::Command;

/// An export of the new corpus, in every format, for which a shell has set a limit.
fn limited(site: &Site, limit: &str) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{limit} && exec \"$@\"")).arg("sh").arg(env!("CARGO_BIN_EXE_anslag"));
    command
        .args(["export", "--quiet", "--as-of", "2021-06-01", "--data"])
        .arg(site.new.path())
        .arg("--out")
        .arg(site.out());
    command
}

#[track_caller]
fn check(limit: &str, words: &str) {
    let site = Site::new(12);
    let before = state(&site.out());
    failed(&limited(&site, limit).output().unwrap(), 3, words);
    assert_eq!((state(&site.out()), site.beside()), (before, vec![]));
    succeeded(&limited(&site, ":").output().unwrap());
}

/// Every dump is open at once.
#[test]
fn more_open_files_than_allowed() {
    check("ulimit -n 20", ": too many open files\n |\n = help: allow more open files");
}

/// The system would kill a program that does not look at it.
#[test]
fn a_longer_file_than_allowed() {
    check("ulimit -f 16", ": the file would be too large\n |\n = help: allow larger files");
}
