//! Begins a publication: [`Beginning::files`] writes the files of a new data directory, and [`NewAnnouncement::source`] the
//! source of a new announcement, with its fields as comments.
//!
//! The crate knows no file system and no clock.

mod municipality;

mod beginning;
mod sample;

mod new_announcement;

pub use beginning::Beginning;
pub use municipality::Municipality;
pub use new_announcement::{NewAnnouncement, Source};
