// The comments are the text of `--help`, which is not Markdown.
#![allow(clippy::doc_markdown)]

#[cfg(feature = "certificate")]
mod certificate;
mod diff;
mod directory;
#[cfg(feature = "fmt")]
mod fmt;
#[cfg(feature = "serve")]
mod hosting;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "init")]
mod init;
#[cfg(feature = "load")]
mod load;
#[cfg(feature = "init")]
mod new;
#[cfg(feature = "notify")]
mod notify;
#[cfg(feature = "preview")]
mod preview;
#[cfg(any(feature = "import", feature = "load", feature = "notify"))]
mod proxy;
#[cfg(feature = "query")]
mod query;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod value;
#[cfg(feature = "withdraw")]
mod withdraw;

use anslag_core::{AsOf, FORMATS, Format, FormatSpec};
use anslag_publish::{Dialect, Table, is_stream};
use anslag_wording::Language;
use anstream::ColorChoice;
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, TypedValueParser},
};
use std::{ffi::OsString, num::NonZeroUsize, path::PathBuf, str::FromStr};
use value::by_name;

#[cfg(feature = "certificate")]
pub(crate) use certificate::{CertificateFormat, CertificateOptions};
pub(crate) use diff::DiffOptions;
pub(crate) use directory::{DataDirectory, OutDirectory};
#[cfg(feature = "fmt")]
pub(crate) use fmt::FmtOptions;
#[cfg(feature = "serve")]
pub(crate) use hosting::HostingOptions;
#[cfg(feature = "import")]
pub(crate) use import::{ImportOptions, ReadingOptions, SyncOptions};
#[cfg(feature = "init")]
pub(crate) use init::InitOptions;
#[cfg(feature = "load")]
pub(crate) use load::{AuthScheme, LoadOptions};
#[cfg(feature = "init")]
pub(crate) use new::NewOptions;
#[cfg(feature = "notify")]
pub(crate) use notify::NotifyOptions;
#[cfg(feature = "preview")]
pub(crate) use preview::PreviewOptions;
#[cfg(feature = "query")]
pub(crate) use query::QueryOptions;
pub(crate) use schema::{Printed, SchemaOptions};
#[cfg(feature = "serve")]
pub(crate) use serve::ServeOptions;
#[cfg(feature = "withdraw")]
pub(crate) use withdraw::WithdrawOptions;

/// End of `--help`.
pub(crate) const AFTER_HELP: &str = "\
Exit codes:
  0    success
  1    invalid input: every problem is reported with its place
  2    invalid command line, or a target with files that no export wrote
  3    a directory, a file or a server could not be read or written, or a query takes too much
  130  interrupted by Ctrl-C or SIGTERM: the old publication is unchanged

Results go to standard output, errors and warnings to standard error.";

