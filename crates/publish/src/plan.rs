use anslag_core::{Announcement, AnnouncementId, Duration};
use anslag_source::{Corpus, IndexEntry};
use jiff::{Span, civil::Date};
use std::collections::HashMap;

/// What of a corpus is published on a day.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The announcements that are published, oldest first.
    pub published: Vec<&'a IndexEntry>,
    /// How many are being written.
    pub drafts: usize,
    /// How many are published on a later day.
    pub held_back: usize,
    /// How many have expired.
    pub expired: usize,
    /// How many are withdrawn.
    pub withdrawn: usize,
    /// What has expired or was withdrawn in the last [`Plan::MOURNING`] days, with the day from which on it is gone.
    pub gone: Vec<(&'a IndexEntry, Date)>,
    /// The first later day on which an announcement appears, goes, or loses its data on people, or a feed ends: when the
    /// next export is due.
    pub next_due: Option<Date>,
    as_of: Date,
    /// How long after an announcement was published its data on people are published.
    strip_after: Option<&'a Duration>,
    /// Of each announcement that published ones translate, their ids.
    translations: HashMap<&'a AnnouncementId, Vec<AnnouncementId>>,
}

impl<'a> Plan<'a> {
    /// For how many days feeds say that an announcement is gone.
    pub const MOURNING: i64 = 90;

    /// Sorts the entries of a corpus's index: published until the day and not yet gone on it, or not. An announcement is
    /// published from its day on, and is gone from the day on which it expires or is withdrawn.
    #[must_use]
    pub fn new(corpus: &'a Corpus, as_of: Date) -> Self {
        let mut plan = Self {
            published: Vec::with_capacity(corpus.index().len()),
            drafts: 0,
            held_back: 0,
            expired: 0,
            withdrawn: 0,
            gone: Vec::new(),
            next_due: None,
            as_of,
            strip_after: corpus.publication.strip_personal_data_after.as_ref(),
            translations: HashMap::new(),
        };
        let since = as_of.saturating_sub(Span::new().days(Self::MOURNING));
        for entry in corpus.index() {
            let past = |day: Option<Date>| day.filter(|day| *day <= as_of);
            if entry.is_draft {
                plan.drafts += 1;
                continue;
            }
            let gone = past(entry.withdrawn).or(past(entry.expires));
            plan.gone.extend(gone.filter(|day| *day >= since).map(|day| (entry, day)));
            let due = if past(entry.withdrawn).is_some() {
                plan.withdrawn += 1;
                None
            } else if gone.is_some() {
                plan.expired += 1;
                None
            } else if entry.published_date > as_of {
                plan.held_back += 1;
                Some(entry.published_date)
            } else {
                plan.published.push(entry);
                if let Some(original) = &entry.translation_of {
                    plan.translations.entry(original).or_default().push(entry.id.clone());
                }
                let stripped = plan.stripped_on(entry.published_date).filter(|day| *day > as_of);
                entry.expires.into_iter().chain(entry.withdrawn).chain(stripped).min()
            };
            plan.next_due = plan.next_due.into_iter().chain(due).min();
        }
        let register = &corpus.publication.register;
        let topics = register.topics().filter_map(|topic| topic.retired.as_ref());
        let ends = topics.chain(register.organizations().filter_map(|organization| organization.retired.as_ref()));
        let ends = ends.map(|retired| retired.date.date()).filter(|day| *day > as_of);
        plan.next_due = plan.next_due.into_iter().chain(ends).min();
        plan
    }

    /// An announcement as it is published on the day: with the published ones that translate it, and without its data
    /// on people where their time is over.
    pub(crate) fn as_published(&self, announcement: Announcement, published: Date) -> Announcement {
        let announcement = match self.translations.get(&announcement.id) {
            Some(translations) => announcement.with_translations(translations),
            None => announcement,
        };
        match self.stripped_on(published) {
            Some(day) if day <= self.as_of => announcement.without_personal_data(),
            Some(_) | None => announcement,
        }
    }

    /// The day from which on an announcement's data on people are no longer published.
    fn stripped_on(&self, published: Date) -> Option<Date> {
        self.strip_after.and_then(|time| time.after(published))
    }

    /// The entries of a current feed: the `size` last changed, the newest first.
    pub(crate) fn newest(&self, size: usize) -> Vec<&'a IndexEntry> {
        let mut newest = self.published.clone();
        newest.sort_unstable_by(|a, b| (b.updated, &b.id).cmp(&(a.updated, &a.id)));
        newest.truncate(size);
        newest
    }
}
