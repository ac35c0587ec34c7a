use crate::{PublishError, Work, cache::NewCache, entries::Entries, error::Attempt, export::Export};
use anslag_core::{AnnouncementType, Fingerprint, LanguageTag, Moment, Publication};
use anslag_feed::{
    ArchivePage, Feed, FeedFormat, Page, RenderedEntry, Renderer, Subject, Tombstone, UsedKeys, list, write_page,
};
use anslag_pipeline::in_order;
use anslag_source::{Corpus, Facets, IndexEntry};
use jiff::{Span, Timestamp, civil::Date};
use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeMap, BinaryHeap, HashMap},
    num::NonZeroU32,
    sync::Arc,
};

/// Returns the feeds of a corpus: of everything, then of each topic, type, language and publisher.
///
/// They do not depend on the day whose state is published. None goes as long as the register keeps its entries.
#[must_use]
pub fn feeds(corpus: &Corpus) -> Vec<Feed> {
    let organizations: Vec<_> = corpus.publication.register.organizations().collect();
    let key = |number: &u32| organizations[*number as usize].key.clone();
    let used = UsedKeys {
        languages: corpus.used.languages.clone(),
        organizations: corpus.used.organizations.iter().map(key).collect(),
    };
    anslag_feed::feeds(&corpus.publication, &used)
}

/// The feeds of a corpus, and which of them an announcement is in.
pub(crate) struct Membership<'a> {
    corpus: &'a Corpus,
    pub(crate) feeds: Vec<Feed>,
    /// The feed of everything, of each topic, type and language, and of each organisation, in the order of the register.
    all: usize,
    topics: Vec<usize>,
    types: HashMap<AnnouncementType, usize>,
    languages: HashMap<LanguageTag, usize>,
    organizations: Vec<Option<usize>>,
}

impl<'a> Membership<'a> {
    pub(crate) fn new(corpus: &'a Corpus) -> Self {
        let feeds = feeds(corpus);
        let register = &corpus.publication.register;
        let numbers: HashMap<&str, usize> = feeds.iter().map(Feed::name).zip(0..).collect();
        let find = |subject: Subject| numbers.get(subject.name().as_str()).copied();
        let there = |subject: Subject| find(subject).expect("every topic, type and language has a feed");
        let language = |tag: &LanguageTag| (tag.clone(), there(Subject::Language(tag.primary_tag())));
        Self {
            corpus,
            all: there(Subject::All),
            topics: register.topics().map(|topic| there(Subject::Topic(Arc::clone(topic)))).collect(),
            types: AnnouncementType::ALL.into_iter().map(|kind| (kind, there(Subject::Type(kind)))).collect(),
            languages: corpus.used.languages.iter().map(language).collect(),
            organizations: register
                .organizations()
                .map(|organization| find(Subject::Publisher(Arc::clone(organization))))
                .collect(),
            feeds,
        }
    }

    /// The feeds that an announcement is in, which is no draft, as numbers in `feeds`.
    fn of(&self, facets: &Facets) -> impl Iterator<Item = usize> {
        let organization = |number: u32| self.organizations[number as usize];
        let unit = Some(facets.unit).filter(|unit| *unit != facets.publisher);
        [self.all, self.types[&facets.kind], self.languages[&facets.language]]
            .into_iter()
            .chain(facets.topics.iter().map(|topic| self.topics[*topic as usize]))
            .chain(organization(facets.publisher))
            .chain(unit.and_then(organization))
    }
}

/// The feeds that are being written: their archives, month by month, then their current pages.
pub(crate) struct FeedWriter<'a> {
    pub(crate) membership: &'a Membership<'a>,
    pub(crate) export: &'a Export<'a>,
    pub(crate) entries: &'a Entries<'a>,
}

/// An announcement of a page: its number in those that are published, and what the index says of it.
type Member = (u32, Arc<IndexEntry>);

/// A page that is to be written.
struct PagePlan {
    /// The feed, as a number in those of the membership.
    feed: usize,
    archive: Option<ArchivePage>,
    previous: Option<ArchivePage>,
    next: Option<ArchivePage>,
    /// The entries, the last changed first.
    entries: Vec<Member>,
    gone: Gone,
}

/// What is gone of a feed.
#[derive(Default)]
struct Gone {
    /// The announcements of the last [`FeedWriter::TOMBSTONE_DAYS`] days, the last first.
    tombstones: Vec<Tombstone>,
    /// The last change of any announcement, however long ago: its end at the latest.
    last: Option<Timestamp>,
}

