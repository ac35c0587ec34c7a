use clap::Args;
use std::path::PathBuf;

/// Directory of the sources.
#[derive(Args, Clone, Debug)]
pub(crate) struct DataDirectory {
    /// Directory with publication.toml, register.toml and announcements/
    #[arg(
        id = "data",
        long = "data",
        value_name = "DIR",
        env = "ANSLAG_DATA",
        hide_env_values = true,
        default_value = "data"
    )]
    pub(crate) path: PathBuf,
}

/// Directory of the publication.
#[derive(Args, Clone, Debug)]
pub(crate) struct OutDirectory {
    /// Directory of the publication
    #[arg(
        id = "out",
        long = "out",
        value_name = "DIR",
        env = "ANSLAG_OUT",
        hide_env_values = true,
        default_value = "dist"
    )]
    pub(crate) path: PathBuf,
}
