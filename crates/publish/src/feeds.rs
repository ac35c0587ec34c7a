use crate::{Plan, PublishError, error::Attempt, spool::Spool, staging::Staging};
use anslag_core::{AnnouncementType, Moment, Publication};
use anslag_feed::{ArchivePage, Feed, Form, Page, Rendered, Renderer, Subject, Tombstone, Used, list};
use anslag_source::{Corpus, Facets, IndexEntry};
use jiff::civil::Date;
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, HashMap},
    num::NonZeroU32,
    sync::Arc,
};

/// The feeds of a corpus: of everything, then of each topic, type, language and publisher.
///
/// They do not depend on the day whose state is published, and none goes as long as the register keeps its entries.
#[must_use]
pub fn feeds(corpus: &Corpus) -> Vec<Feed> {
    let mut used = Used::default();
    let organizations: Vec<_> = corpus.publication.register.organizations().collect();
    for facets in corpus.index().iter().filter(|entry| !entry.is_draft).map(|entry| entry.facets) {
        let language = &corpus.languages()[facets.language as usize];
        if !used.languages.contains(language) {
            used.languages.insert(language.clone());
        }
        for number in [facets.publisher, facets.unit] {
            let key = &organizations[number as usize].key;
            if !used.organizations.contains(key) {
                used.organizations.insert(key.clone());
            }
        }
    }
    anslag_feed::feeds(&corpus.publication, &used)
}

/// The feeds of a corpus, and which of them an announcement is in.
pub(crate) struct Membership<'a> {
    corpus: &'a Corpus,
    pub(crate) feeds: Vec<Feed>,
    /// The feed of everything, of each topic, of each language and of each organisation, in the order of the corpus.
    all: usize,
    topics: Vec<usize>,
    types: HashMap<AnnouncementType, usize>,
    languages: Vec<usize>,
    organizations: Vec<Option<usize>>,
}

impl<'a> Membership<'a> {
    pub(crate) fn new(corpus: &'a Corpus) -> Self {
        let feeds = feeds(corpus);
        let register = &corpus.publication.register;
        let numbers: HashMap<&str, usize> = feeds.iter().map(Feed::name).zip(0..).collect();
        let find = |subject: Subject| numbers.get(subject.name().as_str()).copied();
        let there = |subject: Subject| find(subject).expect("every topic, type and language has a feed");
        let language = |tag: &anslag_core::LanguageTag| find(Subject::Language(tag.primary_tag()));
        Self {
            corpus,
            all: there(Subject::All),
            topics: register.topics().map(|topic| there(Subject::Topic(Arc::clone(topic)))).collect(),
            types: AnnouncementType::ALL.into_iter().map(|kind| (kind, there(Subject::Type(kind)))).collect(),
            // The language of drafts alone has no feed, and none of them is looked for.
            languages: corpus.languages().iter().map(|tag| language(tag).unwrap_or_default()).collect(),
            organizations: register
                .organizations()
                .map(|organization| find(Subject::Publisher(Arc::clone(organization))))
                .collect(),
            feeds,
        }
    }

    /// The feeds that an announcement is in, as numbers in `feeds`.
    fn of(&self, facets: Facets) -> impl Iterator<Item = usize> {
        let organization = |number: u32| self.organizations[number as usize];
        let unit = Some(facets.unit).filter(|unit| *unit != facets.publisher);
        [self.all, self.types[&facets.kind], self.languages[facets.language as usize]]
            .into_iter()
            .chain(self.corpus.topics(facets).iter().map(|topic| self.topics[*topic as usize]))
            .chain(organization(facets.publisher))
            .chain(unit.and_then(organization))
    }
}

/// The feeds that are being written: their archives, month by month, then their current pages.
pub(crate) struct FeedWriter<'a> {
    pub(crate) membership: &'a Membership<'a>,
    pub(crate) plan: &'a Plan<'a>,
    pub(crate) as_of: Date,
    pub(crate) spool: &'a Spool,
    pub(crate) staging: &'a Staging,
}

