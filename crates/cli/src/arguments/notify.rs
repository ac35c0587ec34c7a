use super::{directory::OutDirectory, proxy::ProxyOption};
use clap::Args;
use std::path::PathBuf;

/// Options of `anslag notify`.
#[derive(Args, Debug)]
pub(crate) struct NotifyOptions {
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// File that records what the hub has been told [default: .<DIR>.notified.json beside DIR]
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) proxy: ProxyOption,
}
