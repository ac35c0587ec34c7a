//! Turns what a municipality has (feeds, APIs, pages, plain text) into source files.
//!
//! Each reader returns [`Draft`]s: front matter and a body of Markdown. A fact is taken only where the text states it;
//! what is uncertain is a [`Finding`], never data.

mod contact;
mod date;
mod draft;
mod fetch;
mod finding;
mod html;
mod markdown;
mod quotation;
mod text;

pub use contact::{Contact, ContactBlock, is_contact_heading, read_contacts};
pub use date::{DateDoubt, DatePoint, FoundDate, StatedDate, find_dates, read_date};
pub use draft::{Draft, comment};
pub use fetch::{Answer, FetchError, FetchFault, FetchHelp, FetchOptions, Fetcher};
pub use finding::{Doubt, Finding};
pub use markdown::markdown;
pub use quotation::{Quotation, Quotations, Speaker, after_dash, quote_pattern, read_quotations};
pub use text::read_text;
