use crate::{Compression, FeedKind, Format};
use std::collections::BTreeSet;

/// Which forms of all that there are a publication is written in. What is not among them is neither written nor
/// described anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// The formats.
    pub formats: BTreeSet<Format>,
    /// Whether every announcement has documents of its own.
    pub documents: bool,
    /// The kinds of feed that have archives; the others have only their current pages.
    pub archives: BTreeSet<FeedKind>,
    /// How large dumps are offered compressed besides.
    pub compress: BTreeSet<Compression>,
    /// How many bytes a dump has at least that is compressed.
    pub compress_from: u64,
}

impl Forms {
    /// Whether a format is among them.
    #[must_use]
    pub fn has(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }
}

impl Default for Forms {
    /// Every format, with documents and archives, and nothing compressed.
    fn default() -> Self {
        Self {
            formats: BTreeSet::from(Format::ALL),
            documents: true,
            archives: BTreeSet::from(FeedKind::ALL),
            compress: BTreeSet::new(),
            compress_from: 1_000_000,
        }
    }
}