/// A page that is written: its path without an extension, and what it was made from.
struct WrittenPage {
    path: String,
    fingerprint: Fingerprint,
    is_kept: bool,
}

/// What is known of a feed when its archive is written, for its current page.
#[derive(Default)]
struct Current {
    /// The newest page of the archive.
    archive: Option<ArchivePage>,
    /// The announcements that were last changed, as many as the page holds.
    newest: BinaryHeap<Reverse<Newest>>,
}

/// An announcement, in the order in which they were changed.
struct Newest {
    member: Member,
}

impl FeedWriter<'_> {
    /// Number of days for which feeds have a tombstone of an announcement that is gone.
    const TOMBSTONE_DAYS: i64 = 90;

    /// Writes every page of every feed, and the lists of them.
    pub(crate) fn write(&self, cache: &mut NewCache, work: &mut Work) -> Result<(), PublishError> {
        if FeedFormat::preferred(self.publication()).is_none() {
            return Ok(());
        }
        let feeds = self.write_archives(cache, work)?;
        self.write_current(feeds, cache, work)?;
        let (publication, feeds) = (self.publication(), &self.membership.feeds);
        self.export.staging.write(list::OPML, |out| list::opml(publication, feeds, out).map(drop))?;
        self.export.staging.write(list::JSON, |out| list::json(publication, feeds, out).map(drop))?;
        Ok(())
    }

    /// Writes the archive of each feed, and gives what its current page needs.
    ///
    /// A page depends on the announcements of its month, and on nothing later. Of what is earlier it knows the name of the
    /// last page before it, which changes only where a month gets its first announcement or loses its last one. In memory is
    /// what the index says of the announcements of a month.
    fn write_archives(&self, cache: &mut NewCache, work: &mut Work) -> Result<Vec<Current>, PublishError> {
        let mut feeds: Vec<Current> = self.membership.feeds.iter().map(|_| Current::default()).collect();
        let mut month: Vec<Member> = Vec::new();
        for (number, entry) in (0..).zip(self.export.plan.entries(self.membership.corpus)) {
            let entry = Arc::new(entry?);
            if month.first().is_some_and(|(_, first)| month_of(first) != month_of(&entry)) {
                self.write_month(&month, &mut feeds, cache, work)?;
                month.clear();
            }
            for feed in self.membership.of(&entry.facets) {
                feeds[feed].add(number, &entry, self.size());
            }
            month.push((number, entry));
        }
        self.write_month(&month, &mut feeds, cache, work)?;
        Ok(feeds)
    }

    /// Writes the pages of a month of every feed.
    fn write_month(
        &self,
        month: &[Member],
        feeds: &mut [Current],
        cache: &mut NewCache,
        work: &mut Work,
    ) -> Result<(), PublishError> {
        let Some((_, first)) = month.first() else { return Ok(()) };
        let first = month_of(first);
        let mut members: BTreeMap<usize, Vec<Member>> = BTreeMap::new();
        for member in month {
            for feed in self.membership.of(&member.1.facets).filter(|feed| self.has_archive(*feed)) {
                members.entry(feed).or_default().push(member.clone());
            }
        }
        let pages = members.into_iter().flat_map(|(feed, members)| {
            let pages = self.month(feed, first, &members, feeds[feed].archive);
            feeds[feed].archive = Some(ArchivePage { month: first, number: None });
            pages
        });
        self.write_pages(pages.collect::<Vec<_>>().into_iter(), cache, work)
    }

    /// The pages of a month of a feed. All but the last are full, and keep their entries when more come after them.
    fn month(&self, feed: usize, month: Date, members: &[Member], before: Option<ArchivePage>) -> Vec<PagePlan> {
        let size = self.size();
        let count = members.len().div_ceil(size);
        let name = |at: usize| {
            let number = u32::try_from(at + 1).ok().filter(|_| at + 1 < count).and_then(NonZeroU32::new);
            ArchivePage { month, number }
        };
        let plan = |(at, members): (usize, &[Member])| PagePlan {
            feed,
            archive: Some(name(at)),
            previous: if at == 0 { before } else { Some(name(at - 1)) },
            next: (at + 1 < count).then(|| name(at + 1)),
            entries: newest_first(members.to_vec()),
            gone: Gone::default(),
        };
        members.chunks(size).enumerate().map(plan).collect()
    }

    /// Writes the page of each feed that people subscribe to: the announcements that were last changed.
    fn write_current(&self, feeds: Vec<Current>, cache: &mut NewCache, work: &mut Work) -> Result<(), PublishError> {
        let mut gone = self.gone()?;
        let pages = feeds.into_iter().zip(0..).map(|(current, feed)| PagePlan {
            feed,
            archive: None,
            previous: current.archive,
            next: None,
            entries: newest_first(current.newest.into_iter().map(|Reverse(newest)| newest.member).collect()),
            gone: gone.remove(&feed).unwrap_or_default(),
        });
        self.write_pages(pages.collect::<Vec<_>>().into_iter(), cache, work)
    }

    fn write_pages(
        &self,
        mut pages: impl Iterator<Item = PagePlan> + Send,
        cache: &mut NewCache,
        work: &mut Work,
    ) -> Result<(), PublishError> {
        let note = |page: WrittenPage| {
            *if page.is_kept { &mut work.pages_kept } else { &mut work.pages_rendered } += 1;
            cache.made_from(&page.path, page.fingerprint)
        };
        in_order(self.export.threads, || Ok(pages.next()), |page| self.write_page(&page), note)
    }

    /// Writes a page in every form, where it is not the same as before. In memory are its entries and no others.
    fn write_page(&self, plan: &PagePlan) -> Result<WrittenPage, PublishError> {
        let feed = &self.membership.feeds[plan.feed];
        let ended = feed.retired().filter(|own| own.date.date() <= self.export.plan.day && plan.archive.is_none());
        let page = Page {
            publication: self.publication(),
            feed,
            archive: plan.archive,
            previous: plan.previous,
            next: plan.next,
            updated: match ended {
                Some(retired) => Moment::Date(retired.date).instant(&self.publication().zone),
                None => {
                    let newest = plan.entries.first().map(|(_, entry)| entry.updated_at);
                    newest.max(plan.gone.last).unwrap_or(self.export.plan.beginning)
                }
            },
            has_ended: ended.is_some(),
            tombstones: &plan.gone.tombstones,
        };
        let last_entry = ended.map(|retired| Renderer::new(self.publication()).render_retirement(feed, retired));
        let fingerprint = self.fingerprint(&page, plan, last_entry.as_slice())?;
        let path = page.name();
        if self.export.cache.is_made_from(&path, fingerprint) && self.keep_page(&page)? {
            return Ok(WrittenPage { path, fingerprint, is_kept: true });
        }
        let entries: Vec<RenderedEntry> = match last_entry {
            Some(entry) => vec![entry],
            None => {
                let read = |(number, entry): &Member| self.entries.get(*number, entry);
                plan.entries.iter().map(read).collect::<Result<_, _>>()?
            }
        };
        for format in FeedFormat::of(self.publication()) {
            self.export.staging.write(&page.path(format), |out| write_page(&page, &entries, format, out).map(drop))?;
        }
        Ok(WrittenPage { path, fingerprint, is_kept: false })
    }

    /// What a page is made from: all that stands around its entries, and what the bytes of these depend on.
    fn fingerprint(
        &self,
        page: &Page<'_>,
        plan: &PagePlan,
        last_entry: &[RenderedEntry],
    ) -> Result<Fingerprint, PublishError> {
        let empty = |format| write_page(page, last_entry, format, Vec::new());
        let around = FeedFormat::of(self.publication()).map(empty).collect::<Result<Vec<_>, _>>();
        let around = around.map_err(PublishError::io(Attempt::Render, page.name()))?;
        let entries: Vec<Fingerprint> =
            plan.entries.iter().map(|(_, entry)| self.export.plan.fingerprint(entry)).collect();
        Ok(Fingerprint::of(&(around, self.publication().fingerprint(), entries)))
    }

    /// Takes over a page in every form, as it was published before; false where one of them is not there.
    fn keep_page(&self, page: &Page<'_>) -> Result<bool, PublishError> {
        let paths: Vec<String> = FeedFormat::of(self.publication()).map(|format| page.path(format)).collect();
        let is_there = paths.iter().all(|path| self.export.staging.previous().entry(path).is_some());
        if is_there {
            paths.iter().try_for_each(|path| self.export.staging.keep(path).map(drop))?;
        }
        Ok(is_there)
    }

    /// Returns what is gone of each feed.
    fn gone(&self) -> Result<HashMap<usize, Gone>, PublishError> {
        let Export { plan, corpus, .. } = *self.export;
        let zone = &self.publication().zone;
        let since = plan.day.saturating_sub(Span::new().days(Self::TOMBSTONE_DAYS));
        let mut all: HashMap<usize, Gone> = HashMap::new();
        for gone in plan.gone(corpus) {
            let (entry, when) = gone?;
            let last = when.instant(zone).max(entry.updated_at);
            let is_recent = when.date(zone) >= since;
            for feed in self.membership.of(&entry.facets) {
                let gone = all.entry(feed).or_default();
                gone.last = gone.last.max(Some(last));
                gone.tombstones.extend(is_recent.then(|| Tombstone { id: entry.id.clone(), when }));
            }
        }
        for gone in all.values_mut() {
            gone.tombstones.sort_by(|a, b| (b.when.instant(zone), &b.id).cmp(&(a.when.instant(zone), &a.id)));
        }
        Ok(all)
    }

    fn has_archive(&self, feed: usize) -> bool {
        self.publication().output.archives.contains(&self.membership.feeds[feed].subject.kind())
    }

    fn size(&self) -> usize {
        self.publication().feed_size.get()
    }

    fn publication(&self) -> &Publication {
        &self.membership.corpus.publication
    }
}

