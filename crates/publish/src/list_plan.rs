use crate::{Plan, PublishError, lists::Lists, page_plan::Member, start::is_for};
use anslag_page::List;
use anslag_source::Corpus;
use std::{
    collections::{BTreeMap, VecDeque},
    iter, mem,
    num::NonZeroU32,
    sync::Arc,
};

/// The number of announcements of a numbered page of a list. The newest page has at least so many, if there are, and less
/// than twice as many.
pub(crate) const SIZE: u32 = 20;

/// A page of a list that is to be written.
#[allow(clippy::option_option, reason = "there may be no newer page, and the newest page has no number")]
pub(crate) struct ListPlan {
    /// List, as a number in [`Lists`].
    pub(crate) list: usize,
    /// Number of the page; `None` for the newest one.
    pub(crate) number: Option<NonZeroU32>,
    /// Page with newer announcements; `Some(None)` is the newest page.
    pub(crate) newer: Option<Option<NonZeroU32>>,
    pub(crate) older: Option<NonZeroU32>,
    /// Announcements, the newest first.
    pub(crate) members: Vec<Member>,
}

/// Sizes of the lists: which pages each has.
///
/// An announcement has its page by its place among those that have ever been published, from the oldest on. So a page keeps
/// its announcements when others come, as the archives of feeds do; what is gone keeps its place.
pub(crate) struct ListSizes {
    lists: Vec<ListSize>,
}

#[derive(Default)]
struct ListSize {
    /// The number of announcements that have ever been on the list.
    places: u32,
    /// The number of published announcements of each page.
    pages: Vec<u32>,
    /// The number of published announcements that the list has in each language.
    counts: BTreeMap<&'static str, u32>,
}

impl ListSizes {
    /// Counts the announcements of all lists, for pages in these languages.
    pub(crate) fn new(
        lists: &Lists<'_>,
        corpus: &Corpus,
        plan: &Plan,
        languages: &[&'static str],
    ) -> Result<Self, PublishError> {
        let mut sizes: Vec<ListSize> = iter::repeat_with(ListSize::default).take(lists.all.len()).collect();
        for known in plan.history(corpus) {
            let (entry, gone) = known?;
            let is_in = |language: &&&'static str| is_for(plan, &entry.id, &entry.facets.language, language);
            let in_languages: Vec<&'static str> = match gone {
                None => languages.iter().filter(is_in).copied().collect(),
                Some(_) => Vec::new(),
            };
            for list in lists.of(&entry) {
                let size = &mut sizes[list];
                if size.places.is_multiple_of(SIZE) {
                    size.pages.push(0);
                }
                size.places += 1;
                *size.pages.last_mut().expect("one was pushed") += u32::from(gone.is_none());
                for language in &in_languages {
                    *size.counts.entry(language).or_default() += 1;
                }
            }
        }
        Ok(Self { lists: sizes })
    }

    /// Returns the number of announcements that a list has in a language.
    pub(crate) fn count(&self, list: usize, language: &str) -> u32 {
        self.lists[list].counts.get(language).copied().unwrap_or(0)
    }
}

impl ListSize {
    /// Returns the number of pages that have a number, also if they are empty.
    fn numbered(&self) -> usize {
        let mut published = 0;
        let is_enough = |page: &u32| {
            published += page;
            published >= SIZE
        };
        self.pages.iter().rposition(is_enough).unwrap_or(0)
    }

    /// Returns the plan of a page, given its position from the oldest one.
    fn page(&self, list: usize, position: usize, members: Vec<Member>) -> ListPlan {
        let numbered = self.numbered();
        let number = |position: usize| u32::try_from(position + 1).ok().and_then(NonZeroU32::new);
        let is_there = |position: &usize| self.pages[*position] > 0;
        ListPlan {
            list,
            number: number(position).filter(|_| position < numbered),
            newer: (position < numbered).then(|| (position + 1..numbered).find(is_there).and_then(number)),
            older: (0..position.min(numbered)).rfind(is_there).and_then(number),
            members,
        }
    }
}

/// Plans the pages of all lists, as they become complete.
///
/// In memory are at most two pages of each list, and of the lists of months only one.
pub(crate) fn list_plans<'a>(
    lists: &'a Lists<'a>,
    sizes: &'a ListSizes,
    corpus: &'a Corpus,
    plan: &'a Plan,
) -> impl Iterator<Item = Result<ListPlan, PublishError>> + Send + 'a {
    let mut history = plan.history(corpus);
    let mut open = Some(OpenLists::new(lists, sizes));
    let mut ready = VecDeque::new();
    iter::from_fn(move || {
        while ready.is_empty() {
            let lists = open.as_mut()?;
            match history.next() {
                Some(Ok((entry, gone))) if !entry.is_board_only => {
                    lists.push(&(lists.number, Arc::new(entry)), gone.is_some(), &mut ready);
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Some(Err(error)),
                None => ready.extend(open.take()?.end()),
            }
        }
        ready.pop_front().map(Ok)
    })
}

