use super::escape;
use anslag_core::{Body, is_xml_character, without_unseen};
use anslag_html::BaseUrl;
use scraper::{ElementRef, Node};
use std::rc::Rc;

/// Elements whose words no reader of an announcement needs, or that are not words.
const DROPPED: [&str; 23] = [
    "audio", "button", "canvas", "datalist", "dialog", "embed", "form", "head", "iframe", "input", "map", "math",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "track", "video",
];

/// Schemes of the addresses that an announcement may link to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Words of a block, with what marks them.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<Word>);

/// Text, a picture or a line break.
#[derive(Debug)]
struct Word {
    kind: Kind,
    /// Marks around it, the outermost first.
    marks: Marks,
}

#[derive(Debug)]
enum Kind {
    /// Text whose white space is one space.
    Text(String),
    /// Text of a program.
    Code(String),
    /// Markdown of a picture.
    Picture(String),
    Break,
}

pub(super) type Marks = Rc<[Mark]>;

/// A mark around words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Struck,
    /// A link, with its number in the block.
    Link {
        number: usize,
        address: String,
        title: Option<String>,
    },
}

/// Reads the elements within a block.
#[derive(Debug)]
pub(super) struct Reader<'b> {
    base: Option<&'b BaseUrl>,
    links: usize,
}

impl<'b> Reader<'b> {
    pub(super) const fn new(base: Option<&'b BaseUrl>) -> Self {
        Self { base, links: 0 }
    }

    /// Returns the marks of what stands in an element.
    pub(super) fn marks(&mut self, element: ElementRef<'_>, around: &Marks) -> Marks {
        let mark = match element.value().name() {
            "b" | "strong" => Mark::Strong,
            "em" | "i" | "cite" | "dfn" | "var" => Mark::Emphasis,
            "del" | "s" | "strike" => Mark::Struck,
            "a" if !around.iter().any(|mark| matches!(mark, Mark::Link { .. })) => {
                let Some(address) = element.attr("href").and_then(|href| self.address(href)) else {
                    return Rc::clone(around);
                };
                self.links += 1;
                let title = element.attr("title").map(clean);
                Mark::Link { number: self.links, address, title }
            }
            _ => return Rc::clone(around),
        };
        if around.contains(&mark) { Rc::clone(around) } else { around.iter().cloned().chain([mark]).collect() }
    }

    /// Reads what stands in a block as words alone: blocks in it become words beside each other.
    pub(super) fn read(&mut self, element: ElementRef<'_>, marks: &Marks, words: &mut Words) {
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => words.push_text(text, marks),
                (_, Some(child)) if !self.read_leaf(child, marks, words) => {
                    let inner = self.marks(child, marks);
                    words.push_text(if is_block(child.value().name()) { " " } else { "" }, marks);
                    self.read(child, &inner, words);
                    words.push_text(if is_block(child.value().name()) { " " } else { "" }, marks);
                }
                _ => {}
            }
        }
    }

    /// Reads an element without elements in it. Returns `false` if it is another.
    pub(super) fn read_leaf(&self, element: ElementRef<'_>, marks: &Marks, words: &mut Words) -> bool {
        let kind = match element.value().name() {
            "br" => Kind::Break,
            "code" | "kbd" | "samp" | "tt" => {
                Kind::Code(collapse(&clean(&element.text().collect::<String>())).trim().to_owned())
            }
            "img" => match self.picture(element) {
                Some(picture) => Kind::Picture(picture),
                None => return true,
            },
            name => return DROPPED.contains(&name),
        };
        words.0.push(Word { kind, marks: Rc::clone(marks) });
        true
    }

    fn picture(&self, element: ElementRef<'_>) -> Option<String> {
        let address = element.attr("src").and_then(|src| self.address(src)).filter(|src| src.contains(':'))?;
        let alternative = collapse(&clean(element.attr("alt").unwrap_or_default()));
        let alternative = escape::text(alternative.trim(), None);
        let title = element.attr("title").map(clean);
        Some(format!("![{alternative}]({}{})", escape::destination(&address), escape::title(title.as_deref())))
    }

    /// Returns an address that an announcement may hold, as an absolute one if there is a base.
    fn address(&self, address: &str) -> Option<String> {
        let address = clean(address.trim());
        let scheme = address.split_once(':').map(|(scheme, _)| scheme);
        let is_scheme = |scheme: &str| {
            scheme.starts_with(|char: char| char.is_ascii_alphabetic())
                && scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
        };
        match scheme.filter(|scheme| is_scheme(scheme)) {
            Some(scheme) => SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()).then_some(address),
            None if address.is_empty() => None,
            None => match self.base {
                Some(base) => base.resolve(&address),
                None => Some(address),
            },
        }
    }
}

impl Words {
    /// Adds text of HTML.
    pub(super) fn push_text(&mut self, text: &str, marks: &Marks) {
        let text = collapse(&clean(text));
        if text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(Word { kind: Kind::Text(last), marks: same }) if same == marks => {
                let text = if last.ends_with(' ') { text.trim_start_matches(' ') } else { &text };
                last.push_str(text);
            }
            _ => self.0.push(Word { kind: Kind::Text(text), marks: Rc::clone(marks) }),
        }
    }

    /// Returns the words as Markdown, on one line.
    pub(super) fn into_line(mut self) -> String {
        for word in &mut self.0 {
            if matches!(word.kind, Kind::Break) {
                word.kind = Kind::Text(" ".to_owned());
            }
        }
        write(&self.0)
    }

    /// Returns the words as paragraphs of Markdown: two line breaks begin a new one.
    pub(super) fn to_paragraphs(&self) -> Vec<String> {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        while start < self.0.len() {
            let end = self.paragraph_end(start);
            let paragraph = write(&self.0[start..end]);
            if !paragraph.trim().is_empty() {
                paragraphs.push(paragraph);
            }
            start = end + 1;
        }
        paragraphs
    }

    /// Returns the position of the line break that ends a paragraph.
    fn paragraph_end(&self, start: usize) -> usize {
        let mut last_break = None;
        for (at, word) in self.0.iter().enumerate().skip(start) {
            match &word.kind {
                Kind::Break => match last_break {
                    Some(first) => return first,
                    None => last_break = Some(at),
                },
                Kind::Text(text) if text.trim().is_empty() => {}
                _ => last_break = None,
            }
        }
        self.0.len()
    }
}

