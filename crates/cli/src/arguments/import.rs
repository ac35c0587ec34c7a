use super::{directory::DataDirectory, proxy::ProxyOption};
use clap::Args;
use std::path::PathBuf;

/// Options of `anslag import`.
#[derive(Args, Debug)]
pub(crate) struct ImportOptions {
    /// Files and addresses to import
    #[arg(value_name = "SOURCE", required = true)]
    pub(crate) sources: Vec<String>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
}

/// Options of `anslag sync`.
#[derive(Args, Debug)]
pub(crate) struct SyncOptions {
    /// Files and addresses to import again [default: the addresses of earlier imports]
    #[arg(value_name = "SOURCE")]
    pub(crate) sources: Vec<String>,
    /// Print what would change, field by field, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
}

/// Options on how sources are read.
#[derive(Args, Debug)]
pub(crate) struct ReadingOptions {
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// Profile of the sources [default: import.toml of the data directory]
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Fetch from this machine and from private networks too
    #[arg(long)]
    pub(crate) allow_private: bool,
    #[command(flatten)]
    pub(crate) proxy: ProxyOption,
}
