use crate::Due;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// Result of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The day whose state is published.
    pub as_of: Date,
    /// Announcements that are published in every format.
    pub published: usize,
    /// Announcements that are published on their notice boards only.
    pub board_only: usize,
    /// Announcements that are drafts.
    pub drafts: usize,
    /// Announcements that are published later.
    pub held_back: usize,
    /// Announcements that have expired.
    pub expired: usize,
    /// Announcements that are withdrawn.
    pub withdrawn: usize,
    /// The reason for the next export, whose time is as clocks of the publication's zone show it.
    pub next_due: Option<Due<DateTime>>,
    /// The number of files.
    pub files: usize,
    /// The size of all files, in bytes.
    pub bytes: u64,
    /// Numbers of rendered and of copied parts.
    pub work: Work,
}

/// Numbers of the parts of a publication that were rendered, and of those that were copied from the previous one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Chunks that were rendered.
    pub chunks_rendered: usize,
    /// Chunks that were copied.
    pub chunks_kept: usize,
    /// Pages of feeds that were put together.
    pub pages_rendered: usize,
    /// Pages of feeds that were taken over.
    pub pages_kept: usize,
    /// Pages of lists that were rendered, of each language.
    pub lists_rendered: usize,
    /// Pages of lists that were taken over.
    pub lists_kept: usize,
    /// Files that were neither read nor written, since every byte is the same.
    pub files_linked: usize,
}

impl Work {
    /// Returns the work of an export that finds everything unchanged, if this was the work of the export before.
    pub(crate) const fn unchanged(self, files_linked: usize) -> Self {
        Self {
            chunks_rendered: 0,
            chunks_kept: self.chunks_rendered + self.chunks_kept,
            pages_rendered: 0,
            pages_kept: self.pages_rendered + self.pages_kept,
            lists_rendered: 0,
            lists_kept: self.lists_rendered + self.lists_kept,
            files_linked,
        }
    }
}
