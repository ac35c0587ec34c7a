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

/// What all announcements cover, and those of each publisher; in whatever order they are added.
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
        for own in announcements {
            extent.add(own.published.date(zone), own.updated(), &own.language, &own.publisher.key, zone);
        }
        extent
    }

    /// Adds an announcement, by the day on which it was published, when it was last changed, its language, and its
    /// publisher's key.
    pub fn add(&mut self, day: Date, updated: Moment, language: &LanguageTag, publisher: &Slug, zone: &Zone) {
        if !self.publishers.contains_key(publisher) {
            self.publishers.insert(publisher.clone(), Coverage::default());
        }
        let of_publisher = self.publishers.get_mut(publisher).expect("it is there");
        of_publisher.add(day, updated, language, zone);
        self.all.add(day, updated, language, zone);
    }
}

impl Coverage {
    fn add(&mut self, day: Date, updated: Moment, language: &LanguageTag, zone: &Zone) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.last = self.last.max(Some(day));
        // Of two ways to write one instant, the choice must not depend on the order.
        let order = |a: &Moment, b: &Moment| {
            a.instant(zone).cmp(&b.instant(zone)).then_with(|| a.to_string().cmp(&b.to_string()))
        };
        self.modified = self.modified.into_iter().chain([updated]).max_by(order);
        if !self.languages.contains(language) {
            self.languages.insert(language.clone());
        }
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
        assert_eq!(Extent::of(&[b, a.clone()], &publication.zone), whole);
        let day = |text: &str| Some(text.parse::<Date>().unwrap());
        assert_eq!((whole.all.first, whole.all.last), (day("2021-01-02"), day("2021-05-18")));
        assert_eq!(whole.all.modified, a.modified);
    }
}
