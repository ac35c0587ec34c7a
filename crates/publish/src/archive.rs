use anslag_feed::ArchivePage;
use jiff::{Timestamp, civil::Date};
use std::num::NonZeroU32;

/// The archive of a feed under way (RFC 5005, section 4), which takes the announcements oldest first.
///
/// A page is complete when it is full or when its month is over. From then on its set of entries never changes, unless an
/// announcement is backdated or goes. So what is gone keeps its place: nothing moves up from a later page, which a client
/// that reads each page once would miss.
#[derive(Debug)]
pub(crate) struct Archive<T> {
    /// The number of announcements of a full page.
    size: usize,
    /// The month of the last announcement.
    month: Option<Date>,
    /// The number of full pages of the month.
    full: u32,
    /// The number of announcements after the last full page, with those that are gone.
    count: usize,
    /// Those of them that are published.
    members: Vec<T>,
    /// Time at which the last of them expired or was withdrawn.
    gone: Option<Timestamp>,
    /// The last complete page, which has yet to learn the name of the next one.
    last: Option<CompletePage<T>>,
}

/// A page of an archive with its neighbours.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CompletePage<T> {
    pub(crate) name: ArchivePage,
    pub(crate) previous: Option<ArchivePage>,
    pub(crate) next: Option<ArchivePage>,
    /// The published announcements, oldest first; never empty.
    pub(crate) members: Vec<T>,
    /// Time at which the last announcement left the page.
    pub(crate) gone: Option<Timestamp>,
}

/// The end of an archive.
#[derive(Debug)]
pub(crate) struct Newest<T> {
    /// The last page, and the one before it if both became complete at the end.
    pub(crate) pages: Vec<CompletePage<T>>,
    /// The name of the last page.
    pub(crate) last: Option<ArchivePage>,
    /// The published announcements that no page holds yet, oldest first.
    pub(crate) rest: Vec<T>,
}

impl<T> Archive<T> {
    /// Returns an empty archive with pages of at most `size` announcements.
    pub(crate) fn new(size: usize) -> Self {
        Self { size, month: None, full: 0, count: 0, members: Vec::new(), gone: None, last: None }
    }

    /// Adds the next announcement of a month, or when it went. Appends the pages to `pages` that are now known whole.
    pub(crate) fn push(&mut self, month: Date, member: Result<T, Timestamp>, pages: &mut Vec<CompletePage<T>>) {
        self.begin(month, pages);
        match member {
            Ok(member) => self.members.push(member),
            Err(gone) => self.gone = self.gone.max(Some(gone)),
        }
        self.count += 1;
        if self.count == self.size {
            self.full += 1;
            pages.extend(self.complete(NonZeroU32::new(self.full)));
        }
    }

    /// Ends the archive on a day of `month`.
    pub(crate) fn end(mut self, month: Date) -> Newest<T> {
        let mut pages = Vec::new();
        self.begin(month, &mut pages);
        let last = self.last.as_ref().map(|page| page.name);
        pages.extend(self.last);
        Newest { pages, last, rest: self.members }
    }

    /// Begins a month if it is another one than before, whose last page is complete by that.
    fn begin(&mut self, month: Date, pages: &mut Vec<CompletePage<T>>) {
        if self.month != Some(month) {
            pages.extend(self.complete(None));
            self.month = Some(month);
            self.full = 0;
        }
    }

    /// Completes the page of the announcements after the last one. Returns the page before it, whose next one is now known.
    fn complete(&mut self, number: Option<NonZeroU32>) -> Option<CompletePage<T>> {
        self.count = 0;
        let (members, gone) = (std::mem::take(&mut self.members), self.gone.take());
        let name = ArchivePage { month: self.month?, number };
        if members.is_empty() {
            return None;
        }
        let previous = self.last.as_ref().map(|page| page.name);
        let before = self.last.replace(CompletePage { name, previous, next: None, members, gone });
        before.map(|page| CompletePage { next: Some(name), ..page })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};
    use proptest::{collection::vec, option, prelude::*};
    use std::collections::{BTreeMap, BTreeSet};

    /// An announcement of a made-up history, in days after its beginning.
    #[derive(Clone, Copy, Debug)]
    struct Item {
        published: u32,
        /// The day from which on it is gone.
        gone: Option<u32>,
    }

    fn day(after: u32) -> Date {
        date(2021, 1, 20) + i64::from(after).days()
    }

