use super::{
    directory::{DataDirectory, OutDirectory},
    value::by_name,
};
use anslag_store::AnswerFormat;
use clap::{
    Args,
    builder::{PossibleValue, TypedValueParser},
};
use std::{num::NonZeroU32, path::PathBuf};

/// Options of `anslag query`.
#[derive(Args, Clone, Debug)]
pub(crate) struct QueryOptions {
    /// Query in SPARQL 1.1, path of a file that holds one, or `-` for standard input
    #[arg(required_unless_present_any = ["file", "name", "list"], conflicts_with_all = ["file", "name", "list"])]
    pub(crate) query: Option<String>,
    /// File that holds the query, or `-` for standard input
    #[arg(long, short, value_name = "FILE", conflicts_with_all = ["name", "list"])]
    pub(crate) file: Option<PathBuf>,
    /// Name of a query that `--list` lists
    #[arg(long, value_name = "NAME", conflicts_with = "list")]
    pub(crate) name: Option<String>,
    /// List the queries that have names: the program's own, and those in queries/ of the data directory
    #[arg(long)]
    pub(crate) list: bool,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// Format of the answer [default: a table on a terminal, JSON elsewhere, Turtle for triples]
    #[arg(long, value_name = "FORMAT", value_parser = answer_parser())]
    pub(crate) format: Option<AnswerFormat>,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS")]
    pub(crate) timeout: Option<NonZeroU32>,
    /// Memory for the answer, beside that for the data
    #[arg(long, value_name = "MIB", default_value = "2048")]
    pub(crate) memory: NonZeroU32,
    /// Write at most so many rows or triples
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// Directory of a store that is kept between queries, and filled again after an export
    #[cfg(feature = "disk")]
    #[arg(long, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,
}

fn answer_parser() -> impl TypedValueParser<Value = AnswerFormat> {
    by_name(AnswerFormat::ALL.map(|format| (PossibleValue::new(format.key()), format)).to_vec())
}
