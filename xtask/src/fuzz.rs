use crate::steps;
use anyhow::Context;
use clap::Args;
use std::{fs, path::Path};

/// Options of fuzzing.
#[derive(Args)]
pub(crate) struct Options {
    /// Minutes in all; each target gets an equal part of them
    #[arg(long, value_name = "N", default_value_t = 10)]
    minutes: u32,
    /// Adds what has led to new code to fuzz/corpus, which every test run reads
    #[arg(long)]
    keep: bool,
}

/// Each target, and where files stand that are nearly what it reads.
const TARGETS: &[(&str, &[&str])] = &[
    (
        "front_matter",
        &[
            "crates/source/tests/invalid",
            "crates/source/tests/invalid/yaml",
            "crates/source/tests/invalid/nested",
            "crates/source/tests/invalid/odd",
            "crates/source/tests/data",
            "data/announcements",
        ],
    ),
    ("html", &["data/announcements"]),
    ("json_lines", &["crates/source/tests/invalid/lines"]),
    ("manifest", &[]),
    ("plain_text", &["crates/import/tests/text"]),
    ("query", &["crates/cli/queries"]),
    ("records", &[]),
];

/// The longest input, in bytes: longer ones are slower, and lead to no other code.
const LONGEST: &str = "-max_len=16384";

/// Runs each target on inputs of its own making. What makes one fail is left in fuzz/artifacts.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    steps::output_of("rustup", &["run", "nightly", "cargo", "fuzz", "--version"]).context(
        "fuzzing needs a nightly compiler and cargo-fuzz: `rustup toolchain install nightly`, `cargo install cargo-fuzz`",
    )?;
    let time = format!("-max_total_time={}", usize::try_from(options.minutes)? * 60 / TARGETS.len());
    for &(target, seeds) in TARGETS {
        let kept = format!("fuzz/corpus/{target}");
        let found = format!("target/fuzz/{target}");
        for folder in [&kept, &found] {
            fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {folder}"))?;
        }
        let inputs: Vec<&str> = [found.as_str(), kept.as_str()].into_iter().chain(seeds.iter().copied()).collect();
        cargo_fuzz(target, &inputs, &[&time, "-timeout=10", LONGEST])?;
        if options.keep {
            // The repository keeps few and short ones, which lead to as much code as they can.
            cargo_fuzz(target, &[&kept, &found], &["-set_cover_merge=1", "-use_counters=0", "-max_len=256"])?;
        }
    }
    Ok(())
}

/// There is no unsafe code in ours, and a sanitizer would halve the speed.
fn cargo_fuzz(target: &str, folders: &[&str], options: &[&str]) -> anyhow::Result<()> {
    let folders: Vec<&str> = folders.iter().copied().filter(|folder| Path::new(folder).is_dir()).collect();
    let command = ["run", "nightly", "cargo", "fuzz", "run", "--sanitizer", "none", target];
    steps::run("rustup", &[&command[..], &folders, &["--"], options].concat(), &[])
}
