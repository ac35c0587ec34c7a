//! Notices changes in a folder, and waits until they are complete.

mod watcher;

pub use watcher::Watcher;
