use crate::{Count, Distribution, Extent};

/// What was published, as the files and the data themselves tell.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// What the announcements cover.
    pub extent: Extent,
    /// The files that hold them, as they were written.
    pub distributions: Vec<Distribution>,
    /// The path of the list of all feeds, where there is one.
    pub feed_list: Option<String>,
    /// What their triples come to.
    pub count: Count,
}
