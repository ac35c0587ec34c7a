use crate::{
    Site,
    feed_words::FeedWords,
    frame::{Alternate, Frame, NamedLink},
    site::{nearest, render},
    words::Words,
};
use anslag_core::{Board, FeedKind};
use askama::Template;

/// Content of the page of all feeds and calendars.
#[derive(Clone, Copy, Debug)]
pub struct FeedList<'a> {
    /// Language of its words: one of [`Site::languages`].
    pub language: &'static str,
    /// Path of the list of all feeds; `None` without feeds.
    pub list: Option<&'a str>,
    /// Path of the calendar of all announcements; `None` if there is none.
    pub calendar: Option<&'a str>,
    /// Notice boards that have a calendar, with its path.
    pub boards: &'a [(&'a Board, String)],
}

#[derive(Template)]
#[template(path = "feeds.html")]
struct FeedListPage<'a> {
    frame: Frame<'a>,
    words: FeedWords,
    apps: Vec<(&'static str, &'static str)>,
    everything: Option<NamedLink>,
    groups: Vec<FeedGroup>,
    list: Option<String>,
    /// Names and addresses of the calendars.
    calendars: Vec<NamedLink>,
}

/// Feeds of a kind.
struct FeedGroup {
    heading: &'static str,
    links: Vec<NamedLink>,
}

impl Site<'_> {
    /// Renders the page of all feeds and calendars in a language.
    #[must_use]
    pub fn feed_list(&self, content: &FeedList<'_>) -> String {
        let FeedList { language, list, calendar, boards } = *content;
        let (publication, words, own) = (self.publication, Words::new(language), FeedWords::new(language));
        let frame = Frame::new(self, &words, language, words.subscribe, &self.feeds_address(language));
        let all = self.feeds.first();
        let alternates = all.iter().flat_map(|feed| feed.addresses.iter().map(|own| Alternate::feed(self, feed, own)));
        let calendar_at = |path: &str, (name, lang): (&str, String)| NamedLink {
            name: name.to_owned(),
            lang,
            href: publication.file(path).uri().into_owned(),
        };
        let of_board =
            |(board, path): &(&Board, String)| calendar_at(path, nearest(&board.name, language, publication, language));
        let of_all = calendar.map(|path| calendar_at(path, (own.all_events, String::new())));
        let page = FeedListPage {
            frame: Frame {
                description: own.what.to_owned(),
                alternates: alternates.collect(),
                languages: self.language_links(|other| self.feeds_address(other), language),
                ..frame
            },
            apps: vec![
                (own.phone_android, "Feeder, Read You"),
                (own.phone_apple, "NetNewsWire, Reeder"),
                (own.computer, "Fluent Reader, NetNewsWire, NewsFlash"),
                (own.mail, "Thunderbird, Outlook"),
                (own.browser, "Feedly, Inoreader"),
            ],
            everything: all.map(|feed| NamedLink::feed(feed, self, &words)),
            groups: self.feed_groups(&words),
            list: list.map(|path| self.file_href(path)),
            calendars: of_all.into_iter().chain(boards.iter().map(of_board)).collect(),
            words: own,
        };
        render(&page)
    }

    /// Returns the feeds that are not of everything, by their kinds.
    fn feed_groups(&self, words: &Words) -> Vec<FeedGroup> {
        let kinds = [
            (FeedKind::Custom, words.selections),
            (FeedKind::Type, words.types),
            (FeedKind::Topic, words.topics),
            (FeedKind::Board, words.boards),
            (FeedKind::Publisher, words.publishers),
            (FeedKind::Language, words.languages),
        ];
        let group = |(kind, heading)| {
            let feeds = self.feeds.iter().filter(|feed| feed.kind == kind);
            FeedGroup { heading, links: feeds.map(|feed| NamedLink::feed(feed, self, words)).collect() }
        };
        kinds.map(group).into_iter().filter(|group| !group.links.is_empty()).collect()
    }
}
