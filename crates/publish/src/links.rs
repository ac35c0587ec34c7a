use anslag_core::AnnouncementId;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Links of one kind between announcements: from translations to their original, or from replacements to what they replace.
/// A link that one of the two names is a link of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    /// The successors of each announcement that has any: its translations or replacements.
    of: HashMap<AnnouncementId, BTreeSet<AnnouncementId>>,
    /// The original of each successor; the first one if several announcements name the successor.
    originals: HashMap<AnnouncementId, AnnouncementId>,
}

impl Links {
    /// Adds the links that an announcement names.
    pub(crate) fn add(
        &mut self,
        id: &AnnouncementId,
        original: Option<&AnnouncementId>,
        successors: &[AnnouncementId],
    ) {
        if let Some(original) = original {
            self.of.entry(original.clone()).or_default().insert(id.clone());
            // The original that a successor names itself wins over those that name the successor.
            self.originals.insert(id.clone(), original.clone());
        }
        for successor in successors {
            self.of.entry(id.clone()).or_default().insert(successor.clone());
            self.originals.entry(successor.clone()).or_insert_with(|| id.clone());
        }
    }

    /// Returns the original of an announcement and its successors.
    pub(crate) fn of(&self, id: &AnnouncementId) -> (Option<&AnnouncementId>, Option<&BTreeSet<AnnouncementId>>) {
        (self.originals.get(id), self.of.get(id))
    }

    /// Returns every announcement that is part of a link.
    pub(crate) fn named(&self) -> HashSet<AnnouncementId> {
        self.of.iter().flat_map(|(original, successors)| successors.iter().chain([original])).cloned().collect()
    }

    /// Removes links to and from announcements that are not published.
    pub(crate) fn keep(&mut self, published: &HashSet<AnnouncementId>) {
        let is_published = |id: &AnnouncementId| published.contains(id);
        self.of.retain(|original, successors| {
            successors.retain(is_published);
            is_published(original) && !successors.is_empty()
        });
        self.originals.retain(|successor, original| is_published(successor) && is_published(original));
    }
}