/// Turn a municipality's announcements into linked data, feeds and tables.
#[derive(Debug, Parser)]
#[command(
    name = "anslag",
    version,
    propagate_version = true,
    after_help = AFTER_HELP
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Begin a publication in a new directory
    ///
    /// Writes publication.toml, register.toml, and an example of each type of announcement. Asks for what no option gives, if
    /// there is a terminal. A directory that has files is left alone, but for files whose names begin with a dot.
    #[cfg(feature = "init")]
    Init(InitOptions),
    /// Begin an announcement
    ///
    /// Writes a draft into announcements/, named after its day and its title. The fields that it may have are comments, in the
    /// main language of the publication.
    #[cfg(feature = "init")]
    New(NewOptions),
    /// Write the publication in all its formats
    ///
    /// The old publication stays in place until the new one is complete.
    Export(ExportOptions),
    /// Check the sources without writing anything
    ///
    /// Reports every error, and the properties that data portals recommend and the publication lacks. If files are named, only
    /// these are checked.
    Check(CheckOptions),
    /// Show what differs between two publications
    ///
    /// Compares published directories or data directories, by announcement and field. Of a data directory, it compares what an
    /// export would publish. With `--message-format json`, standard output has a JSON object for each announcement that differs,
    /// and the numbers at the end. What is only on a notice board is not compared.
    Diff(DiffOptions),
    /// Convert announcements from standard input to standard output
    ///
    /// Reads JSON Lines and writes them in another format, in their order and as they come in. Skips drafts and what is not
    /// published on the day, as an export does. After an invalid line nothing more is written; the errors of all lines are
    /// reported, and the exit code is 1.
    ///
    /// The input may be converted in parts: `--part prologue`, then the output of `--no-prologue` for each part, then
    /// `--part epilogue`, one after the other, are what a single run writes. GeoJSON has no parts.
    Convert(ConvertOptions),
    /// Verify that a published directory is as an export wrote it
    ///
    /// Compares every file with its checksum in manifest.json. Reports files that are missing, differ, or are not listed; the
    /// exit code is 1 then.
    Verify(VerifyOptions),
    /// Explain a code
    ///
    /// Codes stand in messages, as in `error[unknown-topic]: …`. Without a code, all codes are listed.
    Explain(ExplainOptions),
    /// Print a JSON Schema of what a publication is written with, or the configuration of an editor
    ///
    /// Editors complete and check front matter, `publication.toml` and `register.toml` with the schemas. An export writes them to
    /// `schema/`. `decap` is `config.yml` for Decap CMS and Sveltia CMS, with labels in the language of `--lang`; `vscode` is a
    /// workspace for VS Code. Both are made for the data directory. Without a name, all are listed.
    Schema(SchemaOptions),
    /// Put the keys of announcements in order
    ///
    /// Writes the keys of sources in the order of the documentation, and in one style. Comments, line ends and the text stay, and
    /// so does what the announcement says. Files with errors are not changed; the exit code is 1 then.
    #[cfg(feature = "fmt")]
    Fmt(FmtOptions),
    /// Certify when a notice was up
    ///
    /// The certificate states the notice, its board, the first and the last day on which exports had it, and the digest of its
    /// text. It is made from the history that exports keep in .anslag of the data directory; the notice need not be published
    /// any more. Its language is that of the publication, unless `--lang` names another.
    #[cfg(feature = "certificate")]
    #[command(name = "bevis", visible_alias = "certificate")]
    Certificate(CertificateOptions),
    /// Import pages, feeds, tables, JSON and texts as source files
    ///
    /// A source is a file or an address. Addresses are fetched as robots.txt of their host allows, at most one a second. The
    /// kind of a source is recognised from its content, or named in import.toml. Each announcement is written into a new file;
    /// what an earlier import has written is left as it is. Facts that are uncertain are left out with a warning. The exit
    /// code is 1 if a source cannot be read, or if `check` would refuse a new file; the other sources are imported all the
    /// same.
    #[cfg(feature = "import")]
    Import(ImportOptions),
    /// Import again what has changed at its source
    ///
    /// Files keep their names and ids. What an editor has changed in a file stays, with a warning if the source has changed it
    /// too. What a source no longer has is told, with the command that withdraws it. Nothing else is asked than what an earlier
    /// import or the command line names. A second run finds nothing to do. The exit codes are those of `import`.
    #[cfg(feature = "import")]
    Sync(SyncOptions),
    /// Notify the WebSub hub of changed feeds
    ///
    /// Run it after an export, once the new publication is online. A file beside the published directory records what the hub
    /// has been told.
    #[cfg(feature = "notify")]
    Notify(NotifyOptions),
    /// Answer a SPARQL query from the publication
    ///
    /// Needs no server. The prefixes of the vocabularies in use are predefined. A pattern without `GRAPH` is looked for in all
    /// graphs together.
    #[cfg(feature = "query")]
    Query(QueryOptions),
    /// Load the publication into a triple store
    ///
    /// The first load writes everything, a later one only what has changed. The store must speak SPARQL 1.1. It records what is
    /// loaded in its graph <BASE>data/loaded. The password or the token comes from a file, or from the environment variable
    /// ANSLAG_STORE_PASSWORD or ANSLAG_STORE_TOKEN.
    #[cfg(feature = "load")]
    Load(LoadOptions),
    /// Show the data directory as a site that follows every edit
    ///
    /// Drafts and announcements that are not published yet are shown and marked. Errors and warnings of the sources are shown on
    /// the pages that they concern. The browser reloads a page that changes. Nothing is written but a temporary directory, which
    /// is removed at the end. Ctrl-C and SIGTERM end it, with exit code 130.
    #[cfg(feature = "preview")]
    Preview(PreviewOptions),
    /// Serve the publication over HTTP
    ///
    /// Answers by path, and by the formats and languages that a request accepts. A new export is served from the next request on.
    /// Ctrl-C and SIGTERM end it, with exit code 130.
    #[cfg(feature = "serve")]
    Serve(ServeOptions),
    /// Print a configuration for another server or host
    ///
    /// With it, the host answers as `serve` does, as far as it can. It depends on the publication's address and on the ids that
    /// have moved.
    #[cfg(feature = "serve")]
    Hosting(HostingOptions),
    /// Withdraw an announcement in its source
    ///
    /// Writes `withdrawn` into the file, and keeps everything else in it. The next export takes the announcement away and tells
    /// feeds. The exit code is 1 if it is withdrawn already or was never published, and 2 if there is no such id.
    ///
    /// With `--erase`, only a stub is left: an opaque id, which is made from the old one by SHA-256, the type, and two days. The
    /// tombstone has the opaque id. What other sources say of the announcement, backups, and the history of a version control
    /// system stay.
    #[cfg(feature = "withdraw")]
    Withdraw(WithdrawOptions),
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
    /// When to use colours: `auto` considers the terminal, NO_COLOR and CLICOLOR_FORCE
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
    /// Workflow commands of GitHub Actions, which annotate the lines of a pull request
    Github,
}

