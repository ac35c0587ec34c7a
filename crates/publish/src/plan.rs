use crate::{PublishError, translations::Translations};
use anslag_catalog::Extent;
use anslag_core::{Announcement, AnnouncementId, Duration, Fingerprint, Moment};
use anslag_source::{Corpus, IndexEntry};
use jiff::{Span, Timestamp, civil::Date};
use std::collections::HashSet;

/// What of a corpus is published on a day.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How many announcements are published.
    pub published: usize,
    /// How many are being written.
    pub drafts: usize,
    /// How many are published on a later day.
    pub held_back: usize,
    /// How many have expired.
    pub expired: usize,
    /// How many are withdrawn.
    pub withdrawn: usize,
    /// What has expired or was withdrawn in the last [`Plan::MOURNING`] days, with the day from which on it is gone.
    pub gone: Vec<(IndexEntry, Date)>,
    /// The first later day on which an announcement appears, goes, or loses its data on people, or a feed ends: when the
    /// next export is due.
    pub next_due: Option<Date>,
    /// When the announcement that was changed last was changed; of several at the same instant, that with the greatest id.
    pub(crate) modified: Option<Moment>,
    /// What the published announcements cover.
    pub(crate) extent: Extent,
    as_of: Date,
    /// How long after an announcement was published its data on people are published.
    strip_after: Option<Duration>,
    /// How published announcements translate each other.
    translations: Translations,
}

/// What becomes of an announcement on a day.
enum Fate {
    Draft,
    Withdrawn,
    Expired,
    HeldBack,
    Published,
}

impl Plan {
    /// For how many days feeds say that an announcement is gone.
    pub const MOURNING: i64 = 90;

    /// Sorts the entries of a corpus's index: published until the day and not yet gone on it, or not. An announcement is
    /// published from its day on, and is gone from the day on which it expires or is withdrawn.
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
        let since = as_of.saturating_sub(Span::new().days(Self::MOURNING));
        let organizations: Vec<_> = publication.register.organizations().collect();
        let mut last: Option<(Timestamp, AnnouncementId)> = None;
        for entry in corpus.index() {
            let entry = entry?;
            let fate = plan.fate(&entry);
            let due = match fate {
                Fate::Draft => {
                    plan.drafts += 1;
                    None
                }
                Fate::Withdrawn => {
                    plan.withdrawn += 1;
                    None
                }
                Fate::Expired => {
                    plan.expired += 1;
                    None
                }
                Fate::HeldBack => {
                    plan.held_back += 1;
                    Some(entry.published_date)
                }
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
                    let stripped = plan.stripped_on(entry.published_date).filter(|day| *day > as_of);
                    entry.expires.into_iter().chain(entry.withdrawn).chain(stripped).min()
                }
            };
            plan.next_due = plan.next_due.into_iter().chain(due).min();
            if matches!(fate, Fate::Withdrawn | Fate::Expired) {
                let day = plan.past(entry.withdrawn).or(plan.past(entry.expires));
                plan.gone.extend(day.filter(|day| *day >= since).map(|day| (entry, day)));
            }
        }
        let register = &publication.register;
        let topics = register.topics().filter_map(|topic| topic.retired.as_ref());
        let ends = topics.chain(register.organizations().filter_map(|organization| organization.retired.as_ref()));
        let ends = ends.map(|retired| retired.date.date()).filter(|day| *day > as_of);
        plan.next_due = plan.next_due.into_iter().chain(ends).min();
        plan.keep_published_translations(corpus)?;
        Ok(plan)
    }

    /// The entries of the announcements that are published, oldest first.
    pub fn entries(&self, corpus: &Corpus) -> impl Iterator<Item = Result<IndexEntry, PublishError>> + Send {
        let entries = corpus.index().map(|entry| entry.map_err(PublishError::from));
        entries.filter(|entry| entry.as_ref().map_or(true, |entry| matches!(self.fate(entry), Fate::Published)))
    }

    /// What the bytes of an announcement depend on, in every form, beside what the publication's own fingerprint says.
    pub(crate) fn fingerprint(&self, entry: &IndexEntry) -> Fingerprint {
        let (original, translations) = self.translations.of(&entry.id);
        Fingerprint::of(&(entry.fingerprint, original, translations, self.is_stripped(entry)))
    }

    /// Reads an announcement as it is published on the day: linked to the published ones that say the same in other languages,
    /// whichever of the two says so, and without its data on people where their time is over.
    pub fn read(&self, corpus: &Corpus, entry: &IndexEntry) -> Result<Announcement, PublishError> {
        let announcement = corpus.read(entry)?;
        let (original, translations) = self.translations.of(&entry.id);
        let translations = translations.into_iter().flatten().cloned().collect();
        let announcement = announcement.with_translations(original, translations);
        Ok(if self.is_stripped(entry) { announcement.without_personal_data() } else { announcement })
    }

    /// Forgets translations of and by what is not published.
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

    fn fate(&self, entry: &IndexEntry) -> Fate {
        if entry.is_draft {
            Fate::Draft
        } else if self.past(entry.withdrawn).is_some() {
            Fate::Withdrawn
        } else if self.past(entry.expires).is_some() {
            Fate::Expired
        } else if entry.published_date > self.as_of {
            Fate::HeldBack
        } else {
            Fate::Published
        }
    }

    /// The day, where it has come.
    fn past(&self, day: Option<Date>) -> Option<Date> {
        day.filter(|day| *day <= self.as_of)
    }

    fn is_stripped(&self, entry: &IndexEntry) -> bool {
        self.stripped_on(entry.published_date).is_some_and(|day| day <= self.as_of)
    }

    /// The day from which on an announcement's data on people are no longer published.
    fn stripped_on(&self, published: Date) -> Option<Date> {
        self.strip_after.as_ref().and_then(|time| time.after(published))
    }
}
