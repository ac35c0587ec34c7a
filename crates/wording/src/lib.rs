//! Messages for people, in English and Swedish.
//!
//! A message is data: a variant of an enum, whose fields say what it is about. [`wording!`] declares such an enum with the
//! wordings of each message side by side; a missing one does not compile. [`Wording::in_language`] chooses a wording where
//! the message is shown.

mod language;
mod table;
mod wording;

mod io_fault;

pub use io_fault::IoFault;
pub use language::Language;
pub use wording::{InLanguage, Wording};
