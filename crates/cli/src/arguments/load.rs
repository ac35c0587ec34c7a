use super::{directory::OutDirectory, value::by_name};
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
    /// The address for queries, such as http://localhost:8890/sparql
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint: String,
    /// The address for updates [default: that for queries]
    #[arg(long, value_name = "URL")]
    pub(crate) update: Option<String>,
    /// The address of the Graph Store Protocol, such as http://localhost:8890/sparql-graph-crud-auth
    #[arg(long, value_name = "URL")]
    pub(crate) graph_store: Option<String>,
    /// How the store is written to [default: by what it can]
    #[arg(long, value_name = "METHOD", value_parser = method_parser())]
    pub(crate) method: Option<Method>,
    /// The user that the store knows
    #[arg(long, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// A file with the user's password [default: the environment variable ANSLAG_STORE_PASSWORD]
    #[arg(long, value_name = "FILE", requires = "user")]
    pub(crate) password_file: Option<PathBuf>,
    /// How the password is said [default: as the store asks, but as it is only where nobody can read it]
    #[arg(long, value_name = "SCHEME", requires = "user")]
    pub(crate) auth: Option<AuthScheme>,
    /// A file with a token [default: the environment variable ANSLAG_STORE_TOKEN]
    #[arg(long, value_name = "FILE", conflicts_with = "user")]
    pub(crate) token_file: Option<PathBuf>,
    /// How many requests are under way at the same time, where there is much to load
    #[arg(long, value_name = "N", default_value = "2")]
    pub(crate) connections: NonZeroUsize,
    /// For how many seconds an answer is waited for
    #[arg(long, value_name = "SECONDS", default_value = "300")]
    pub(crate) timeout: NonZeroU32,
    /// Says what would be done, and does nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Counts the triples of every graph afterwards, and compares some graphs with what was published
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) verify: bool,
}

/// How a password is said to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AuthScheme {
    /// As it is (RFC 7617)
    Basic,
    /// Only as a digest (RFC 7616)
    Digest,
}

fn method_parser() -> impl TypedValueParser<Value = Method> {
    by_name(Method::ALL.map(|method| (PossibleValue::new(method.key()), method)).to_vec())
}
