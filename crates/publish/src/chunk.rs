use sha2::{Digest, Sha256};

/// One of so many announcements ends its chunk, on average.
const MEAN_LENGTH: u32 = 16;

/// Whether an announcement ends its chunk. Its id says so by itself, not its position, so that a new announcement moves no
/// border but, at most, its own.
pub(crate) fn ends_chunk(id: &str) -> bool {
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
