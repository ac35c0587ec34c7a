// The comments are the text of `--help`, which is not Markdown.
#![allow(clippy::doc_markdown)]

mod directory;
#[cfg(feature = "load")]
mod load;
#[cfg(feature = "notify")]
mod notify;
#[cfg(feature = "query")]
mod query;
mod value;

use anslag_core::{FORMATS, Format};
use anslag_publish::{Dialect, Output, Table};
use anslag_wording::Language;
use anstream::ColorChoice;
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, TypedValueParser},
};
use jiff::civil::Date;
use std::{ffi::OsString, num::NonZeroUsize, path::PathBuf};
use value::by_name;

pub(crate) use directory::{DataDirectory, OutDirectory};
#[cfg(feature = "load")]
pub(crate) use load::{AuthScheme, LoadOptions};
#[cfg(feature = "notify")]
pub(crate) use notify::NotifyOptions;
#[cfg(feature = "query")]
pub(crate) use query::QueryOptions;

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
    #[cfg(feature = "notify")]
    /// Tells the hub that publication.toml names which feeds have changed since it was last told
    ///
    /// Run it after an export, when what was published is where subscribers find it. Which feeds the hub knows is kept in a
    /// file beside the published folder.
    Notify(NotifyOptions),
    #[cfg(feature = "query")]
    /// Answers a SPARQL query from what was published, without a server
    ///
    /// The prefixes of the vocabularies that we use need not be declared. Without `GRAPH`, a pattern is looked for in all
    /// graphs together.
    Query(QueryOptions),
    #[cfg(feature = "load")]
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
