use crate::{Plan, PublishError};
use anslag_core::{AnnouncementType, Publication};
use anslag_feed::{Feed, Subject};
use anslag_page::List;
use anslag_source::{Corpus, IndexEntry};
use jiff::civil::Date;
use std::{collections::HashMap, sync::Arc};

/// The lists of announcements for people, and which of them an announcement is on.
///
/// Every type, topic and place has a list, also if it is empty: a link to it never dies. So has every organisation that has
/// published anything or is responsible for it, and every month in which anything was published. A preview has drafts of
/// any organisation.
pub(crate) struct Lists<'a> {
    pub(crate) all: Vec<List<'a>>,
    /// The feed of each list, as a number in those of the membership.
    pub(crate) feeds: Vec<Option<usize>>,
    topics: usize,
    organizations: Vec<Option<usize>>,
    places: usize,
    months: HashMap<Date, usize>,
}

/// The number of the list of everything. Those of types follow it.
const ALL: usize = 0;

impl<'a> Lists<'a> {
    /// Finds the lists of a publication with these feeds.
    pub(crate) fn new(corpus: &'a Corpus, plan: &Plan, feeds: &[Feed]) -> Result<Self, PublishError> {
        let publication = &corpus.publication;
        let register = &publication.register;
        let mut lists = vec![List::All];
        lists.extend(AnnouncementType::ALL.map(List::Type));
        let topics = lists.len();
        lists.extend(register.topics().map(|topic| List::Topic(topic)));
        let places = lists.len();
        lists.extend(register.places().map(|place| List::Place(place)));
        let mut organizations = Vec::new();
        for (number, organization) in (0..).zip(register.organizations()) {
            let is_used = plan.is_preview || corpus.used.organizations.contains(&number);
            organizations.push(is_used.then_some(lists.len()));
            lists.extend(is_used.then_some(List::Organization(organization)));
        }
        let mut months = HashMap::new();
        for known in plan.history(corpus) {
            let (entry, _) = known?;
            let first = entry.published_date.first_of_month();
            if !entry.is_board_only && !months.contains_key(&first) {
                months.insert(first, lists.len());
                lists.push(List::Month(first));
            }
        }
        let numbers: HashMap<&str, usize> = feeds.iter().map(Feed::name).zip(0..).collect();
        let feeds = lists.iter().map(|list| numbers.get(subject(*list, publication)?.name().as_str()).copied());
        Ok(Self { feeds: feeds.collect(), all: lists, topics, organizations, places, months })
    }

    /// Returns the lists that an announcement is on, as numbers in `all`. Nothing that is only on a notice board is on any.
    pub(crate) fn of<'e>(&'e self, entry: &'e IndexEntry) -> impl Iterator<Item = usize> + 'e {
        let facets = &entry.facets;
        let kind = AnnouncementType::ALL.iter().position(|kind| *kind == facets.kind);
        let unit = Some(facets.unit).filter(|unit| *unit != facets.publisher);
        let organizations = [facets.publisher].into_iter().chain(unit);
        let all = [ALL]
            .into_iter()
            .chain(kind.map(|number| ALL + 1 + number))
            .chain(facets.topics.iter().map(|topic| self.topics + *topic as usize))
            .chain(facets.places.iter().map(|place| self.places + *place as usize))
            .chain(organizations.filter_map(|own| self.organizations[own as usize]))
            .chain(self.months.get(&entry.published_date.first_of_month()).copied());
        all.filter(|_| !entry.is_board_only)
    }

    /// Returns the number of the list of a month, given its first day.
    pub(crate) fn of_month(&self, first: Date) -> Option<usize> {
        self.months.get(&first).copied()
    }
}

/// Returns the subject of the feed that has the announcements of a list; `None` if there is none.
fn subject(list: List<'_>, publication: &Publication) -> Option<Subject> {
    let register = &publication.register;
    match list {
        List::All => Some(Subject::All),
        List::Type(kind) => Some(Subject::Type(kind)),
        List::Topic(topic) => register.topic(&topic.key).map(|topic| Subject::Topic(Arc::clone(topic))),
        List::Organization(own) => register.organization(&own.key).map(|own| Subject::Publisher(Arc::clone(own))),
        List::Place(_) | List::Month(_) => None,
    }
}
