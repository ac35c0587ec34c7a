//! The data folder as a site for editors, which follows every edit.
//!
//! [`Preview`] publishes the data folder into a temporary folder, with drafts and announcements that are held back. It does
//! so again after every change, which a [`Watcher`](anslag_watch::Watcher) notices. [`app`] serves the last publication without errors, and marks
//! in its pages what is not published yet, and the problems of the sources. Nothing else is written.

mod error;
mod words;

mod sources;
mod state;

mod head;

mod banner;
mod page;
mod problem;

mod app;
mod preview;

pub use app::app;
pub use error::PreviewError;
pub use preview::{Built, Options, Preview};
pub use state::Current;
