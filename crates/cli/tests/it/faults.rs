//! What happens to what is published when an export fails: the real binary, real signals, a real file system.
//!
//! Where the system does not let a test set its stage (mount a file system, take privileges away), it says so and ends.

#![cfg(target_os = "linux")]

mod disk;
mod input;
mod kill;
mod kill_history;
mod limit;
mod lock;
mod stop;

use crate::{anslag, publication, stderr};
use rustix::process::{Pid, Signal, kill_process};
use sha2::{Digest, Sha256};
use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a test waits for what must come.
const LIMIT: Duration = Duration::from_mins(1);

/// How often a test tries what depends on how busy the machine is.
const ATTEMPTS: usize = 20;

/// Two corpora, of which the old one is published.
struct Site {
    old: TempDir,
    new: TempDir,
    /// The folder with nothing in it but the publication.
    folder: TempDir,
    announcements: usize,
}

impl Site {
    /// Corpora of so many announcements.
    fn new(announcements: usize) -> Self {
        Self::below(&env::temp_dir(), announcements)
    }

    /// Corpora of so many announcements, the old one of which is published in a folder below another.
    fn below(parent: &Path, announcements: usize) -> Self {
        let corpus = |title: &str| publication(&[("all.jsonl", &lines(title, announcements))]);
        let site = Self {
            old: corpus("Gammal"),
            new: corpus("Ny"),
            folder: tempfile::tempdir_in(parent).unwrap(),
            announcements,
        };
        succeeded(&site.export(site.old.path()).output().unwrap());
        site
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// An export of a corpus, in few formats, which says nothing but what is wrong.
    fn export(&self, data: &Path) -> Command {
        let mut command = self.loud_export(data);
        command.arg("--quiet");
        command
    }

    /// An export that also says how far it has come.
    fn loud_export(&self, data: &Path) -> Command {
        export(data, &self.out())
    }

    /// An export of the new corpus that has begun to write, has not yet written half, and is stopped.
    #[track_caller]
    fn stopped_while_it_writes(&self, mut command: Command) -> Stopped {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let documents = || {
            let folder = self.staging()?.join("data/announcement");
            fs::read_dir(folder).ok().map(Iterator::count).filter(|count| *count > 0)
        };
        // On a machine that has much to do, the export may be further by the time that this process goes on.
        for _ in 0..ATTEMPTS {
            let mut child = command.spawn().unwrap();
            await_that(|| documents().is_some() || child.try_wait().unwrap().is_some());
            if child.try_wait().unwrap().is_none() {
                send(&child, Signal::STOP);
                if documents().is_some_and(|count| count < self.announcements / 2) {
                    return Stopped(child);
                }
            }
            child.kill().unwrap();
            child.wait().unwrap();
            succeeded(&self.export(self.old.path()).output().unwrap());
        }
        panic!("no export could be stopped in its first half");
    }

    /// The folder that an export is writing into.
    fn staging(&self) -> Option<PathBuf> {
        let name = self.beside().into_iter().find(|name| name.ends_with(".staging"));
        name.map(|name| self.folder.path().join(name))
    }

    /// The names of what is beside the publication.
    fn beside(&self) -> Vec<String> {
        names(self.folder.path()).into_iter().filter(|name| name != "dist").collect()
    }
}

/// A process that is stopped.
struct Stopped(Child);

impl Stopped {
    fn send(self, signal: Signal) -> Self {
        send(&self.0, signal);
        self
    }

    /// Lets it go on, and gives what it has said at its end.
    fn go_on(self) -> Output {
        send(&self.0, Signal::CONT);
        self.0.wait_with_output().unwrap()
    }
}

fn export(data: &Path, out: &Path) -> Command {
    let mut command = anslag();
    command.args(["export", "--as-of", "2021-06-01", "--format", "turtle,csv,atom", "--allow", "vanished", "--data"]);
    command.arg(data).arg("--out").arg(out);
    command
}

fn lines(title: &str, announcements: usize) -> String {
    let mut lines = String::new();
    for number in 0..announcements {
        let day = 1 + number % 28;
        // The old ones and the new ones differ, and say so.
        let modified = if title == "Ny" { "2021-04-02" } else { "2021-04-01" };
        writeln!(
            lines,
            "{{\"id\":\"2021-02-{day:02}-nyhet-{number}\",\"type\":\"news\",\"title\":\"{title} {number}\",\
             \"published\":\"2021-02-{day:02}\",\"modified\":\"{modified}\",\"body\":\"Text {number}.\"}}"
        )
        .unwrap();
    }
    lines
}

/// What is published in a folder, as the hash of its manifest: a whole publication, every file of which is what the manifest
/// says, and nothing else.
#[track_caller]
fn state(folder: &Path) -> String {
    let mut files = crate::files(folder);
    let manifest = files.remove("manifest.json").expect("there is a manifest");
    let json: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let listed = json["files"].as_object().unwrap();
    assert_eq!(listed.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
    for (name, bytes) in &files {
        let (hash, size) = (listed[name]["sha256"].as_str().unwrap(), listed[name]["size"].as_u64().unwrap());
        assert_eq!((hash, size), (sha256(bytes).as_str(), bytes.len() as u64), "{name}");
    }
    sha256(&manifest)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// What stands in a folder, but for the cache of a publication, which may be there or not.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name != ".dist.cache").collect();
    names.sort();
    names
}

#[track_caller]
fn succeeded(output: &Output) {
    assert_eq!((output.status.code(), stderr(output).as_str()), (Some(0), ""));
}

/// The export has failed with an exit code and these words.
#[track_caller]
fn failed(output: &Output, code: i32, words: &str) {
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(code), &b""[..]), "{}", stderr(output));
    assert!(stderr(output).starts_with("error[") && stderr(output).contains(words), "{}", stderr(output));
}

fn send(child: &Child, signal: Signal) {
    kill_process(Pid::from_child(child), signal).unwrap();
}

#[track_caller]
fn await_that(mut is_so: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < LIMIT, "what is awaited does not come");
        thread::sleep(Duration::from_micros(200));
    }
}

/// Says something on the test's own output: what it has met, or why there is nothing to be seen here.
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn note(text: &str) {
    eprintln!("{text}");
}

/// The command without the privileges of the superuser, whom no permission binds; none where that cannot be done.
fn bound_by_permissions(command: &Command) -> Option<Command> {
    let probe = |command: &mut Command| {
        let folder = tempfile::tempdir().unwrap();
        let mut permissions = fs::metadata(folder.path()).unwrap().permissions();
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o555);
        fs::set_permissions(folder.path(), permissions).unwrap();
        let output = command.arg("touch").arg(folder.path().join("file")).output();
        output.is_ok_and(|output| !output.status.success() && stderr(&output).contains("Permission denied"))
    };
    let setpriv = || {
        let mut setpriv = Command::new("setpriv");
        setpriv.args(["--bounding-set=-all", "--inh-caps=-all"]);
        setpriv
    };
    let mut bound = if probe(&mut Command::new("env")) {
        Command::new("env")
    } else if probe(&mut setpriv()) {
        setpriv()
    } else {
        return None;
    };
    bound.arg(command.get_program()).args(command.get_args());
    Some(bound)
}
