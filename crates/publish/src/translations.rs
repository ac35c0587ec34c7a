use anslag_core::AnnouncementId;
use anslag_source::IndexEntry;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Which announcements say the same in other languages: what one of the two says of it is true of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Translations {
    /// Of each announcement that is translated, those that translate it.
    of: HashMap<AnnouncementId, BTreeSet<AnnouncementId>>,
    /// Of each translation, what it translates; of several, the first that it was said of.
    originals: HashMap<AnnouncementId, AnnouncementId>,
}

impl Translations {
    /// Adds what an announcement says of it.
    pub(crate) fn add(&mut self, entry: &IndexEntry) {
        if let Some(original) = &entry.translation_of {
            self.of.entry(original.clone()).or_default().insert(entry.id.clone());
            // What a translation says of itself goes before what others say of it.
            self.originals.insert(entry.id.clone(), original.clone());
        }
        for translation in &entry.translations {
            self.of.entry(entry.id.clone()).or_default().insert(translation.clone());
            self.originals.entry(translation.clone()).or_insert_with(|| entry.id.clone());
        }
    }

    /// What an announcement translates, and what translates it.
    pub(crate) fn of(&self, id: &AnnouncementId) -> (Option<&AnnouncementId>, Option<&BTreeSet<AnnouncementId>>) {
        (self.originals.get(id), self.of.get(id))
    }

    /// Every announcement that is named.
    pub(crate) fn named(&self) -> HashSet<AnnouncementId> {
        self.of.iter().flat_map(|(original, translations)| translations.iter().chain([original])).cloned().collect()
    }

    /// Forgets what is not among these.
    pub(crate) fn keep(&mut self, published: &HashSet<AnnouncementId>) {
        let is_published = |id: &AnnouncementId| published.contains(id);
        self.of.retain(|original, translations| {
            translations.retain(is_published);
            is_published(original) && !translations.is_empty()
        });
        self.originals.retain(|translation, original| is_published(translation) && is_published(original));
    }
}
