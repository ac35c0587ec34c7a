//! Parsers for tests: XML as a tree without any knowledge of feeds, and the entries of each format.

use anslag_core::{Announcement, Moment, Publication, is_xml_character};
use anslag_feed::{Feed, FeedFormat, Page, Renderer, Subject, write_page};
use quick_xml::{Reader, XmlVersion, escape::resolve_xml_entity, events::Event};
use serde_json::Value;

/// An entry as read from one of the formats; dates as they are written.
#[derive(Debug, PartialEq)]
pub(crate) struct ParsedEntry {
    pub(crate) id: String,
    pub(crate) link: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) content: String,
    pub(crate) language: String,
    pub(crate) published: String,
    pub(crate) updated: String,
    pub(crate) author: String,
    pub(crate) labels: Vec<String>,
}

/// Renders the current page of the feed of everything as RSS, Atom and JSON Feed.
pub(crate) fn render_current(entries: &[Announcement]) -> [String; 3] {
    let publication = crate::sample::publication();
    let feed = Feed::new(&publication, Subject::All);
    let instants = entries.iter().map(Announcement::updated).map(|updated: Moment| updated.instant(&publication.zone));
    let page = page(&publication, &feed);
    render_page(&Page { updated: instants.max().unwrap_or(page.updated), ..page }, entries)
}

/// Returns an empty current page of a feed, of New Year's Day of 2021.
pub(crate) fn page<'a>(publication: &'a Publication, feed: &'a Feed) -> Page<'a> {
    Page {
        publication,
        feed,
        archive: None,
        previous: None,
        next: None,
        updated: Moment::parse("2021-01-01", &publication.zone).unwrap().instant(&publication.zone),
        has_ended: false,
        tombstones: &[],
    }
}

/// Renders a page with these announcements as RSS, Atom and JSON Feed.
pub(crate) fn render_page(page: &Page<'_>, entries: &[Announcement]) -> [String; 3] {
    let mut renderer = Renderer::new(page.publication);
    let entries: Vec<_> = entries.iter().map(|announcement| renderer.render(announcement)).collect();
    FeedFormat::ALL.map(|format| checked_text(write_page(page, &entries, format, Vec::new()).unwrap()))
}

/// Checks that every XML and JSON parser takes the bytes, and returns them as text.
pub(crate) fn checked_text(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
    assert_eq!(text.chars().find(|&c| !is_xml_character(c) || c == '\r'), None);
    text
}

pub(crate) fn parse_rss(feed: &str) -> Vec<ParsedEntry> {
    let parse = |item: &Node| {
        assert_eq!(item.one("guid").attribute("isPermaLink"), "false");
        ParsedEntry {
            id: item.text("guid"),
            link: item.text("link"),
            title: item.text("title"),
            summary: unescaped(&item.text("description")),
            content: item.text("content:encoded"),
            language: item.text("dc:language"),
            published: item.text("pubDate"),
            updated: item.text("atom:updated"),
            author: item.text("dc:creator"),
            labels: item.all("category").map(|category| category.text.clone()).collect(),
        }
    };
    Node::read(feed).one("channel").all("item").map(parse).collect()
}

/// Returns the link of an entry of Atom that a reader follows.
fn alternate(entry: &Node) -> &Node {
    entry.all("link").find(|link| link.attribute("rel") == "alternate").expect("an entry has such a link")
}

pub(crate) fn parse_atom(feed: &str) -> Vec<ParsedEntry> {
    let parse = |entry: &Node| {
        assert_eq!(entry.one("title").attribute("type"), "text");
        assert_eq!(entry.one("summary").attribute("type"), "text");
        assert_eq!(entry.one("content").attribute("type"), "html");
        ParsedEntry {
            id: entry.text("id"),
            link: alternate(entry).attribute("href").to_owned(),
            title: entry.text("title"),
            summary: entry.text("summary"),
            content: entry.text("content"),
            language: entry.attribute("xml:lang").to_owned(),
            published: entry.text("published"),
            updated: entry.text("updated"),
            author: entry.one("author").text("name"),
            labels: entry.all("category").map(|category| category.attribute("label").to_owned()).collect(),
        }
    };
    Node::read(feed).all("entry").map(parse).collect()
}

pub(crate) fn parse_json(feed: &str) -> Vec<ParsedEntry> {
    let feed: Value = serde_json::from_str(feed).unwrap();
    let parse = |item: &Value| {
        let text = |key: &str| item[key].as_str().unwrap().to_owned();
        let tags = item["tags"].as_array().unwrap().iter();
        ParsedEntry {
            id: text("id"),
            link: text("url"),
            title: text("title"),
            summary: text("summary"),
            content: text("content_html"),
            language: text("language"),
            published: text("date_published"),
            updated: text("date_modified"),
            author: item["authors"][0]["name"].as_str().unwrap().to_owned(),
            labels: tags.map(|tag| tag.as_str().unwrap().to_owned()).collect(),
        }
    };
    feed["items"].as_array().unwrap().iter().map(parse).collect()
}

/// An XML element. The text of an element with children is white space.
#[derive(Debug, Default)]
pub(crate) struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    pub(crate) text: String,
    children: Vec<Node>,
}

impl Node {
    /// Parses a document and returns its root.
    pub(crate) fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        let mut open = vec![Self::default()];
        loop {
            let top = open.last_mut().unwrap();
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    let attributes = start.attributes().map(|attribute| {
                        let attribute = attribute.unwrap();
                        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
                        (string(attribute.key.as_ref()), value)
                    });
                    let attributes = attributes.collect();
                    open.push(Self { name: string(start.name().as_ref()), attributes, ..Self::default() });
                }
                Event::Text(text) => top.text.push_str(&text.xml10_content().unwrap()),
                Event::CData(text) => top.text.push_str(&text.xml10_content().unwrap()),
                Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                    Some(character) => top.text.push(character),
                    None => top.text.push_str(resolve_xml_entity(&name.decode().unwrap()).unwrap()),
                },
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(done);
                }
                Event::Eof => return open.pop().unwrap().children.pop().unwrap(),
                Event::Decl(_) => {}
                // That of the stylesheet, before the root.
                Event::PI(_) if open.len() == 1 => {}
                other => panic!("a feed holds no {other:?}"),
            }
        }
    }

    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    #[track_caller]
    pub(crate) fn one(&self, name: &str) -> &Self {
        let mut found = self.all(name);
        let one = found.next().unwrap_or_else(|| panic!("<{}> has no <{name}>", self.name));
        assert!(found.next().is_none(), "<{}> has two <{name}>", self.name);
        one
    }

    #[track_caller]
    pub(crate) fn text(&self, name: &str) -> String {
        self.one(name).text.clone()
    }

    #[track_caller]
    pub(crate) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        &found.unwrap_or_else(|| panic!("<{}> has no attribute {name}", self.name)).1
    }

    pub(crate) fn find(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == attribute).map(|(_, value)| value.as_str())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Returns the text of HTML without elements.
pub(crate) fn unescaped(html: &str) -> String {
    html.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
