use crate::index::{Facets, IndexEntry};
use anslag_core::{AnnouncementId, Fingerprint, LanguageTag, Zone};
use anslag_spool::{Records, Spool};
use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    io, mem,
};

/// Languages and organisations of announcements, whether they are published yet or no longer. Those that are only on a notice
/// board do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Languages of the announcements.
    pub languages: BTreeSet<LanguageTag>,
    /// Publishers and responsible units, as numbers in the register's order of organisations.
    pub organizations: BTreeSet<u32>,
}

/// Index of announcements in the order of reading, on disk, with the keys for sorting it.
pub(crate) struct UnsortedIndex {
    pub(crate) used: Used,
    /// Fingerprint of all sources in the order of reading.
    pub(crate) sources: Fingerprint,
    spool: Spool,
    order: Vec<SortKey>,
    /// Hash of each id, with the offset of its entry in the spool.
    ids: Vec<(u64, u64)>,
    /// Hashes of the ids that new entries refer to, with the offsets of these entries.
    references: Vec<(u64, u64)>,
}

/// Second and nanosecond of publication, and the offset of the entry in the spool. Ids decide between equal instants.
type SortKey = (i64, i32, u64);

impl UnsortedIndex {
    /// Fingerprint of no sources.
    pub(crate) const NO_SOURCES: Fingerprint = Fingerprint([0; 16]);

    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self {
            used: Used::default(),
            sources: Self::NO_SOURCES,
            spool: Spool::new(None)?,
            order: Vec::new(),
            ids: Vec::new(),
            references: Vec::new(),
        })
    }

    /// Adds an entry. The references of a known one were checked when it was new.
    pub(crate) fn add(&mut self, entry: &IndexEntry, is_known: bool) -> io::Result<()> {
        let offset = self.spool.push_bytes(&entry.to_bytes())?;
        add_source(&mut self.sources, entry.source);
        self.order.push((entry.published_at.as_second(), entry.published_at.subsec_nanosecond(), offset));
        self.ids.extend(entry.ids().map(|id| (hash(id), offset)));
        if !is_known {
            self.references.extend(entry.references().map(|id| (hash(id), offset)));
        }
        if !entry.is_draft && !entry.is_board_only {
            let Facets { language, publisher, unit, .. } = &entry.facets;
            if !self.used.languages.contains(language) {
                self.used.languages.insert(language.clone());
            }
            self.used.organizations.extend([*publisher, *unit]);
        }
        Ok(())
    }

    /// Writes what is buffered; afterwards entries can be read.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.spool.flush()
    }

    pub(crate) fn count(&self) -> usize {
        self.order.len()
    }

    /// Returns the first `most` references to ids that no announcement has, in the order of reading.
    pub(crate) fn dangling_references(
        &mut self,
        zone: &Zone,
        most: usize,
    ) -> io::Result<Vec<(IndexEntry, AnnouncementId)>> {
        self.ids.sort_unstable();
        let exists = |id: u64| self.ids.binary_search_by_key(&id, |(id, _)| *id).is_ok();
        let mut dangling = Vec::new();
        for (referenced, offset) in mem::take(&mut self.references) {
            if dangling.len() < most && !exists(referenced) {
                let entry = self.entry(offset, zone)?;
                let id = entry.references().find(|id| hash(id) == referenced).cloned();
                dangling.extend(id.map(|id| (entry, id)));
            }
        }
        Ok(dangling)
    }

    /// Returns groups of entries whose ids have the same hash, each in the order of reading.
    pub(crate) fn possible_duplicates(&mut self, zone: &Zone) -> io::Result<Vec<Vec<IndexEntry>>> {
        let mut ids = mem::take(&mut self.ids);
        ids.sort_unstable();
        let groups = ids.chunk_by(|(a, _), (b, _)| a == b).filter(|group| group.len() > 1);
        groups.map(|group| group.iter().map(|(_, offset)| self.entry(*offset, zone)).collect()).collect()
    }

    /// Returns the entries in the order of publication.
    pub(crate) fn sorted(mut self, zone: &Zone) -> io::Result<Records> {
        self.order.sort_unstable();
        let mut sorted = Spool::new(None)?;
        for same in self.order.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            if let [(_, _, offset)] = same {
                sorted.push_bytes(&self.spool.read(*offset)?)?;
                continue;
            }
            let mut ids = Vec::with_capacity(same.len());
            for (_, _, offset) in same {
                ids.push((self.entry(*offset, zone)?.id, *offset));
            }
            ids.sort_unstable();
            for (_, offset) in ids {
                sorted.push_bytes(&self.spool.read(offset)?)?;
            }
        }
        sorted.into_records()
    }

    fn entry(&self, offset: u64, zone: &Zone) -> io::Result<IndexEntry> {
        IndexEntry::from_bytes(&self.spool.read(offset)?, zone)
    }
}

/// Adds a source to the fingerprint of those before it.
pub(crate) fn add_source(sources: &mut Fingerprint, source: Fingerprint) {
    *sources = Fingerprint::of(&(*sources, source));
}

fn hash(id: &AnnouncementId) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}
