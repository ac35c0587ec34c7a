//! Announcements as accessible HTML pages.
//!
//! A [`Site`] is what the pages of a publication share. A [`Renderer`] renders announcements, each as a page of its own;
//! [`Site::gone`] renders the page of one that is no longer published, [`Site::board`] that of a notice board,
//! [`Site::ended`] that of a feed that has ended, [`Site::list`] a page of a list, and [`Site::start`] the first page.
//! [`Site::feed_list`] renders the page of all feeds, [`Site::feed_page`] that of one of them, [`Site::open_data`] that of open data,
//! [`Site::catalogue`] that of the datasets, [`Site::definitions`] that of our own vocabulary, and [`Site::accessibility`]
//! the accessibility statement.
//!
//! The pages work without a script, but for the search, and ask no other host for anything, except for the pictures that an
//! announcement names.
//! The crate knows no file system and no clock.

mod words;

mod accessibility_words;
mod catalogue_words;
mod collation;
mod definitions_words;
mod feed_words;
mod language_name;
mod list_words;
mod open_data_words;
mod stylesheet;

mod site;

mod footer;
mod frame;

mod item;
mod picture;
mod shared;

mod accessibility;
mod announcement;
mod board;
mod catalogue;
mod certificate;
mod chart;
mod definitions;
mod ended;
mod feed_page;
mod feeds;
mod gone;
mod list;
mod list_address;
mod list_overview;
mod moved;
mod open_data;
mod search;
mod start;
mod statistics;

pub use announcement::{Context, Renderer};
pub use board::NoticeBoard;
pub use catalogue::{Catalogue, Dataset, DatasetFile, Texts};
pub use certificate::Certificate;
pub use ended::Ended;
pub use feed_page::FeedPage;
pub use feeds::FeedList;
pub use gone::{Ending, Gone};
pub use item::{Listed, ListedText};
pub use list::ListPage;
pub use list_address::List;
pub use list_overview::ListOverview;
pub use open_data::OpenData;
pub use picture::Picture;
pub use search::{BLOCK, FILES, SCRIPT, WordFile, entries_path, entry, file_of, words_of, words_path};
pub use site::{ACCESSIBILITY, CATALOGUE, DEFINITIONS, FEEDS, Feed, LISTS, OPEN_DATA, SEARCH, STATISTICS, Site};
pub use start::{Download, Start};
pub use statistics::Counts;
pub use stylesheet::STYLESHEET;
