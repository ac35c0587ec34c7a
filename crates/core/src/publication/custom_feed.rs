use crate::{Announcement, AnnouncementType, Localized, Location, Retired, Slug};

/// Feed that the publication's settings ask for, beside those that every publication has.
///
/// An announcement is in it if it fulfils every condition that is not empty, each by one of its values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CustomFeed {
    /// Key in the name of the feed.
    pub key: Slug,
    /// Title.
    pub title: Localized,
    /// Types of its announcements.
    pub types: Vec<AnnouncementType>,
    /// Keys of the topics of its announcements.
    pub topics: Vec<Slug>,
    /// Keys of the places that its announcements mention.
    pub places: Vec<Slug>,
    /// Keys of the publishers and responsible units of its announcements.
    pub organizations: Vec<Slug>,
    /// Keys of the boards of its notices.
    pub boards: Vec<Slug>,
    /// End of the feed.
    pub retired: Option<Retired>,
}

impl CustomFeed {
    /// Checks whether an announcement fulfils the conditions.
    #[must_use]
    pub fn holds(&self, announcement: &Announcement) -> bool {
        // Without `..`, so that a new condition does not compile until it is one.
        let Self { key: _, title: _, types, topics, places, organizations, boards, retired: _ } = self;
        let mut own_organizations = [&announcement.publisher].into_iter().chain(&announcement.unit);
        (types.is_empty() || types.contains(&announcement.kind))
            && (topics.is_empty() || announcement.topics.iter().any(|topic| topics.contains(&topic.key)))
            && (organizations.is_empty() || own_organizations.any(|own| organizations.contains(&own.key)))
            && (boards.is_empty() || announcement.board().is_some_and(|board| boards.contains(&board.key)))
            && (places.is_empty() || announcement.locations().any(|own| is_among(own, places)))
    }
}

fn is_among(location: &Location, places: &[Slug]) -> bool {
    match location {
        Location::Registered(place) => places.contains(&place.key),
        Location::Named(_) => false,
    }
}
