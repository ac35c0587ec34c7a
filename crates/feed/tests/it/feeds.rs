//! The feeds of a publication, and the lists of them.

use crate::{
    reading::{Node, checked_text},
    sample::{english, line, localized, swedish, tag},
};
use anslag_core::{Announcement, FormerLanguage, Organization, Publication, Register, Retired, Slug, Successor, Topic};
use anslag_feed::{Feed, UsedKeys, feeds, list};
use serde_json::Value;
use std::collections::BTreeSet;

fn slug(value: &str) -> Slug {
    Slug::new(value).unwrap()
}

fn topic(key: &str, retired: Option<Retired>) -> Topic {
    Topic {
        key: slug(key),
        name: localized(&[("sv", &format!("<{key}> & mer"))]),
        aliases: vec![],
        exact_match: vec![],
        close_match: vec![],
        broad_match: vec![],
        retired,
    }
}

/// Returns a publication with three topics and four organisations, one of each retired, and two former languages.
pub(crate) fn publication() -> Publication {
    let ended = |see: &str| Some(Retired { date: "2021-06-01".parse_day(), see: Successor::Entry(slug(see)) });
    let sample = crate::sample::publication();
    let organization = |key: &str, retired| Organization {
        key: slug(key),
        retired,
        name: localized(&[("sv", key)]),
        ..Organization::clone(&sample.publisher)
    };
    let organizations = vec![
        organization("kommunen", None),
        organization("gamla", ended("nya")),
        organization("nya", None),
        organization("annan", None),
    ];
    let topics = vec![topic("vatten", None), topic("va", ended("vatten")), topic("oppna-data", None)];
    let former = |key: &str, see| FormerLanguage { key: slug(key), retired: ended(see).unwrap() };
    let languages = vec![former("swe", "sv"), former("et", "lv")];
    let register = Register::new(organizations, vec![], topics, vec![], vec![], languages).unwrap();
    Publication { register, ..sample }
}

trait ParseDay {
    fn parse_day(&self) -> anslag_core::Day;
}

impl ParseDay for str {
    fn parse_day(&self) -> anslag_core::Day {
        anslag_core::Day::new(self).unwrap()
    }
}

fn names(used: &UsedKeys) -> Vec<String> {
    feeds(&publication(), used).iter().map(|feed| feed.name().to_owned()).collect()
}

#[test]
fn topics_types_and_languages_have_feeds_before_there_is_anything_in_them() {
    let expected = [
        "all",
        "topic/oppna-data",
        "topic/va",
        "topic/vatten",
        "type/news",
        "type/press-release",
        "type/notice",
        "type/disruption",
        "type/consultation",
        "type/event",
        "type/offer",
        "type/alert",
        "type/job",
        "lang/en",
        "lang/lv",
        "lang/sv",
        "lang/et",
        "lang/swe",
        "publisher/gamla",
        "publisher/kommunen",
        "publisher/nya",
    ];
    assert_eq!(names(&UsedKeys::default()), expected);
}

#[test]
fn what_is_used_has_a_feed() {
    let used = UsedKeys {
        languages: BTreeSet::from([tag("en-GB"), tag("sv-FI"), tag("zh-Hant"), tag("i-klingon")]),
        organizations: BTreeSet::from([slug("annan")]),
    };
    let names = names(&used);
    let of = |kind: &str| names.iter().filter(|name| name.starts_with(kind)).map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("lang/"), ["lang/en", "lang/i-klingon", "lang/lv", "lang/sv", "lang/zh", "lang/et", "lang/swe"]);
    assert_eq!(of("publisher/"), ["publisher/annan", "publisher/gamla", "publisher/kommunen", "publisher/nya"]);
}

#[test]
fn a_feed_has_a_title_in_its_language() {
    let publication = publication();
    let feeds = feeds(&publication, &UsedKeys::default());
    let title = |name: &str| feeds.iter().find(|feed| feed.name() == name).map(|feed| feed.title.as_str());
    assert_eq!(title("all"), Some("Kommunens anslag & nyheter"));
    assert_eq!(title("topic/vatten"), Some("Kommunens anslag & nyheter: <vatten> & mer"));
    assert_eq!(title("type/notice"), Some("Kommunens anslag & nyheter: kungörelse"));
    assert_eq!(title("lang/en"), Some("Announcements (en)"));
    assert_eq!(title("publisher/kommunen"), Some("Kommunens anslag & nyheter: kommunen"));
}

#[test]
fn a_page_links_to_the_feeds_that_hold_its_announcement() {
    let publication = publication();
    let feeds = feeds(&publication, &UsedKeys::default());
    let names = |announcement: &Announcement| -> Vec<String> {
        let names = feeds.iter().filter(|feed| feed.holds(announcement)).map(Feed::name);
        names.map(str::to_owned).collect()
    };
    assert_eq!(names(&swedish()), ["all", "topic/oppna-data", "type/news", "lang/sv", "publisher/kommunen"]);
    assert_eq!(names(&english()), ["all", "topic/oppna-data", "type/notice", "lang/en", "publisher/kommunen"]);
    let alternates: Vec<_> = feeds[0].alternates(&publication).collect();
    assert_eq!(alternates[1].media_type, "application/atom+xml");
    assert_eq!(alternates[1].title, "Kommunens anslag & nyheter (Atom)");
    assert_eq!(alternates[1].href.as_str(), "https://data.example.org/feed/all.atom");
}

#[test]
fn the_lists_name_every_feed_that_has_not_ended() {
    let mut publication = publication();
    publication.title = anslag_core::Localized::one(tag("sv"), line("\"Anslag\" <b> & ]]> \u{a0}🎉"));
    let feeds = feeds(&publication, &UsedKeys::default());
    let opml = Node::read(&checked_text(list::opml(&publication, &feeds, Vec::new()).unwrap()));
    assert_eq!(
        (opml.attribute("version"), opml.one("head").text("title")),
        ("2.0", publication.title.iter().next().unwrap().1.to_string())
    );
    let body = opml.one("body");
    let groups: Vec<_> = body.all("outline").map(|outline| outline.attribute("text")).collect();
    assert_eq!(groups[1..], ["Ämnen", "Typer", "Språk", "Utgivare"]);
    let nested = body.all("outline").flat_map(|group| group.all("outline"));
    let listed: Vec<_> = body.all("outline").take(1).chain(nested).map(|outline| outline.attribute("xmlUrl")).collect();
    let expected: Vec<_> = feeds
        .iter()
        .filter(|feed| feed.retired().is_none())
        .map(|feed| format!("https://data.example.org/feed/{}.atom", feed.name()))
        .collect();
    assert_eq!(listed, expected);

    let json: Value = serde_json::from_slice(&list::json(&publication, &feeds, Vec::new()).unwrap()).unwrap();
    let listed = json["feeds"].as_array().unwrap();
    assert_eq!(
        listed.iter().map(|feed| feed["name"].as_str().unwrap()).collect::<Vec<_>>(),
        names(&UsedKeys::default())
    );
    assert_eq!(listed[2]["retired"], "2021-06-01");
    assert_eq!(listed[0]["rss"], "https://data.example.org/feed/all.rss");
}
