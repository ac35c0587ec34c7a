use crate::{
    Feed, LISTS, List, Listed, Site,
    frame::{Alternate, Frame, Link},
    item::Item,
    list_words::ListWords,
    site::{nearest, render},
    words::Words,
};
use anslag_core::{Format, Iri};
use anslag_schema::{date, number};
use askama::Template;
use jiff::civil::Date;
use std::{hash::Hash, num::NonZeroU32};

/// Page of a list. Pages are numbered from the oldest one; the newest page has no number.
#[derive(Clone, Copy, Debug)]
pub struct ListPage<'a> {
    /// List.
    pub list: List<'a>,
    /// Language of the page's words: one of [`Site::languages`].
    pub language: &'static str,
    /// Number of the page; `None` for the newest one.
    pub number: Option<NonZeroU32>,
    /// Number of the page with newer announcements, which itself is `None` for the newest page.
    pub newer: Option<Option<NonZeroU32>>,
    /// Number of the page with older announcements.
    pub older: Option<NonZeroU32>,
    /// Number of announcements of the list; only the newest page tells it.
    pub count: Option<u32>,
    /// Feed of the list; `None` if there is none.
    pub feed: Option<&'a Feed>,
    /// Announcements, the newest first, each with the day of its publication.
    pub announcements: &'a [(Date, Listed<'a>)],
}

impl ListPage<'_> {
    /// Returns what the page depends on beside its title, its announcements and what all pages share.
    #[must_use]
    pub fn place(&self) -> impl Hash + '_ {
        let Self { list: _, language, number, newer, older, count, feed, announcements: _ } = self;
        (language, number, newer, older, count, feed)
    }
}

#[derive(Template)]
#[template(path = "list.html")]
struct Page<'a> {
    frame: Frame<'a>,
    list_words: &'a ListWords,
    kind: Option<&'static str>,
    heading: &'a str,
    heading_lang: String,
    number: Option<String>,
    count: Option<String>,
    formats: Vec<Link>,
    groups: Vec<Group<'a>>,
    newer: Option<String>,
    older: Option<String>,
    /// Link to the overview of all lists.
    lists: String,
}

/// Announcements of a month.
struct Group<'a> {
    first: Date,
    /// Heading; `None` if the list is of the month.
    heading: Option<String>,
    items: Vec<Item<'a>>,
}

impl List<'_> {
    /// Returns what kind of list it is; `None` for that of everything.
    fn kind(self, words: &ListWords) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Type(_) => Some(words.kind),
            Self::Topic(_) => Some(words.topic),
            Self::Organization(_) => Some(words.organization),
            Self::Place(_) => Some(words.place),
            Self::Month(_) => Some(words.month),
        }
    }
}

impl Site<'_> {
    /// Returns the name of a list, with its `lang` attribute.
    pub(crate) fn list_name(&self, list: List<'_>, words: &ListWords) -> (String, String) {
        let text = |text| {
            let (name, lang) = nearest(text, words.language, self.publication, words.language);
            (name.to_owned(), lang)
        };
        let word = |word: String| (word, String::new());
        match list {
            List::All => word(Words::new(words.language).current.to_owned()),
            List::Type(kind) => word(words.of_type(kind).to_owned()),
            List::Topic(topic) => text(&topic.name),
            List::Organization(organization) => text(&organization.name),
            List::Place(place) => text(&place.name),
            List::Month(first) => word(date::month(first, words.language)),
        }
    }

    /// Returns the title of a list in a language, with its `lang` attribute.
    #[must_use]
    pub fn list_title(&self, list: List<'_>, language: &'static str) -> (String, String) {
        self.list_name(list, &ListWords::new(language))
    }

    /// Renders a page of a list.
    #[must_use]
    pub fn list(&self, page: &ListPage<'_>) -> String {
        let ListPage { list, language, number, feed, .. } = *page;
        let (words, list_words) = (Words::new(language), ListWords::new(language));
        let (heading, heading_lang) = self.list_name(list, &list_words);
        let page_of = |number: NonZeroU32| list_words.page.replace("{}", &number.to_string());
        let title = match number {
            Some(number) => format!("{heading} – {}", page_of(number)),
            None => heading.clone(),
        };
        let address = |language: &str, number| self.publication.file(&self.list_folder(list, language, number));
        let to = |number| self.href(&address(language, number));
        let format =
            |(format, address): &(Format, Iri)| Link { text: format.spec().label.to_owned(), href: self.href(address) };
        let alternates = feed.iter().flat_map(|feed| feed.addresses.iter().map(|own| Alternate::feed(self, feed, own)));
        let mut groups: Vec<Group<'_>> = Vec::new();
        for (day, listed) in page.announcements {
            let first = day.first_of_month();
            if groups.last().is_none_or(|last| last.first != first) {
                let heading = (!matches!(list, List::Month(_))).then(|| date::month(first, language));
                groups.push(Group { first, heading, items: Vec::new() });
            }
            groups.last_mut().expect("one was pushed").items.push(Item::new(self, *listed, &words));
        }
        let frame = Frame::new(self, &words, language, &title, &address(language, number));
        let page = Page {
            kind: list.kind(&list_words),
            heading: &heading,
            heading_lang,
            number: number.map(page_of),
            count: page.count.map(|count| list_words.count.replace("{}", &number::count(count.into(), language))),
            formats: feed.iter().flat_map(|feed| feed.addresses.iter().map(format)).collect(),
            groups,
            newer: page.newer.map(to),
            older: page.older.map(|number| to(Some(number))),
            lists: self.href(&self.address(LISTS, language)),
            frame: Frame {
                alternates: alternates.collect(),
                languages: self.language_links(|own| address(own, number), language),
                ..frame
            },
            list_words: &list_words,
        };
        render(&page)
    }
}
