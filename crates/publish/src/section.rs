use anslag_core::Fingerprint;
use std::ops::Range;

/// Part of a dump, with the fingerprint of its bytes: what is copied from there is compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) range: Range<u64>,
    pub(crate) fingerprint: Fingerprint,
}
