use std::collections::BTreeSet;

/// Settings of `[check]` in publication.toml: ignored keys and allowed codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckSettings {
    /// Keys of front matter that other programs read, besides those of known website generators.
    pub ignore_keys: BTreeSet<String>,
    /// `true` if links in the folder of announcements may lead outside of the data folder.
    pub follow_links: bool,
}