impl Current {
    /// Adds an announcement, where it is among the last changed so far.
    fn add(&mut self, number: u32, entry: &Arc<IndexEntry>, size: usize) {
        self.newest.push(Reverse(Newest { member: (number, Arc::clone(entry)) }));
        if self.newest.len() > size {
            self.newest.pop();
        }
    }
}

impl Ord for Newest {
    fn cmp(&self, other: &Self) -> Ordering {
        by_change(&self.member, &other.member)
    }
}

impl PartialOrd for Newest {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Newest {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Newest {}

/// The order in which announcements were changed; of those changed at the same instant, that of their ids.
fn by_change((_, a): &Member, (_, b): &Member) -> Ordering {
    (a.updated_at, &a.id).cmp(&(b.updated_at, &b.id))
}

/// Sorts announcements as feeds list them: the last changed first.
fn newest_first(mut members: Vec<Member>) -> Vec<Member> {
    members.sort_unstable_by(|a, b| by_change(b, a));
    members
}

/// The first day of the month in which an announcement was published, in the publication's zone.
fn month_of(entry: &IndexEntry) -> Date {
    entry.published_date.first_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_source::Report;
    use anslag_wording::Language;
    use std::{collections::BTreeSet, fs, path::Path};

    /// The index alone puts an announcement into the feeds that it says itself to be in.
    #[test]
    fn feeds_are_found_without_reading_an_announcement() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["publication.toml", "register.toml"] {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(file);
            fs::copy(from, folder.path().join(file)).unwrap();
        }
        fs::create_dir(folder.path().join("announcements")).unwrap();
        let lines = concat!(
            r#"{"id":"2021-01-01-a","type":"news","title":"A","published":"2021-01-01"}"#,
            "\n",
            r#"{"id":"2021-01-02-b","type":"notice","title":"B","published":"2021-01-02","language":"en-GB","#,
            r#""topics":["oppna-data","digitalisering"],"unit":"avdelningen-for-hallbar-utveckling"}"#,
            "\n",
            r#"{"id":"2021-01-03-c","type":"job","title":"C","published":"2021-01-03","language":"zh-Hant","#,
            r#""topics":["gron-hallbar-turism"],"publisher":"tartu"}"#,
            "\n",
            r#"{"id":"2021-01-04-d","type":"job","title":"D","published":"2021-01-04","language":"fi","draft":true}"#,
            "\n",
        );
        fs::write(folder.path().join("announcements/all.jsonl"), lines).unwrap();
        let mut report = Report::default();
        let corpus = Corpus::open(folder.path(), &mut report).unwrap();
        let corpus = corpus.unwrap_or_else(|| panic!("{}", report.render(Language::English, false)));
        let membership = Membership::new(&corpus);
        let mut counts = Vec::new();
        for entry in corpus.index().map(Result::unwrap).filter(|entry| !entry.is_draft) {
            let announcement = corpus.read(&entry).unwrap();
            let holding = membership.feeds.iter().filter(|feed| feed.holds(&announcement));
            let expected: BTreeSet<&str> = holding.map(Feed::name).collect();
            let found: BTreeSet<&str> =
                membership.of(&entry.facets).map(|number| membership.feeds[number].name()).collect();
            assert_eq!(found, expected);
            counts.push(membership.of(&entry.facets).count());
        }
        assert_eq!(counts, [4, 7, 5]);
        assert!(!membership.feeds.iter().any(|feed| feed.name() == "lang/fi"), "drafts are nobody's concern");
    }
}
