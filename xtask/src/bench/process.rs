use crate::steps::output_of;
use anyhow::{Context, bail};
use serde::Serialize;
use std::{
    fs::{self, File},
    io::{self, Seek},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use wait4::Wait4;

/// Cost of a process, by the operating system's accounting.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Cost {
    /// CPU time in the program, in seconds.
    pub(crate) user: f64,
    /// CPU time in the system for it, in seconds.
    pub(crate) system: f64,
    /// Time that passed, in seconds.
    pub(crate) wall: f64,
    /// The most memory it had at once, in bytes.
    pub(crate) peak: u64,
}

impl Cost {
    /// CPU time altogether, in seconds.
    pub(crate) fn cpu(self) -> f64 {
        self.user + self.system
    }

    /// Returns the cost with less CPU time.
    pub(crate) fn cheaper(self, other: Option<Self>) -> Self {
        other.filter(|other| other.cpu() < self.cpu()).unwrap_or(self)
    }
}

/// Runs a program until it ends, and returns its cost and its output. Its messages are shown only if it fails.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<(Cost, String)> {
    run_until(command, &[0])
}

/// Runs a program until it ends with one of the codes, and returns its cost and its output.
pub(crate) fn run_until(command: &mut Command, codes: &[i32]) -> anyhow::Result<(Cost, String)> {
    let shown = format!("{command:?}");
    let attempt = || format!("cannot run {shown}");
    // A file and not a pipe: nobody need read it while the program runs.
    let (mut messages, mut said) =
        (tempfile::tempfile().with_context(attempt)?, tempfile::tempfile().with_context(attempt)?);
    command.stdin(Stdio::null()).stdout(said.try_clone().with_context(attempt)?);
    command.stderr(messages.try_clone().with_context(attempt)?);
    let started = Instant::now();
    let used = command.spawn().and_then(Wait4::wait4).with_context(attempt)?;
    let wall = started.elapsed();
    let read = |file: &mut File| {
        file.rewind()?;
        io::read_to_string(file)
    };
    if !used.status.code().is_some_and(|code| codes.contains(&code)) {
        bail!("{shown} failed: {}", read(&mut messages).with_context(attempt)?);
    }
    let said = read(&mut said).with_context(attempt)?;
    let seconds = |time: Duration| time.as_secs_f64();
    let usage = used.rusage;
    let cost =
        Cost { user: seconds(usage.utime), system: seconds(usage.stime), wall: seconds(wall), peak: usage.maxrss };
    Ok((cost, said))
}

/// The commit that is checked out, with a `+` where files were changed since.
pub(crate) fn commit() -> anyhow::Result<String> {
    let commit = output_of("git", &["rev-parse", "--short=12", "HEAD"])?;
    let changed = !output_of("git", &["status", "--porcelain", "--untracked-files=no"])?.trim().is_empty();
    Ok(format!("{}{}", commit.trim(), if changed { "+" } else { "" }))
}

/// The machine that the figures depend on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    processor: String,
    cores: usize,
    memory_mb: u64,
}

impl Machine {
    /// The machine that this is; what the system does not tell is empty or 0.
    pub(crate) fn of_this_run() -> Self {
        let field = |file: &str, key: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(key));
            line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
        };
        let memory = field("/proc/meminfo", "MemTotal");
        let kilobytes: u64 = memory.trim_end_matches(" kB").parse().unwrap_or(0);
        Self {
            processor: field("/proc/cpuinfo", "model name"),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory_mb: kilobytes * 1024 / 1_000_000,
        }
    }
}
