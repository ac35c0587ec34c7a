//! Feeds and entries in the three formats.

use crate::{
    reading::{Node, ParsedEntry, page, parse_atom, parse_json, parse_rss, render_current},
    sample::{announcement, body, english, fields, iri, line, localized, moment, publication, swedish, tag, text},
};
use anslag_core::{Announcement, Attachment, Fields, Image, ImageFacts, MediaType, Topic};
use anslag_feed::{Feed, FeedFormat, Subject, write_page};
use serde_json::{Value, json};
use std::{io, sync::Arc};

/// Returns the entry of an announcement after checking that the three formats say the same.
#[track_caller]
fn parse(announcement: Announcement) -> ParsedEntry {
    let [rss, atom, json] = render_current(&[announcement]);
    let mut by_atom = parse_atom(&atom);
    assert_eq!(parse_json(&json), by_atom);
    let mut by_rss = parse_rss(&rss);
    by_rss[0].published.clone_from(&by_atom[0].published);
    assert_eq!(by_rss, by_atom);
    by_atom.pop().unwrap()
}

#[test]
fn titles_and_leads_survive_as_they_are() {
    for value in [
        "<b>",
        "<b>fet</b> & <script>alert(1)</script>",
        "&amp; &lt; &#8; &nbsp;",
        "]]>",
        "<![CDATA[ ]]]]><![CDATA[>",
        "<!-- --> <?x ?>",
        "emoji 🧑‍🚒 och \u{1F1F8}\u{1F1EA}",
        "إعلان من البلدية",
        "إعلان (2021) 10\u{a0}000\u{202f}kr",
        "\u{FFFD} \u{10FFFD} \u{7F} \u{9F}",
        "\"citat\" 'citat' \\n \\u0041",
    ] {
        let entry = parse(announcement(Fields { lead: Some(text(value)), ..fields(value) }));
        assert_eq!((entry.title.as_str(), entry.summary.as_str()), (value, value));
    }
}

#[test]
fn a_summary_is_the_lead_or_the_first_paragraph_or_the_title() {
    let with = |lead: Option<&str>, markdown: &str| {
        parse(announcement(Fields { lead: lead.map(text), body: body(markdown), ..fields("Titel") })).summary
    };
    assert_eq!(with(Some("Ingress\ni två rader"), "Text"), "Ingress\ni två rader");
    assert_eq!(with(None, "Först\n*här*\n\nSedan"), "Först här");
    assert_eq!(with(None, ""), "Titel");
    assert_eq!(with(None, "<div>rå</div>\n\nSedan"), "rå");
}

#[test]
fn a_link_is_the_source_or_the_announcement_itself() {
    assert_eq!(parse(english()).link, "https://data.example.org/announcement/2021-05-17-a-notice");
    let swedish = parse(swedish());
    assert_eq!(swedish.link, "https://www.example.org/nyheter/projekt.html");
    assert_eq!(swedish.id, "https://data.example.org/announcement/2021-05-18-ett-anslag");
}

#[test]
fn names_and_labels_are_in_the_language_of_the_entry() {
    let english = parse(english());
    assert_eq!((english.language.as_str(), english.author.as_str()), ("en-GB", "Example Municipality"));
    assert_eq!(english.labels, ["open data", "public notice"]);
    let swedish = parse(swedish());
    assert_eq!((swedish.language.as_str(), swedish.author.as_str()), ("sv", "Enheten för digitalisering"));
    assert_eq!(swedish.labels, ["öppna data", "nyhet"]);
}

#[test]
fn dates_have_a_time_and_a_numeric_offset() {
    let entry = parse(swedish());
    assert_eq!(entry.published, "2021-05-18T00:00:00+02:00");
    assert_eq!(entry.updated, "2021-05-20T09:30:00+02:00");
    let [rss, ..] = render_current(&[swedish(), english()]);
    let dates: Vec<_> = parse_rss(&rss).into_iter().map(|entry| entry.published).collect();
    assert_eq!(dates, ["Tue, 18 May 2021 00:00:00 +0200", "Mon, 17 May 2021 10:00:00 +0000"]);
}

#[test]
fn a_feed_was_updated_with_the_last_changed_entry_in_the_time_of_the_publication() {
    let late = announcement(Fields { modified: Some(moment("2021-06-01T08:00:00-03:00")), ..fields("Sen") });
    let [rss, atom, _] = render_current(&[late, swedish()]);
    assert_eq!(Node::read(&rss).one("channel").text("lastBuildDate"), "Tue, 01 Jun 2021 13:00:00 +0200");
    assert_eq!(Node::read(&atom).text("updated"), "2021-06-01T13:00:00+02:00");
}

#[test]
fn an_empty_feed_is_a_feed() {
    let [rss, atom, json] = render_current(&[]);
    assert_eq!(Node::read(&rss).one("channel").text("lastBuildDate"), "Fri, 01 Jan 2021 00:00:00 +0100");
    let atom = Node::read(&atom);
    assert_eq!(atom.text("updated"), "2021-01-01T00:00:00+01:00");
    assert_eq!(atom.one("author").text("name"), "Exempel kommun");
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["items"], json!([]));
}

