use crate::limit::{self, Limit};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use pulldown_cmark::TagEnd;
use std::{borrow::Cow, convert::Infallible};

/// Elements without content.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that a parser closes and reopens around each block (HTML Living Standard, section 13.2.4.3).
const EMPHASIS: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements whose end tag may be left out.
const IMPLIED: [&str; 13] =
    ["colgroup", "dd", "dt", "li", "optgroup", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// Elements that no end tag of words within them closes (the same, section 13.2.4.2).
const BLOCKS: [&str; 56] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "html",
    "iframe",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "plaintext",
    "pre",
    "script",
    "search",
    "section",
    "select",
    "style",
    "summary",
    "table",
    "template",
    "textarea",
    "title",
    "ul",
    "xmp",
    "svg",
    "math",
];

/// Depth of the elements of a text, never less than that of the tree that a browser makes of it.
///
/// An end tag counts only if every parser closes the element by it. So tags in the wrong order make the text deeper.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<Open>,
    has_foreign: bool,
    tags: usize,
    /// Number of elements that a parser opens anew, because they were open where a block began or ended.
    reopened: usize,
}

/// Element that is open.
#[derive(Debug)]
struct Open {
    name: Cow<'static, str>,
    kind: Kind,
}

/// Kind of an element, by how it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Void,
    Inline,
    Emphasis,
    Implied,
    Block,
}

impl Kind {
    fn of(name: &str) -> Self {
        let lists: [(&[&str], Self); 4] =
            [(&VOID, Self::Void), (&EMPHASIS, Self::Emphasis), (&IMPLIED, Self::Implied), (&BLOCKS, Self::Block)];
        lists.into_iter().find(|(names, _)| names.contains(&name)).map_or(Self::Inline, |(_, kind)| kind)
    }

    fn is_in_line(self) -> bool {
        matches!(self, Self::Inline | Self::Emphasis)
    }
}

/// Returns the first limit that HTML exceeds. `None` means that any parser reads the HTML in time linear in its length.
///
/// ```
/// use anslag_core::{exceeded_by_html, limit};
///
/// assert_eq!(exceeded_by_html("<p>a<p>b</p>"), None);
/// assert_eq!(exceeded_by_html(&"</b><div>".repeat(1000)), Some(limit::BODY_LEVELS));
/// ```
#[must_use]
pub fn exceeded_by_html(html: &str) -> Option<&'static Limit> {
    let mut nesting = Nesting::default();
    let exceeded = nesting.read(html).err();
    // Drawings and formulas have a grammar of their own, in which tags can hide from this reader.
    let may_hide = nesting.has_foreign && html.len() > SMALL;
    exceeded.or(may_hide.then_some(limit::BODY_LEVELS))
}

/// Elements that any text may reopen.
const REOPENED: usize = 1000;

/// Bytes of HTML that every parser reads quickly, whatever they are.
const SMALL: usize = 1 << 13;

impl Nesting {
    /// Reads the tags of HTML.
    pub(super) fn read(&mut self, html: &str) -> Result<(), &'static Limit> {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let token: Result<Token, Infallible> = token;
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) if limit::ATTRIBUTES.is_exceeded_by(tag.attributes.len()) => {
                    return Err(limit::ATTRIBUTES);
                }
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    let kind = Kind::of(&name);
                    self.begin(name.into(), kind)?;
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    self.end(&name, Kind::of(&name));
                }
                Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        Ok(())
    }

    /// Begins an element, and closes those that it implies to be ended.
    pub(super) fn begin(&mut self, name: Cow<'static, str>, kind: Kind) -> Result<(), &'static Limit> {
        if kind == Kind::Void {
            return Ok(());
        }
        self.has_foreign |= matches!(&*name, "svg" | "math");
        if matches!(kind, Kind::Implied | Kind::Block) {
            self.close(&["p"], |open| open.kind.is_in_line());
        }
        let same: &[&str] = match &*name {
            "dd" | "dt" => &["dd", "dt"],
            "td" | "th" => &["td", "th"],
            "li" => &["li"],
            "tr" => &["tr"],
            "option" => &["option"],
            _ => &[],
        };
        self.close(same, |open| open.kind.is_in_line() || matches!(&*open.name, "td" | "th"));
        self.open.push(Open { name, kind });
        let emphasis = self.count_reopened(kind);
        if limit::EMPHASIS_LEVELS.is_exceeded_by(emphasis) {
            return Err(limit::EMPHASIS_LEVELS);
        }
        if self.reopened > REOPENED + limit::OPEN_EMPHASIS.most * self.tags {
            return Err(limit::OPEN_EMPHASIS);
        }
        if limit::BODY_LEVELS.is_exceeded_by(self.open.len()) { Err(limit::BODY_LEVELS) } else { Ok(()) }
    }

    /// Counts a tag and what it reopens. Returns the number of levels of emphasis.
    fn count_reopened(&mut self, kind: Kind) -> usize {
        let emphasis = self.open.iter().filter(|open| open.kind == Kind::Emphasis).count();
        self.tags += 1;
        self.reopened += if kind.is_in_line() { 0 } else { emphasis };
        emphasis
    }

    /// Ends an element.
    pub(super) fn end(&mut self, name: &str, kind: Kind) {
        if kind.is_in_line() {
            let words = self.open.iter().rev().take_while(|open| open.kind.is_in_line());
            if let Some(above) = words.enumerate().find_map(|(above, open)| (*open.name == *name).then_some(above)) {
                self.open.remove(self.open.len() - 1 - above);
            }
        } else {
            self.close(&[name], |open| open.kind != Kind::Block);
        }
        self.count_reopened(kind);
    }

    /// Closes the innermost of some elements and the elements in it, if it may `pass` those. Emphasis goes on behind it.
    fn close(&mut self, names: &[&str], pass: impl Fn(&Open) -> bool) {
        let is_meant = |open: &Open| names.contains(&&*open.name);
        let stop = self.open.iter().rposition(|open| is_meant(open) || !pass(open));
        if let Some(at) = stop.filter(|at| is_meant(&self.open[*at])) {
            let inside = self.open.split_off(at);
            self.open.extend(inside.into_iter().filter(|open| open.kind == Kind::Emphasis));
        }
    }
}

