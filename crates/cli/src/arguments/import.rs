use super::directory::DataDirectory;
use clap::Args;
use std::path::PathBuf;

/// Options of `anslag import`.
#[derive(Args, Debug)]
pub(crate) struct ImportOptions {
    /// Files to import
    #[arg(value_name = "SOURCE", required = true)]
    pub(crate) sources: Vec<String>,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// Profile of the sources [default: import.toml of the data directory]
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
}
