/// Kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// RSS or Atom.
    Feed,
    /// JSON Feed.
    JsonFeed,
    /// JSON Lines of our own.
    JsonLines,
    /// JSON: a list of objects, somewhere.
    Json,
    /// Lists of the REST API of WordPress.
    WordPress,
    /// A table in CSV.
    Csv,
    /// A page of a website: one announcement.
    Page,
    /// Plain text: one announcement.
    Text,
}

/// Every kind with its name in import.toml.
const KEYS: &[(Kind, &str)] = &[
    (Kind::Feed, "feed"),
    (Kind::JsonFeed, "json-feed"),
    (Kind::JsonLines, "json-lines"),
    (Kind::Json, "json"),
    (Kind::WordPress, "wordpress"),
    (Kind::Csv, "csv"),
    (Kind::Page, "page"),
    (Kind::Text, "text"),
];

impl Kind {
    /// Returns the kind of this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        KEYS.iter().find(|(_, known)| *known == key).map(|(kind, _)| *kind)
    }

    /// Returns whether a source of this kind lists all that there is. What it no longer lists is gone; a feed drops what is old.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        matches!(self, Self::JsonLines | Self::Json | Self::WordPress | Self::Csv)
    }

    /// Returns the names of all kinds.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.iter().map(|(_, key)| *key)
    }
}