/// The lists while the announcements come in, oldest first.
struct OpenLists<'a> {
    lists: &'a Lists<'a>,
    sizes: &'a ListSizes,
    open: Vec<OpenList>,
    /// The number of the next announcement that is published.
    number: u32,
    /// The list of the month of the last announcement.
    month: Option<usize>,
}

/// A list before all of its announcements have come in.
#[derive(Default)]
struct OpenList {
    /// The number of announcements that have come in.
    places: u32,
    /// Those of the current page that are published.
    members: Vec<Member>,
}

impl<'a> OpenLists<'a> {
    fn new(lists: &'a Lists<'a>, sizes: &'a ListSizes) -> Self {
        let open = iter::repeat_with(OpenList::default).take(lists.all.len()).collect();
        Self { lists, sizes, open, number: 0, month: None }
    }

    /// Adds the next announcement. Appends the pages to `ready` that are now whole.
    fn push(&mut self, member: &Member, is_gone: bool, ready: &mut VecDeque<ListPlan>) {
        self.number += u32::from(!is_gone);
        let month = self.lists.of_month(member.1.published_date.first_of_month());
        if month != self.month {
            ready.extend(self.month.map(|list| self.newest(list)));
            self.month = month;
        }
        for list in self.lists.of(&member.1) {
            let (size, own) = (&self.sizes.lists[list], &mut self.open[list]);
            let position = (own.places / SIZE) as usize;
            own.places += 1;
            own.members.extend((!is_gone).then(|| member.clone()));
            if own.places.is_multiple_of(SIZE) && position < size.numbered() && !own.members.is_empty() {
                let mut members = mem::take(&mut own.members);
                members.reverse();
                ready.push_back(size.page(list, position, members));
            }
        }
    }

    /// Takes the newest page of a list.
    fn newest(&mut self, list: usize) -> ListPlan {
        let size = &self.sizes.lists[list];
        let mut members = mem::take(&mut self.open[list].members);
        members.reverse();
        size.page(list, size.numbered(), members)
    }

    /// Returns the newest pages of all lists that have not come to their end.
    fn end(mut self) -> Vec<ListPlan> {
        let is_open = |own: &Self, list: usize| match own.lists.all[list] {
            List::Month(_) => own.month == Some(list),
            List::All | List::Type(_) | List::Topic(_) | List::Organization(_) | List::Place(_) => true,
        };
        let open: Vec<usize> = (0..self.open.len()).filter(|list| is_open(&self, *list)).collect();
        open.into_iter().map(|list| self.newest(list)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    /// Returns the size of a list whose announcements are published or gone, oldest first.
    fn size(published: &[bool]) -> ListSize {
        let pages = published.chunks(SIZE as usize);
        let pages = pages.map(|page| page.iter().map(|published| u32::from(*published)).sum());
        ListSize { places: u32::try_from(published.len()).unwrap(), pages: pages.collect(), counts: BTreeMap::new() }
    }

    fn numbers(size: &ListSize) -> (Option<u32>, usize) {
        let newest = size.page(0, size.numbered(), Vec::new());
        (newest.older.map(NonZeroU32::get), size.numbered())
    }

    #[test]
    fn the_newest_page_is_full_and_begins_where_a_page_begins() {
        let check = |places: usize, expected| assert_eq!(numbers(&size(&vec![true; places])), expected, "{places}");
        check(0, (None, 0));
        check(39, (None, 0));
        check(40, (Some(1), 1));
        check(59, (Some(1), 1));
        check(60, (Some(2), 2));
        let mut gone = vec![true; 80];
        gone[20..60].fill(false);
        assert_eq!(numbers(&size(&gone)), (Some(1), 3), "two pages are empty");
        gone[79] = false;
        assert_eq!(numbers(&size(&gone)), (None, 0), "the last page is too short");
    }

    proptest! {
        /// New announcements leave the numbered pages where they are.
        #[test]
        fn a_page_keeps_its_announcements(before in vec(any::<bool>(), 0..200), new in 0..100_usize) {
            let after: Vec<bool> = before.iter().copied().chain(vec![true; new]).collect();
            let (before, after) = (size(&before), size(&after));
            prop_assert!(before.numbered() <= after.numbered());
            for position in (0..before.numbered()).filter(|position| before.pages[*position] > 0) {
                prop_assert_eq!(before.pages[position], after.pages[position]);
                let [old, page] = [&before, &after].map(|size| size.page(0, position, Vec::new()));
                prop_assert_eq!((old.number, old.older), (page.number, page.older));
                prop_assert!(old.newer == page.newer || old.newer == Some(None));
            }
        }
    }
}
