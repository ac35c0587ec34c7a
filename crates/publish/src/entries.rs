use crate::{Plan, PublishError, error::Attempt};
use anslag_core::Publication;
use anslag_feed::{RenderedEntry, Renderer};
use anslag_source::{Corpus, IndexEntry};
use anslag_spool::Spool;
use std::{
    io,
    num::NonZeroU64,
    path::Path,
    sync::{Mutex, PoisonError},
};

/// The announcements that are published as entries of feeds, each worked out once for all the pages and forms it stands
/// in, and only where a page wants it.
///
/// They are in a file without a name on the target's file system. Each goes by its number in those that are published.
pub(crate) struct Entries<'a> {
    corpus: &'a Corpus,
    plan: &'a Plan,
    kept: Mutex<Kept>,
}

struct Kept {
    spool: Spool,
    /// Where each entry stands, counted from 1; none of one that was not worked out yet.
    places: Vec<Option<NonZeroU64>>,
}

impl Kept {
    fn push(&mut self, record: &[u8]) -> io::Result<NonZeroU64> {
        Ok(NonZeroU64::MIN.saturating_add(self.spool.push_bytes(record)?))
    }
}

impl<'a> Entries<'a> {
    /// No entries yet; their file will be in this folder.
    pub(crate) fn new(corpus: &'a Corpus, plan: &'a Plan, folder: &Path) -> Result<Self, PublishError> {
        let spool = Spool::new(Some(folder)).map_err(PublishError::io(Attempt::KeepEntries, folder))?;
        Ok(Self { corpus, plan, kept: Mutex::new(Kept { spool, places: Vec::new() }) })
    }

    /// Adds the next entries.
    pub(crate) fn push(&mut self, entries: Vec<Option<Vec<u8>>>) -> io::Result<()> {
        let kept = self.kept.get_mut().unwrap_or_else(PoisonError::into_inner);
        for record in entries {
            let place = record.map(|record| kept.push(&record)).transpose()?;
            kept.places.push(place);
        }
        Ok(())
    }

    /// Ends the adding: what comes now is asked for.
    pub(crate) fn end(&mut self) -> io::Result<()> {
        self.kept.get_mut().unwrap_or_else(PoisonError::into_inner).spool.flush()
    }

    /// The entry with this number, which the index says this of.
    pub(crate) fn get(&self, number: u32, entry: &IndexEntry) -> Result<RenderedEntry, PublishError> {
        let attempt = |error| PublishError::io(Attempt::ReadEntries, entry.id.as_str())(error);
        let kept = self.lock();
        let number = number as usize;
        if let Some(place) = kept.places[number] {
            let record = kept.spool.read(place.get() - 1).map_err(attempt)?;
            drop(kept);
            return RenderedEntry::from_record(record).ok_or_else(|| attempt(io::ErrorKind::InvalidData.into()));
        }
        drop(kept);
        let announcement = self.plan.read(self.corpus, entry)?;
        let rendered = Renderer::new(self.publication()).render(&announcement);
        let mut kept = self.lock();
        let place = kept.push(&rendered.clone().into_record()).map_err(attempt)?;
        kept.spool.flush().map_err(attempt)?;
        kept.places[number] = Some(place);
        Ok(rendered)
    }

    pub(crate) fn publication(&self) -> &'a Publication {
        &self.corpus.publication
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
