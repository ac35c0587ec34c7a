use anslag_core::AnnouncementId;
use anslag_source::IndexEntry;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Links between announcements and their translations. A link that one of the two names is a link of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Translations {
    /// The translations of each announcement that has any.
    of: HashMap<AnnouncementId, BTreeSet<AnnouncementId>>,
    /// The original of each translation; the first one if several announcements name the translation.
    originals: HashMap<AnnouncementId, AnnouncementId>,
}

impl Translations {
    /// Adds the links that an announcement names.
    pub(crate) fn add(&mut self, entry: &IndexEntry) {
        if let Some(original) = &entry.translation_of {
            self.of.entry(original.clone()).or_default().insert(entry.id.clone());
            // The original that a translation names itself wins over those that name the translation.
            self.originals.insert(entry.id.clone(), original.clone());
        }
        for translation in &entry.translations {
            self.of.entry(entry.id.clone()).or_default().insert(translation.clone());
            self.originals.entry(translation.clone()).or_insert_with(|| entry.id.clone());
        }
    }

    /// Returns the original of an announcement and its translations.
    pub(crate) fn of(&self, id: &AnnouncementId) -> (Option<&AnnouncementId>, Option<&BTreeSet<AnnouncementId>>) {
        (self.originals.get(id), self.of.get(id))
    }

    /// Returns every announcement that is part of a link.
    pub(crate) fn named(&self) -> HashSet<AnnouncementId> {
        self.of.iter().flat_map(|(original, translations)| translations.iter().chain([original])).cloned().collect()
    }

    /// Removes links to and from announcements that are not published.
    pub(crate) fn keep(&mut self, published: &HashSet<AnnouncementId>) {
        let is_published = |id: &AnnouncementId| published.contains(id);
        self.of.retain(|original, translations| {
            translations.retain(is_published);
            is_published(original) && !translations.is_empty()
        });
        self.originals.retain(|translation, original| is_published(translation) && is_published(original));
    }
}
