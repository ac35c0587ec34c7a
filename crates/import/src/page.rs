//! Pages of websites: one announcement each.
//!
//! The places of facts are those of the system that made the page. What the page states as JSON-LD beats what it shows.

mod contact;
mod date;
mod file;
mod json_ld;
mod log;
mod select;
mod system;
mod trim;

use crate::{
    Doubt, Draft, Drafts, Finding, Profile, Source,
    html::{parse_fragment, parse_page},
    markdown::{markdown, of_element},
};
use anslag_core::{Country, LanguageTag, limit::Limit};
use anslag_html::{BaseUrl, is_quickly_escaped, paragraphs};
use dom_smoothie::{Config, Readability};
use ego_tree::NodeId;
use jiff::civil::Date;
use json_ld::Facts;
use scraper::{ElementRef, Html};
use select::{absolute, all, attribute, first, words};
use system::System;
use toml_edit::{Datetime, Value};

/// Maximum number of elements of a page whose main part has to be guessed.
const MOST_GUESSED: usize = 100_000;

/// A page to read.
#[derive(Clone, Copy, Debug)]
pub struct Page<'p> {
    /// Path or address, for findings.
    pub name: &'p str,
    /// Address, if it is known.
    pub address: Option<&'p str>,
    /// Country whose people wrote the telephone numbers.
    pub country: Country,
    /// The page.
    pub html: &'p str,
}

