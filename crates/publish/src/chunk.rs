use crate::{Plan, PublishError};
use anslag_core::Fingerprint;
use anslag_source::IndexEntry;
use sha2::{Digest, Sha256};

/// The mean number of announcements of a chunk.
const MEAN_LENGTH: u32 = 16;

/// A run of announcements that are written together, before they are read.
pub(crate) struct ChunkPlan {
    pub(crate) entries: Vec<IndexEntry>,
    /// The number of the first one among those that are published.
    pub(crate) first: u32,
    /// The fingerprint of everything that the bytes of the chunk depend on.
    pub(crate) fingerprint: Fingerprint,
}

impl ChunkPlan {
    /// Returns the number of an announcement among those that are published, given its position in the chunk.
    pub(crate) fn number(&self, position: usize) -> u32 {
        self.first + u32::try_from(position).expect("a chunk has fewer entries")
    }

    /// Takes the next chunk from the entries of an index; returns `None` at the end. `publication` is the fingerprint of the
    /// publication, and `first` the number of the next entry.
    pub(crate) fn next(
        index: &mut impl Iterator<Item = Result<IndexEntry, PublishError>>,
        plan: &Plan,
        publication: Fingerprint,
        first: &mut u32,
    ) -> Result<Option<Self>, PublishError> {
        let (mut entries, mut fingerprints) = (Vec::new(), vec![publication]);
        for entry in index {
            let entry = entry?;
            fingerprints.push(plan.fingerprint(&entry));
            let is_last = ends_chunk(entry.id.as_str());
            entries.push(entry);
            if is_last {
                break;
            }
        }
        let chunk = Self { first: *first, fingerprint: Fingerprint::of(&fingerprints), entries };
        *first += u32::try_from(chunk.entries.len()).expect("an index has fewer entries");
        Ok((!chunk.entries.is_empty()).then_some(chunk))
    }
}

/// Returns whether an announcement ends its chunk. The id alone decides and not the position, so that a new announcement
/// moves no other border.
fn ends_chunk(id: &str) -> bool {
    let hash = Sha256::digest(id);
    let first = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    first < u32::MAX / MEAN_LENGTH
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn cut(ids: &[String]) -> HashSet<&[String]> {
        ids.split_inclusive(|id| ends_chunk(id)).collect()
    }

    #[test]
    fn a_new_announcement_changes_its_own_chunk_only() {
        let ids: Vec<String> = (0..2000).map(|n| format!("2021-05-18-nyhet-{n}")).collect();
        assert_eq!(cut(&ids).iter().map(|chunk| chunk.len()).sum::<usize>(), ids.len());
        for at in [0, 700, 2000] {
            let mut more = ids.clone();
            more.insert(at, "2021-05-18-en-ny-nyhet".to_owned());
            let (before, after) = (cut(&ids), cut(&more));
            assert!(after.difference(&before).count() <= 2, "an insertion at {at}");
        }
    }
}
