use super::directory::OutDirectory;
use clap::Args;
use std::{
    net::SocketAddr,
    num::{NonZeroU32, NonZeroUsize},
};

/// Options of `anslag serve`.
#[derive(Args, Debug)]
pub(crate) struct ServeOptions {
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// Address and port to listen on; `0.0.0.0:8080` lets other machines ask
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Do not answer SPARQL queries at /sparql
    #[arg(long)]
    pub(crate) no_sparql: bool,
    /// Give up a query after so many seconds
    #[arg(long, value_name = "SECONDS", default_value = "10", conflicts_with = "no_sparql")]
    pub(crate) sparql_timeout: NonZeroU32,
    /// Number of queries that are answered at a time, each in a process of its own that holds the data
    #[arg(long, value_name = "N", default_value = "4", conflicts_with = "no_sparql")]
    pub(crate) sparql_processes: NonZeroUsize,
    /// Memory for the answer to a query, beside that for the data
    #[arg(long, value_name = "MIB", default_value = "512", conflicts_with = "no_sparql")]
    pub(crate) sparql_memory: NonZeroU32,
}
