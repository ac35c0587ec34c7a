//! The runner of this repository: `cargo xtask <task>`.
//!
//! It coordinates and reimplements nothing: tasks of the product go through the same code as the binary `anslag`.

mod bench;
mod codes;
mod fuzz;
mod golden;
mod steps;
mod subtags;
mod test;

use anyhow::Context;
use clap::{Parser, Subcommand};
use std::{ffi::OsString, path::Path, process::ExitCode};

/// The runner of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Publishes data/ into dist/ (`anslag export`)
    #[command(disable_help_flag = true)]
    Export {
        /// Arguments of `anslag export`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Checks data/ (`anslag check`)
    #[command(disable_help_flag = true)]
    Check {
        /// Arguments of `anslag check`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Runs all checks: formatting, lints, tests, documentation, dependencies
    Test,
    /// Runs all checks, then an export from nothing
    Ci,
    /// Measures exports of generated announcements, or writes such a corpus
    Bench(bench::Options),
    /// Compares the committed codes of the EU's authority tables with downloaded tables
    Codes(codes::Options),
    /// Writes the subtags of languages from a downloaded registry of the IANA
    Subtags(subtags::Options),
    /// Fuzzes the readers of source files
    Fuzz(fuzz::Options),
    /// Regenerates the golden files; look at the difference before you commit it
    Golden,
}

fn main() -> anyhow::Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the runner is in a folder of the repository")?;
    std::env::set_current_dir(root).with_context(|| format!("cannot enter {}", root.display()))?;
    match Arguments::parse().task {
        Task::Export { arguments } => Ok(anslag("export", arguments).into()),
        Task::Check { arguments } => Ok(anslag("check", arguments).into()),
        Task::Test => test::run().map(|()| ExitCode::SUCCESS),
        Task::Ci => {
            test::run()?;
            steps::remove(Path::new("dist"))?;
            Ok(anslag("export", vec![]).into())
        }
        Task::Bench(options) => bench::run(&options).map(|()| ExitCode::SUCCESS),
        Task::Codes(options) => codes::run(&options).map(|()| ExitCode::SUCCESS),
        Task::Subtags(options) => subtags::run(&options).map(|()| ExitCode::SUCCESS),
        Task::Fuzz(options) => fuzz::run(&options).map(|()| ExitCode::SUCCESS),
        Task::Golden => golden::run().map(|()| ExitCode::SUCCESS),
    }
}

/// The product's own command line, in this repository's folder, where its defaults are the repository's.
fn anslag(command: &str, arguments: Vec<OsString>) -> anslag_cli::Exit {
    anslag_cli::run(["anslag".into(), command.into()].into_iter().chain(arguments))
}
