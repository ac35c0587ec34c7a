use crate::{
    PublishError,
    fate::{Days, Fate},
    translations::Translations,
};
use anslag_catalog::Extent;
use anslag_core::{Announcement, AnnouncementId, Duration, Fingerprint, Moment};
use anslag_source::{Corpus, IndexEntry};
use jiff::{Span, Timestamp, civil::Date};
use std::collections::HashSet;

/// The part of a corpus that is published on a day.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Announcements that are published.
    pub published: usize,
    /// Announcements that are drafts.
    pub drafts: usize,
    /// Announcements that are published on a later day.
    pub held_back: usize,
    /// Announcements that have expired.
    pub expired: usize,
    /// Announcements that are withdrawn.
    pub withdrawn: usize,
    /// Entries that expired or were withdrawn in the last [`Plan::TOMBSTONE_DAYS`] days, with the day of it.
    pub gone: Vec<(IndexEntry, Date)>,
    /// The first later day on which an announcement appears, goes, or loses its data on people, or a feed ends: when the
    /// next export is due.
    pub next_due: Option<Date>,
    /// The last change of any announcement; of several at the same instant, that of the greatest id.
    pub(crate) modified: Option<Moment>,
    /// The extent of the published announcements.
    pub(crate) extent: Extent,
    /// The day whose state is published.
    pub(crate) as_of: Date,
    /// How long after its publication an announcement keeps its data on people.
    strip_after: Option<Duration>,
    /// The links between published announcements and their translations.
    translations: Translations,
}

impl Plan {
    /// Number of days for which feeds have a tombstone of an announcement that is gone.
    pub const TOMBSTONE_DAYS: i64 = 90;

    /// Sorts the entries of a corpus's index: published until the day and not yet gone on it, or not.
    pub fn new(corpus: &Corpus, as_of: Date) -> Result<Self, PublishError> {
        let publication = &corpus.publication;
        let mut plan = Self {
            published: 0,
            drafts: 0,
            held_back: 0,
            expired: 0,
            withdrawn: 0,
            gone: Vec::new(),
            next_due: None,
            modified: None,
            extent: Extent::default(),
            as_of,
            strip_after: publication.strip_personal_data_after.clone(),
            translations: Translations::default(),
        };
        let since = as_of.saturating_sub(Span::new().days(Self::TOMBSTONE_DAYS));
        let organizations: Vec<_> = publication.register.organizations().collect();
        let mut last: Option<(Timestamp, AnnouncementId)> = None;
        for entry in corpus.index() {
            let entry = entry?;
            let days = plan.days(&entry);
            plan.next_due = plan.next_due.into_iter().chain(days.next(as_of)).min();
            match days.fate(as_of) {
                Fate::Draft => plan.drafts += 1,
                Fate::Withdrawn => plan.withdrawn += 1,
                Fate::Expired => plan.expired += 1,
                Fate::HeldBack => plan.held_back += 1,
                Fate::Published => {
                    plan.published += 1;
                    plan.translations.add(&entry);
                    let (language, publisher) = (&entry.facets.language, entry.facets.publisher as usize);
                    let publisher = &organizations[publisher].key;
                    plan.extent.add(entry.published_date, entry.updated, language, publisher, &publication.zone);
                    if last.as_ref().is_none_or(|(at, id)| (entry.updated_at, &entry.id) > (*at, id)) {
                        last = Some((entry.updated_at, entry.id.clone()));
                        plan.modified = Some(entry.updated);
                    }
                }
            }
            plan.gone.extend(days.gone(as_of).filter(|day| *day >= since).map(|day| (entry, day)));
        }
        let register = &publication.register;
        let topics = register.topics().filter_map(|topic| topic.retired.as_ref());
        let ends = topics.chain(register.organizations().filter_map(|organization| organization.retired.as_ref()));
        let ends = ends.map(|retired| retired.date.date()).filter(|day| *day > as_of);
        plan.next_due = plan.next_due.into_iter().chain(ends).min();
        plan.keep_published_translations(corpus)?;
        Ok(plan)
    }

    /// Returns the entries of the announcements that are published, oldest first.
    pub fn entries(&self, corpus: &Corpus) -> impl Iterator<Item = Result<IndexEntry, PublishError>> + Send {
        let entries = corpus.index().map(|entry| entry.map_err(PublishError::from));
        let is_published = |entry: &IndexEntry| self.days(entry).fate(self.as_of) == Fate::Published;
        entries.filter(move |entry| entry.as_ref().map_or(true, is_published))
    }

    /// Returns the fingerprint of what the bytes of an announcement depend on in every format, except the publication.
    pub(crate) fn fingerprint(&self, entry: &IndexEntry) -> Fingerprint {
        let (original, translations) = self.translations.of(&entry.id);
        Fingerprint::of(&(entry.fingerprint, original, translations, self.days(entry).is_stripped(self.as_of)))
    }

    /// Reads an announcement as it is published on the day: with links to all its published translations, and without its
    /// data on people if their time is over.
    pub fn read(&self, corpus: &Corpus, entry: &IndexEntry) -> Result<Announcement, PublishError> {
        let announcement = corpus.read(entry)?;
        let (original, translations) = self.translations.of(&entry.id);
        let translations = translations.into_iter().flatten().cloned().collect();
        let announcement = announcement.with_translations(original, translations);
        Ok(if self.days(entry).is_stripped(self.as_of) { announcement.without_personal_data() } else { announcement })
    }

    /// Removes links to and from announcements that are not published.
    fn keep_published_translations(&mut self, corpus: &Corpus) -> Result<(), PublishError> {
        let named = self.translations.named();
        if named.is_empty() {
            return Ok(());
        }
        let mut published = HashSet::new();
        for entry in self.entries(corpus) {
            let id = entry?.id;
            if named.contains(&id) {
                published.insert(id);
            }
        }
        self.translations.keep(&published);
        Ok(())
    }

    fn days(&self, entry: &IndexEntry) -> Days {
        Days::of_entry(entry, self.strip_after.as_ref())
    }
}