#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct ExportOptions {
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    #[command(flatten)]
    pub(crate) out: OutDirectory,
    /// Moment whose state to publish: the end of a day, `2026-11-24`, or a time in the publication's zone,
    /// `2026-11-24T15:00` [default: now]
    #[arg(long, value_name = "DATE", value_parser = AsOf::from_str)]
    pub(crate) as_of: Option<AsOf>,
    /// Formats to write, by name or file extension, separated by commas [default: those of publication.toml]
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',', value_parser = format_parser())]
    pub(crate) formats: Vec<Format>,
    /// Write no documents of single announcements
    #[arg(long)]
    pub(crate) no_documents: bool,
    /// Print what would differ from what is published, by announcement and field, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Number of threads [default: one per core]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Compare every file that is already published with its checksum, and write those again that are damaged
    #[arg(long)]
    pub(crate) verify: bool,
    /// Do not record in the data directory which notices are up: for a preview
    #[arg(long)]
    pub(crate) no_history: bool,
    /// Fail with exit code 3 if another export is publishing into the directory, instead of waiting for it
    #[arg(long)]
    pub(crate) no_wait: bool,
    /// Do not wait until everything is on the disk: a power failure right after the export may lose it
    #[arg(long)]
    pub(crate) no_sync: bool,
    #[command(flatten)]
    pub(crate) allow: AllowOptions,
}

#[derive(Args, Debug)]
pub(crate) struct CheckOptions {
    /// Source files to check [default: all]; references to other announcements are not checked then
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// Also check whether an export could publish into this directory; not if FILEs are named
    #[arg(long, value_name = "DIR", env = "ANSLAG_OUT", hide_env_values = true)]
    pub(crate) out: Option<PathBuf>,
    /// Fail with exit code 1 also if there are only warnings
    #[arg(long)]
    pub(crate) strict: bool,
    /// Check again after every change of a source, until Ctrl-C
    #[cfg(feature = "watch")]
    #[arg(long, conflicts_with = "strict")]
    pub(crate) watch: bool,
    #[command(flatten)]
    pub(crate) allow: AllowOptions,
}

