//! The pages of a feed: what its archive, its hub, its tombstones and its end look like.

use crate::{
    feeds,
    reading::{Node, checked_text, page, parse_atom, parse_json, parse_rss, render_page},
    sample::{iri, moment, publication, swedish},
};
use anslag_core::{AnnouncementId, AnnouncementType, Publication};
use anslag_feed::{ArchivePage, Feed, FeedFormat, Page, Renderer, Subject, Tombstone, UsedKeys, path, write_page};
use jiff::civil::date;
use serde_json::Value;
use std::num::NonZeroU32;

const BASE: &str = "https://data.example.org/feed/all";

fn archive(month: i8, number: u32) -> ArchivePage {
    ArchivePage { month: date(2021, month, 1), number: NonZeroU32::new(number) }
}

fn links(node: &Node, name: &str) -> Vec<(String, String)> {
    let link = |link: &Node| (link.attribute("rel").to_owned(), link.attribute("href").to_owned());
    node.all(name).map(link).filter(|(rel, _)| !matches!(rel.as_str(), "alternate" | "license")).collect()
}

#[track_caller]
fn check(page: &Page<'_>, extension: &str, found: &[(String, String)], expected: &[(&str, &str)]) {
    let expected: Vec<_> =
        expected.iter().map(|(rel, end)| ((*rel).to_owned(), format!("{BASE}{end}.{extension}"))).collect();
    assert_eq!(found, expected, "{:?}", page.archive);
}

#[track_caller]
fn check_links(page: &Page<'_>, expected: &[(&str, &str)], next_url: Option<&str>) {
    let [rss, atom, json] = render_page(page, &[swedish()]);
    let (rss, atom) = (Node::read(&rss), Node::read(&atom));
    check(page, "rss", &links(rss.one("channel"), "atom:link"), expected);
    check(page, "atom", &links(&atom, "link"), expected);
    assert_eq!(rss.one("channel").has("fh:archive"), page.archive.is_some());
    assert_eq!(atom.has("fh:archive"), page.archive.is_some());
    assert_eq!(atom.text("id"), BASE, "all pages are of one feed");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["next_url"].as_str(), next_url.map(|end| format!("{BASE}{end}.json")).as_deref());
}

#[test]
fn pages_of_an_archive_are_chained() {
    let publication = publication();
    let feed = Feed::new(&publication, Subject::All);
    let page = page(&publication, &feed);
    check_links(&page, &[("self", "")], None);
    let current = Page { previous: Some(archive(6, 0)), ..page };
    check_links(&current, &[("self", ""), ("prev-archive", "/archive/2021-06")], Some("/archive/2021-06"));
    let middle =
        Page { archive: Some(archive(6, 1)), previous: Some(archive(5, 0)), next: Some(archive(6, 0)), ..page };
    let expected = [
        ("self", "/archive/2021-06-1"),
        ("current", ""),
        ("prev-archive", "/archive/2021-05"),
        ("next-archive", "/archive/2021-06"),
    ];
    check_links(&middle, &expected, Some("/archive/2021-05"));
    check_links(&Page { archive: Some(archive(5, 0)), ..page }, &[("self", "/archive/2021-05"), ("current", "")], None);
}

/// A feed without an archive leads to the one that has everything.
#[test]
fn a_feed_without_an_archive_is_related_to_the_feed_of_everything() {
    let publication = publication();
    let [kind, language] = [Subject::Type(AnnouncementType::News), Subject::Language(publication.language.clone())]
        .map(|subject| {
            let feed = Feed::new(&publication, subject);
            let [rss, atom, json] = render_page(&page(&publication, &feed), &[swedish()]);
            let json: Value = serde_json::from_str(&json).unwrap();
            let related = |links: Vec<(String, String)>| {
                links.into_iter().find(|(rel, _)| rel == "related").map(|(_, address)| address)
            };
            let json = json["_anslag"]["related"].as_str().map(str::to_owned);
            [
                related(links(Node::read(&rss).one("channel"), "atom:link")),
                related(links(&Node::read(&atom), "link")),
                json,
            ]
        });
    assert_eq!(kind, [const { None }; 3]);
    assert_eq!(language, ["rss", "atom", "json"].map(|extension| Some(format!("{BASE}.{extension}"))));
}

