// What is said of the arguments are the words of `--help`, which knows no Markdown.
#![allow(clippy::doc_markdown)]

use anslag_core::{FORMATS, Format};
use anslag_publish::{Dialect, Output, Table};
use anslag_store::{AnswerFormat, Method};
use anslag_wording::Language;
use anstream::ColorChoice;
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use jiff::civil::Date;
use std::{
    ffi::OsString,
    num::{NonZeroU32, NonZeroUsize},
    path::PathBuf,
};

/// Turns a municipality's announcements into open data: linked data, feeds and tables.
#[derive(Debug, Parser)]
#[command(
    name = "anslag",
    version,
    propagate_version = true,
    after_help = "Exit codes:\n  0  done\n  1  the input is wrong: every problem is named with its place\n  \
                  2  the command line is wrong, or the target holds other files\n  3  the data could not be read, or the target not \
                  written; the store could not be reached, or refused something\n  130  interrupted by Ctrl-C or SIGTERM: what was published \
                  stays as it was\n\nWhat is wrong goes to standard error, with --message-format json as a JSON object a line \
                  (severity, code, path, line, column, end_column, label, message, help)."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes every form of the announcements; what was published before stays until all of it is written
    Export(ExportOptions),
    /// Reads everything and says what is wrong with it, and what a data portal would miss; writes nothing
    Check(CheckOptions),
    /// Reads announcements from standard input and writes them to standard output in another form, a chunk at a time
    ///
    /// A filter: what comes in is written in its order, before more is waited for, and is not kept. Drafts, and what is not
    /// published on the day, are left out, as in an export. After the first line that is wrong nothing is written; the
    /// other lines are read, all that is wrong is said, and the exit code is 1.
    ///
    /// Announcements may be cut into any number of runs: `--part prologue`, then the output of `--no-prologue` of each run,
    /// then `--part epilogue`, put together, are what one run over all of them writes.
    Convert(ConvertOptions),
    /// Tells the hub that publication.toml names which feeds have changed since it was last told
    ///
    /// Run it after an export, when what was published is where subscribers find it. Which feeds the hub knows is kept in a
    /// file beside the published folder.
    Notify(NotifyOptions),
    /// Answers a SPARQL query from what was published, without a server
    ///
    /// The prefixes of the vocabularies that we use need not be declared. Without `GRAPH`, a pattern is looked for in all
    /// graphs together.
    Query(QueryOptions),
    /// Loads what was published into a triple store that speaks SPARQL 1.1, and from then on only what has changed
    ///
    /// What is loaded stands in the store itself, in the graph <BASE>data/loaded. A password comes from the environment
    /// variable ANSLAG_STORE_PASSWORD or from a file, a token from ANSLAG_STORE_TOKEN or from a file.
    Load(LoadOptions),
}

/// Options of every command, before or after its name.
#[derive(Args, Clone, Copy, Debug)]
#[command(next_help_heading = "Global options")]
pub(crate) struct GlobalOptions {
    /// Format of errors and warnings on standard error
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,
    /// Language of messages
    #[arg(long, global = true, value_name = "LANGUAGE", default_value = "en", value_parser = language_parser())]
    pub(crate) lang: Language,
    /// When to use colours; `auto` follows the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", value_parser = color_parser())]
    pub(crate) color: ColorChoice,
    /// Print only warnings and errors, no notes
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// Format of errors and warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// Text for people, with the source lines
    Human,
    /// One JSON object a line, and nothing else, for editors and other programs
    Json,
}

/// Directory of the sources.
#[derive(Args, Debug)]
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
#[derive(Args, Debug)]
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

#[derive(Args, Debug)]
pub(crate) struct ExportOptions {
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// The day whose state is published [default: today in the publication's time zone]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) as_of: Option<Date>,
    /// The formats to write, with commas between them, by their names or extensions [default: those of publication.toml]
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',', value_parser = format_parser())]
    pub(crate) formats: Vec<Format>,
    /// Writes no documents about single announcements
    #[arg(long)]
    pub(crate) no_documents: bool,
    /// How many threads render [default: one for each core]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Ends with exit code 3 where another export is publishing into the folder, and does not wait for its end
    #[arg(long)]
    pub(crate) no_wait: bool,
    /// Does not wait until everything is on the disk: a power failure just after the export may take it away
    #[arg(long)]
    pub(crate) no_sync: bool,
}

#[derive(Args, Debug)]
pub(crate) struct CheckOptions {
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// Also check whether an export could publish into this directory
    #[arg(long, value_name = "DIR", env = "ANSLAG_OUT", hide_env_values = true)]
    pub(crate) out: Option<PathBuf>,
    /// Ends with exit code 1 also where there are only warnings
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ConvertOptions {
    /// The format of standard input
    #[arg(long, value_name = "FORMAT", default_value = "json-lines", value_parser = source_parser())]
    pub(crate) from: Format,
    /// The format of standard output, by its name or extension; feeds have pages and cannot be written as a stream
    #[arg(long, value_name = "FORMAT", value_parser = dump_parser())]
    pub(crate) to: Format,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// The table that is written, of CSV [default: announcements]
    #[arg(long, value_name = "NAME", value_parser = table_parser())]
    pub(crate) table: Option<Table>,
    /// Whom a table is for, of CSV: programs, or a Swedish Excel [default: standard]
    #[arg(long, value_name = "NAME", value_parser = dialect_parser())]
    pub(crate) dialect: Option<Dialect>,
    /// What of the document is written; of the prologue and the epilogue, standard input is not read
    #[arg(long, value_name = "PART", default_value = "whole")]
    pub(crate) part: DocumentPart,
    /// Writes the announcements alone, without what stands before and after them: the same as `--part chunk`
    #[arg(long, conflicts_with = "part")]
    pub(crate) no_prologue: bool,
    /// The day whose state is written [default: today in the publication's time zone]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub(crate) as_of: Option<Date>,
}

/// What of a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentPart {
    /// All of it
    Whole,
    /// What stands before the announcements
    Prologue,
    /// The announcements alone
    Chunk,
    /// What stands after them
    Epilogue,
}

