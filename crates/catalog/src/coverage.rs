use anslag_core::{Announcement, AnnouncementType, LanguageTag, Moment, Slug, Zone};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days and languages of some announcements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// First day of publication.
    pub first: Option<Date>,
    /// Last change, or publication if nothing was changed since.
    pub modified: Option<Moment>,
    /// Languages of the announcements.
    pub languages: BTreeSet<LanguageTag>,
}

/// Days and languages of all announcements, of those of each publisher, and of those of each type.
///
/// Those of a type hold what is no longer published too: people look for notices where there were some, and a dataset does not
/// come and go by the day.
///
/// It does not depend on the order in which they are added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Coverage of all announcements.
    pub all: Coverage,
    /// Coverage of each publisher's announcements, by the publisher's key.
    pub publishers: BTreeMap<Slug, Coverage>,
    /// Coverage of each type of announcement, of which one is or was published.
    pub types: BTreeMap<AnnouncementType, Coverage>,
}

impl Extent {
    /// Returns the extent of some announcements.
    #[must_use]
    pub fn of(announcements: &[Announcement], zone: &Zone) -> Self {
        let mut extent = Self::default();
        for own in announcements {
            extent.add(own.published.date(zone), own.updated(), &own.language, &own.publisher.key, own.kind, zone);
        }
        extent
    }

    /// Adds an announcement: its day of publication, last change, language, the key of its publisher, and its type.
    pub fn add(
        &mut self,
        day: Date,
        updated: Moment,
        language: &LanguageTag,
        publisher: &Slug,
        kind: AnnouncementType,
        zone: &Zone,
    ) {
        if !self.publishers.contains_key(publisher) {
            self.publishers.insert(publisher.clone(), Coverage::default());
        }
        let of_publisher = self.publishers.get_mut(publisher).expect("it was inserted");
        for coverage in [&mut self.all, of_publisher] {
            coverage.add(day, updated, language, zone);
        }
        self.add_gone(day, updated, language, kind, zone);
    }

    /// Adds an announcement that is no longer published.
    pub fn add_gone(
        &mut self,
        day: Date,
        updated: Moment,
        language: &LanguageTag,
        kind: AnnouncementType,
        zone: &Zone,
    ) {
        self.types.entry(kind).or_default().add(day, updated, language, zone);
    }
}

impl Coverage {
    fn add(&mut self, day: Date, updated: Moment, language: &LanguageTag, zone: &Zone) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.modified = latest(self.modified.into_iter().chain([updated]), zone);
        if !self.languages.contains(language) {
            self.languages.insert(language.clone());
        }
    }

    /// Returns the coverage of the announcements of several datasets.
    pub(crate) fn union<'c>(all: impl Iterator<Item = &'c Self> + Clone, zone: &Zone) -> Self {
        Self {
            first: all.clone().filter_map(|own| own.first).min(),
            modified: latest(all.clone().filter_map(|own| own.modified), zone),
            languages: all.flat_map(|own| own.languages.iter().cloned()).collect(),
        }
    }
}

/// Returns the latest moment. The choice between two spellings of one instant does not depend on the order.
fn latest(moments: impl Iterator<Item = Moment>, zone: &Zone) -> Option<Moment> {
    moments.max_by(|a, b| a.instant(zone).cmp(&b.instant(zone)).then_with(|| a.to_string().cmp(&b.to_string())))
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
        assert_eq!(whole.all.first, day("2021-01-02"));
        assert_eq!(whole.all.modified, a.modified);
        for parts in [whole.publishers.values().collect::<Vec<_>>(), whole.types.values().collect()] {
            assert_eq!(Coverage::union(parts.into_iter(), &publication.zone), whole.all);
        }
    }
}
