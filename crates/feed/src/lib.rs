//! Announcements as pages of RSS 2.0, Atom 1.0 and JSON Feed 1.1.
//!
//! A [`Page`] says what a feed holds; [`rss::write`], [`atom::write`] and [`json::write`] write it. What the three say
//! of an announcement is worked out in one place (`entry`, with `html` for the content), so that they cannot differ.
//!
//! The crate knows no file system and no clock: every date comes from the announcements. It reads no feed either.
//!
//! ```
//! use anslag_core::Format;
//!
//! assert_eq!(anslag_feed::path("all", Format::Atom), "feed/all.atom");
//! ```

mod page;

mod date;
mod entry;
mod html;

pub mod atom;
pub mod json;
pub mod rss;

pub use page::{Page, newest_first, path};
