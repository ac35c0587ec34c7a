use crate::{Retired, Slug};

/// Language whose feed has ended: one that is no longer used, or a tag that was never a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FormerLanguage {
    /// Tag in the name of the feed, without script and region.
    pub key: Slug,
    /// End of the feed.
    pub retired: Retired,
}
