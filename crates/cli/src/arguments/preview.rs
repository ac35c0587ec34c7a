use super::{AllowOptions, directory::DataDirectory};
use clap::Args;
use std::net::SocketAddr;

/// Options of `anslag preview`.
#[derive(Args, Debug)]
pub(crate) struct PreviewOptions {
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// Address and port to listen on; other machines see drafts if it is not of this machine alone
    #[arg(id = "preview-listen", long = "listen", value_name = "ADDRESS", default_value = "127.0.0.1:8000")]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) allow: AllowOptions,
}
