//! What is said to people, in each of the languages that we speak to them in.
//!
//! A message is data: a variant of an enum, with what it is about. [`wording!`] is the table of such an enum, in which the
//! wordings of a message stand side by side; one that is missing does not compile. Which of them is wanted is known only
//! where the message is shown: there, [`Wording::in_language`] chooses it.

mod language;
mod table;
mod wording;

pub use language::Language;
pub use wording::{InLanguage, Wording};
