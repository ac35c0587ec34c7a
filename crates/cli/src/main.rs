//! The command line `anslag`: see `anslag --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    anslag_cli::run(std::env::args_os()).into()
}
