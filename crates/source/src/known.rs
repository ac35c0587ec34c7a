use crate::index::IndexEntry;
use anslag_core::{Fingerprint, Zone};
use anslag_spool::Records;
use std::{collections::HashMap, io};

/// Index of an earlier reading by the same program. Sources that have not changed are not read again.
#[derive(Debug)]
pub struct Known {
    /// Fingerprint of the configuration: [`Corpus::configuration`](crate::Corpus::configuration).
    pub configuration: Fingerprint,
    /// Records of [`Corpus::index_records`](crate::Corpus::index_records).
    pub records: Records,
}

/// Index of an earlier reading, by the fingerprints of the sources.
#[derive(Debug)]
pub(crate) struct KnownSources {
    records: Records,
    /// Offset in the records for each source.
    places: HashMap<Fingerprint, u64>,
}

impl KnownSources {
    /// Returns the index if the configuration is still the same and the records can be read.
    pub(crate) fn new(known: Known, configuration: Fingerprint) -> Option<Self> {
        let places = |records: &Records| -> io::Result<HashMap<Fingerprint, u64>> {
            let record = |record: io::Result<(u64, Vec<u8>)>| {
                let (place, bytes) = record?;
                Ok((IndexEntry::source_in(&bytes)?.0, place))
            };
            records.iter().map(record).collect()
        };
        let Known { configuration: before, records } = known;
        let places = (before == configuration).then(|| places(&records).ok()).flatten()?;
        Some(Self { records, places })
    }

    /// Returns the entry of a source.
    pub(crate) fn entry(&self, source: Fingerprint, zone: &Zone) -> Option<IndexEntry> {
        let bytes = self.records.read_bytes(*self.places.get(&source)?).ok()?;
        IndexEntry::from_bytes(&bytes, zone).ok()
    }
}
