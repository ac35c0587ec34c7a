//! Splits a feed into items, without building anything of it in memory.

use crate::Doubt;
use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesStart, Event},
};

/// Most levels of elements. The crates that read items recurse, and abort at some ten thousand.
const MAX_DEPTH: usize = 256;

/// Most bytes of an item.
const MAX_ITEM: usize = 8 << 20;

/// Format of a feed in XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// RSS 0.91 to 2.0.
    Rss,
    /// RSS 0.90 and 1.0.
    Rdf,
    /// Atom.
    Atom,
}

/// A feed that is split into its items.
pub(crate) struct Split<'t> {
    text: &'t str,
    xml: Reader<&'t [u8]>,
    pub(crate) format: Format,
    /// Tag of the root, and its end tag.
    root: (&'t str, String),
    /// Open elements.
    depth: usize,
    /// Language of the feed.
    pub(crate) language: Option<String>,
    /// Address of the feed's website.
    pub(crate) link: Option<String>,
    /// Tombstones (RFC 6721) since the last item.
    pub(crate) deleted: Vec<Deleted>,
}

/// Entry that a feed has withdrawn.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Deleted {
    pub(crate) reference: String,
    pub(crate) when: String,
}

/// Item of a feed as a feed of its own.
pub(crate) struct Item<'t> {
    /// Position in the feed.
    pub(crate) at: usize,
    /// The item as it stands in the feed.
    pub(crate) text: &'t str,
    /// A feed that has only this item.
    pub(crate) document: String,
    /// Language of the item (`xml:lang`).
    pub(crate) language: Option<String>,
}

/// Fault of a feed, with its position.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) doubt: Doubt,
}

impl<'t> Split<'t> {
    /// Reads a feed until its root.
    pub(crate) fn new(text: &'t str) -> Result<Self, Fault> {
        let mut xml = Reader::from_str(text);
        // HTML in feeds is often cut; the items are parsed strictly.
        xml.config_mut().check_end_names = true;
        loop {
            let start = position(&xml);
            match xml.read_event().map_err(|error| fault(&xml, &error))? {
                Event::Start(tag) => {
                    let format = match tag.local_name().as_ref() {
                        b"rss" => Format::Rss,
                        b"RDF" => Format::Rdf,
                        b"feed" => Format::Atom,
                        _ => return Err(Fault { at: start, doubt: Doubt::UnknownKind }),
                    };
                    let language = attribute(&tag, b"lang");
                    let end = format!("</{}>", String::from_utf8_lossy(tag.name().as_ref()));
                    let root = (&text[start..position(&xml)], end);
                    let deleted = Vec::new();
                    return Ok(Self { text, xml, format, root, depth: 1, language, link: None, deleted });
                }
                Event::Eof | Event::Empty(_) => return Err(Fault { at: start, doubt: Doubt::UnknownKind }),
                _ => {}
            }
        }
    }

    /// Returns the next item; `None` at the end of the feed.
    pub(crate) fn next_item(&mut self) -> Result<Option<Item<'t>>, Fault> {
        let mut field = None;
        loop {
            let start = position(&self.xml);
            match self.xml.read_event().map_err(|error| fault(&self.xml, &error))? {
                Event::Start(tag) => {
                    if self.is_item(&tag) {
                        let language = attribute(&tag, b"lang");
                        self.depth += 1;
                        self.skip_to(self.depth - 1, start)?;
                        return Ok(Some(self.item(start, language)));
                    }
                    self.note(&tag);
                    self.depth += 1;
                    self.bound_depth(start)?;
                    field = (self.depth <= 3).then(|| tag.local_name().as_ref().to_vec());
                }
                Event::Empty(tag) => self.note(&tag),
                Event::Text(words) => {
                    let words = words.decode().unwrap_or_default();
                    let words = words.trim();
                    match field.as_deref() {
                        _ if words.is_empty() => {}
                        Some(b"language") => self.language = Some(words.to_owned()),
                        Some(b"link") if self.link.is_none() => self.link = Some(words.to_owned()),
                        _ => {}
                    }
                }
                Event::End(_) => {
                    self.depth -= 1;
                    field = None;
                }
                Event::Eof if self.depth > 0 => {
                    let doubt = Doubt::Malformed { reason: "the feed ends within an element".to_owned() };
                    return Err(Fault { at: start, doubt });
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn is_item(&self, tag: &BytesStart<'_>) -> bool {
        match (self.format, tag.local_name().as_ref()) {
            (Format::Rss, b"item") => self.depth <= 2,
            (Format::Rdf, b"item") | (Format::Atom, b"entry") => self.depth == 1,
            _ => false,
        }
    }

    /// Notes what an element of the feed says by its attributes.
    fn note(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            b"deleted-entry" if self.depth == 1 => {
                let (reference, when) = (attribute(tag, b"ref"), attribute(tag, b"when"));
                self.deleted.extend(reference.zip(when).map(|(reference, when)| Deleted { reference, when }));
            }
            b"link" if self.depth == 1 && self.link.is_none() => {
                let is_alternate = attribute(tag, b"rel").is_none_or(|rel| rel == "alternate");
                self.link = attribute(tag, b"href").filter(|_| is_alternate);
            }
            _ => {}
        }
    }

    /// Skips to the end tag after which so many elements are open.
    fn skip_to(&mut self, depth: usize, start: usize) -> Result<(), Fault> {
        while self.depth > depth {
            match self.xml.read_event().map_err(|error| fault(&self.xml, &error))? {
                Event::Start(_) => {
                    self.depth += 1;
                    self.bound_depth(position(&self.xml))?;
                }
                Event::End(_) => self.depth -= 1,
                Event::Eof => {
                    let doubt = Doubt::Malformed { reason: "the feed ends within an item".to_owned() };
                    return Err(Fault { at: start, doubt });
                }
                _ => {}
            }
            if position(&self.xml) - start > MAX_ITEM {
                return Err(Fault { at: start, doubt: Doubt::TooLarge { kib: MAX_ITEM >> 10 } });
            }
        }
        Ok(())
    }

    fn bound_depth(&self, at: usize) -> Result<(), Fault> {
        let is_bounded = self.depth <= MAX_DEPTH;
        is_bounded.then_some(()).ok_or(Fault { at, doubt: Doubt::TooDeep { levels: MAX_DEPTH } })
    }

    fn item(&self, at: usize, language: Option<String>) -> Item<'t> {
        let text = &self.text[at..position(&self.xml)];
        let (root, end) = &self.root;
        let document = match self.format {
            Format::Rss => format!("{root}<channel>{text}</channel>{end}"),
            Format::Rdf | Format::Atom => format!("{root}{text}{end}"),
        };
        Item { at, text, document, language }
    }
}

/// Returns an attribute by its local name.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = unescape(std::str::from_utf8(&found.value).ok()?).ok()?.trim().to_owned();
    Some(value).filter(|value| !value.is_empty())
}

fn position(xml: &Reader<&[u8]>) -> usize {
    usize::try_from(xml.buffer_position()).unwrap_or(usize::MAX)
}

fn fault(xml: &Reader<&[u8]>, error: &quick_xml::Error) -> Fault {
    let at = usize::try_from(xml.error_position()).unwrap_or(usize::MAX);
    Fault { at, doubt: Doubt::Malformed { reason: error.to_string() } }
}
