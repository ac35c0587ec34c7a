use sha2::{Digest, Sha256};
use std::ops::Range;

/// One of so many announcements ends its chunk, on average.
const MEAN_LENGTH: u32 = 16;

/// Cuts a list of ids into chunks. An id ends its chunk by itself, not by its position, so that a new announcement
/// moves no border but, at most, its own.
pub(crate) fn chunks<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for id in ids {
        end += 1;
        if ends_chunk(id) {
            chunks.push(start..end);
            start = end;
        }
    }
    if start < end {
        chunks.push(start..end);
    }
    chunks
}

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
        chunks(ids.iter().map(String::as_str)).into_iter().map(|range| &ids[range]).collect()
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

    #[test]
    fn no_announcements_are_no_chunks() {
        assert!(chunks(std::iter::empty()).is_empty());
    }
}