/// Reads a page as a draft. Refuses a page that is nested too deep or too long.
///
/// ```
/// use anslag_core::Country;
/// use anslag_import::{Page, read_page};
///
/// let html = "<main><h1>Vatten</h1><p>Publicerad 2021-05-18</p><p>Vattnet är på.</p></main>";
/// let page = Page { name: "a.html", address: None, country: Country::new("SE")?, html };
/// let draft = read_page(page, &mut Vec::new()).expect("a small page");
/// assert_eq!(
///     draft.to_source(),
///     "+++\ntitle = \"Vatten\"\ndate = 2021-05-18 # \"Publicerad 2021-05-18\"\n+++\n\nVattnet är på.\n"
/// );
/// # Ok::<(), anslag_core::CodeError>(())
/// ```
pub fn read_page(page: Page<'_>, findings: &mut Vec<Finding>) -> Result<Draft, &'static Limit> {
    let mut html = parse_page(page.html)?;
    let facts = Facts::read(&html);
    let system = System::of(&html);
    trim::remove_noise(&mut html);

    let address = page.address.and_then(BaseUrl::parse);
    let link = attribute(&html, "link[rel=canonical]", "href")
        .or_else(|| attribute(&html, "meta[property='og:url']", "content"))
        .and_then(|link| absolute(&link, address.as_ref()))
        .or_else(|| page.address.map(str::to_owned));
    let base = address.or_else(|| link.as_deref().and_then(BaseUrl::parse));
    let mut reader = Reader { page, base, system, findings, draft: Draft::new(link.as_deref().unwrap_or(page.name)) };
    let title = reader.state_title(&html, &facts);
    let published = reader.state_facts(&html, &facts, link);

    let mut main = html;
    let mut content = first(&main, system.content).map(|content| content.id());
    if content.is_none()
        && is_quickly_escaped(page.html)
        && let Some(guessed) = guess(&main.html())
    {
        main = parse_fragment(&guessed)?;
        content = Some(main.root_element().id());
    }
    if let Some(content) = content {
        let taken = reader.take(&main, content, &facts, title.as_deref(), published);
        trim::remove(&mut main, content, &taken);
        if let Some(content) = main.tree.get(content).and_then(ElementRef::wrap) {
            reader.draft.body = of_element(content, reader.base.as_ref())?;
        }
    }
    if reader.draft.body.is_empty()
        && let Some(text) = &facts.html
    {
        let text = if text.contains('<') { text.clone() } else { paragraphs(text) };
        reader.draft.body = markdown(&text, reader.base.as_ref())?;
    }
    Ok(reader.draft)
}

/// Returns whether a text is a page, by its beginning.
pub(crate) fn is_page(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    let has = |mark: &str| head.contains(mark);
    head.starts_with('<')
        && (has("<html") || has("<body") || has("<main"))
        && !(has("<rss") || has("<feed") || has("<rdf:rdf"))
}

/// Reads a source that is a page.
pub(crate) fn read(source: &Source, _: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let html = source.text(drafts);
    let page = Page { name: &source.name, address: source.address(), country: drafts.country, html: &html };
    match read_page(page, drafts.findings()) {
        Ok(draft) => drafts.push(draft),
        Err(limit) => Err(Finding::new(&source.name, Doubt::OverLimit { limit })),
    }
}

/// Returns the part of a page that seems to be its main one, in HTML.
fn guess(html: &str) -> Option<String> {
    let config = Config { max_elements_to_parse: MOST_GUESSED, disable_json_ld: true, ..Config::default() };
    let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
    Some(article.content.to_string())
}

/// Reads a page into a draft.
struct Reader<'p, 'f> {
    page: Page<'p>,
    base: Option<BaseUrl>,
    system: &'static System,
    findings: &'f mut Vec<Finding>,
    draft: Draft,
}

impl Reader<'_, '_> {
    fn find(&mut self, doubt: Doubt, excerpt: &str) {
        let source = self.page.name.to_owned();
        self.findings.push(Finding { source, line: None, excerpt: excerpt.to_owned(), doubt });
    }

    /// Warns of a value that contradicts the stated one.
    fn compare(&mut self, key: &str, kept: &str, other: &str) {
        if kept != other {
            let doubt = Doubt::Contradiction { key: key.to_owned(), kept: kept.into(), other: other.into() };
            self.find(doubt, "");
        }
    }

    fn state_title(&mut self, html: &Html, facts: &Facts) -> Option<String> {
        let heading = first(html, self.system.title).map(words).filter(|heading| !heading.is_empty());
        let named = facts.get("title").map(str::to_owned);
        if let (Some(named), Some(heading)) = (&named, &heading) {
            self.compare("title", named, heading);
        }
        let stated = named.or(heading).or_else(|| attribute(html, "meta[property='og:title']", "content"))?;
        self.draft.state("title", stated.clone());
        Some(stated)
    }

    /// States what the page has as data. Returns the day of publication.
    fn state_facts(&mut self, html: &Html, facts: &Facts, link: Option<String>) -> Option<Date> {
        let meta = |property: &str| attribute(html, &format!("meta[property='{property}']"), "content");
        let shown = date::shown(html, self.system.published, &date::PUBLISHED);
        let published =
            self.state_date("date", [facts.get("date").map(str::to_owned), meta("article:published_time")], shown);
        for key in ["type", "lead", "expires"] {
            if let Some(fact) = facts.get(key) {
                self.draft.state(key, to_value(fact));
            }
        }
        let language = facts.get("language").map(str::to_owned).or_else(|| attribute(html, "html", "lang"));
        if let Some(language) = language.filter(|language| LanguageTag::new(language).is_ok()) {
            // The country is that of a template.
            let language = language
                .split_once(['-', '_'])
                .filter(|(_, country)| country.len() == 2)
                .map_or(&*language, |(main, _)| main);
            self.draft.state("language", language);
        }
        let shown = date::shown(html, self.system.updated, &date::UPDATED);
        self.state_date("modified", [facts.get("modified").map(str::to_owned), meta("article:modified_time")], shown);
        if let Some(link) = link {
            self.draft.state("source", link);
        }
        for (key, fact) in facts.values.iter().filter(|(key, _)| key.starts_with("job.")) {
            self.draft.state(key, to_value(fact));
        }
        for event in &facts.events {
            self.draft.push("events", event.clone());
        }
        published
    }

    /// States the first of several dates that is certain, and compares the others with it.
    fn state_date(&mut self, key: &str, data: [Option<String>; 2], shown: Option<date::Shown>) -> Option<Date> {
        let mut stated: Option<Date> = None;
        let data = data.into_iter().flatten().map(|text| (date::certain(&text), text, None));
        let shown = shown.map(|shown| (shown.date, shown.text.clone(), Some(shown.text)));
        for (date, text, sentence) in data.chain(shown) {
            match (date, stated) {
                (Ok(Some(point)), None) => {
                    let value = to_value(&date::written(point));
                    match sentence {
                        Some(sentence) => self.draft.quote(key, value, &sentence),
                        None => self.draft.state(key, value),
                    }
                    stated = point.day();
                }
                (Ok(Some(point)), Some(day)) => {
                    if let Some(other) = point.day() {
                        self.compare(key, &day.to_string(), &other.to_string());
                    }
                }
                (Ok(None), _) => {}
                (Err(doubt), _) => self.find(Doubt::Date { doubt }, &text),
            }
        }
        stated
    }

    /// Takes from the content what is no text. Returns the elements that are taken.
    fn take(
        &mut self,
        html: &Html,
        content: NodeId,
        facts: &Facts,
        title: Option<&str>,
        published: Option<Date>,
    ) -> Vec<NodeId> {
        let Some(content) = html.tree.get(content).and_then(ElementRef::wrap) else { return Vec::new() };
        let mut taken: Vec<ElementRef<'_>> =
            all(html, "h1").into_iter().filter(|h1| Some(&*words(*h1)) == title).collect();
        taken.extend(first(html, self.system.title));
        taken.extend(date::lines(html, self.system));
        self.take_lead(html, content, facts, &mut taken);
        for block in contact::blocks(html, content, self.system.contacts, &taken, self.page.country) {
            let read = block.read(self.page.country);
            if read.contacts.is_empty() {
                continue;
            }
            for contact in &read.contacts {
                self.draft.push("contacts", contact.to_table());
            }
            for (line, doubt) in read.left {
                let line = block.lines.get(line).map_or("", String::as_str).to_owned();
                self.find(doubt, &line);
            }
            taken.extend(block.elements);
        }
        let files = file::files(html, content, self.base.as_ref(), &taken);
        for file in files {
            self.check_date_of_file(title, &file);
            self.draft.push("attachments", file.to_table());
            taken.extend(file.links.iter().filter_map(|link| trim::block_of(*link, content)));
        }
        if let Some(log) = log::find(html, content, self.system.log) {
            match log::read(log, published) {
                Ok(entries) => {
                    for (entry, guessed) in &entries {
                        self.draft.push("updates", entry.clone());
                        if let Some(doubt) = guessed {
                            let text = entry.get("text").and_then(|text| text.as_str()).unwrap_or_default();
                            self.find(Doubt::Date { doubt: doubt.clone() }, text);
                        }
                    }
                    taken.extend((!entries.is_empty()).then_some(log));
                }
                Err((doubt, text)) => self.find(Doubt::Date { doubt }, &text),
            }
        }
        taken.into_iter().map(|element| element.id()).collect()
    }

    /// States the lead, and takes it from the content, which must not repeat it.
    fn take_lead<'h>(
        &mut self,
        html: &'h Html,
        content: ElementRef<'h>,
        facts: &Facts,
        taken: &mut Vec<ElementRef<'h>>,
    ) {
        let shown = first(html, self.system.lead).filter(|lead| !words(*lead).is_empty());
        match (facts.get("lead"), shown) {
            (Some(lead), _) => {
                let is_lead = |element: &ElementRef<'_>| {
                    select::few_words(*element, lead.chars().count()).as_deref() == Some(lead)
                };
                taken.extend(
                    all(html, "p, div").into_iter().filter(|element| element.id() != content.id() && is_lead(element)),
                );
            }
            (None, Some(shown)) => {
                self.draft.state("lead", words(shown));
                taken.push(shown);
            }
            (None, None) => {}
        }
    }

    /// Warns of a file whose name has another date than the title.
    fn check_date_of_file(&mut self, title: Option<&str>, file: &file::File<'_>) {
        let (Some(title), Some(name)) = (title.and_then(date::only), date::only(&file.title)) else { return };
        if title != name {
            self.find(Doubt::DateOfFile { title: title.to_string(), file: name.to_string() }, &file.title);
        }
    }
}

/// Returns a day or an instant of TOML, or else a text.
fn to_value(text: &str) -> Value {
    let date = text.parse::<Datetime>().ok();
    match date.filter(|date| date.date.is_some() && date.time.is_some() == date.offset.is_some()) {
        Some(date) => date.into(),
        None => text.into(),
    }
}
