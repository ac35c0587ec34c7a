use crate::{cost::is_quickly_escaped, paragraphs, words::contains_words};
use ammonia::{Builder, Url, UrlRelative};
use anslag_core::{
    Body, Iri, exceeded_by_html, html_to_text, is_published_character, is_xml_character, without_unseen,
};
use pulldown_cmark::html::push_html;
use std::{borrow::Cow, collections::HashSet};

/// Elements whose content a parser reads as text, so that tags inside would be shown (HTML Living Standard, section
/// 13.2.5).
const RAW_TEXT_ELEMENTS: [&str; 7] = ["iframe", "noembed", "noframes", "plaintext", "textarea", "title", "xmp"];

/// Blocks that ammonia takes apart though they are harmless: their words would touch those around them.
const MORE_BLOCKS: [&str; 5] = ["address", "fieldset", "legend", "main", "section"];

/// Renders bodies as sanitised HTML.
///
/// Setting it up costs more than rendering a body: keep it for many.
pub struct Sanitizer {
    allowlist: Builder<'static>,
}

/// An absolute URL that relative addresses are resolved against (RFC 3986, section 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Parses an absolute address. Returns `None` if nothing can be resolved against it, as with `urn:isbn:0451450523`.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        Url::parse(address).ok().filter(|url| !url.cannot_be_a_base()).map(Self)
    }

    /// Returns an address as an absolute one. Returns `None` if it cannot be one.
    #[must_use]
    pub fn resolve(&self, address: &str) -> Option<String> {
        self.0.join(address).ok().map(String::from)
    }
}

impl Default for Sanitizer {
    fn default() -> Self {
        let mut allowlist = Builder::default();
        // Ammonia neither checks nor resolves `cite`, which few programs show.
        allowlist
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .add_generic_attributes(["dir"])
            .add_tags(MORE_BLOCKS)
            .add_clean_content_tags(RAW_TEXT_ELEMENTS)
            .rm_tag_attributes("blockquote", ["cite"])
            .rm_tag_attributes("q", ["cite"])
            .rm_tag_attributes("del", ["cite"])
            .rm_tag_attributes("ins", ["cite"])
            .attribute_filter(|_, attribute, value| Some(to_uri(attribute, value)));
        Self { allowlist }
    }
}

impl Sanitizer {
    /// Returns a sanitiser for the elements and attributes that announcements need.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Renders a body. Relative addresses are resolved against `base`, or removed if there is none.
    ///
    /// The result is empty if the body shows nothing. It is the plain text as [`paragraphs`] in three cases: raw HTML
    /// would hide a word of the plain text, elements are nested too deep, or sanitising would take minutes.
    pub fn render(&mut self, body: &Body, base: Option<&BaseUrl>) -> String {
        let mut html = String::with_capacity(body.markdown().len() * 9 / 8);
        push_html(&mut html, body.events());
        let has_html = body.markdown().contains('<');
        if !has_html && let Some(clean) = plain(&html) {
            return clean;
        }
        // The limits on a body hold for the elements of Markdown.
        if has_html && exceeded_by_html(&html).is_some() || !is_quickly_escaped(&html) {
            return paragraphs(body.text());
        }
        self.allowlist.url_relative(match base {
            Some(base) => UrlRelative::RewriteWithBase(base.0.clone()),
            None => UrlRelative::Deny,
        });
        let clean = separate_cells(without_empty_relation(self.allowlist.clean(&html).to_string()));
        // Only raw HTML can hold a reference to a character that no text has (`&#8;`), or an element that hides text.
        if !has_html {
            return clean;
        }
        let clean = replace_forbidden(clean);
        let is_complete = contains_words(&html_to_text(&clean), body.text());
        if is_complete { clean } else { paragraphs(body.text()) }
    }
}

/// Elements that Markdown is rendered with, and that the sanitiser leaves as they are if they have no attributes.
const PLAIN_ELEMENTS: [&str; 15] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "blockquote", "code", "del"];

