use anslag_core::{Announcement, LanguageTag, Moment, Slug, Zone};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What some announcements cover: when they were published and changed, and in what languages they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The day on which the first was published.
    pub first: Option<Date>,
    /// The day on which the last was published.
    pub last: Option<Date>,
    /// When one was last changed, else published.
    pub modified: Option<Moment>,
    /// Their languages.
    pub languages: BTreeSet<LanguageTag>,
}

/// What all announcements cover, and those of each publisher. Extents of parts put together, in whatever order, are the
/// extent of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// What all of them cover.
    pub all: Coverage,
    /// What those of one publisher cover, by the publisher's key.
    pub publishers: BTreeMap<Slug, Coverage>,
}

impl Extent {
    /// The extent of some announcements.
    #[must_use]
    pub fn of(announcements: &[Announcement], zone: &Zone) -> Self {
        let mut extent = Self::default();
        for announcement in announcements {
            let day = Some(announcement.published.date(zone));
            let languages = BTreeSet::from([announcement.language.clone()]);
            let one = Coverage { first: day, last: day, modified: Some(announcement.updated()), languages };
            let key = announcement.publisher.key.clone();
            extent.publishers.entry(key).or_default().merge(one.clone(), zone);
            extent.all.merge(one, zone);
        }
        extent
    }

    /// Adds the extent of other announcements.
    pub fn merge(&mut self, other: Self, zone: &Zone) {
        self.all.merge(other.all, zone);
        for (key, coverage) in other.publishers {
            self.publishers.entry(key).or_default().merge(coverage, zone);
        }
    }
}

impl Coverage {
    fn merge(&mut self, other: Self, zone: &Zone) {
        self.first = self.first.into_iter().chain(other.first).min();
        self.last = self.last.max(other.last);
        // Of two ways to write one instant, the choice must not depend on the order.
        let moments = self.modified.into_iter().chain(other.modified);
        let order = |a: &Moment, b: &Moment| {
            a.instant(zone).cmp(&b.instant(zone)).then_with(|| a.to_string().cmp(&b.to_string()))
        };
        self.modified = moments.max_by(order);
        self.languages.extend(other.languages);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_fixtures::{everything, nothing, publication};

    #[test]
    fn the_order_of_the_parts_does_not_matter() {
        let publication = publication();
        let (a, b) = (everything(&publication), nothing(&publication));
        let whole = Extent::of(&[a.clone(), b.clone()], &publication.zone);
        for (first, second) in [(&a, &b), (&b, &a)] {
            let mut extent = Extent::of(std::slice::from_ref(first), &publication.zone);
            extent.merge(Extent::of(std::slice::from_ref(second), &publication.zone), &publication.zone);
            assert_eq!(extent, whole);
        }
        let day = |text: &str| Some(text.parse::<Date>().unwrap());
        assert_eq!((whole.all.first, whole.all.last), (day("2021-01-02"), day("2021-05-18")));
        assert_eq!(whole.all.modified, a.modified);
    }
}
