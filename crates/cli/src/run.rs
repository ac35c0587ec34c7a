#[cfg(feature = "load")]
use crate::load;
#[cfg(feature = "notify")]
use crate::notify;
#[cfg(feature = "query")]
use crate::query;
use crate::{
    arguments::{Arguments, Command, GlobalOptions, requested_color},
    check, convert,
    exit::Exit,
    explain, export,
    printer::Printer,
    schema,
};
use clap::Parser;
use std::ffi::OsString;

/// Runs the command line with its arguments, of which the first is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let parsed = match Arguments::try_parse_from(&arguments) {
        Ok(parsed) => parsed,
        // `--help` and `--version` are errors here too.
        Err(error) => {
            requested_color(&arguments).write_global();
            // A reader that has gone away is no error.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    let GlobalOptions { message_format: format, lang: language, color, quiet: is_quiet } = parsed.global;
    color.write_global();
    let printer = Printer { format, language, is_quiet };
    let result = match parsed.command {
        Command::Export(options) => export::run(&options, printer),
        Command::Check(options) => check::run(&options, printer),
        Command::Convert(options) => convert::run(&options, printer),
        Command::Explain(options) => explain::run(&options, language),
        Command::Schema(options) => Ok(schema::run(&options)),
        #[cfg(feature = "notify")]
        Command::Notify(options) => notify::run(&options, printer),
        #[cfg(feature = "query")]
        Command::Query(options) => query::run(&options, printer),
        #[cfg(feature = "load")]
        Command::Load(options) => load::run(&options, printer),
    };
    result.unwrap_or_else(|error| {
        printer.error(&*error);
        error.code().exit()
    })
}