#[test]
fn feeds_say_where_they_and_the_publication_are() {
    let [rss, atom, json] = render_current(&[english()]);
    let rss = Node::read(&rss);
    let channel = rss.one("channel");
    let links: Vec<_> = channel.all("atom:link").map(|link| (link.attribute("rel"), link.attribute("href"))).collect();
    let expected = [
        ("self", "https://data.example.org/feed/all.rss"),
        ("license", "http://creativecommons.org/publicdomain/zero/1.0/"),
    ];
    assert_eq!(links, expected);
    assert_eq!(channel.text("link"), "https://data.example.org/");
    assert_eq!(channel.text("title"), "Kommunens anslag & nyheter");
    let atom = Node::read(&atom);
    assert_eq!(atom.text("id"), "https://data.example.org/feed/all");
    assert_eq!(atom.attribute("xml:lang"), "sv");
    let links: Vec<_> = atom.all("link").map(|link| (link.attribute("rel"), link.attribute("href"))).collect();
    let expected = [
        ("self", "https://data.example.org/feed/all.atom"),
        ("alternate", "https://data.example.org/"),
        ("license", "http://creativecommons.org/publicdomain/zero/1.0/"),
    ];
    assert_eq!(links, expected);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["feed_url"], "https://data.example.org/feed/all.json");
    assert_eq!(json["home_page_url"], "https://data.example.org/");
    assert_eq!(json["_anslag"]["license"], "http://creativecommons.org/publicdomain/zero/1.0/");
}

#[test]
fn categories_name_their_schemes() {
    let [rss, atom, _] = render_current(&[english()]);
    let rss = Node::read(&rss);
    let domains: Vec<_> =
        rss.one("channel").one("item").all("category").map(|category| category.attribute("domain")).collect();
    assert_eq!(domains, ["https://data.example.org/def/topic", "https://w3id.org/anslag/type"]);
    let atom = Node::read(&atom);
    let terms: Vec<_> = atom
        .one("entry")
        .all("category")
        .map(|category| (category.attribute("scheme"), category.attribute("term")))
        .collect();
    let expected = [("https://data.example.org/def/topic", "oppna-data"), ("https://w3id.org/anslag/type", "notice")];
    assert_eq!(terms, expected);
}

/// The topic and the unit have no name in English.
#[test]
fn a_name_in_another_language_says_so() {
    let Fields { topics, unit, .. } = Fields::clone(&swedish());
    let topics =
        topics.iter().map(|topic| Arc::new(Topic { name: localized(&[("sv", "öppna data")]), ..Topic::clone(topic) }));
    let topics = topics.collect();
    let [_, atom, _] =
        render_current(&[announcement(Fields { topics, unit, language: tag("en-GB"), ..fields("Title") })]);
    let entry = Node::read(&atom);
    let entry = entry.one("entry");
    assert_eq!(entry.one("author").attribute("xml:lang"), "sv");
    let categories: Vec<_> = entry.all("category").map(|category| category.find("xml:lang")).collect();
    assert_eq!(categories, [Some("sv"), None]);
    let [_, atom, _] = render_current(&[swedish()]);
    assert!(!atom.contains("<author xml:lang") && !atom.contains("<category xml:lang"), "{atom}");
}

