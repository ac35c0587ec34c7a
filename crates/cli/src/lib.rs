//! The command line that people install.
//!
//! It is a library too, so that the repository's own runner goes through the same code as the binary. It is the one
//! place that knows the clock: the day whose state is published is today unless `--as-of` says otherwise.

mod advice;
mod arguments;
mod check;
mod convert;
mod exit;
mod export;
mod interruption;
mod load;
mod message;
mod notify;
mod progress;
mod published;
mod query;
mod summary;

use arguments::{Arguments, Command};
use clap::Parser;
pub use exit::Exit;
use message::Manner;
use std::{ffi::OsString, io::Write};

/// Runs the command line with its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // `--help` and `--version` come here too; where nobody reads them, nothing is lost.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    let manner = Manner { format: arguments.command.message_format(), language: arguments.lang };
    let result = match arguments.command {
        Command::Export(options) => export::run(&options, manner),
        Command::Check(options) => check::run(&options, manner),
        Command::Convert(options) => convert::run(&options, manner),
        Command::Notify(options) => notify::run(&options, manner),
        Command::Query(options) => query::run(&options, manner),
        Command::Load(options) => load::run(&options, manner),
    };
    result.unwrap_or_else(|failure| {
        message::failure(&failure, manner);
        failure.exit()
    })
}

/// Writes a line for people; where nobody reads it, nothing is lost.
fn say(out: &mut impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}
