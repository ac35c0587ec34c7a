use crate::{
    PublishError,
    due::{Change, Due},
    fate::{Fate, Times},
    links::Links,
};
use anslag_catalog::Extent;
use anslag_core::{
    Announcement, AnnouncementId, AsOf, Day, Duration, Fingerprint, LanguageTag, Moment, Publication, Zone,
};
use anslag_source::{Corpus, IndexEntry};
use jiff::{Timestamp, civil::Date};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The part of a corpus that is published at a moment.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Announcements that are published in every format.
    pub published: usize,
    /// Announcements that are published on their notice boards only.
    pub board_only: usize,
    /// Announcements that are drafts.
    pub drafts: usize,
    /// Announcements that are published later.
    pub held_back: usize,
    /// Announcements that have expired.
    pub expired: usize,
    /// Announcements that are withdrawn.
    pub withdrawn: usize,
    /// The next changes that come with time alone: when the next export is due, and why.
    pub next_due: Option<Due>,
    /// The last change of any announcement; of several at the same instant, that of the greatest id.
    pub(crate) modified: Option<Moment>,
    /// The notices that are up.
    pub(crate) posted: Vec<IndexEntry>,
    /// The former ids of the announcements that have ever been published, each with the new one. What is only on a notice
    /// board is not among them.
    pub(crate) moved: BTreeMap<Box<str>, Box<str>>,
    /// The extent of the published announcements.
    pub(crate) extent: Extent,
    /// The time whose state is published.
    pub(crate) as_of: Timestamp,
    /// The day of it in the publication's time zone.
    pub(crate) day: Date,
    /// `true` if drafts and announcements that are held back count as published.
    pub(crate) is_preview: bool,
    /// The date of a feed without any announcement.
    pub(crate) beginning: Timestamp,
    zone: Zone,
    /// Time after its publication for which an announcement keeps its data on people.
    strip_after: Option<Duration>,
    /// The links between published announcements and their translations.
    translations: Links,
    /// The links between published announcements and their replacements.
    replacements: Links,
    /// The languages of the published announcements that are translations or have any.
    languages: HashMap<AnnouncementId, LanguageTag>,
}

impl Plan {
    /// Sorts the entries of a corpus's index: published until the time and not yet gone at it, or not.
    pub fn new(corpus: &Corpus, as_of: AsOf) -> Result<Self, PublishError> {
        Self::of(corpus, as_of, false)
    }

