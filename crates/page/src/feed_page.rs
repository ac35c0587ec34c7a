use crate::{
    Feed, Site,
    feed_words::FeedWords,
    frame::{Alternate, Frame, Link, NamedLink},
    site::{lang_attribute, render},
    words::Words,
};
use anslag_core::{Announcement, FeedKind, FormatSpec, Iri};
use anslag_schema::date;
use askama::Template;

/// Content of the page about a feed.
#[derive(Clone, Copy, Debug)]
pub struct FeedPage<'a> {
    /// Feed.
    pub feed: &'a Feed,
    /// Language of its words: one of [`Site::languages`].
    pub language: &'static str,
    /// Announcements of the feed that were changed last, the last one first.
    pub newest: &'a [Announcement],
    /// Name and address of the newest page of the feed's archive, in the preferred format; `None` if there is none.
    pub archive: Option<(&'a str, &'a Iri)>,
    /// `true` if the feed has all of its announcements, also the oldest one.
    pub is_whole: bool,
    /// Address of the calendar of the feed's notice board; `None` if there is none.
    pub calendar: Option<&'a Iri>,
}

#[derive(Template)]
#[template(path = "feed.html")]
struct FeedPageTemplate<'a> {
    frame: Frame<'a>,
    words: FeedWords,
    name: &'a str,
    name_lang: String,
    summary: String,
    formats: Vec<FormatRow>,
    calendar: Option<String>,
    newest: Vec<EntryRow<'a>>,
    archive: Option<Link>,
    everything: Option<NamedLink>,
}

/// A format of the feed.
struct FormatRow {
    spec: &'static FormatSpec,
    /// Address with its host, which people copy.
    address: String,
    href: String,
}

/// An entry of the feed.
struct EntryRow<'a> {
    href: String,
    title: &'a str,
    /// `lang` attribute of the title.
    lang: String,
    when: String,
    machine: String,
}

impl Site<'_> {
    /// Renders the page about a feed in a language.
    #[must_use]
    pub fn feed_page(&self, content: &FeedPage<'_>) -> String {
        let FeedPage { feed, language, newest, archive, is_whole, calendar } = *content;
        let (publication, words, own) = (self.publication, Words::new(language), FeedWords::new(language));
        let (name, name_lang) = feed.name(&words, publication);
        let summary = summary(feed.kind, &own).replace("{}", &name);
        let title = format!("{}: {name}", own.feed);
        let frame = Frame::new(self, &words, language, &title, &self.feed_address(feed, language));
        let preferred = feed.addresses.first().map_or("", |(format, _)| format.spec().label);
        let everything = self.feeds.first().filter(|all| all.kind != feed.kind && !is_whole);
        let page = FeedPageTemplate {
            frame: Frame {
                description: summary.clone(),
                alternates: feed.addresses.iter().map(|own| Alternate::feed(self, feed, own)).collect(),
                languages: self.language_links(|other| self.feed_address(feed, other), language),
                ..frame
            },
            name: &name,
            name_lang,
            summary,
            formats: feed
                .addresses
                .iter()
                .map(|(format, address)| FormatRow {
                    spec: format.spec(),
                    address: address.uri().into_owned(),
                    href: self.href(address),
                })
                .collect(),
            calendar: calendar.map(|address| address.uri().into_owned()),
            newest: newest.iter().map(|own| self.entry_row(own, language)).collect(),
            archive: archive.map(|(name, address)| Link {
                text: own.archive_page.replacen("{}", name, 1).replacen("{}", preferred, 1),
                href: self.href(address),
            }),
            everything: everything.map(|all| NamedLink::feed(all, self, &words)),
            words: own,
        };
        render(&page)
    }

    fn entry_row<'e>(&self, announcement: &'e Announcement, language: &str) -> EntryRow<'e> {
        let updated = announcement.updated();
        EntryRow {
            href: self.href(&self.publication.announcement(&announcement.id)),
            title: announcement.title.as_str(),
            lang: lang_attribute(announcement.language.as_str(), language),
            when: date::moment(updated, &self.publication.zone, language),
            machine: updated.to_string(),
        }
    }
}

/// Returns the sentence that says which announcements a kind of feed has, with `{}` for the name.
const fn summary(kind: FeedKind, words: &FeedWords) -> &'static str {
    match kind {
        FeedKind::All => words.of_all,
        FeedKind::Topic => words.of_topic,
        FeedKind::Type => words.of_type,
        FeedKind::Language => words.of_language,
        FeedKind::Publisher => words.of_publisher,
        FeedKind::Board => words.of_board,
        FeedKind::Custom => words.of_custom,
    }
}
