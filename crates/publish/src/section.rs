use anslag_spool::Checksum;
use std::ops::Range;

/// Part of a dump, with the checksum of its bytes: what is copied from there is compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) range: Range<u64>,
    pub(crate) checksum: Checksum,
}
