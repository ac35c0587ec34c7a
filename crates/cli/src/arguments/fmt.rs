use super::directory::DataDirectory;
use clap::Args;
use std::path::PathBuf;

/// Options of `anslag fmt`.
#[derive(Args, Debug)]
pub(crate) struct FmtOptions {
    /// Files with announcements [default: all]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Change nothing, and list the files that would change; the exit code is 1 if there are any
    #[arg(long)]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
}
