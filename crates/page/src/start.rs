use crate::{
    LISTS, List, STATISTICS, Site,
    frame::{Alternate, Frame, Link, NamedLink},
    item::Item,
    list_words::ListWords,
    site::{nearest, render},
    statistics::StatisticsWords,
    words::Words,
};
use anslag_core::{Announcement, Board, Compression, Format, Iri, Moment};
use anslag_schema::{date, number};
use askama::Template;
use jiff::civil::Date;

/// Content of the first page.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The language of its words: one of [`Site::languages`].
    pub language: &'static str,
    /// The day whose state is published.
    pub as_of: Date,
    /// The last change of any announcement.
    pub modified: Option<Moment>,
    /// Alerts and disruptions that are in force, the last changed first.
    pub in_force: &'a [&'a Announcement],
    /// The latest notices that are posted.
    pub posted: &'a [&'a Announcement],
    /// The latest announcements.
    pub latest: &'a [&'a Announcement],
    /// The files that hold all announcements.
    pub downloads: &'a [Download],
    /// The path of the calendar; `None` if there is none.
    pub calendar: Option<&'a str>,
}

/// A file that holds all announcements, or one table.
#[derive(Clone, Debug)]
pub struct Download {
    /// The name of its format.
    pub label: String,
    /// Format; of a compressed file, the format inside.
    pub format: Format,
    /// Compression.
    pub compression: Option<Compression>,
    /// `true` if it is a package that describes other files.
    pub is_package: bool,
    /// The path in the published layout.
    pub path: String,
    /// The size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    frame: Frame<'a>,
    /// `lang` attribute of the title.
    title_lang: String,
    description: (&'a str, String),
    in_force: Vec<Item<'a>>,
    boards: Vec<NamedLink>,
    posted: Vec<Item<'a>>,
    latest: Vec<Item<'a>>,
    /// Links to the list of everything, to the overview of all lists, and to the statistics.
    more: [Link; 3],
    /// The feed of everything in each format.
    formats: Vec<(&'static str, String)>,
    calendar: Option<String>,
    downloads: Vec<DownloadRow<'a>>,
    modified: Option<String>,
    as_of: String,
}

struct DownloadRow<'a> {
    label: &'a str,
    href: String,
    size: String,
}

impl Site<'_> {
    /// Renders the first page in a language.
    #[must_use]
    pub fn start(&self, start: &Start<'_>) -> String {
        let publication = self.publication;
        let words = Words::new(start.language);
        let title = nearest(&publication.title, start.language, publication, start.language);
        let frame = Frame::new(self, &words, start.language, title.0, &self.start_address(start.language));
        let description = nearest(&publication.description, start.language, publication, start.language);
        let all = self.feeds.first();
        let alternates = all.iter().flat_map(|feed| feed.addresses.iter().map(|own| Alternate::feed(self, feed, own)));
        let link = |(format, address): &(Format, Iri)| (format.spec().label, self.href(address));
        let plain = start.downloads.iter().filter(|own| own.compression.is_none());
        let page = StartPage {
            frame: Frame { description: description.0.to_owned(), alternates: alternates.collect(), ..frame },
            title_lang: title.1,
            description,
            in_force: start.in_force.iter().map(|own| self.in_force(own, &words)).collect(),
            boards: self.board_links(start.language),
            posted: start.posted.iter().map(|own| self.item(own, &words)).collect(),
            latest: start.latest.iter().map(|own| self.item(own, &words)).collect(),
            more: [
                Link { text: words.everything.to_owned(), href: self.list_href(List::All, start.language) },
                Link {
                    text: ListWords::new(start.language).by_what.to_owned(),
                    href: self.href(&self.address(LISTS, start.language)),
                },
                Link {
                    text: StatisticsWords::new(start.language).title.to_owned(),
                    href: self.href(&self.address(STATISTICS, start.language)),
                },
            ],
            formats: all.iter().flat_map(|feed| feed.addresses.iter().map(link)).collect(),
            calendar: start.calendar.map(|path| self.file_href(path)),
            downloads: plain.map(|own| self.download(own, start.language)).collect(),
            modified: start.modified.map(|moment| date::moment(moment, &publication.zone, start.language)),
            as_of: words.as_of.replace("{}", &date::day(start.as_of, start.language)),
        };
        render(&page)
    }

    /// Returns the links to the pages of the notice boards.
    fn board_links(&self, language: &str) -> Vec<NamedLink> {
        let link = |board: &Board| {
            let (name, lang) = nearest(&board.name, language, self.publication, language);
            NamedLink { name: name.to_owned(), lang, href: self.href(&self.board_address(board, language)) }
        };
        self.boards().map(link).collect()
    }

    fn item<'i>(&self, announcement: &'i Announcement, words: &Words) -> Item<'i> {
        let mut item = Item::new(self, announcement.into(), words);
        if let Some(notice) = &announcement.notice {
            let line = |label: &str, day: Date| label.replace("{}", &date::day(day, words.language));
            item.lines.extend(notice.removal().map(|own| line(words.removed, own.day.date())));
            item.lines.extend(notice.appeal().map(|own| line(words.appeal_until, own.day.date())));
        }
        item
    }

    /// Returns the item of an alert or a disruption, with the time for which it is in force.
    fn in_force<'i>(&self, announcement: &'i Announcement, words: &Words) -> Item<'i> {
        let zone = &self.publication.zone;
        let alert = announcement.alert.iter().map(|alert| (alert.effective, alert.last(zone)));
        let disruption = announcement.disruption.iter().map(|disruption| (disruption.starts, disruption.last()));
        let line = |(first, last)| words.in_force.replace("{}", &date::span(first, last, zone, words.language));
        let mut item = self.item(announcement, words);
        item.lines.splice(0..0, alert.chain(disruption).map(line));
        item
    }

    fn download<'d>(&self, download: &'d Download, language: &str) -> DownloadRow<'d> {
        let Download { label, path, bytes, .. } = download;
        DownloadRow { label, href: self.file_href(path), size: number::size(*bytes, language) }
    }
}
