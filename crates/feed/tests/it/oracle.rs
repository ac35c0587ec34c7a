//! The feeds as `feed-rs` reads them: a parser that shares no code with the writers.

use crate::{
    reading::{page, render_current, render_page, unescaped},
    sample::{announcement, english, fields, iri, line, publication, swedish, text},
};
use anslag_core::{Announcement, Attachment, Fields, MediaType};
use anslag_feed::{ArchivePage, Feed, Page, Subject, Tombstone};
use feed_rs::model;
use jiff::civil::date;

/// An entry as `feed-rs` reads it, whatever the format.
#[derive(Debug, PartialEq)]
struct Found {
    id: String,
    title: String,
    link: String,
    summary: String,
    content: String,
    /// Seconds since 1970.
    published: i64,
    updated: i64,
    author: String,
    labels: Vec<String>,
}

impl Found {
    /// The HTML of a summary in RSS is turned into plain text.
    fn new(entry: model::Entry, is_rss: bool) -> Self {
        let is_alternate = |link: &&model::Link| link.rel.as_deref().is_none_or(|rel| rel == "alternate");
        let link = entry.links.iter().find(is_alternate).unwrap().href.clone();
        let summary = entry.summary.unwrap().content;
        Self {
            id: entry.id,
            title: entry.title.unwrap().content,
            link,
            summary: if is_rss { unescaped(&summary) } else { summary },
            content: entry.content.unwrap().body.unwrap().trim().to_owned(),
            published: entry.published.unwrap().timestamp(),
            updated: entry.updated.unwrap().timestamp(),
            author: entry.authors[0].name.clone().unwrap(),
            labels: entry.categories.into_iter().map(|category| category.label.unwrap_or(category.term)).collect(),
        }
    }
}

fn parse(feed: &str) -> model::Feed {
    feed_rs::parser::parse(feed.as_bytes()).unwrap()
}

/// Returns what is found in the entries, after checking that the three formats agree.
#[track_caller]
fn found(announcements: &[Announcement]) -> Vec<Found> {
    let [rss, atom, json] = render_current(announcements);
    let entries = |feed: &str, is_rss| -> Vec<Found> {
        parse(feed).entries.into_iter().map(|entry| Found::new(entry, is_rss)).collect()
    };
    let atom = entries(&atom, false);
    assert_eq!(entries(&rss, true), atom);
    assert_eq!(entries(&json, false), atom);
    atom
}

#[test]
fn entries_say_the_same_in_every_format() {
    let found = found(&[swedish(), english()]);
    let [swedish, english] = found.as_slice() else { panic!("not two entries") };
    assert_eq!(swedish.id, "https://data.example.org/announcement/2021-05-18-ett-anslag");
    assert_eq!(swedish.title, "Projekt kring digitalisering");
    assert_eq!(swedish.link, "https://www.example.org/nyheter/projekt.html");
    assert_eq!(swedish.summary, "Nu börjar arbetet & det tar <tre> år.");
    assert!(swedish.content.starts_with("<p>Nu börjar arbetet &amp; det tar &lt;tre&gt; år.</p>\n<h2>Först</h2>\n"));
    let instants = [(2021, 5, 17, 22, 0), (2021, 5, 20, 7, 30)];
    let [published, updated] = instants.map(|(year, month, day, hour, minute)| {
        date(year, month, day).at(hour, minute, 0, 0).in_tz("UTC").unwrap().timestamp().as_second()
    });
    assert_eq!((swedish.published, swedish.updated), (published, updated));
    assert_eq!(swedish.author, "Enheten för digitalisering");
    assert_eq!(swedish.labels, ["öppna data", "nyhet"]);
    assert_eq!(english.link, "https://data.example.org/announcement/2021-05-17-a-notice");
    assert_eq!((english.published, english.updated), (english.published, english.published));
    assert_eq!(english.labels, ["open data", "public notice"]);
}

