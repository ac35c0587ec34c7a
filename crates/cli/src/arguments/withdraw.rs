use super::directory::DataDirectory;
use anslag_core::Day;
use clap::Args;

/// Options of `anslag withdraw`.
#[derive(Args, Debug)]
pub(crate) struct WithdrawOptions {
    /// Id of the announcement
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Reason, which is published
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Day from whose beginning on it is withdrawn [default: today]
    #[arg(long, value_name = "DATE", value_parser = Day::new)]
    pub(crate) on: Option<Day>,
    /// Leave a stub with an opaque id and the day alone, and forget the notice in the history
    #[arg(long, conflicts_with_all = ["reason", "on"])]
    pub(crate) erase: bool,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
}
