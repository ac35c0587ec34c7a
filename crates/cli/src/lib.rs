//! The command line that people install.
//!
//! It is a library too, so that the repository's own runner goes through the same code as the binary. No other crate knows
//! the clock: an export publishes the state of today unless `--as-of` names another day.

mod arguments;
mod run;

mod exit;
mod fatal;
mod help;
mod printer;
mod summary;

mod interruption;
mod progress;
mod published;

mod check;
mod convert;
mod export;
mod load;
mod notify;
mod query;

pub use exit::Exit;
pub use run::run;
