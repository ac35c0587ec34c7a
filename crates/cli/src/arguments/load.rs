use super::{directory::OutDirectory, proxy::ProxyOption, value::by_name};
use anslag_store::Method;
use clap::{
    Args, ValueEnum,
    builder::{PossibleValue, TypedValueParser},
};
use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::PathBuf,
};

/// Options of `anslag load`.
#[derive(Args, Debug)]
pub(crate) struct LoadOptions {
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// Address for queries, such as http://localhost:8890/sparql
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint: String,
    /// Address for updates [default: the address for queries]
    #[arg(long, value_name = "URL")]
    pub(crate) update: Option<String>,
    /// Address of the Graph Store Protocol, such as http://localhost:8890/sparql-graph-crud-auth
    #[arg(long, value_name = "URL")]
    pub(crate) graph_store: Option<String>,
    /// Method of writing [default: SPARQL Update, or the Graph Store Protocol if the server accepts no updates]
    #[arg(long, value_name = "METHOD", value_parser = method_parser())]
    pub(crate) method: Option<Method>,
    /// User of the store
    #[arg(long, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// File that holds the password [default: the environment variable ANSLAG_STORE_PASSWORD]
    #[arg(long, value_name = "FILE", requires = "user")]
    pub(crate) password_file: Option<PathBuf>,
    /// Authentication scheme [default: the one that the store asks for]
    #[arg(long, value_name = "SCHEME", requires = "user")]
    pub(crate) auth: Option<AuthScheme>,
    /// File that holds a token [default: the environment variable ANSLAG_STORE_TOKEN]
    #[arg(long, value_name = "FILE", conflicts_with = "user")]
    pub(crate) token_file: Option<PathBuf>,
    /// Number of requests at the same time if there is much to load
    #[arg(long, value_name = "N", default_value = "2")]
    pub(crate) connections: NonZeroUsize,
    /// Number of seconds to wait for each answer; a request without one is sent once more
    #[arg(long, value_name = "SECONDS", default_value = "300")]
    pub(crate) timeout: NonZeroU32,
    #[command(flatten)]
    pub(crate) proxy: ProxyOption,
    /// Print what would be done, and do nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Count the triples of every graph afterwards, and compare some graphs with the publication
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) verify: bool,
}

/// Scheme in which a password is sent to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AuthScheme {
    /// In clear text (RFC 7617)
    Basic,
    /// As a digest (RFC 7616)
    Digest,
}

fn method_parser() -> impl TypedValueParser<Value = Method> {
    by_name(Method::ALL.map(|method| (PossibleValue::new(method.key()), method)).to_vec())
}