/// Codes that a run ignores.
#[derive(Args, Debug)]
pub(crate) struct AllowOptions {
    /// Silence a warning or note, or lift an error that can be lifted; may be repeated (see `anslag explain`)
    #[arg(id = "allow", long = "allow", value_name = "CODE")]
    pub(crate) codes: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ConvertOptions {
    /// Format of standard input
    #[arg(long, value_name = "FORMAT", default_value = "json-lines", value_parser = source_parser())]
    pub(crate) from: Format,
    /// Format of standard output, by name or file extension; feeds have pages and cannot be written as a stream
    #[arg(long, value_name = "FORMAT", value_parser = stream_parser())]
    pub(crate) to: Format,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    /// Table to write with `--to csv` [default: announcements]
    #[arg(long, value_name = "NAME", value_parser = table_parser())]
    pub(crate) table: Option<Table>,
    /// Dialect to write with `--to csv`: for programs, or for a Swedish Excel [default: standard]
    #[arg(long, value_name = "NAME", value_parser = dialect_parser())]
    pub(crate) dialect: Option<Dialect>,
    /// Part of the document to write; standard input is not read for the prologue and the epilogue
    #[arg(long, value_name = "PART", default_value = "whole")]
    pub(crate) part: DocumentPart,
    /// Write only the announcements: the same as `--part chunk`
    #[arg(long, conflicts_with = "part")]
    pub(crate) no_prologue: bool,
    /// Moment whose state to write, as with `export` [default: now]
    #[arg(long, value_name = "DATE", value_parser = AsOf::from_str)]
    pub(crate) as_of: Option<AsOf>,
    #[command(flatten)]
    pub(crate) allow: AllowOptions,
}

#[derive(Args, Debug)]
pub(crate) struct VerifyOptions {
    /// Published directory
    #[arg(value_name = "DIR", default_value = "dist", env = "ANSLAG_OUT", hide_env_values = true)]
    pub(crate) directory: PathBuf,
    /// Number of threads [default: one per core]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainOptions {
    /// The code [default: list all]
    pub(crate) code: Option<String>,
}

/// Part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentPart {
    /// The whole document
    Whole,
    /// What precedes the announcements
    Prologue,
    /// The announcements
    Chunk,
    /// What follows the announcements
    Epilogue,
}

/// Choices of `--color`.
const COLORS: [(&str, ColorChoice); 3] =
    [("auto", ColorChoice::Auto), ("always", ColorChoice::Always), ("never", ColorChoice::Never)];

/// Returns what `--color` asks for in arguments that clap gives no values of: those that are invalid, or ask for help.
pub(crate) fn requested_color(arguments: &[OsString]) -> ColorChoice {
    requested(arguments, "--color", &COLORS).unwrap_or(ColorChoice::Auto)
}

/// Returns what `--lang` asks for in arguments; `None` if they do not have it.
pub(crate) fn requested_language(arguments: &[OsString]) -> Option<Language> {
    requested(arguments, "--lang", &Language::ALL.map(|language| (language.tag(), language)))
}

/// Returns what `--message-format` asks for in such arguments.
pub(crate) fn requested_format(arguments: &[OsString]) -> MessageFormat {
    let formats = [MessageFormat::Human, MessageFormat::Json, MessageFormat::Github];
    let named = formats.map(|format| (format.to_possible_value(), format));
    let named: Vec<_> =
        named.iter().filter_map(|(value, format)| Some((value.as_ref()?.get_name(), *format))).collect();
    requested(arguments, "--message-format", &named).unwrap_or(MessageFormat::Human)
}

/// Returns the choice of an option, if arguments have it.
fn requested<T: Copy>(arguments: &[OsString], option: &str, choices: &[(&str, T)]) -> Option<T> {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = words.iter().filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
    let separate = words.windows(2).filter_map(|pair| (pair[0] == option).then_some(pair[1]));
    joined.chain(separate).find_map(|name| choices.iter().find(|(key, _)| *key == name)).map(|(_, choice)| *choice)
}

fn color_parser() -> impl TypedValueParser<Value = ColorChoice> {
    by_name(COLORS.map(|(name, choice)| (PossibleValue::new(name), choice)).to_vec())
}

/// Returns a parser of the formats that an export writes.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    formats_by_name(FORMATS, |_| true)
}

/// Returns a parser of the formats that announcements are read in as a stream.
fn source_parser() -> impl TypedValueParser<Value = Format> {
    formats_by_name([Format::JsonLines.spec()], |_| true)
}

/// Returns a parser of all formats, of which `--help` lists those that announcements are written in as a stream. The
/// command says why it refuses another one.
fn stream_parser() -> impl TypedValueParser<Value = Format> {
    formats_by_name(FORMATS, is_stream)
}

/// Returns a parser of some formats, by any of their names; `--help` lists some of them.
fn formats_by_name(
    formats: impl IntoIterator<Item = &'static FormatSpec>,
    is_listed: impl Fn(Format) -> bool,
) -> impl TypedValueParser<Value = Format> {
    let value = |spec: &'static FormatSpec| {
        let name = PossibleValue::new(spec.key).aliases(spec.aliases).hide(!is_listed(spec.format));
        (name, spec.format)
    };
    by_name(formats.into_iter().map(value).collect())
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
}