    /// Sorts the entries as [`Plan::new`] does, and takes drafts and announcements that are held back for published, if it
    /// is for a preview.
    pub(crate) fn of(corpus: &Corpus, as_of: AsOf, is_preview: bool) -> Result<Self, PublishError> {
        let publication = &corpus.publication;
        let as_of = as_of.instant(&publication.zone);
        let mut plan = Self {
            published: 0,
            board_only: 0,
            drafts: 0,
            held_back: 0,
            expired: 0,
            withdrawn: 0,
            next_due: None,
            modified: None,
            posted: Vec::new(),
            moved: BTreeMap::new(),
            extent: Extent::default(),
            as_of,
            is_preview,
            day: publication.zone.date_at(as_of),
            beginning: as_of,
            zone: publication.zone.clone(),
            strip_after: publication.strip_personal_data_after.clone(),
            translations: Links::default(),
            replacements: Links::default(),
            languages: HashMap::new(),
        };
        let organizations: Vec<_> = publication.register.organizations().collect();
        let mut last: Option<(Timestamp, AnnouncementId)> = None;
        for entry in corpus.index() {
            let entry = entry?;
            let times = plan.times(&entry);
            if let Some((at, change)) = times.next(as_of) {
                plan.next_due = Some(Due::sooner(plan.next_due, at, change, entry.id.as_str()));
            }
            if plan.was_published(&entry) && !entry.is_board_only {
                let moved = entry.aliases.iter().map(|alias| (alias.as_str().into(), entry.id.as_str().into()));
                plan.moved.extend(moved);
            }
            match plan.fate(&entry) {
                Fate::Draft => plan.drafts += 1,
                Fate::Withdrawn => {
                    plan.withdrawn += 1;
                    plan.add_gone(entry);
                }
                Fate::Expired => {
                    plan.expired += 1;
                    plan.add_gone(entry);
                }
                Fate::HeldBack => plan.held_back += 1,
                Fate::Published if entry.is_board_only => {
                    plan.board_only += 1;
                    plan.posted.push(entry.as_of(as_of));
                }
                Fate::Published => {
                    let entry = entry.as_of(as_of);
                    plan.published += 1;
                    plan.translations.add(&entry.id, entry.translation_of.as_ref(), &entry.translations);
                    plan.replacements.add(&entry.id, entry.replaces.as_ref(), &entry.replaced_by);
                    let (language, publisher) = (&entry.facets.language, entry.facets.publisher as usize);
                    let publisher = &organizations[publisher].key;
                    let (day, kind) = (entry.published_date, entry.facets.kind);
                    plan.extent.add(day, entry.updated, language, publisher, kind, &publication.zone);
                    if last.as_ref().is_none_or(|(at, id)| (entry.updated_at, &entry.id) > (*at, id)) {
                        last = Some((entry.updated_at, entry.id.clone()));
                        plan.modified = Some(entry.updated);
                    }
                    if entry.posting.is_some_and(|posting| posting.days.contains(plan.day)) {
                        plan.posted.push(entry);
                    }
                }
            }
        }
        let registered = publication.register.retired().map(|(_, key, retired)| (key, retired));
        let custom = publication.output.feeds.iter().filter_map(|custom| Some((&custom.key, custom.retired.as_ref()?)));
        for (key, retired) in registered.chain(custom) {
            let end = Moment::Date(retired.date).instant(&publication.zone);
            if end > as_of {
                plan.next_due = Some(Due::sooner(plan.next_due, end, Change::FeedsEnd, key.as_str()));
            }
        }
        plan.beginning = plan.beginning(publication);
        plan.keep_published_links(corpus)?;
        Ok(plan)
    }

    /// Adds an announcement that is gone to the extent, if it was ever published in every format.
    fn add_gone(&mut self, entry: IndexEntry) {
        if entry.published_at <= self.as_of && !entry.is_board_only {
            let IndexEntry { published_date, updated, facets, .. } = entry.as_of(self.as_of);
            self.extent.add_gone(published_date, updated, &facets.language, facets.kind, &self.zone);
        }
    }

    /// Returns the entries of the announcements that are published in every format, oldest first.
    ///
    /// This is the one place that keeps what is only on a notice board out of everything else: such entries are among
    /// those of `Plan::posted` and `Plan::history` alone.
    pub fn entries(&self, corpus: &Corpus) -> impl Iterator<Item = Result<IndexEntry, PublishError>> + Send {
        let is_published = |entry: &IndexEntry| !entry.is_board_only && self.fate(entry) == Fate::Published;
        let entries = corpus.index().filter(move |entry| entry.as_ref().map_or(true, is_published));
        entries.map(|entry| Ok(entry?.as_of(self.as_of)))
    }

    /// Returns the entries of the announcements that have ever been published, oldest first, with the moment since which
    /// they are gone; `None` for those that are still published. What is only on a notice board is among them, and so is
    /// what a preview takes for published.
    pub(crate) fn history(
        &self,
        corpus: &Corpus,
    ) -> impl Iterator<Item = Result<(IndexEntry, Option<Moment>), PublishError>> + Send {
        let entries = corpus.index().filter(|entry| entry.as_ref().map_or(true, |entry| self.was_published(entry)));
        entries.map(|entry| {
            let entry = entry?;
            let gone = self.times(&entry).gone(self.as_of);
            Ok((entry.as_of(self.as_of), gone))
        })
    }

    /// Returns whether an announcement is published, or ever was.
    fn was_published(&self, entry: &IndexEntry) -> bool {
        self.times(entry).has_begun(self.as_of) || self.fate(entry) == Fate::Published
    }

