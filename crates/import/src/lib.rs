//! Turns what a municipality has (feeds, APIs, pages, plain text) into source files.
//!
//! A [`Source`] is read by the reader of its [`Kind`] ([`read`]), which passes [`Draft`]s on: front matter and a body of
//! Markdown. A [`Folder`] completes them by the [`Profile`] and the register, and writes each into a new file. A fact is
//! taken only where the text states it; what is uncertain is a [`Finding`], never data.
#![allow(clippy::result_large_err, reason = "a source ends with one finding at most, so that its size does not matter")]

mod charset;
mod date;
mod draft;
mod drafts;
mod finding;
mod gzip;
mod kind;
mod profile;
mod source;

mod contact;
mod html;
mod markdown;
mod page;
mod quotation;

mod feed;
mod table;
mod text;
mod wordpress;

mod reader;
mod remote;

mod complete;
mod folder;
mod merge;
mod register;
mod slug;
mod state;
mod update;

mod fetch;

pub use contact::{Contact, ContactBlock, is_contact_heading, read_contacts};
pub use date::{DateDoubt, DatePoint, FoundDate, StatedDate, find_dates, read_date};
pub use draft::{Category, Draft, comment};
pub use drafts::Drafts;
pub use fetch::{Answer, FetchError, FetchFault, FetchHelp, FetchOptions, Fetcher};
pub use finding::{Doubt, Finding};
pub use folder::{Folder, Writing};
pub use kind::Kind;
pub use markdown::markdown;
pub use page::{Page, read_page};
pub use profile::{Profile, Profiles};
pub use quotation::{Quotation, Quotations, Speaker, after_dash, quote_pattern, read_quotations};
pub use reader::{kind_of, read};
pub use remote::{Listing, read_address};
pub use source::{MAX_BYTES, Source, is_address};
pub use state::State;
pub use text::read_text;
