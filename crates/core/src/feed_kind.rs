/// The kinds of feed that a publication has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedKind {
    /// The feed of everything.
    All,
    /// A feed of a topic.
    Topic,
    /// A feed of a type of announcement.
    Type,
    /// A feed of a language.
    Language,
    /// A feed of an organisation or a unit of one.
    Publisher,
}

impl FeedKind {
    /// Every kind there is.
    pub const ALL: [Self; 5] = [Self::All, Self::Topic, Self::Type, Self::Language, Self::Publisher];

    /// The kind's key in source files, and the beginning of the names of its feeds.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Topic => "topic",
            Self::Type => "type",
            Self::Language => "lang",
            Self::Publisher => "publisher",
        }
    }
}
