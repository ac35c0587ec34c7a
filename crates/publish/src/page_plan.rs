use crate::{
    Plan, PublishError,
    archive::{Archive, CompletePage},
    membership::Membership,
};
use anslag_core::Moment;
use anslag_feed::{ArchivePage, Tombstone};
use anslag_source::IndexEntry;
use jiff::{Timestamp, ToSpan, civil::Date};
use std::{
    cmp::{Ordering, Reverse},
    collections::{BinaryHeap, VecDeque},
    iter,
    sync::Arc,
};

/// A page of a feed that is to be written.
pub(crate) struct PagePlan {
    /// Feed, as a number in those of the membership.
    pub(crate) feed: usize,
    pub(crate) archive: Option<ArchivePage>,
    pub(crate) previous: Option<ArchivePage>,
    pub(crate) next: Option<ArchivePage>,
    /// Entries, the last changed first.
    pub(crate) entries: Vec<Member>,
    pub(crate) gone: Gone,
}

/// Announcements that are gone from a page.
#[derive(Default)]
pub(crate) struct Gone {
    /// The announcements of the last [`TOMBSTONE_DAYS`] days, the last first; only the current page lists them.
    pub(crate) tombstones: Vec<Tombstone>,
    /// The last change of any announcement, however long ago: its end at the latest.
    pub(crate) last: Option<Timestamp>,
}

/// Number of days for which feeds have a tombstone of an announcement that is gone.
const TOMBSTONE_DAYS: i64 = 90;

/// An announcement of a page: its number among those that are published, and what the index says of it.
pub(crate) type Member = (u32, Arc<IndexEntry>);

/// Plans the pages of all feeds: those of the archives, as they become complete, then the current ones.
///
/// In memory are a few pages of each feed, and what went in the last days.
pub(crate) fn page_plans<'a>(
    membership: &'a Membership<'a>,
    plan: &'a Plan,
) -> impl Iterator<Item = Result<PagePlan, PublishError>> + Send + 'a {
    let mut history = plan.history(membership.corpus);
    let mut feeds = Some(OpenFeeds::new(membership, plan));
    let mut ready = VecDeque::new();
    iter::from_fn(move || {
        while ready.is_empty() {
            match history.next() {
                Some(Ok((entry, gone))) => ready.extend(feeds.as_mut()?.push(entry, gone)),
                Some(Err(error)) => return Some(Err(error)),
                None => ready.extend(feeds.take()?.end()),
            }
        }
        ready.pop_front().map(Ok)
    })
}

/// The feeds while the announcements come in, oldest first.
struct OpenFeeds<'a> {
    membership: &'a Membership<'a>,
    /// The day whose state is published.
    day: Date,
    feeds: Vec<OpenFeed>,
    /// The number of the next announcement that is published in every format.
    number: u32,
    /// The number of the next one that is only on its notice board. Those come after all others.
    board_only: u32,
}

/// Knowledge of a feed before all announcements have come in.
struct OpenFeed {
    /// The archive, if the feed has one.
    archive: Option<Archive<Member>>,
    /// The announcements that were last changed, as many as a page holds.
    changed: BinaryHeap<Reverse<ByChange>>,
    /// The announcements that are only on the notice board of the feed. No archive holds them.
    board_only: Vec<Member>,
    gone: Gone,
}

impl<'a> OpenFeeds<'a> {
    fn new(membership: &'a Membership<'a>, plan: &Plan) -> Self {
        let publication = &membership.corpus.publication;
        let has_archive = |kind| publication.output.archives.contains(&kind);
        let feed = |feed: &anslag_feed::Feed| OpenFeed {
            archive: has_archive(feed.subject.kind()).then(|| Archive::new(publication.feed_size.get())),
            changed: BinaryHeap::new(),
            board_only: Vec::new(),
            gone: Gone::default(),
        };
        let feeds = membership.feeds.iter().map(feed).collect();
        Self { membership, day: plan.day, feeds, number: 0, board_only: plan.first_board_only() }
    }

