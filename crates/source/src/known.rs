use crate::index::IndexEntry;
use anslag_core::{Fingerprint, Zone};
use anslag_spool::Records;
use std::{collections::HashMap, io};

/// Index of an earlier reading by the same program. Sources that have not changed are not read again.
#[derive(Debug)]
pub struct Known {
    /// Fingerprint of the configuration: [`Corpus::configuration`](crate::Corpus::configuration).
    pub(crate) configuration: Fingerprint,
    /// Records of [`Corpus::index_records`](crate::Corpus::index_records).
    records: Records,
    /// Offset in the records for each source.
    places: HashMap<Fingerprint, u64>,
    is_damaged: bool,
}

impl Known {
    /// Finds the sources in the [`Corpus::index_records`](crate::Corpus::index_records) of an earlier reading with a
    /// [`Corpus::configuration`](crate::Corpus::configuration). A damaged record ends them: what follows is read again.
    #[must_use]
    pub fn new(configuration: Fingerprint, records: Records) -> Self {
        let mut places = HashMap::new();
        let mut add = |record: io::Result<(u64, Vec<u8>)>| {
            let (place, bytes) = record?;
            places.insert(IndexEntry::source_in(&bytes)?.0, place);
            Ok::<_, io::Error>(())
        };
        let is_damaged = records.iter().try_for_each(&mut add).is_err();
        Self { configuration, records, places, is_damaged }
    }

    /// Returns whether a record is damaged.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// Returns the entry of a source.
    pub(crate) fn entry(&self, source: Fingerprint, zone: &Zone) -> Option<IndexEntry> {
        let bytes = self.records.read_bytes(*self.places.get(&source)?).ok()?;
        IndexEntry::from_bytes(&bytes, zone).ok()
    }
}