/// Returns the HTML element that an element of Markdown is; `None` if it is none.
pub(super) fn html_element(tag: TagEnd) -> Option<(&'static str, Kind)> {
    Some(match tag {
        TagEnd::Paragraph => ("p", Kind::Implied),
        TagEnd::Heading(_) => ("h1", Kind::Block),
        TagEnd::BlockQuote(_) => ("blockquote", Kind::Block),
        TagEnd::CodeBlock => ("pre", Kind::Block),
        TagEnd::List(_) => ("ul", Kind::Block),
        TagEnd::Item => ("li", Kind::Implied),
        TagEnd::Table => ("table", Kind::Block),
        TagEnd::TableHead | TagEnd::TableRow => ("tr", Kind::Implied),
        TagEnd::TableCell => ("td", Kind::Implied),
        TagEnd::Emphasis => ("em", Kind::Emphasis),
        TagEnd::Strong => ("strong", Kind::Emphasis),
        TagEnd::Strikethrough => ("del", Kind::Inline),
        TagEnd::Link => ("a", Kind::Emphasis),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, open: &[&str]) {
        let mut nesting = Nesting::default();
        nesting.read(html).unwrap();
        let names: Vec<&str> = nesting.open.iter().map(|open| &*open.name).collect();
        assert_eq!(names, open, "{html}");
    }

    #[test]
    fn what_is_written_well_is_closed() {
        check("<div><p>a<br>b<p>c</div><UL><li>a<li>b</ul><hr><img src=x>", &[]);
        check("<table><tr><td>a<td>b<tr><th>c</table><dl><dt>a<dd>b</dl>", &[]);
        check("<p><b>a <i>b</b> c</i></p><a href=x><span>d</span></a>", &[]);
        check("<div title='</div>'><!-- </div> --></div>", &[]);
    }

    #[test]
    fn what_stays_open_is_counted() {
        check("</b><div></i><div>", &["div", "div"]);
        check("<b><div></b>", &["b", "div"]);
        check("<p><b>a<p>b", &["b", "p"]);
        check("<dd><li><dd><li>", &["dd", "li", "dd", "li"]);
        check("<div><table><td></div>", &["div", "table", "td"]);
        check("<div title='</div>'><!x </div>", &["div"]);
        check("<a><div></a>", &["a", "div"]);
    }

    #[test]
    fn limits_hold() {
        let exceeded = |html: &str| exceeded_by_html(html);
        for piece in ["</b><div>", "<dd><li>", "<table><td>", "<svg><g>", "<span>", "<div x='</div>'>"] {
            assert_eq!(exceeded(&piece.repeat(1000)), Some(limit::BODY_LEVELS), "{piece}");
        }
        for piece in ["<p><b title=1>a", "<b><div></b>", "<a><div></a>"] {
            assert_eq!(exceeded(&piece.repeat(40)), Some(limit::EMPHASIS_LEVELS), "{piece}");
        }
        let left_open = |count, blocks| exceeded(&format!("{}{}", "<b>".repeat(count), "<p>a".repeat(blocks)));
        assert_eq!((left_open(20, 1000), left_open(4, 10_000)), (Some(limit::OPEN_EMPHASIS), None));
        let attributes = |count| (0..count).map(|n| format!(" a{n}=1")).collect::<String>();
        assert_eq!(exceeded(&format!("<b{}>", attributes(101))), Some(limit::ATTRIBUTES));
        assert_eq!(exceeded(&format!("<b{}></b>", attributes(100)).repeat(1000)), None);
        assert_eq!(exceeded("<svg><path d='M0 0'/></svg>"), None);
        assert_eq!(exceeded(&format!("<svg><style>{}</style></svg>", "<div>".repeat(2000))), Some(limit::BODY_LEVELS));
        for piece in ["<p><b>a</b>", "<div>a</div>", "<li>a", "<tr><td>a", "<b><i>a</b></i>", "<br>", "</div>"] {
            assert_eq!(exceeded(&piece.repeat(10_000)), None, "{piece}");
        }
    }
}