    /// Adds the next announcement, with the moment since which it is gone. Returns the archive pages that are now known
    /// whole.
    fn push(&mut self, entry: IndexEntry, gone: Option<Moment>) -> Vec<PagePlan> {
        let publication = &self.membership.corpus.publication;
        let (size, zone) = (publication.feed_size.get(), &publication.zone);
        let entry = Arc::new(entry);
        let month = entry.published_date.first_of_month();
        let since = self.day.saturating_sub(TOMBSTONE_DAYS.days());
        let number = if entry.is_board_only { &mut self.board_only } else { &mut self.number };
        let member = match gone {
            None => Ok((*number, Arc::clone(&entry))),
            Some(when) => Err(when.instant(zone).max(entry.updated_at)),
        };
        *number += u32::from(gone.is_none());
        let recent = gone.filter(|when| when.date(zone) >= since);
        let tombstone = recent.map(|when| Tombstone { id: entry.id.clone(), when });
        let mut pages = Vec::new();
        for number in self.membership.of(&entry) {
            let feed = &mut self.feeds[number];
            match &member {
                Ok(member) if entry.is_board_only => feed.board_only.push(member.clone()),
                Ok(member) => {
                    feed.changed.push(Reverse(ByChange(member.clone())));
                    if feed.changed.len() > size {
                        feed.changed.pop();
                    }
                }
                Err(last) => {
                    feed.gone.last = feed.gone.last.max(Some(*last));
                    feed.gone.tombstones.extend(tombstone.clone());
                }
            }
            if let Some(archive) = feed.archive.as_mut().filter(|_| !entry.is_board_only) {
                let mut complete = Vec::new();
                archive.push(month, member.clone(), &mut complete);
                pages.extend(complete.into_iter().map(|page| PagePlan::archived(number, page)));
            }
        }
        pages
    }

    /// Returns the last pages of the archives and the current pages.
    ///
    /// The current page has what is newer than the last page of the archive, and at least the announcements that were last
    /// changed.
    fn end(self) -> Vec<PagePlan> {
        let zone = &self.membership.corpus.publication.zone;
        let mut plans = Vec::new();
        for (number, feed) in self.feeds.into_iter().enumerate() {
            let OpenFeed { archive, changed, board_only, mut gone } = feed;
            let mut entries: Vec<Member> = changed.into_iter().map(|Reverse(ByChange(member))| member).collect();
            entries.extend(board_only);
            let mut previous = None;
            if let Some(archive) = archive {
                let newest = archive.end(self.day.first_of_month());
                plans.extend(newest.pages.into_iter().map(|page| PagePlan::archived(number, page)));
                previous = newest.last;
                entries.extend(newest.rest);
            }
            gone.tombstones.sort_by(|a, b| (b.when.instant(zone), &b.id).cmp(&(a.when.instant(zone), &a.id)));
            plans.push(PagePlan {
                feed: number,
                archive: None,
                previous,
                next: None,
                entries: newest_first(entries),
                gone,
            });
        }
        plans
    }
}

impl PagePlan {
    fn archived(feed: usize, page: CompletePage<Member>) -> Self {
        let CompletePage { name, previous, next, members, gone } = page;
        let gone = Gone { tombstones: Vec::new(), last: gone };
        Self { feed, archive: Some(name), previous, next, entries: newest_first(members), gone }
    }
}

/// An announcement, ordered by its last change.
struct ByChange(Member);

impl Ord for ByChange {
    fn cmp(&self, other: &Self) -> Ordering {
        by_change(&self.0, &other.0)
    }
}

impl PartialOrd for ByChange {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ByChange {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for ByChange {}

/// The order in which announcements were changed; of those changed at the same instant, that of their ids.
fn by_change((_, a): &Member, (_, b): &Member) -> Ordering {
    (a.updated_at, &a.id).cmp(&(b.updated_at, &b.id))
}

/// Sorts announcements as feeds list them, the last changed first, each once.
fn newest_first(mut members: Vec<Member>) -> Vec<Member> {
    members.sort_unstable_by(|a, b| by_change(b, a));
    members.dedup_by_key(|(number, _)| *number);
    members
}
