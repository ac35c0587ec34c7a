use ammonia::{Builder, Url, UrlRelative};
use anslag_core::{Announcement, Fact, Facts, Image, Iri, LanguageTag, Publication, is_xml_character};
use quick_xml::escape::{escape, partial_escape};
use std::{borrow::Cow, collections::HashSet};

/// Elements whose content a parser takes for text, so that the tags in it would be shown (HTML, section 13.2.5).
const TEXT_ONLY: [&str; 7] = ["iframe", "noembed", "noframes", "plaintext", "textarea", "title", "xmp"];

/// How deep elements may stand in each other: far deeper than people write, and little enough for a parser whose time
/// grows with the square of the depth.
const MAX_DEPTH: usize = 256;

/// How many bytes are looked through at most for what is to be escaped: a second's work.
const MAX_LOOKS: usize = 1 << 33;

/// Elements that hold nothing, or that the next of their kind ends: they may be many without being deep.
const FLAT: [&str; 14] = ["area", "br", "col", "dd", "dt", "hr", "img", "input", "li", "p", "td", "th", "tr", "wbr"];

/// What makes the content of announcements safe; set up once for a page.
pub(crate) struct ContentRenderer {
    keep: Builder<'static>,
    strip: Builder<'static>,
}

impl ContentRenderer {
    pub(crate) fn new() -> Self {
        let mut keep = Builder::default();
        // Ammonia neither checks nor resolves `cite`, which few readers show.
        keep.url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .add_generic_attributes(["dir"])
            .add_clean_content_tags(TEXT_ONLY)
            .rm_tag_attributes("blockquote", ["cite"])
            .rm_tag_attributes("q", ["cite"])
            .rm_tag_attributes("del", ["cite"])
            .rm_tag_attributes("ins", ["cite"]);
        Self { keep, strip: Builder::empty() }
    }

    /// An announcement's lead, body, pictures and facts as HTML that can stand in any page: no script, style, frame, event handler,
    /// `javascript:` or `data:` address, and no relative address. It is never empty: where there is none of
    /// them, it is the title.
    ///
    /// No word of the body's plain text is lost. Where raw HTML would swallow one, or nests absurdly deep, or where a text
    /// of megabytes is all `&`, the plain text stands for the body.
    ///
    /// Relative addresses are meant from the page that the announcement was first published on, else from its own,
    /// `{announcement}/`.
    pub(crate) fn render(&mut self, publication: &Publication, announcement: &Announcement) -> String {
        self.resolve_from(announcement.source.as_ref(), &publication.announcement(&announcement.id));
        let mut html = announcement.lead.as_ref().map_or_else(String::new, |lead| plain(lead.as_str()));
        html.push_str(&self.body(announcement));
        announcement.images.iter().for_each(|image| push_figure(&mut html, image));
        push_facts(&mut html, &Facts::of(publication, announcement), &announcement.language);
        if html.trim().is_empty() { plain(announcement.title.as_str()) } else { html }
    }

    fn body(&self, announcement: &Announcement) -> String {
        let body = &announcement.body;
        let html = body.unsafe_html();
        if depth(&html) > MAX_DEPTH || looks(&html) > MAX_LOOKS {
            return plain(body.text());
        }
        let clean = apart(self.keep.clean(&html).to_string());
        // Only raw HTML can hold what follows: a reference such as `&#8;`, which is resolved to a character that XML
        // forbids, or an element that swallows text.
        if !body.markdown().contains('<') {
            return clean;
        }
        let clean = publishable(clean);
        if holds(&self.strip.clean(&clean).to_string(), body.text()) { clean } else { plain(body.text()) }
    }

    fn resolve_from(&mut self, source: Option<&Iri>, iri: &Iri) {
        let page = |iri: &Iri| Url::parse(iri.as_str()).ok().filter(|url| !url.cannot_be_a_base());
        let own = || Url::parse(&format!("{iri}/")).ok();
        self.keep.url_relative(match source.and_then(page).or_else(own) {
            Some(base) => UrlRelative::RewriteWithBase(base),
            None => UrlRelative::Deny,
        });
    }
}