    /// Returns the archive of the items as of a day, with all its pages.
    fn archive(history: &[Item], size: usize, as_of: u32) -> Newest<usize> {
        let mut archive = Archive::new(size);
        let mut pages = Vec::new();
        for (number, item) in history.iter().enumerate().filter(|(_, item)| item.published <= as_of) {
            let is_gone = item.gone.is_some_and(|gone| gone <= as_of);
            archive.push(
                day(item.published).first_of_month(),
                if is_gone { Err(Timestamp::UNIX_EPOCH) } else { Ok(number) },
                &mut pages,
            );
        }
        let newest = archive.end(day(as_of).first_of_month());
        pages.extend(newest.pages);
        Newest { pages, ..newest }
    }

    fn history() -> impl Strategy<Value = Vec<Item>> {
        let item = (0..100_u32, option::weighted(0.3, 1..40_u32));
        vec(item, 0..120).prop_map(|mut items| {
            items.sort_unstable();
            items
                .into_iter()
                .map(|(published, days)| Item { published, gone: days.map(|days| published + days) })
                .collect()
        })
    }

    proptest! {
        /// A client follows RFC 5005 and reads each page once: it has every announcement that is published, at each export.
        #[test]
        fn who_reads_each_page_once_misses_nothing(
            history in history(), size in 1..6_usize, exports in vec(0..120_u32, 1..12),
        ) {
            let (mut held, mut read) = (BTreeSet::new(), BTreeSet::new());
            for as_of in exports.into_iter().collect::<BTreeSet<_>>() {
                let Newest { pages, last, rest } = archive(&history, size, as_of);
                held.extend(rest);
                let pages: BTreeMap<String, &CompletePage<usize>> =
                    pages.iter().map(|page| (page.name.to_string(), page)).collect();
                let mut next = last;
                while let Some(page) = next.map(|name| pages[&name.to_string()]) {
                    next = page.previous.filter(|_| read.insert(page.name.to_string()));
                    held.extend(&page.members);
                }
                let is_published = |item: &Item| item.published <= as_of && item.gone.is_none_or(|gone| gone > as_of);
                let published = history.iter().enumerate().filter(|(_, item)| is_published(item));
                for (number, item) in published {
                    prop_assert!(held.contains(&number), "{number} of {item:?} as of {as_of}");
                }
            }
        }

        /// A page that exists keeps its announcements, but for those that go, and its neighbours, but for a next one.
        #[test]
        fn a_page_never_changes(history in history(), size in 1..6_usize, as_of in 0..120_u32, later in 0..60_u32) {
            let [before, after] = [as_of, as_of + later].map(|as_of| archive(&history, size, as_of).pages);
            let after: BTreeMap<String, &CompletePage<usize>> =
                after.iter().map(|page| (page.name.to_string(), page)).collect();
            let is_gone = |number: &usize| history[*number].gone.is_some_and(|gone| gone <= as_of + later);
            for page in &before {
                let left: Vec<usize> = page.members.iter().copied().filter(|number| !is_gone(number)).collect();
                match after.get(&page.name.to_string()) {
                    Some(same) => prop_assert_eq!(&left, &same.members),
                    None => prop_assert_eq!(left, Vec::<usize>::new(), "{}", page.name),
                }
            }
            let lasting = history.iter().all(|item| item.gone.is_none());
            for [page, next] in before.array_windows() {
                prop_assert_eq!((page.next, next.previous), (Some(next.name), Some(page.name)));
                prop_assert!(!lasting || *page == *after[&page.name.to_string()]);
            }
            prop_assert_eq!(before.last().and_then(|page| page.next), None);
        }

        /// A page is full, or the last one of a month that is over; what is left fills no page.
        #[test]
        fn a_page_is_complete_from_the_beginning(history in history(), size in 1..6_usize, as_of in 0..120_u32) {
            let Newest { pages, rest, .. } = archive(&history, size, as_of);
            prop_assert!(rest.len() < size);
            let month = day(as_of).first_of_month();
            for page in &pages {
                prop_assert!((1..=size).contains(&page.members.len()));
                prop_assert!(page.name.number.is_some() || page.name.month < month, "{}", page.name);
            }
            let all = pages.into_iter().flat_map(|page| page.members).chain(rest);
            let is_published = |item: &Item| item.published <= as_of && item.gone.is_none_or(|gone| gone > as_of);
            let expected = history.iter().enumerate().filter(|(_, item)| is_published(item)).map(|(number, _)| number);
            prop_assert_eq!(all.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }
    }
}
