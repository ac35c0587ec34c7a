use crate::{Plan, PublishError, error::Attempt};
use anslag_core::{Announcement, Publication};
use anslag_feed::{RenderedEntry, Renderer};
use anslag_page::ListedText;
use anslag_source::{Corpus, IndexEntry};
use anslag_spool::Spool;
use std::{
    io,
    marker::PhantomData,
    num::NonZeroU64,
    path::Path,
    sync::{Mutex, PoisonError},
};

/// Form of an announcement that many pages share: an entry of feeds, or an item of lists.
pub(crate) trait Entry: Clone + Sized {
    /// Makes the entry of an announcement.
    fn of(announcement: &Announcement, publication: &Publication) -> Self;

    /// Returns the entry as bytes.
    fn into_record(self) -> Vec<u8>;

    /// Reads an entry from its bytes. Returns `None` if they are none.
    fn from_record(record: Vec<u8>) -> Option<Self>;
}

impl Entry for RenderedEntry {
    fn of(announcement: &Announcement, publication: &Publication) -> Self {
        Renderer::new(publication).render(announcement)
    }

    fn into_record(self) -> Vec<u8> {
        self.into_record()
    }

    fn from_record(record: Vec<u8>) -> Option<Self> {
        Self::from_record(record)
    }
}

impl Entry for ListedText {
    fn of(announcement: &Announcement, _: &Publication) -> Self {
        Self::of(announcement)
    }

    fn into_record(self) -> Vec<u8> {
        self.into_record()
    }

    fn from_record(record: Vec<u8>) -> Option<Self> {
        Self::from_record(record)
    }
}

/// The published announcements as entries of one form. Each is rendered once for all its pages and formats, and only if a
/// page asks for it.
///
/// Announcements that are only on a notice board come after the others, and are in no chunk.
///
/// They are in a file without a name on the file system of the target. Each goes by its position among the published
/// announcements.
pub(crate) struct Entries<'a, E> {
    corpus: &'a Corpus,
    plan: &'a Plan,
    kept: Mutex<Kept>,
    form: PhantomData<fn() -> E>,
}

struct Kept {
    spool: Spool,
    /// The position of each entry in the spool, counted from 1; `None` for one that is not rendered yet.
    positions: Vec<Option<NonZeroU64>>,
}

impl Kept {
    fn push(&mut self, record: &[u8]) -> io::Result<NonZeroU64> {
        Ok(NonZeroU64::MIN.saturating_add(self.spool.push_bytes(record)?))
    }
}

impl<'a, E: Entry> Entries<'a, E> {
    /// Makes an empty file of entries in a folder.
    pub(crate) fn new(corpus: &'a Corpus, plan: &'a Plan, folder: &Path) -> Result<Self, PublishError> {
        let spool = Spool::new(Some(folder)).map_err(PublishError::io(Attempt::KeepEntries, folder))?;
        Ok(Self { corpus, plan, kept: Mutex::new(Kept { spool, positions: Vec::new() }), form: PhantomData })
    }

    /// Adds the records of the next entries.
    pub(crate) fn push(&mut self, entries: Vec<Option<Vec<u8>>>) -> io::Result<()> {
        let kept = self.kept.get_mut().unwrap_or_else(PoisonError::into_inner);
        for record in entries {
            let position = record.map(|record| kept.push(&record)).transpose()?;
            kept.positions.push(position);
        }
        Ok(())
    }

    /// Ends the adding. From now on entries are read.
    pub(crate) fn end(&mut self) -> io::Result<()> {
        let kept = self.kept.get_mut().unwrap_or_else(PoisonError::into_inner);
        kept.positions.resize(self.plan.published + self.plan.board_only, None);
        kept.spool.flush()
    }

    /// Returns the entry at a position, given what the index says of it.
    pub(crate) fn get(&self, position: u32, entry: &IndexEntry) -> Result<E, PublishError> {
        let attempt = |error| PublishError::io(Attempt::ReadEntries, entry.id.as_str())(error);
        let kept = self.lock();
        let position = position as usize;
        if let Some(at) = kept.positions[position] {
            let record = kept.spool.read(at.get() - 1).map_err(attempt)?;
            drop(kept);
            return E::from_record(record).ok_or_else(|| attempt(io::ErrorKind::InvalidData.into()));
        }
        drop(kept);
        let announcement = self.plan.read(self.corpus, entry)?;
        let rendered = E::of(&announcement, self.publication());
        let mut kept = self.lock();
        let at = kept.push(&rendered.clone().into_record()).map_err(attempt)?;
        kept.spool.flush().map_err(attempt)?;
        kept.positions[position] = Some(at);
        Ok(rendered)
    }

    pub(crate) fn publication(&self) -> &'a Publication {
        &self.corpus.publication
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
