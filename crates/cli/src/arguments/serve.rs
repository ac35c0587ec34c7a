use super::directory::OutDirectory;
use clap::Args;
use std::net::SocketAddr;

/// Options of `anslag serve`.
#[derive(Args, Debug)]
pub(crate) struct ServeOptions {
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// Address and port to listen on; `0.0.0.0:8080` lets other machines ask
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
}
