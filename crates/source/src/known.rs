use crate::index::IndexEntry;
use anslag_core::{Fingerprint, Zone};
use anslag_spool::Records;
use std::{collections::HashMap, io};

/// The index of an earlier reading, by the same program: what it says of a source that is still the same need not be read
/// again.
#[derive(Debug)]
pub struct Known {
    /// What the sources were read with: [`Corpus::configuration`](crate::Corpus::configuration).
    pub configuration: Fingerprint,
    /// What [`Corpus::index_records`](crate::Corpus::index_records) gave.
    pub records: Records,
}

/// The same, by the sources.
#[derive(Debug)]
pub(crate) struct KnownSources {
    records: Records,
    /// Where in the records what is known of a source stands.
    places: HashMap<Fingerprint, u64>,
}

impl KnownSources {
    /// What is known, where the configuration is still the same. What cannot be read is not known.
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

    /// What is known of a source.
    pub(crate) fn entry(&self, source: Fingerprint, zone: &Zone) -> Option<IndexEntry> {
        let bytes = self.records.read_bytes(*self.places.get(&source)?).ok()?;
        IndexEntry::from_bytes(&bytes, zone).ok()
    }
}
