use anslag_core::{Format, Publication};

/// The formats of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedFormat {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0 (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    JsonFeed,
}

impl FeedFormat {
    /// All formats of a feed.
    pub const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::JsonFeed];

    /// Returns the same format among all that a publication has, with its media type and extension.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Rss => Format::Rss,
            Self::Atom => Format::Atom,
            Self::JsonFeed => Format::JsonFeed,
        }
    }

    /// Returns the formats that the publication's feeds are written in.
    pub fn of(publication: &Publication) -> impl Iterator<Item = Self> + use<'_> {
        Self::ALL.into_iter().filter(|format| publication.output.has(format.format()))
    }

    /// Returns the format to offer where there is room for one, or `None` if the publication writes no feed.
    ///
    /// Atom comes first, since it alone announces withdrawals.
    #[must_use]
    pub fn preferred(publication: &Publication) -> Option<Self> {
        [Self::Atom, Self::Rss, Self::JsonFeed].into_iter().find(|format| publication.output.has(format.format()))
    }
}