#[test]
fn files_are_enclosures_with_their_length_and_type() {
    let file = |name: &str, size| Attachment {
        title: line("Protokoll <1>"),
        url: iri(&format!("https://www.example.org/{name}?a=1&b=2")),
        media_type: MediaType::new("application/pdf").unwrap(),
        size,
    };
    let attachments = vec![file("a.pdf", Some(12345)), file("b.pdf", None)];
    let image = Image {
        url: iri("https://www.example.org/a.jpg"),
        alt: line("Ett \"torg\""),
        caption: None,
        credit: None,
        facts: ImageFacts::default(),
    };
    let [rss, atom, json] =
        render_current(&[announcement(Fields { attachments, images: vec![image], ..fields("Titel") })]);
    let rss = Node::read(&rss);
    let enclosure = rss.one("channel").one("item").one("enclosure");
    assert_eq!(
        ["url", "length", "type"].map(|name| enclosure.attribute(name)),
        ["https://www.example.org/a.pdf?a=1&b=2", "12345", "application/pdf"]
    );
    let atom = Node::read(&atom);
    let lengths: Vec<_> = atom
        .one("entry")
        .all("link")
        .filter(|link| link.attribute("rel") == "enclosure")
        .map(|link| link.find("length"))
        .collect();
    assert_eq!(lengths, [Some("12345"), None]);
    assert!(
        atom.one("entry")
            .text("content")
            .contains(r#"<img src="https://www.example.org/a.jpg" alt="Ett &quot;torg&quot;">"#)
    );
    let json: Value = serde_json::from_str(&json).unwrap();
    let item = &json["items"][0];
    assert_eq!(item["attachments"][0]["size_in_bytes"], 12345);
    assert_eq!(item["attachments"][1].get("size_in_bytes"), None);
    assert_eq!(item["image"], "https://www.example.org/a.jpg");
}

/// Every address that a reader follows is a URI; the identity is the IRI that it always was.
#[test]
fn addresses_are_uris() {
    let address = |path: &str| iri(&format!("https://www.vänersborg.se/{path}?ö"));
    let file = Attachment {
        title: line("Karta"),
        url: address("å.pdf"),
        media_type: MediaType::new("application/pdf").unwrap(),
        size: None,
    };
    let image = Image {
        url: address("å.jpg"),
        alt: line("Ett torg"),
        caption: None,
        credit: None,
        facts: ImageFacts::default(),
    };
    let entry = announcement(Fields {
        source: Some(address("å.html")),
        attachments: vec![file],
        images: vec![image],
        body: body(
            "[a](https://www.vänersborg.se/å) [b](å) <https://v%C3%A4nersborg.se/> ![c](//vänersborg.se/å.png) \
             <a href='https://vänersborg.se/å ä'>d</a> [e](mailto:åsa@example.org)",
        ),
        unit: Some(Arc::new(anslag_core::Organization {
            homepage: Some(address("å")),
            ..anslag_core::Organization::clone(swedish().unit.as_ref().unwrap())
        })),
        ..fields("Titel")
    });
    let hub = Some(iri("https://hub.vänersborg.se/"));
    let publication = anslag_core::Publication { hub, ..publication() };
    let feed = Feed::new(&publication, Subject::All);
    let feeds = crate::reading::render_page(&page(&publication, &feed), std::slice::from_ref(&entry));
    for feed in &feeds {
        let host = feed.split('"').chain(feed.split(['>', '<'])).filter(|text| text.contains("://"));
        let foreign: Vec<_> = host.filter(|address| !address.contains(' ') && !address.is_ascii()).collect();
        assert_eq!(foreign, [""; 0]);
    }
    let [rss, atom, json] = feeds;
    let [rss, atom, json] = [parse_rss(&rss), parse_atom(&atom), parse_json(&json)].map(|mut found| found.remove(0));
    assert_eq!((&rss.link, &atom.link), (&json.link, &json.link));
    assert_eq!(json.link, "https://www.xn--vnersborg-v2a.se/%C3%A5.html?%C3%B6");
    // The text of the third link stays.
    assert_eq!(json.content.matches("v%C3%A4nersborg").count(), 1, "{}", json.content);
    for address in [
        "https://www.xn--vnersborg-v2a.se/%C3%A5\"",
        "https://www.xn--vnersborg-v2a.se/%C3%A5.pdf?%C3%B6",
        "https://xn--vnersborg-v2a.se/\"",
        "https://xn--vnersborg-v2a.se/%C3%A5.png\"",
        "https://xn--vnersborg-v2a.se/%C3%A5%20%C3%A4\"",
        "mailto:%C3%A5sa@example.org\"",
    ] {
        assert!(json.content.contains(address), "{address}: {}", json.content);
    }
    let calendar = Fields {
        events: vec![anslag_core::Event {
            when: Some(anslag_core::Edtf::new("2021-06-06").unwrap()),
            ..anslag_core::Event::new(line("Möte"))
        }],
        ..Fields::clone(&entry)
    };
    let first = jiff::civil::date(2021, 1, 1);
    let (found, _) = anslag_feed::calendar::chunk(&publication, first, &[announcement(calendar)], Vec::new()).unwrap();
    let found = String::from_utf8(found).unwrap().replace("\r\n ", "");
    assert!(found.contains("\r\nURL:https://www.xn--vnersborg-v2a.se/%C3%A5.html?%C3%B6\r\n"), "{found}");
}

/// A channel's description is text, and what it says of rights are words.
#[test]
fn a_feed_describes_itself_in_words() {
    let publication = anslag_core::Publication {
        description: localized(&[("sv", "Anslag & <nyheter>")]),
        licence: anslag_core::Licence::Attribution,
        ..publication()
    };
    let feed = Feed::new(&publication, Subject::All);
    let [rss, atom, _] = crate::reading::render_page(&page(&publication, &feed), &[]);
    assert!(rss.contains("<description>Anslag &amp; &lt;nyheter&gt;</description>"), "{rss}");
    let words = "Exempel kommun, Creative Commons Attribution 4.0";
    assert_eq!(Node::read(&rss).one("channel").text("copyright"), words);
    assert_eq!(Node::read(&atom).text("rights"), words);
}

#[test]
fn a_writer_that_fails_is_reported_as_it_says() {
    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let publication = publication();
    let feed = Feed::new(&publication, Subject::All);
    let kinds =
        FeedFormat::ALL.map(|format| write_page(&page(&publication, &feed), &[], format, Full).err().unwrap().kind());
    assert_eq!(kinds, [io::ErrorKind::StorageFull; 3]);
}
