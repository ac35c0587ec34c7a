use anslag_core::AsOf;
use clap::Args;
use std::{path::PathBuf, str::FromStr};

/// Options of `anslag diff`.
#[derive(Args, Debug)]
pub(crate) struct DiffOptions {
    /// Published directory or data directory before
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// Published directory or data directory now
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// Moment whose state of a data directory is compared, as with `export` [default: now]
    #[arg(long, value_name = "DATE", value_parser = AsOf::from_str)]
    pub(crate) as_of: Option<AsOf>,
}
