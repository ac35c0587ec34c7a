use super::split::{Format, Split};
use crate::{Category, Doubt, Draft, date::read_date, markdown::markdown, source::is_address};
use anslag_core::Body;
use anslag_html::BaseUrl;
use quick_xml::escape::unescape;
use toml_edit::{Table, value};

/// Entry of a feed in any format.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    /// Guid or id; it may be missing.
    pub(crate) id: Option<String>,
    /// `true` if the id is an address that leads to the announcement.
    pub(crate) is_permalink: bool,
    pub(crate) link: Option<String>,
    /// `true` if the feed is RSS, which leaves open if a title is text or HTML.
    pub(crate) is_rss: bool,
    /// Plain text, which RSS may have escaped twice.
    pub(crate) title: Option<String>,
    /// HTML.
    pub(crate) summary: Option<String>,
    /// HTML.
    pub(crate) content: Option<String>,
    pub(crate) language: Option<String>,
    /// Date as it is written.
    pub(crate) published: Option<String>,
    /// Date as it is written.
    pub(crate) modified: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) categories: Vec<Category>,
    pub(crate) enclosures: Vec<Enclosure>,
    /// Address of the website, against which links are resolved.
    pub(crate) base: Option<String>,
}

/// File of an entry.
#[derive(Debug, Default)]
pub(crate) struct Enclosure {
    pub(crate) url: String,
    pub(crate) media_type: Option<String>,
    pub(crate) size: Option<u64>,
    pub(crate) title: Option<String>,
}

impl Entry {
    /// Takes from the feed what the entry leaves to it.
    pub(crate) fn or_of_feed(self, feed: &Split<'_>) -> Self {
        let language = self.language.or_else(|| feed.language.clone());
        let is_rss = feed.format != Format::Atom;
        Self { language, is_rss, base: self.base.or_else(|| feed.link.clone()), ..self }
    }

    /// Returns the entry as a draft, and what is doubtful about it. `address` is that of the feed.
    pub(crate) fn into_draft(self, address: Option<&str>) -> (Draft, Vec<Doubt>) {
        let mut doubts = Vec::new();
        let link = self.link.or_else(|| self.id.clone().filter(|_| self.is_permalink));
        let base = link.clone().or(self.base).filter(|base| is_address(base));
        let base = base.or_else(|| address.map(str::to_owned)).and_then(|base| BaseUrl::parse(&base));
        let title = self.title.map(|title| plain(&title, self.is_rss, &mut doubts)).unwrap_or_default();
        let origin = self.id.or_else(|| {
            doubts.push(Doubt::NoOrigin);
            link.clone()
        });
        let day = self.published.as_deref().unwrap_or_default();
        let mut draft = Draft::new(origin.unwrap_or_else(|| format!("{title} {day}")));
        if !title.is_empty() {
            draft.state("title", title);
        }
        let modified = self.modified.filter(|modified| self.published.as_ref() != Some(modified));
        for (key, date) in [("date", &self.published), ("modified", &modified)] {
            let Some(text) = date else { continue };
            match read_date(text, None) {
                Ok(date) if date.doubt.is_none() => draft.state_date(key, &date),
                _ => doubts.push(Doubt::Uncertain { key: key.to_owned(), value: text.clone() }),
            }
        }
        if let Some(language) = &self.language {
            draft.state("language", language.as_str());
        }
        if let Some(link) = link.filter(|link| is_address(link)) {
            draft.state("source", link);
        }
        let content = self.content.map(|html| html_of(html, &mut doubts)).unwrap_or_default();
        let summary = self.summary.map(|html| html_of(html, &mut doubts)).unwrap_or_default();
        let mut of_html = |html: &str| match markdown(html, base.as_ref()) {
            Ok(text) => text,
            Err(limit) => {
                doubts.push(Doubt::Beyond { limit });
                String::new()
            }
        };
        draft.body = of_html(&content);
        let summary = of_html(&summary);
        if let Some((_, link)) = draft.body.split_once("](/").filter(|_| base.is_none()) {
            let end = link.find([')', ' ']).unwrap_or(link.len());
            doubts.push(Doubt::RelativeLink { link: format!("/{}", &link[..end]) });
        }
        if draft.body.is_empty() {
            draft.body = summary;
        } else if !summary.is_empty() && !summary.contains('\n') && !has_words(&draft.body, &summary) {
            let lead = Body::new(&summary).map_or(summary, |lead| lead.text().to_owned());
            draft.state("lead", lead);
        }
        for file in self.enclosures {
            draft.push("attachments", file.into_table(base.as_ref()));
        }
        draft.categories = self.categories;
        draft.author = self.author;
        (draft, doubts)
    }
}

impl Enclosure {
    fn into_table(self, base: Option<&BaseUrl>) -> Table {
        let mut table = Table::new();
        let name = self.url.rsplit('/').next().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        let title = self.title.filter(|title| !title.is_empty());
        table.insert("title", value(title.unwrap_or_else(|| name.to_owned())));
        let address = base.and_then(|base| base.resolve(&self.url));
        table.insert("url", value(address.unwrap_or(self.url)));
        if let Some(media_type) = self.media_type {
            table.insert("media_type", value(media_type));
        }
        // RSS writes 0 for an unknown length.
        if let Some(size) = self.size.filter(|size| *size > 0).and_then(|size| i64::try_from(size).ok()) {
            table.insert("size", value(size));
        }
        table
    }
}

/// Returns whether a text has the words of another at its beginning, whatever the marks between them.
fn has_words(text: &str, beginning: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).take(2000).collect::<String>();
    let beginning = letters(beginning.trim_end_matches(['…', '.']));
    letters(text).starts_with(&beginning)
}

/// Returns a title on one line, in RSS without entities that were escaped twice.
fn plain(text: &str, is_rss: bool, doubts: &mut Vec<Doubt>) -> String {
    let line = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    match unescape(&line) {
        // What was escaped once has tags as they are.
        Ok(decoded) if is_rss && decoded != line && !line.contains('<') => {
            doubts.push(Doubt::EscapedTwice);
            decoded.into_owned()
        }
        _ => line,
    }
}

/// Returns HTML, decoded once more if all of its tags are escaped.
fn html_of(html: String, doubts: &mut Vec<Doubt>) -> String {
    let is_escaped =
        !html.contains('<') && ["&lt;p", "&lt;div", "&lt;br", "&lt;a ", "&lt;ul"].iter().any(|tag| html.contains(tag));
    match unescape(&html) {
        Ok(decoded) if is_escaped => {
            doubts.push(Doubt::EscapedTwice);
            decoded.into_owned()
        }
        _ => html,
    }
}
