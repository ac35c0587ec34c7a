use super::{Site, Stopped, await_that, export, failed, lines, state};
use crate::{publication, stderr};
use rustix::process::Signal;
use std::{
    process::{Command, Stdio},
    thread,
    time::Duration,
};

const INTERRUPTED: &str =
    "error[interrupted]: interrupted: the old publication is unchanged, and nothing of the new one is left\n";

#[track_caller]
fn check(site: &Site, before: &str, output: &std::process::Output) {
    failed(output, 130, "interrupted");
    assert_eq!(stderr(output), INTERRUPTED);
    assert_eq!((state(&site.out()).as_str(), site.beside()), (before, vec![]));
}

#[test]
fn an_interrupted_export_leaves_nothing_but_what_was_published() {
    let site = Site::new(400);
    let before = state(&site.out());
    let hangup = if is_hangup_ignored() { None } else { Some(Signal::HUP) };
    for signal in [Signal::INT, Signal::TERM].into_iter().chain(hangup) {
        // While it writes.
        let stopped = site.stopped_while_it_writes(site.export(site.new.path()));
        check(&site, &before, &stopped.send(signal).go_on());
        // While it reads.
        let mut command = site.export(site.new.path());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        await_that(|| !site.beside().is_empty());
        check(&site, &before, &Stopped(child).send(signal).go_on());
    }
}

/// Returns whether the tests themselves run below `nohup`.
fn is_hangup_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap();
    u64::from_str_radix(ignored.trim(), 16).unwrap() & 1 == 1
}

/// Whoever starts an export with `nohup` wants it to go on after a hangup.
#[test]
fn a_hangup_that_is_ignored_stays_ignored() {
    let site = Site::new(400);
    let export = site.export(site.new.path());
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' HUP; exec \"$0\" \"$@\""]).arg(export.get_program()).args(export.get_args());
    let output = site.stopped_while_it_writes(command).send(Signal::HUP).go_on();
    assert!(output.status.success(), "{}", stderr(&output));
}

/// A first export makes the folders above the target, and takes them away again.
#[test]
fn an_interrupted_first_export_leaves_nothing() {
    let data = publication(&[("all.jsonl", &lines("Ny", 400))]);
    let folder = tempfile::tempdir().unwrap();
    let mut command = export(data.path(), &folder.path().join("a/b/dist"));
    command.arg("--quiet");
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    await_that(|| folder.path().join("a/b/.dist.lock").exists());
    failed(&Stopped(child).send(Signal::INT).go_on(), 130, "interrupted");
    assert_eq!(super::names(folder.path()), [""; 0]);
}

#[test]
fn an_interruption_is_said_in_swedish_and_to_programs() {
    let site = Site::new(400);
    for (arguments, expected) in [
        (
            &["--lang", "sv"],
            "fel[interrupted]: avbruten: den gamla publikationen är oförändrad, och inget av den nya finns kvar\n",
        ),
        (
            &["--message-format", "json"],
            concat!(
                r#"{"severity":"error","code":"interrupted","message":"interrupted: the old publication is unchanged, "#,
                r#"and nothing of the new one is left"}"#,
                "\n"
            ),
        ),
    ] {
        let mut command = site.export(site.new.path());
        command.args(arguments);
        let output = site.stopped_while_it_writes(command).send(Signal::INT).go_on();
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(130), expected));
    }
}

/// Where standard error is no terminal, there is a line every five seconds; here most of them pass while nothing is done.
#[test]
fn progress_is_told_now_and_then() {
    let (loud, quiet) = (Site::new(400), Site::new(400));
    let told = loud.stopped_while_it_writes(loud.loud_export(loud.new.path()));
    let quiet = quiet.stopped_while_it_writes(quiet.export(quiet.new.path()));
    thread::sleep(Duration::from_millis(5500));
    let (told, quiet) = (told.go_on(), quiet.go_on());
    assert_eq!((told.status.code(), quiet.status.code()), (Some(0), Some(0)));
    assert!(stderr(&told).contains(" of 400 announcements, "), "{}", stderr(&told));
    assert_eq!(stderr(&quiet), "");
}