/// Texts that look like the tags at which items are cut out of a channel.
#[test]
fn texts_that_look_like_a_feed_stay_texts() {
    let tags = "a\n    <item>\n    </item>\n  </channel>\n</rss>\n]]>\n</feed> b";
    let title = tags.replace('\n', " ");
    let body = format!("Text\n\n```\n{tags}\n```");
    let announcement =
        announcement(Fields { lead: Some(text(tags)), body: anslag_core::Body::new(&body).unwrap(), ..fields(&title) });
    let found = found(&[announcement, swedish()]);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].title.as_str(), found[0].summary.as_str()), (title.as_str(), tags));
    let code = tags.replace('<', "&lt;").replace('>', "&gt;");
    assert!(found[0].content.ends_with(&format!("<pre><code>{code}\n</code></pre>")), "{}", found[0].content);
}

#[test]
fn feeds_say_the_same_in_every_format() {
    let hub = iri("https://hub.example.org/");
    let publication = anslag_core::Publication { hub: Some(hub), ..publication() };
    let feed = Feed::new(&publication, Subject::All);
    let gone = [Tombstone { id: swedish().id.clone(), when: swedish().published }];
    let month = |month| Some(ArchivePage { month: date(2021, month, 1), number: None });
    let archived = Page { archive: month(5), previous: month(4), next: month(6), ..page(&publication, &feed) };
    for page in [page(&publication, &feed), Page { tombstones: &gone, ..archived }] {
        let [rss, atom, json] = render_page(&page, &[swedish()]).map(|feed| parse(&feed));
        for feed in [&rss, &atom, &json] {
            assert_eq!(feed.title.as_ref().unwrap().content, "Kommunens anslag & nyheter");
            assert_eq!(feed.description.as_ref().unwrap().content, "Anslag som öppna data.");
            assert_eq!(feed.language.as_deref(), Some("sv"));
            assert_eq!(feed.entries.len(), 1);
        }
        let licence = "Exempel kommun, Creative Commons Zero 1.0";
        for feed in [&rss, &atom] {
            assert_eq!(feed.rights.as_ref().unwrap().content, licence);
            assert_eq!(feed.generator.as_ref().unwrap().content, "anslag");
        }
        assert_eq!(rss.ttl, Some(60));
        // RSS says by an element of its own what Atom says by a link.
        let links = |feed: &model::Feed| -> Vec<_> {
            let links = feed.links.iter().filter_map(|link| Some((link.rel.clone()?, link.href.clone())));
            links.filter(|(rel, _)| rel != "alternate").collect()
        };
        let expected: Vec<_> =
            links(&atom).into_iter().map(|(rel, href)| (rel, href.replace(".atom", ".rss"))).collect();
        assert_eq!(links(&rss), expected);
        let relations = if page.archive.is_some() { 6 } else { 3 };
        assert_eq!(expected.len(), relations, "{expected:?}");
    }
}

#[test]
fn files_are_enclosures() {
    let file = |name: &str, size| Attachment {
        title: line("Protokoll <1>"),
        url: iri(&format!("https://www.example.org/{name}?a=1&b=2")),
        media_type: MediaType::new("application/pdf").unwrap(),
        size,
    };
    let attachments = vec![file("a.pdf", Some(12345)), file("b.pdf", None)];
    let [rss, atom, json] = render_current(&[announcement(Fields { attachments, ..fields("Titel") })]);
    let [rss, atom, json] = [rss, atom, json].map(|feed| parse(&feed).entries.remove(0));
    let expected = [
        ("https://www.example.org/a.pdf?a=1&b=2".to_owned(), Some(12345)),
        ("https://www.example.org/b.pdf?a=1&b=2".to_owned(), None),
    ];
    for entry in [atom, json] {
        let links = entry.links.iter().filter(|link| link.media_type.as_deref() == Some("application/pdf"));
        assert_eq!(links.map(|link| (link.href.clone(), link.length)).collect::<Vec<_>>(), expected);
    }
    // RSS allows one.
    let [media] = rss.media.as_slice() else { panic!("not one enclosure") };
    let [content] = media.content.as_slice() else { panic!("not one file") };
    assert_eq!((content.url.as_ref().unwrap().to_string(), content.size), expected[0]);
    assert_eq!(content.content_type.as_ref().unwrap().to_string(), "application/pdf");
}
