//! Announcements as feed pages in RSS 2.0, Atom 1.0 and JSON Feed 1.1; their events and deadlines as iCalendar;
//! their places as GeoJSON.
//!
//! [`feeds`] lists the feeds of a publication. A [`Page`] is one file of a feed: the current page or an archive page
//! (RFC 5005). A [`Renderer`] renders each announcement once for all pages and formats; [`write_page`] puts a page
//! together. Every format writes the same `Entry`, so that formats cannot differ.
//!
//! The crate knows no file system and no clock: every date comes from the announcements. It reads no feeds.
//!
//! ```
//! use anslag_feed::{FeedFormat, path};
//!
//! assert_eq!(path("topic/vatten", FeedFormat::Atom), "feed/topic/vatten.atom");
//! ```

mod feed;
mod format;
mod page;

mod date;
mod name;
mod stylesheet;
mod time_zone;
mod xml;

mod content;
mod entry;
mod georss;
mod located;
mod retirement;

mod atom;
mod json;
mod rss;

mod render;

pub mod calendar;
pub mod geojson;
pub mod list;

pub use feed::{Alternate, Feed, Subject, UsedKeys, feeds, path};
pub use format::FeedFormat;
pub use page::{ArchivePage, Page, Tombstone, archive_path};
pub use render::{RenderedEntry, Renderer, write_page};
pub use retirement::Retirement;
pub use stylesheet::{stylesheet, stylesheet_path};
