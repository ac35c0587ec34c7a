use crate::{
    LISTS, List, Site, collation::sort_by_name, frame::Frame, list_words::ListWords, site::render, words::Words,
};
use anslag_schema::number;
use askama::Template;
use std::cmp::Reverse;

/// Content of the overview of all lists.
#[derive(Clone, Copy, Debug)]
pub struct ListOverview<'a> {
    /// Language of the page's words: one of [`Site::languages`].
    pub language: &'static str,
    /// Lists that are not empty, each with the number of its announcements.
    pub lists: &'a [(List<'a>, u32)],
}

#[derive(Template)]
#[template(path = "lists.html")]
struct Page<'a> {
    frame: Frame<'a>,
    list_words: &'a ListWords,
    latest: Option<ListLink>,
    groups: Vec<Group>,
}

/// Lists of a kind.
struct Group {
    heading: &'static str,
    links: Vec<ListLink>,
}

struct ListLink {
    name: String,
    lang: String,
    href: String,
    count: String,
}

impl Site<'_> {
    /// Renders the overview of all lists.
    #[must_use]
    pub fn lists(&self, overview: &ListOverview<'_>) -> String {
        let language = overview.language;
        let (words, list_words) = (Words::new(language), ListWords::new(language));
        let link = |(list, count): &(List<'_>, u32)| {
            let (name, lang) = self.list_name(*list, &list_words);
            let count = number::count((*count).into(), language);
            ListLink { name, lang, href: self.list_href(*list, language), count }
        };
        let headings = [words.types, words.topics, list_words.organizations, list_words.places, list_words.months];
        let mut groups = headings.map(|heading| Group { heading, links: Vec::new() });
        let (mut latest, mut months) = (None, Vec::new());
        for own in overview.lists {
            let group = match own.0 {
                List::All => {
                    latest = Some(link(own));
                    continue;
                }
                List::Month(first) => {
                    months.push((Reverse(first), link(own)));
                    continue;
                }
                List::Type(_) => 0,
                List::Topic(_) => 1,
                List::Organization(_) => 2,
                List::Place(_) => 3,
            };
            groups[group].links.push(link(own));
        }
        for group in &mut groups {
            sort_by_name(&mut group.links, language, |link| &link.name);
        }
        months.sort_by_key(|(first, _)| *first);
        groups[4].links = months.into_iter().map(|(_, link)| link).collect();
        let frame = Frame::new(self, &words, language, list_words.lists, &self.address(LISTS, language));
        let page = Page {
            frame: Frame {
                description: list_words.lists_about.to_owned(),
                languages: self.language_links(|own| self.address(LISTS, own), language),
                ..frame
            },
            list_words: &list_words,
            latest,
            groups: groups.into_iter().filter(|group| !group.links.is_empty()).collect(),
        };
        render(&page)
    }
}
