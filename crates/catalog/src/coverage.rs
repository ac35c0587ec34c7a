use anslag_core::{Announcement, LanguageTag, Moment, Slug, Zone};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days and languages of some announcements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// First day of publication.
    pub first: Option<Date>,
    /// Last day of publication.
    pub last: Option<Date>,
    /// Last change, or publication if nothing was changed since.
    pub modified: Option<Moment>,
    /// Languages of the announcements.
    pub languages: BTreeSet<LanguageTag>,
}

/// Days and languages of all announcements, and of those of each publisher.
///
/// It does not depend on the order in which they are added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Coverage of all announcements.
    pub all: Coverage,
    /// Coverage of each publisher's announcements, by the publisher's key.
    pub publishers: BTreeMap<Slug, Coverage>,
}

impl Extent {
    /// Returns the extent of some announcements.
    #[must_use]
    pub fn of(announcements: &[Announcement], zone: &Zone) -> Self {
        let mut extent = Self::default();
        for own in announcements {
            extent.add(own.published.date(zone), own.updated(), &own.language, &own.publisher.key, zone);
        }
        extent
    }

    /// Adds an announcement: its day of publication, last change, language, and the key of its publisher.
    pub fn add(&mut self, day: Date, updated: Moment, language: &LanguageTag, publisher: &Slug, zone: &Zone) {
        if !self.publishers.contains_key(publisher) {
            self.publishers.insert(publisher.clone(), Coverage::default());
        }
        let of_publisher = self.publishers.get_mut(publisher).expect("it was inserted");
        of_publisher.add(day, updated, language, zone);
        self.all.add(day, updated, language, zone);
    }
}

impl Coverage {
    fn add(&mut self, day: Date, updated: Moment, language: &LanguageTag, zone: &Zone) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.last = self.last.max(Some(day));
        // The choice between two spellings of one instant must not depend on the order.
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
    fn the_order_of_announcements_does_not_matter() {
        let publication = publication();
        let (a, b) = (everything(&publication), nothing(&publication));
        let whole = Extent::of(&[a.clone(), b.clone()], &publication.zone);
        assert_eq!(Extent::of(&[b, a.clone()], &publication.zone), whole);
        let day = |text: &str| Some(text.parse::<Date>().unwrap());
        assert_eq!((whole.all.first, whole.all.last), (day("2021-01-02"), day("2021-05-18")));
        assert_eq!(whole.all.modified, a.modified);
    }
}