/// A picture with what somebody who cannot see it should know, and with its caption and its maker.
fn push_figure(html: &mut String, image: &Image) {
    let below = image.caption.iter().map(AsRef::as_ref).chain(image.credit.iter().map(AsRef::as_ref));
    let below: Vec<&str> = below.collect();
    html.push_str("<figure><img src=\"");
    html.push_str(&escape(image.url.as_str()));
    html.push_str("\" alt=\"");
    html.push_str(&escape(image.alt.as_str()));
    html.push_str("\">");
    if !below.is_empty() {
        html.push_str("<figcaption>");
        html.push_str(&partial_escape(below.join(" ")));
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>\n");
}

/// What the parts of an announcement say, a list of terms and descriptions for each. The words are marked where they are
/// in another language than the announcement.
fn push_facts(html: &mut String, facts: &Facts, language: &LanguageTag) {
    let lang =
        if facts.language == language.primary() { String::new() } else { format!(" lang=\"{}\"", facts.language) };
    for section in &facts.sections {
        html.extend(["<h2", &lang, ">", &partial_escape(section.heading), "</h2>\n<dl>\n"]);
        for Fact { label, value, is_worded, link } in &section.facts {
            let lang_of_value = if *is_worded { lang.as_str() } else { "" };
            html.extend(["<dt", &lang, ">", &partial_escape(label), "</dt>\n<dd", lang_of_value, ">"]);
            let value = partial_escape(value).replace('\n', "<br>\n");
            match link {
                Some(link) => html.extend(["<a href=\"", &escape(link.as_str()), "\">", &value, "</a>"]),
                None => html.push_str(&value),
            }
            html.push_str("</dd>\n");
        }
        html.push_str("</dl>\n");
    }
}

/// Plain text as paragraphs: an empty line ends one, a line break breaks a line.
fn plain(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 9 / 8);
    for paragraph in text.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')).filter(|p| !p.is_empty()) {
        html.push_str("<p>");
        html.push_str(&partial_escape(paragraph).replace('\n', "<br>\n"));
        html.push_str("</p>\n");
    }
    html
}

/// The HTML with a line break between table cells, so that their words stay words where somebody drops the tags.
fn apart(html: String) -> String {
    if !html.contains("<table") {
        return html;
    }
    html.replace("</th><th", "</th>\n<th").replace("</td><td", "</td>\n<td").replace("</th><td", "</th>\n<td")
}

/// How deep the elements of HTML stand in each other at most, by its tags alone.
fn depth(html: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for tag in html.split('<').skip(1) {
        let name =
            |tag: &str| tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
        let counts = |name: String| !name.is_empty() && !FLAT.contains(&name.as_str());
        match tag.strip_prefix('/') {
            Some(end) => depth = depth.saturating_sub(usize::from(counts(name(end)))),
            None => depth += usize::from(counts(name(tag))),
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// How many bytes html5ever looks through to write HTML: of each `&` and each character that begins like a no-break space,
/// all the text after it, up to the next `<` or `>`.
fn looks(html: &str) -> usize {
    let of_text = |text: &str| text.len() * text.bytes().filter(|byte| matches!(byte, b'&' | 0xc2)).count();
    html.split(['<', '>']).map(of_text).fold(0, usize::saturating_add)
}

/// The text with line ends as LF, and U+FFFD for characters that XML forbids.
fn publishable(text: String) -> String {
    if text.chars().all(|c| is_xml_character(c) && c != '\r') {
        return text;
    }
    let replace = |c| if is_xml_character(c) { c } else { char::REPLACEMENT_CHARACTER };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(replace).collect()
}

/// Whether the words of `text` stand in `stripped`, HTML without any element, in their order.
fn holds(stripped: &str, text: &str) -> bool {
    let found = unescape(stripped);
    let mut rest = words(&found);
    words(text).all(|word| rest.any(|other| other == word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Resolves the references that HTML serialisation writes in text (HTML, section 13.3).
fn unescape(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return html.into();
    }
    html.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_paragraphs_of_plain_text_stay_apart() {
        assert_eq!(plain("a < b\nc\n\n\nd &amp; e"), "<p>a &lt; b<br>\nc</p>\n<p>d &amp;amp; e</p>\n");
    }

    #[test]
    fn depth_counts_elements_that_stand_in_each_other() {
        assert_eq!(depth("a < b &lt;div>"), 0);
        assert_eq!(depth("<div><p><br><p></div><DIV></DIV></div>"), 1);
        assert_eq!(depth("<ul><li><ul><li>a</li></ul></li></ul>"), 2);
    }

    #[test]
    fn looks_are_counted_for_each_text() {
        assert_eq!(looks("<p>a & b</p>"), 5);
        assert_eq!(looks("<p>&&§</p><p>&amp;</p>"), 4 * 3 + 5);
    }

    #[test]
    fn words_are_looked_for_in_their_order() {
        assert!(holds("one more two", "one, two"));
        assert!(holds("a&nbsp;b &amp;lt;", "a b &lt;"));
        assert!(!holds("two one", "one two"));
        assert!(!holds("one", "one one"));
        assert!(holds("", " - "));
    }

    #[test]
    fn forbidden_characters_are_replaced() {
        assert_eq!(publishable("a\u{8}b\r\nc\rd".to_owned()), "a\u{fffd}b\nc\nd");
    }
}
