mod corpus;
mod measure;
mod patterns;
mod process;
mod report;
mod results;
mod target;
mod words;
mod writer;

use crate::steps::build_release;
use anyhow::{Context, ensure};
use clap::Args;
use process::Machine;
use results::Results;
use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// Folder of the corpora, their publications, and the figures.
const FOLDER: &str = "target/bench";

/// The lines of the runs that were accepted.
const HISTORY: &str = "xtask/bench-history.jsonl";

/// Measures exports of generated announcements; the figures go to target/bench/results.json too.
#[derive(Args)]
pub(crate) struct Options {
    /// Numbers of announcements, one for each corpus
    #[arg(long, value_name = "N", value_delimiter = ',', default_value = "10000")]
    sizes: Vec<u64>,
    /// Seed of the generated corpora
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Runs of each export; the one with the least CPU time counts
    #[arg(long, value_name = "N", default_value_t = 1)]
    runs: u32,
    /// Measures another build of the program by turns, and prints the ratios
    #[arg(long, value_name = "PROGRAM")]
    against: Option<PathBuf>,
    /// Says which of the targets hold
    #[arg(long)]
    check: bool,
    /// Adds a line with the ratios to xtask/bench-history.jsonl
    #[arg(long)]
    record: bool,
    /// Only writes the quads of the corpus in FOLDER, to be measured
    #[arg(long, requires = "folder")]
    writer: Option<writer::Writer>,
    /// The folder of a corpus
    #[arg(value_name = "FOLDER", requires = "writer")]
    folder: Option<PathBuf>,
    /// Only measures patterns whose work could grow faster than their length, at n and 2n
    #[arg(long)]
    patterns: bool,
    /// Only writes a corpus of N announcements into a folder
    #[arg(long, num_args = 2, value_names = ["N", "FOLDER"])]
    generate: Option<Vec<OsString>>,
}

/// Measures, and prints what was found.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    if let Some(arguments) = &options.generate {
        let [count, folder] = arguments.as_slice() else { unreachable!("clap takes two values") };
        let count = count.to_str().and_then(|count| count.parse().ok()).context("the first value is a number")?;
        return corpus::write(Path::new(folder), count, options.seed);
    }
    if let (Some(writer), Some(folder)) = (options.writer, &options.folder) {
        return writer::run(writer, folder);
    }
    if options.patterns {
        return patterns::run(&build_release("anslag-cli")?);
    }
    ensure!(options.runs > 0, "each export is measured once at least");
    // The running program is built to compile quickly: too slow for large corpora, and not to be measured.
    if let Some(against) = &options.against {
        ensure!(against.is_file(), "{} is no program", against.display());
    }
    let (own, runner) = (build_release("anslag-cli")?, build_release("xtask")?);
    let programs = measure::Programs { own, against: options.against.clone(), runner };
    let start_up = measure::start_up(&programs.own, &Path::new(FOLDER).join("seed"))?;
    let mut results = Results {
        machine: Machine::of_this_run(),
        commit: process::commit()?,
        seed: options.seed,
        start_up,
        sizes: BTreeMap::new(),
    };
    for &size in &options.sizes {
        let folder = PathBuf::from(FOLDER).join(size.to_string());
        crate::steps::remove(&folder)?;
        let mut generate = Command::new(&programs.runner);
        generate.args(["bench", "--seed", &options.seed.to_string(), "--generate", &size.to_string()]);
        process::run(generate.arg(folder.join("data")))?;
        let measured = measure::size(&programs, &folder, size, options.runs)?;
        report::print(size, &measured);
        results.sizes.insert(size, measured);
        crate::steps::remove(&folder)?;
    }
    report::print_start_up(&results.start_up);
    let path = Path::new(FOLDER).join("results.json");
    let json = serde_json::to_string_pretty(&results)? + "\n";
    fs::write(&path, json).with_context(|| format!("cannot write {}", path.display()))?;
    if options.check {
        target::print(&results);
    }
    if options.record {
        let mut file = OpenOptions::new().append(true).create(true).open(HISTORY).context(HISTORY)?;
        writeln!(file, "{}", target::history_line(&results)).with_context(|| format!("cannot write {HISTORY}"))?;
    }
    Ok(())
}