#[test]
fn paths_follow_the_name_the_page_and_the_form() {
    assert_eq!(path("all", FeedFormat::Rss), "feed/all.rss");
    assert_eq!(path("topic/oppna-data", FeedFormat::JsonFeed), "feed/topic/oppna-data.json");
    let publication = publication();
    let feed = Feed::new(&publication, Subject::All);
    let page = Page { archive: Some(archive(5, 12)), ..page(&publication, &feed) };
    assert_eq!(page.path(FeedFormat::Atom), "feed/all/archive/2021-05-12.atom");
}

#[test]
fn the_hub_is_told_in_every_form() {
    let hub = iri("https://hub.example.org/?a=1&b=2");
    let publication = Publication { hub: Some(hub.clone()), ..publication() };
    let feed = Feed::new(&publication, Subject::All);
    let [rss, atom, json] = render_page(&page(&publication, &feed), &[]);
    let found = ("hub".to_owned(), hub.to_string());
    assert!(links(Node::read(&rss).one("channel"), "atom:link").contains(&found));
    assert!(links(&Node::read(&atom), "link").contains(&found));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["hubs"], serde_json::json!([{ "type": "WebSub", "url": hub.as_str() }]));
}

#[test]
fn what_is_gone_is_told_before_the_entries() {
    let publication = publication();
    let feed = Feed::new(&publication, Subject::All);
    let gone = |id: &str, when: &str| Tombstone { id: AnnouncementId::new(id).unwrap(), when: moment(when) };
    let gone = [gone("2021-05-01-b", "2021-05-20T14:00:00Z"), gone("2021-05-01-a", "2021-05-19")];
    let [rss, atom, json] = render_page(&Page { tombstones: &gone, ..page(&publication, &feed) }, &[swedish()]);
    let found = Node::read(&atom);
    let listed: Vec<_> =
        found.all("at:deleted-entry").map(|gone| (gone.attribute("ref"), gone.attribute("when"))).collect();
    let expected = [
        ("https://data.example.org/announcement/2021-05-01-b", "2021-05-20T14:00:00Z"),
        ("https://data.example.org/announcement/2021-05-01-a", "2021-05-19T00:00:00+02:00"),
    ];
    assert_eq!(listed, expected);
    assert!(atom.rfind("<at:deleted-entry").unwrap() < atom.find("<entry").unwrap());
    assert!(!rss.contains("2021-05-01") && !json.contains("2021-05-01"));
}

#[test]
fn a_feed_that_has_ended_says_where_to_go() {
    let publication = feeds::publication();
    let feeds = anslag_feed::feeds(&publication, &UsedKeys::default());
    for (name, title, see) in [
        ("topic/va", "Kommunens anslag & nyheter: <vatten> & mer", "topic/vatten"),
        ("publisher/gamla", "Kommunens anslag & nyheter: nya", "publisher/nya"),
        ("lang/swe", "Kommunens anslag & nyheter (sv)", "lang/sv"),
    ] {
        let feed = feeds.iter().find(|feed| feed.name() == name).unwrap();
        let entry = Renderer::new(&publication).render_retirement(feed, feed.retired().unwrap());
        let page = Page { has_ended: true, ..page(&publication, feed) };
        let [rss, atom, json] = FeedFormat::ALL
            .map(|format| checked_text(write_page(&page, std::slice::from_ref(&entry), format, vec![]).unwrap()));
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["expired"], true);
        let there = format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"https://data.example.org/feed/{see}.atom\"/>"
        );
        assert!(atom.contains(&there), "{atom}");
        let [mut rss, atom, json] = [parse_rss(&rss), parse_atom(&atom), parse_json(&json)];
        assert_eq!(json, atom);
        rss[0].published.clone_from(&atom[0].published);
        assert_eq!(rss, atom);
        let [parsed] = atom.as_slice() else { panic!("not one entry") };
        assert_eq!(parsed.id, format!("https://data.example.org/feed/{name}/retired"));
        assert_eq!(parsed.link, format!("https://data.example.org/feed/{see}.atom"));
        assert_eq!(parsed.title, format!("Det här flödet har upphört. Följ i stället: {title}"));
        assert_eq!(parsed.updated, "2021-06-01T00:00:00+02:00");
        let shown = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(
            parsed.content.ends_with(&format!("<a href=\"{}\">{shown}</a></p>\n", parsed.link)),
            "{}",
            parsed.content
        );
    }
}