/// Sanitises what Markdown without HTML is rendered to. Returns `None` if it has other tags than plain ones.
///
/// Most bodies have none, and the sanitiser costs more than all else of a feed. It would only write two characters in another
/// way.
fn plain(html: &str) -> Option<String> {
    let is_plain = |(at, _): (usize, &str)| {
        let tag = &html[at + 1..];
        let name = tag.strip_prefix('/').unwrap_or(tag).split_once('>').map(|(name, _)| name);
        name.is_some_and(|name| PLAIN_ELEMENTS.contains(&name))
    };
    html.match_indices('<').all(is_plain).then(|| html.replace("&quot;", "\"").replace('\u{a0}', "&nbsp;"))
}

/// Turns the absolute address of an attribute into a URI. Leaves relative ones, which are resolved later.
///
/// Markdown percent-encodes a whole address, and the host with it. Browsers understand that, other programs do not.
fn to_uri<'v>(attribute: &str, value: &'v str) -> Cow<'v, str> {
    if !matches!(attribute, "href" | "src") {
        return value.into();
    }
    match Iri::new(value) {
        Ok(iri) => iri.uri().into_owned().into(),
        // Browsers take more than IRIs.
        Err(_) => Url::parse(value).map_or(value.into(), |url| String::from(url).into()),
    }
}

/// Removes the `rel` attribute that ammonia gives to links whose address it has removed: HTML allows it only beside one.
fn without_empty_relation(html: String) -> String {
    const WITH: &str = "<a rel=\"noopener noreferrer\">";
    if html.contains(WITH) { html.replace(WITH, "<a>") } else { html }
}

/// Puts a line break between table cells, so that their words stay apart when a program drops the tags.
fn separate_cells(html: String) -> String {
    if !html.contains("<table") {
        return html;
    }
    html.replace("</th><th", "</th>\n<th").replace("</td><td", "</td>\n<td").replace("</th><td", "</th>\n<td")
}

/// Replaces line ends by LF, and characters that XML forbids by U+FFFD. Removes those that nobody sees.
fn replace_forbidden(html: String) -> String {
    if html.chars().all(|c| is_published_character(c) && c != '\r') {
        return html;
    }
    let (html, _) = without_unseen(&html);
    let replace = |c| if is_xml_character(c) { c } else { char::REPLACEMENT_CHARACTER };
    html.replace("\r\n", "\n").replace('\r', "\n").chars().map(replace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*, sample::select};

    proptest! {
        #[test]
        fn plain_html_is_what_it_is_sanitised_to(parts in vec(select(vec![
            "a", "å", " ", "  ", "\n", "\n\n", "# ", "## ", "> ", "- ", "1. ", "2) ", "*", "**", "_", "~~", "`", "```\n", "&", "&amp;",
            "&lt;", "&gt;", "&quot;", "&nbsp;", "\u{a0}", "\"", "'", "\\", "<", ">", "<b>", "<p>", "<em>", "</em>", "<li>", "\t", "    ", "---\n",
            "\n===\n", "| a | b |\n|---|---|\n", "[a](https://a.example/)", "![a](b)", "[^1]", "\n[^1]: c", "- [x] ", "\u{301}", "\u{2028}",
        ]), 0..40)) {
            if let Ok(body) = Body::new(&parts.concat()) && !body.markdown().contains('<') {
                let mut html = String::new();
                push_html(&mut html, body.events());
                if let Some(plain) = plain(&html) {
                    prop_assert_eq!(plain, Sanitizer::new().allowlist.clean(&html).to_string());
                }
            }
        }
    }

    #[test]
    fn forbidden_characters_are_replaced() {
        assert_eq!(replace_forbidden("a\u{8}b\r\nc\rd".to_owned()), "a\u{fffd}b\nc\nd");
        assert_eq!(replace_forbidden("a\u{ad}b\u{2028}\u{202e}c".to_owned()), "ab c");
    }
}
