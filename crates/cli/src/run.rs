#[cfg(feature = "certificate")]
use crate::certificate;
#[cfg(feature = "fmt")]
use crate::fmt;
#[cfg(feature = "import")]
use crate::import;
#[cfg(feature = "load")]
use crate::load;
#[cfg(feature = "notify")]
use crate::notify;
#[cfg(feature = "preview")]
use crate::preview;
#[cfg(feature = "query")]
use crate::query;
#[cfg(feature = "withdraw")]
use crate::withdraw;
use crate::{
    arguments::{Arguments, Command, GlobalOptions, requested_color, requested_format, requested_language},
    check, convert, diff,
    exit::Exit,
    explain, export,
    printer::Printer,
    schema,
    translation::in_swedish,
    usage::UsageError,
    verify,
};
#[cfg(feature = "serve")]
use crate::{hosting, serve};
#[cfg(feature = "init")]
use crate::{init, new};
use anslag_wording::Language;
use clap::{CommandFactory, Parser, error::ErrorKind};
use std::ffi::OsString;

/// Answers arguments that ask for help, or are invalid.
fn answer(error: &clap::Error, arguments: &[OsString]) -> Exit {
    requested_color(arguments).write_global();
    let language = requested_language(arguments).unwrap_or_default();
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if !is_help {
        let printer = Printer { format: requested_format(arguments), language, is_quiet: false };
        printer.error(&UsageError::from(error));
        return Exit::Usage;
    }
    let translated = match language {
        Language::English => None,
        Language::Swedish => in_swedish(Arguments::command()).try_get_matches_from(arguments).err(),
    };
    // A reader that has gone away is no error.
    let _ = translated.as_ref().unwrap_or(error).print();
    if error.use_stderr() { Exit::Usage } else { Exit::Success }
}

/// Runs the command line with its arguments, of which the first is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let parsed = match Arguments::try_parse_from(&arguments) {
        Ok(parsed) => parsed,
        // `--help` and `--version` are errors here too.
        Err(error) => return answer(&error, &arguments),
    };
    let GlobalOptions { message_format: format, lang: language, color, quiet: is_quiet } = parsed.global;
    color.write_global();
    let printer = Printer { format, language, is_quiet };
    let result = match parsed.command {
        #[cfg(feature = "init")]
        Command::Init(options) => init::run(&options, printer),
        #[cfg(feature = "init")]
        Command::New(options) => new::run(&options, printer),
        Command::Export(options) => export::run(&options, printer),
        Command::Check(options) => check::run(&options, printer),
        Command::Diff(options) => diff::run(&options, printer),
        Command::Convert(options) => convert::run(&options, printer),
        Command::Verify(options) => verify::run(&options, printer),
        Command::Explain(options) => explain::run(&options, language),
        Command::Schema(options) => schema::run(&options, printer),
        #[cfg(feature = "certificate")]
        Command::Certificate(options) => certificate::run(&options, requested_language(&arguments), printer),
        #[cfg(feature = "import")]
        Command::Import(options) => import::import(&options, printer),
        #[cfg(feature = "import")]
        Command::Sync(options) => import::sync(&options, printer),
        #[cfg(feature = "fmt")]
        Command::Fmt(options) => fmt::run(&options, printer),
        #[cfg(feature = "notify")]
        Command::Notify(options) => notify::run(&options, printer),
        #[cfg(feature = "query")]
        Command::Query(options) => query::run(&options, &arguments, printer),
        #[cfg(feature = "load")]
        Command::Load(options) => load::run(&options, printer),
        #[cfg(feature = "preview")]
        Command::Preview(options) => preview::run(&options, printer),
        #[cfg(feature = "serve")]
        Command::Serve(options) => serve::run(&options, &arguments, printer),
        #[cfg(feature = "serve")]
        Command::Hosting(options) => hosting::run(&options),
        #[cfg(feature = "withdraw")]
        Command::Withdraw(options) => withdraw::run(&options, printer),
    };
    result.unwrap_or_else(|error| {
        printer.error(&*error);
        error.code().exit()
    })
}
