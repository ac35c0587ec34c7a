use super::directory::OutDirectory;
use clap::Args;
use std::path::PathBuf;

/// Options of `anslag notify`.
#[derive(Args, Debug)]
pub(crate) struct NotifyOptions {
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// The file that says what the hub was told [default: .<DIR>.notified.json beside DIR]
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
}
