//! Announcements as pages of RSS 2.0, Atom 1.0 and JSON Feed 1.1, and their events and deadlines as iCalendar.
//!
//! [`feeds`] says which feeds a publication has. A [`Page`] is a file of one: the current one, or one of its archive
//! (RFC 5005). [`Form::write`] writes a page of entries that a [`Renderer`] has worked out, each once for all its pages
//! and forms. What the forms say of an announcement is worked out in one place (`entry`, with `html` for the content),
//! so that they cannot differ.
//!
//! The crate knows no file system and no clock: every date comes from the announcements. It reads no feed either.
//!
//! ```
//! use anslag_feed::{Form, path};
//!
//! assert_eq!(path("topic/vatten", Form::Atom), "feed/topic/vatten.atom");
//! ```

mod feed;
mod form;
mod page;

mod date;
mod entry;
mod html;
mod retirement;

mod atom;
mod json;
mod rss;

pub mod calendar;
pub mod list;

pub use entry::{Rendered, Renderer};
pub use feed::{Alternate, Feed, Subject, Used, feeds};
pub use form::Form;
pub use page::{ArchivePage, Page, Tombstone, path};
