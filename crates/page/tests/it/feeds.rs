//! Pages about feeds.

use crate::{golden::check, site};
use anslag_core::{FeedKind, Format, LanguageTag, Line, Localized};
use anslag_fixtures::{everything, nothing, publication};
use anslag_page::{Feed, FeedList, FeedPage};

fn label(language: &str, text: &str) -> Localized {
    let language = LanguageTag::new(language).expect("a language of the test");
    Localized::one(language, Line::new(text).expect("a line of the test"))
}

#[test]
fn all_feeds_and_calendars() {
    let publication = publication();
    let mut site = site(&publication);
    let feed = |kind, label| Feed { kind, label: Some(label), folder: "feed/x/".to_owned(), ..site.feeds[0].clone() };
    let more = [
        feed(FeedKind::Topic, label("sv", "Vatten & avlopp")),
        feed(FeedKind::Language, label("zxx", "ar")),
        feed(FeedKind::Language, label("zxx", "qqq")),
    ];
    site.feeds.extend(more);
    let board = &**publication.register.boards().next().unwrap();
    let list = FeedList {
        language: "sv",
        list: Some("feeds.opml"),
        calendar: Some("feed/events.ics"),
        boards: &[(board, "feed/board/a.ics".to_owned())],
    };
    check("feeds.html", &site.feed_list(&list));
    let estonian = site.feed_list(&FeedList { language: "et", ..list });
    assert!(estonian.contains(" lang=\"sv\">Anslagstavlan</label>"), "{estonian}");
    site.feeds.clear();
    check("feeds.calendars.en.html", &site.feed_list(&FeedList { language: "en", list: None, ..list }));
}

#[test]
fn one_feed() {
    let publication = publication();
    let site = site(&publication);
    let newest = [everything(&publication), nothing(&publication)];
    let archive = publication.file("feed/all/archive/2021-05.atom");
    let page = FeedPage {
        feed: &site.feeds[0],
        language: "sv",
        newest: &newest,
        archive: Some(("2021-05", &archive)),
        is_whole: false,
        calendar: None,
    };
    check("feed.html", &site.feed_page(&page));
    let address = publication.file("feed/topic/vatten.rss");
    let feed = Feed {
        kind: FeedKind::Topic,
        title: "Anslag: Vatten".to_owned(),
        label: Some(label("sv", "Vatten")),
        folder: "feed/topic/vatten/".to_owned(),
        addresses: vec![(Format::Rss, address)],
    };
    let calendar = publication.file("feed/board/a.ics");
    let page = FeedPage {
        feed: &feed,
        language: "et",
        newest: &[],
        archive: None,
        is_whole: false,
        calendar: Some(&calendar),
    };
    let older = site.feed_page(&page);
    check("feed.empty.et.html", &older);
    // Where nothing is missing, nothing older is elsewhere.
    let whole = site.feed_page(&FeedPage { is_whole: true, ..page });
    assert!(older.contains("<h2>Vanemad</h2>") && !whole.contains("<h2>Vanemad</h2>"), "{whole}");
}