/// A page that is to be written.
struct PagePlan {
    /// The feed, as a number in those of the membership.
    feed: usize,
    archive: Option<ArchivePage>,
    previous: Option<ArchivePage>,
    next: Option<ArchivePage>,
    /// The entries, as numbers in those that are published, the last changed first.
    entries: Vec<u32>,
    gone: Vec<Tombstone>,
}

impl FeedWriter<'_> {
    /// Writes every page of every feed, and the lists of them.
    pub(crate) fn write(&self, pool: &rayon::ThreadPool) -> Result<(), PublishError> {
        if Form::preferred(self.publication()).is_none() {
            return Ok(());
        }
        let newest = self.write_archives(pool)?;
        self.write_current(&newest, pool)?;
        let (publication, feeds) = (self.publication(), &self.membership.feeds);
        self.staging.write(list::OPML, |out| list::opml(publication, feeds, out).map(drop))?;
        self.staging.write(list::JSON, |out| list::json(publication, feeds, out).map(drop))?;
        Ok(())
    }

    /// Writes the archive of each feed, and gives the name of each one's newest page.
    ///
    /// A page depends on the announcements of its month, and on nothing later. Of what is earlier it knows the name of the
    /// last page before it, which changes only where a month gets its first announcement or loses its last one.
    fn write_archives(&self, pool: &rayon::ThreadPool) -> Result<Vec<Option<ArchivePage>>, PublishError> {
        let mut newest = vec![None; self.membership.feeds.len()];
        let published = &self.plan.published;
        let mut start = 0;
        for month in published.chunk_by(|a, b| month_of(a) == month_of(b)) {
            let first = month_of(month[0]);
            let mut members: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
            for (entry, number) in month.iter().zip(start..) {
                for feed in self.membership.of(entry.facets).filter(|feed| self.has_archive(*feed)) {
                    members.entry(feed).or_default().push(number);
                }
            }
            start += u32::try_from(month.len()).expect("there are less than four billion announcements");
            let pages = members.into_iter().flat_map(|(feed, members)| {
                let pages = self.month(feed, first, &members, newest[feed]);
                newest[feed] = Some(ArchivePage { month: first, number: None });
                pages
            });
            self.write_pages(pages.collect(), pool)?;
        }
        Ok(newest)
    }

    /// The pages of a month of a feed. All but the last are full, and keep their entries when more come after them.
    fn month(&self, feed: usize, month: Date, members: &[u32], before: Option<ArchivePage>) -> Vec<PagePlan> {
        let size = self.size();
        let count = members.len().div_ceil(size);
        let name = |at: usize| {
            let number = u32::try_from(at + 1).ok().filter(|_| at + 1 < count).and_then(NonZeroU32::new);
            ArchivePage { month, number }
        };
        let plan = |(at, members): (usize, &[u32])| PagePlan {
            feed,
            archive: Some(name(at)),
            previous: if at == 0 { before } else { Some(name(at - 1)) },
            next: (at + 1 < count).then(|| name(at + 1)),
            entries: self.newest_first(members),
            gone: Vec::new(),
        };
        members.chunks(size).enumerate().map(plan).collect()
    }

    /// Writes the page of each feed that people subscribe to: the announcements that were last changed.
    fn write_current(&self, newest: &[Option<ArchivePage>], pool: &rayon::ThreadPool) -> Result<(), PublishError> {
        let size = self.size();
        let count = u32::try_from(self.plan.published.len()).expect("there are less than four billion announcements");
        let mut entries: Vec<Vec<u32>> = vec![Vec::new(); self.membership.feeds.len()];
        for number in self.newest_first(&(0..count).collect::<Vec<_>>()) {
            for feed in self.membership.of(self.entry(number).facets) {
                if entries[feed].len() < size {
                    entries[feed].push(number);
                }
            }
        }
        let mut gone = self.tombstones()?;
        let pages = entries.into_iter().zip(newest).zip(0..).map(|((entries, newest), feed)| PagePlan {
            feed,
            archive: None,
            previous: *newest,
            next: None,
            entries,
            gone: gone.remove(&feed).unwrap_or_default(),
        });
        let pages: Vec<PagePlan> = pages.collect();
        self.write_pages(pages, pool)
    }

    fn write_pages(&self, pages: Vec<PagePlan>, pool: &rayon::ThreadPool) -> Result<(), PublishError> {
        pool.install(|| pages.into_par_iter().try_for_each(|page| self.write_page(&page)))
    }

    /// Writes a page in every form. In memory are its entries and no others.
    fn write_page(&self, plan: &PagePlan) -> Result<(), PublishError> {
        let feed = &self.membership.feeds[plan.feed];
        let ended = feed.retired().filter(|retired| retired.date.date() <= self.as_of && plan.archive.is_none());
        let mut page = Page {
            publication: self.publication(),
            feed,
            archive: plan.archive,
            previous: plan.previous,
            next: plan.next,
            updated: plan.entries.first().map(|number| self.entry(*number).updated),
            has_ended: ended.is_some(),
            gone: &plan.gone,
        };
        let entries: Vec<Rendered> = match ended {
            Some(retired) => {
                page.updated = Some(Moment::Date(retired.date).instant(&self.publication().zone));
                vec![Renderer::new(self.publication()).retirement(feed, retired)]
            }
            None => {
                let read = |number: &u32| self.spool.read(*number as usize);
                let entries = plan.entries.iter().map(read).collect::<Result<_, _>>();
                entries.map_err(PublishError::io(Attempt::ReadEntries, page.path(Form::Atom)))?
            }
        };
        for form in Form::of(self.publication()) {
            self.staging.write(&page.path(form), |out| form.write(&page, &entries, out).map(drop))?;
        }
        Ok(())
    }

    /// What is gone of each feed, the last first.
    fn tombstones(&self) -> Result<HashMap<usize, Vec<Tombstone>>, PublishError> {
        let zone = &self.publication().zone;
        let mut all = Vec::new();
        for (entry, day) in &self.plan.gone {
            // The index knows the day; of what is withdrawn, the announcement may say the time.
            let when = match entry.withdrawn {
                Some(_) => self.membership.corpus.read(entry)?.status.withdrawn(),
                None => None,
            };
            let when = when.or_else(|| Moment::day(*day).ok()).expect("the day is one of an announcement");
            all.push((entry.facets, Tombstone { id: entry.id.clone(), when }));
        }
        all.sort_by(|(_, a), (_, b)| (b.when.instant(zone), &b.id).cmp(&(a.when.instant(zone), &a.id)));
        let mut gone: HashMap<usize, Vec<Tombstone>> = HashMap::new();
        for (facets, tombstone) in all {
            for feed in self.membership.of(facets) {
                gone.entry(feed).or_default().push(tombstone.clone());
            }
        }
        Ok(gone)
    }

    /// Sorts announcements as feeds list them: the last changed first, and of those changed at the same instant the one
    /// with the greatest id.
    fn newest_first(&self, numbers: &[u32]) -> Vec<u32> {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable_by(|a, b| {
            let (a, b) = (self.entry(*a), self.entry(*b));
            (b.updated, &b.id).cmp(&(a.updated, &a.id))
        });
        sorted
    }

    fn entry(&self, number: u32) -> &IndexEntry {
        self.plan.published[number as usize]
    }

    fn has_archive(&self, feed: usize) -> bool {
        self.publication().forms.archives.contains(&self.membership.feeds[feed].subject.kind())
    }

    fn size(&self) -> usize {
        self.publication().feed_size.get()
    }

    fn publication(&self) -> &Publication {
        &self.membership.corpus.publication
    }
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
        for entry in corpus.index().iter().filter(|entry| !entry.is_draft) {
            let announcement = corpus.read(entry).unwrap();
            let holding = membership.feeds.iter().filter(|feed| feed.holds(&announcement));
            let expected: BTreeSet<&str> = holding.map(Feed::name).collect();
            let found: BTreeSet<&str> =
                membership.of(entry.facets).map(|number| membership.feeds[number].name()).collect();
            assert_eq!(found, expected);
            counts.push(membership.of(entry.facets).count());
        }
        assert_eq!(counts, [4, 7, 5]);
        assert!(!membership.feeds.iter().any(|feed| feed.name() == "lang/fi"), "drafts are nobody's concern");
    }
}