    /// Returns the number of the first announcement that is only on its notice board: these come after all others.
    pub(crate) fn first_board_only(&self) -> u32 {
        u32::try_from(self.published).expect("an index has fewer entries")
    }

    /// Returns the fingerprint of what the bytes of an announcement depend on in every format, except the publication.
    pub(crate) fn fingerprint(&self, entry: &IndexEntry) -> Fingerprint {
        let links = [&self.translations, &self.replacements].map(|links| links.of(&entry.id));
        let is_stripped = self.times(entry).is_stripped(self.as_of);
        let versions = self.versions(&entry.id);
        Fingerprint::of(&(entry.fingerprint, links, versions, is_stripped, entry.changes_later))
    }

    /// Returns the other announcements that say the same as one in other languages, each with its language: the original
    /// first, then the translations in the order of their ids.
    pub(crate) fn versions<'a>(&'a self, id: &'a AnnouncementId) -> Vec<(&'a AnnouncementId, &'a LanguageTag)> {
        let original = self.translations.of(id).0.unwrap_or(id);
        let translations = self.translations.of(original).1.into_iter().flatten();
        let others = [original].into_iter().chain(translations).filter(|other| *other != id);
        others.filter_map(|other| Some((other, self.languages.get(other)?))).collect()
    }

    /// Returns whether an announcement is no translation of another one.
    pub(crate) fn is_original(&self, id: &AnnouncementId) -> bool {
        self.translations.of(id).0.is_none()
    }

    /// Reads an announcement as it is published at the time: with links to all its published translations and
    /// replacements, without its data on people if their time is over, and without a change that is dated later.
    pub fn read(&self, corpus: &Corpus, entry: &IndexEntry) -> Result<Announcement, PublishError> {
        let announcement = corpus.read(entry)?;
        let links = |links: &'_ Links| {
            let (original, successors) = links.of(&entry.id);
            (original.cloned(), successors.into_iter().flatten().cloned().collect())
        };
        let (original, translations) = links(&self.translations);
        let (replaced, replaced_by) = links(&self.replacements);
        let announcement = announcement.with_translations(original, translations);
        let announcement = announcement.with_replacements(replaced, replaced_by);
        let announcement = if entry.changes_later { announcement.without_change() } else { announcement };
        let is_stripped = self.times(entry).is_stripped(self.as_of);
        Ok(if is_stripped { announcement.without_personal_data() } else { announcement })
    }

    /// Returns the beginning of the day on which the data were first published, or else of that of the first announcement.
    /// No feed is younger than the publication, whose day is all that is left.
    fn beginning(&self, publication: &Publication) -> Timestamp {
        let issued = publication.catalogue.issued.map(Day::date);
        let known = issued.into_iter().chain(self.extent.all.first).find(|day| *day <= self.day);
        Moment::day(known.unwrap_or(self.day)).map_or(self.as_of, |day| day.instant(&self.zone))
    }

    /// Removes links to and from announcements that are not published.
    fn keep_published_links(&mut self, corpus: &Corpus) -> Result<(), PublishError> {
        let translated = self.translations.named();
        let mut named = translated.clone();
        named.extend(self.replacements.named());
        if named.is_empty() {
            return Ok(());
        }
        let (mut published, mut languages) = (HashSet::new(), HashMap::new());
        for entry in self.entries(corpus) {
            let entry = entry?;
            if translated.contains(&entry.id) {
                languages.insert(entry.id.clone(), entry.facets.language);
            }
            if named.contains(&entry.id) {
                published.insert(entry.id);
            }
        }
        self.languages = languages;
        self.translations.keep(&published);
        self.replacements.keep(&published);
        Ok(())
    }

    /// Returns the state of an announcement at the time.
    pub(crate) fn fate(&self, entry: &IndexEntry) -> Fate {
        match self.times(entry).fate(self.as_of) {
            Fate::Draft | Fate::HeldBack if self.is_preview => Fate::Published,
            fate => fate,
        }
    }

    fn times(&self, entry: &IndexEntry) -> Times {
        Times::of_entry(entry, self.strip_after.as_ref(), &self.zone)
    }
}
