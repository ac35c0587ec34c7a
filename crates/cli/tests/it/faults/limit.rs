use super::{Site, failed, lines, note, state, succeeded};
use crate::{anslag, publication};
use std::{ffi::OsStr, fs, os::unix::fs::PermissionsExt, path::Path, process::Command};

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

/// Makes a command that of a user who may have no further process and no further thread; `None` where that cannot be done.
fn without_threads(command: &Command) -> Option<Command> {
    let bound = |program: &OsStr| {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--clear-groups", "prlimit", "--nproc=1"]).arg(program);
        command
    };
    let succeeds = |mut command: Command| command.output().is_ok_and(|output| output.status.success());
    let mut forks = bound(OsStr::new("sh"));
    forks.args(["-c", "true & wait"]);
    let mut runs = bound(command.get_program());
    runs.arg("--version");
    if succeeds(forks) || !succeeds(runs) {
        return None;
    }
    let mut command_without = bound(command.get_program());
    command_without.args(command.get_args());
    Some(command_without)
}

/// A machine that is full of processes gives a program no more threads. It then works with the one that it has.
#[test]
fn no_threads_allowed() {
    let (data, folder) = (publication(&[("all.jsonl", &lines("Ny", 12))]), tempfile::tempdir().unwrap());
    for directory in [data.path(), folder.path()] {
        fs::set_permissions(directory, PermissionsExt::from_mode(0o777)).unwrap();
    }
    let [dist, other] = ["dist", "other"].map(|name| folder.path().join(name));
    let export = |formats: &str, out: &Path| {
        let mut command = anslag();
        command.args(["export", "--quiet", "--as-of", "2021-06-01", "--threads", "8", "--format", formats, "--data"]);
        command.arg(data.path()).arg("--out").arg(out);
        command
    };
    let Some(mut bound) = without_threads(&export("n-quads,csv,atom", &dist)) else {
        note("skipped: nothing keeps a user from having threads here");
        return;
    };
    succeeded(&bound.output().unwrap());
    succeeded(&export("n-quads,csv,atom", &other).output().unwrap());
    assert_eq!(state(&dist), state(&other));

    let fails = |command: &mut Command| {
        let output = without_threads(command).unwrap().output().unwrap();
        failed(&output, 3, "Resource temporarily unavailable");
    };
    // The library that writes workbooks needs a thread for each sheet.
    fails(&mut export("xlsx", &dist));
    fails(anslag().args(["load", "--endpoint", "http://localhost:9/", "--out"]).arg(&dist));
    assert_eq!(state(&dist), state(&other));
    succeeded(&without_threads(anslag().args(["verify", "--quiet"]).arg(&dist)).unwrap().output().unwrap());
}