#[derive(Args, Debug)]
pub(crate) struct NotifyOptions {
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// The file that says what the hub was told [default: .<DIR>.notified.json beside DIR]
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
}

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

/// The choices of `--color`.
const COLORS: [(&str, ColorChoice); 3] =
    [("auto", ColorChoice::Auto), ("always", ColorChoice::Always), ("never", ColorChoice::Never)];

/// Returns what `--color` asks for in arguments that clap gives no values of: those that are invalid, or ask for help.
pub(crate) fn requested_color(arguments: &[OsString]) -> ColorChoice {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = words.iter().filter_map(|word| word.strip_prefix("--color="));
    let separate = words.windows(2).filter_map(|pair| (pair[0] == "--color").then_some(pair[1]));
    let choice = joined.chain(separate).find_map(|name| COLORS.iter().find(|(key, _)| *key == name));
    choice.map_or(ColorChoice::Auto, |(_, choice)| *choice)
}

fn color_parser() -> impl TypedValueParser<Value = ColorChoice> {
    by_name(COLORS.map(|(name, choice)| (PossibleValue::new(name), choice)).to_vec())
}

fn method_parser() -> impl TypedValueParser<Value = Method> {
    PossibleValuesParser::new(Method::ALL.map(Method::key)).map(|key| {
        let method = Method::ALL.into_iter().find(|method| method.key() == key);
        method.expect("the possible values are the keys of the methods")
    })
}

fn answer_parser() -> impl TypedValueParser<Value = AnswerFormat> {
    PossibleValuesParser::new(AnswerFormat::ALL.map(AnswerFormat::key)).map(|key| {
        let format = AnswerFormat::ALL.into_iter().find(|format| format.key() == key);
        format.expect("the possible values are the keys of the formats")
    })
}

/// Returns a parser of the formats that an export writes.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    one_format_of(|_| true)
}

/// Returns a parser of the formats that announcements are read in as a stream.
fn source_parser() -> impl TypedValueParser<Value = Format> {
    one_format_of(|format| format == Format::JsonLines)
}

/// Returns a parser of the formats that announcements are written in as a stream.
fn dump_parser() -> impl TypedValueParser<Value = Format> {
    one_format_of(|format| Output::new(format, Table::Announcements, Dialect::Standard).is_some())
}

/// Returns a parser of some formats, by any of their names.
fn one_format_of(is_taken: impl Fn(Format) -> bool) -> impl TypedValueParser<Value = Format> {
    let taken = FORMATS.iter().filter(|spec| is_taken(spec.format));
    by_name(taken.map(|spec| (PossibleValue::new(spec.key).aliases(spec.aliases), spec.format)).collect())
}

fn table_parser() -> impl TypedValueParser<Value = Table> {
    by_name(Table::ALL.map(|table| (PossibleValue::new(table.name()), table)).to_vec())
}

fn dialect_parser() -> impl TypedValueParser<Value = Dialect> {
    let name = |dialect| match dialect {
        Dialect::Standard => "standard",
        Dialect::Excel => "excel",
    };
    by_name(Dialect::ALL.map(|dialect| (PossibleValue::new(name(dialect)), dialect)).to_vec())
}

/// Reads one of some values, by the names that it has.
fn by_name<T: Copy + Send + Sync + 'static>(values: Vec<(PossibleValue, T)>) -> impl TypedValueParser<Value = T> {
    let names: Vec<PossibleValue> = values.iter().map(|(name, _)| name.clone()).collect();
    PossibleValuesParser::new(names).map(move |text| {
        let value = values.iter().find(|(name, _)| name.matches(&text, false));
        value.expect("the possible values are those that have the names").1
    })
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    by_name(Language::ALL.map(|language| (PossibleValue::new(language.tag()), language)).to_vec())
}

fn parse_date(text: &str) -> Result<Date, String> {
    let date: Date = text.parse().map_err(|error: jiff::Error| error.to_string())?;
    if date.to_string() == text { Ok(date) } else { Err("a day is written as YYYY-MM-DD".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[track_caller]
    fn check_color(arguments: &str, expected: ColorChoice) {
        let arguments: Vec<OsString> = arguments.split(' ').map(OsString::from).collect();
        assert!(Arguments::try_parse_from(&arguments).is_err());
        assert_eq!(requested_color(&arguments), expected);
    }

    #[test]
    fn the_colour_of_help_and_usage_errors_can_be_chosen() {
        check_color("anslag", ColorChoice::Auto);
        check_color("anslag --help", ColorChoice::Auto);
        check_color("anslag --color always --help", ColorChoice::Always);
        check_color("anslag --color=never export --help", ColorChoice::Never);
        check_color("anslag export --color never --nonsense", ColorChoice::Never);
        check_color("anslag export --nonsense --color never", ColorChoice::Never);
        check_color("anslag export --as-of nonsense --color always", ColorChoice::Always);
        check_color("anslag nonsense --color always", ColorChoice::Always);
        check_color("anslag export --color nonsense", ColorChoice::Auto);
    }

    #[test]
    fn a_day_has_one_form() {
        assert!(parse_date("2021-05-18").is_ok());
        for bad in ["2021-02-30", "20210518", "2021-05-18T10:00", "today"] {
            assert!(parse_date(bad).is_err(), "{bad}");
        }
    }
}