/// Returns whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    const INLINE: [&str; 40] = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small",
        "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    ];
    !INLINE.contains(&name) && name != "wbr" && !name.contains('-')
}

/// Returns text without characters that no announcement holds or nobody sees.
pub(super) fn clean(text: &str) -> String {
    let (text, _) = without_unseen(text);
    text.chars().map(|char| if is_xml_character(char) { char } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// Returns text with one space in place of the white space of HTML (a no-break space is none).
fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for char in text.chars() {
        if !matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
            collapsed.push(char);
        } else if !collapsed.ends_with(' ') {
            collapsed.push(' ');
        }
    }
    collapsed
}

/// Markdown of a paragraph that is being written.
#[derive(Default)]
struct Line {
    markdown: String,
    /// Marks that are open, and how they are closed.
    open: Vec<(Mark, &'static str)>,
    /// Space or line break before the next word.
    gap: Option<&'static str>,
    /// Emphasis was closed, and nothing written since.
    is_behind_emphasis: bool,
}

/// Returns words as Markdown. Emphasis that Markdown cannot express is left out.
fn write(words: &[Word]) -> String {
    let markdown = write_with(words, |_| true);
    let is_emphasis = |mark: &Mark| !matches!(mark, Mark::Link { .. });
    if !words.iter().any(|word| word.marks.iter().any(is_emphasis)) {
        return markdown;
    }
    let signs = |text: &str| text.chars().filter(|char| matches!(char, '*' | '_' | '~')).count();
    let plain = write_with(words, |mark| !is_emphasis(mark));
    let shown = |markdown: &str| Body::new(markdown).map(|body| signs(body.text())).ok();
    if shown(&markdown) == shown(&plain) { markdown } else { plain }
}

fn write_with(words: &[Word], is_written: impl Fn(&Mark) -> bool) -> String {
    let mut line = Line::default();
    for Word { kind, marks } in words {
        let marks: Vec<&Mark> = marks.iter().filter(|mark| is_written(mark)).collect();
        match kind {
            Kind::Break => line.gap = Some("\\\n"),
            Kind::Text(text) => {
                line.space(text.starts_with(' '));
                let trimmed = text.trim_matches(' ');
                if trimmed.is_empty() {
                    line.close(line.common(&marks));
                } else {
                    line.push(&marks, |line| line.text(trimmed));
                    line.space(text.ends_with(' '));
                }
            }
            Kind::Code(code) if code.is_empty() => {}
            Kind::Code(code) => line.push(&marks, |_| code_span(code)),
            Kind::Picture(picture) => line.push(&marks, |_| picture.clone()),
        }
    }
    line.close(0);
    line.markdown
}

impl Line {
    fn space(&mut self, is_there: bool) {
        if is_there && self.gap.is_none() {
            self.gap = Some(" ");
        }
    }

    /// Writes a word: closes the marks that it does not have, and opens its own.
    fn push(&mut self, marks: &[&Mark], word: impl FnOnce(&Self) -> String) {
        let common = self.common(marks);
        self.close(common);
        if let Some(gap) = self.gap.take().filter(|_| !self.markdown.is_empty()) {
            self.markdown.push_str(gap);
            self.is_behind_emphasis = false;
        }
        for mark in &marks[common..] {
            // Asterisks right behind others would be taken for more of them.
            let sign = match mark {
                Mark::Strong if self.is_behind_emphasis => "__",
                Mark::Strong => "**",
                Mark::Emphasis if self.is_behind_emphasis => "_",
                Mark::Emphasis => "*",
                Mark::Struck => "~~",
                Mark::Link { .. } => "[",
            };
            self.markdown.push_str(sign);
            self.open.push(((*mark).clone(), sign));
        }
        let word = word(self);
        self.markdown.push_str(&word);
        self.is_behind_emphasis = false;
    }

    /// Returns the number of open marks that words have as well.
    fn common(&self, marks: &[&Mark]) -> usize {
        self.open.iter().zip(marks).take_while(|((open, _), mark)| open == **mark).count()
    }

    /// Closes the marks but for the outermost ones.
    fn close(&mut self, kept: usize) {
        for (mark, sign) in self.open.split_off(kept).into_iter().rev() {
            if let Mark::Link { address, title, .. } = mark {
                let (address, title) = (escape::destination(&address), escape::title(title.as_deref()));
                self.markdown.extend(["](", &address, &title, ")"]);
            } else {
                self.markdown.push_str(sign);
                self.is_behind_emphasis = mark != Mark::Struck;
            }
        }
    }

    fn text(&self, text: &str) -> String {
        let escaped = escape::text(text, self.markdown.chars().next_back());
        let is_start = self.markdown.is_empty() || self.markdown.ends_with('\n');
        if is_start { escape::line_start(escaped) } else { escaped }
    }
}

/// Returns text of a program, between as many backticks as no part of it has.
fn code_span(code: &str) -> String {
    let longest = code.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}
