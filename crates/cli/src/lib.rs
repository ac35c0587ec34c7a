//! The command line that people install.
//!
//! It is a library too, so that the repository's own runner goes through the same code as the binary. No other crate knows
//! the clock: an export publishes the state of today unless `--as-of` names another day.

// The messages of all commands stand together, also those of commands that this build does not have.
#![cfg_attr(
    not(all(
        feature = "import",
        feature = "fmt",
        feature = "init",
        feature = "load",
        feature = "notify",
        feature = "preview",
        feature = "query",
        feature = "serve",
        feature = "watch",
        feature = "withdraw"
    )),
    allow(dead_code)
)]

mod arguments;
mod run;
mod schema;

mod exit;
mod fatal;
mod foreign_claim;
mod github;
mod help;
mod import_codes;
mod incomplete;
mod printer;
mod summary;
mod translation;
mod usage;
mod wrap;

#[cfg(any(feature = "load", feature = "query", feature = "serve"))]
mod dump;
mod interruption;
#[cfg(feature = "init")]
mod new_file;
mod progress;
mod published;

#[cfg(feature = "certificate")]
mod certificate;
mod changes;
mod check;
#[cfg(feature = "query")]
mod confined;
mod convert;
mod counts;
mod damage;
mod diff;
mod edited_history;
mod explain;
mod export;
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
#[cfg(feature = "query")]
mod queries;
#[cfg(feature = "query")]
mod query;
#[cfg(feature = "serve")]
mod serve;
mod verify;
mod vscode;
#[cfg(feature = "withdraw")]
mod withdraw;

pub use exit::Exit;
pub use run::run;
