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
#[derive(Args, Debug)]
pub(crate) struct QueryOptions {
    /// The query (SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE)
    #[arg(required_unless_present_any = ["file", "name", "list"], conflicts_with_all = ["file", "name", "list"])]
    pub(crate) query: Option<String>,
    /// Reads the query from a file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "list"])]
    pub(crate) file: Option<PathBuf>,
    /// Takes the query of a name from the folder `queries` of the data
    #[arg(long, value_name = "NAME", conflicts_with = "list")]
    pub(crate) name: Option<String>,
    /// Lists the queries in the folder `queries` of the data
    #[arg(long)]
    pub(crate) list: bool,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// How the answer is written [default: on a terminal a table, else JSON; triples as Turtle]
    #[arg(long, value_name = "FORMAT", value_parser = answer_parser())]
    pub(crate) format: Option<AnswerFormat>,
    /// Gives up after so many seconds
    #[arg(long, value_name = "SECONDS")]
    pub(crate) timeout: Option<NonZeroU32>,
    /// Writes so many rows or triples at most
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// A store on disk that is kept from one query to the next, and filled anew when something else was published
    #[cfg(feature = "disk")]
    #[arg(long, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,
}

fn answer_parser() -> impl TypedValueParser<Value = AnswerFormat> {
    by_name(AnswerFormat::ALL.map(|format| (PossibleValue::new(format.key()), format)).to_vec())
}
