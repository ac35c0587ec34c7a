use std::collections::BTreeSet;

/// What is ignored and allowed in sources: the table `[check]` of publication.toml.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckSettings {
    /// Keys of front matter that other programs read, besides those of known website generators.
    pub ignore_keys: BTreeSet<String>,
    /// Whether links in the folder of announcements may lead outside of the data folder.
    pub follow_links: bool,
}
