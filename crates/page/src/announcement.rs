use crate::{
    Feed, List, Site,
    chart::{self, Bar},
    frame::{Alternate, Frame, LanguageLink, Link, NamedLink},
    language_name::language_name,
    list_words::ListWords,
    picture::{Picture, with_sizes},
    site::{lang_attribute, nearest, render},
    words::Words,
};
use anslag_core::{
    Announcement, AnnouncementId, Contact, Decimal, Funding, Image, Iri, LanguageTag, Location, Moment, Person, Place,
    Quote,
};
use anslag_html::{BaseUrl, Sanitizer, nest_headings, paragraphs};
use anslag_schema::{
    ATTACHMENT, CONTACT, Choice, FUNDING, Fact, Facts, LINK, Names, PERSON, Section, UPDATE, date, number,
    word_language,
};
use askama::Template;
use std::mem;

/// Renders announcements as pages. Setting up its sanitiser costs more than a page: keep it for many.
pub struct Renderer<'a> {
    site: &'a Site<'a>,
    sanitizer: Sanitizer,
}

/// Facts about an announcement that its fields do not hold.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The document about it as JSON-LD.
    pub json_ld: &'a [u8],
    /// The pictures beside its source.
    pub pictures: &'a [Picture<'a>],
    /// The feeds that it is in.
    pub feeds: &'a [&'a Feed],
    /// The announcements that say the same in other languages.
    pub versions: &'a [(&'a AnnouncementId, &'a LanguageTag)],
    /// The announcement before it on its first topic, with the time of its publication.
    pub earlier: Option<&'a (AnnouncementId, Moment)>,
    /// The announcement after it on its first topic.
    pub later: Option<&'a (AnnouncementId, Moment)>,
}

/// Number of feeds that a page offers: an announcement may have hundreds of topics.
const MOST_FEEDS: usize = 20;

#[derive(Template)]
#[template(path = "announcement.html")]
struct AnnouncementPage<'a> {
    frame: Frame<'a>,
    announcement: &'a Announcement,
    /// Type, with a link to its list.
    kind: Link,
    published: Time,
    modified: Option<Time>,
    /// The responsible organisations.
    responsible: Vec<NamedLink>,
    source: Option<Link>,
    replaced_by: Vec<Link>,
    replaces: Option<Link>,
    topics: Vec<NamedLink>,
    places_heading: &'static str,
    places: Vec<NamedLink>,
    pager: &'static str,
    earlier: Option<Near<'a>>,
    later: Option<Near<'a>>,
    beside: Vec<FactList>,
    body: String,
    images: Vec<Figure<'a>>,
    quotes: Vec<Quotation<'a>>,
    funding: Vec<FundingRow<'a>>,
    /// Chart of the shares or the amounts.
    funding_chart: Option<String>,
    has_shares: bool,
    has_amounts: bool,
    /// Log, attachments and links.
    log: Option<Log<'a>>,
    lists: Vec<LinkList>,
    contacts: Vec<ContactCard<'a>>,
    feeds: Vec<NamedLink>,
    /// `true` if it is in more feeds than these.
    is_in_more_feeds: bool,
    /// Documents about the announcement.
    documents: Vec<Alternate>,
    json_ld: String,
}

/// A moment in words, and as machines read it.
struct Time {
    words: String,
    machine: String,
}

/// A link to another announcement on a topic.
struct Near<'a> {
    /// Words around the name of the topic.
    words: (&'static str, &'static str),
    topic: (&'a str, String),
    day: String,
    href: String,
}

/// The facts of a part.
pub(crate) struct FactList {
    pub(crate) heading: String,
    pub(crate) facts: Vec<LabelledFacts>,
}

/// Facts that share a label.
pub(crate) struct LabelledFacts {
    pub(crate) label: String,
    pub(crate) values: Vec<FactValue>,
}

pub(crate) struct FactValue {
    pub(crate) value: String,
    /// `lang` attribute.
    pub(crate) lang: String,
    pub(crate) href: Option<String>,
}

pub(crate) struct Figure<'a> {
    pub(crate) image: &'a Image,
    pub(crate) href: String,
    pub(crate) lines: Vec<&'a str>,
}

struct Quotation<'a> {
    text: String,
    speakers: Vec<Speaker<'a>>,
}

struct Speaker<'a> {
    name: &'a str,
    known: Vec<&'a str>,
}

struct FundingRow<'a> {
    funder: &'a str,
    share: Option<String>,
    amount: Option<String>,
}

struct Log<'a> {
    heading: String,
    entries: Vec<(Time, &'a str)>,
}

struct LinkList {
    heading: String,
    links: Vec<Link>,
}

struct ContactCard<'a> {
    contact: &'a Contact,
    phone: Option<Link>,
    email: Option<Link>,
}

impl<'a> Renderer<'a> {
    /// Returns a renderer for the pages of a site.
    #[must_use]
    pub fn new(site: &'a Site<'a>) -> Self {
        Self { site, sanitizer: Sanitizer::new() }
    }

    /// Renders the page of an announcement.
    pub fn render(&mut self, announcement: &Announcement, context: &Context<'_>) -> String {
        let (site, publication) = (self.site, self.site.publication);
        let body = body(site, &mut self.sanitizer, announcement, context.pictures, 2);
        let words = Words::new(word_language([&announcement.language, &publication.language]));
        let names = Names { publication, announcement };
        let mut facts = Facts::of(publication, announcement);
        let mut take = |key| take_section(&mut facts.sections, key);
        let (log, attachments, links) = (take(UPDATE.spec.key), take(ATTACHMENT.spec.key), take(LINK.spec.key));
        // These are shown in ways of their own.
        for key in [FUNDING.spec.key, PERSON.spec.key, CONTACT.spec.key, "replaced_by"] {
            take(key);
        }
        let funding = announcement.project.iter().flat_map(|project| &project.funding);
        let funding: Vec<_> = funding.map(|row| FundingRow::new(row, names, words.language)).collect();
        let sources = announcement.project.as_ref().map_or(&[][..], |project| &project.funding);
        let unit = announcement.unit.iter().chain([&announcement.publisher]);
        let list_words = ListWords::new(words.language);
        let page_language = announcement.language.primary();
        let name = |text, around| nearest(text, announcement.language.as_str(), publication, around);
        let near = |words_around: &'static str, (id, published): &(AnnouncementId, Moment)| {
            Some(Near {
                words: words_around.split_once("{}")?,
                topic: name(&announcement.topics.first()?.name, words.language),
                day: date::day(published.date(&publication.zone), words.language),
                href: site.href(&publication.announcement(id)),
            })
        };
        let list = |list, (text, lang): (&str, String)| NamedLink {
            name: text.to_owned(),
            lang,
            href: site.list_href(list, words.language),
        };
        let time = |moment| Time::new(moment, site, words.language);
        let page = AnnouncementPage {
            frame: frame(site, &words, announcement, context),
            announcement,
            kind: Link {
                text: Choice::from(announcement.kind).label_in(words.language).to_owned(),
                href: site.list_href(List::Type(announcement.kind), words.language),
            },
            published: time(announcement.published),
            modified: announcement.modified.filter(|own| *own != announcement.published).map(time),
            responsible: unit.map(|own| list(List::Organization(own), name(&own.name, page_language))).collect(),
            source: announcement.source.as_ref().map(|source| page_elsewhere(site, source)),
            replaced_by: announcement.replaced_by.iter().map(|id| other(site, id)).collect(),
            replaces: announcement.replaces.as_ref().map(|id| other(site, id)),
            topics: announcement
                .topics
                .iter()
                .map(|own| list(List::Topic(own), name(&own.name, words.language)))
                .collect(),
            places_heading: list_words.places,
            pager: list_words.pager,
            earlier: context.earlier.and_then(|own| near(list_words.earlier, own)),
            later: context.later.and_then(|own| near(list_words.later, own)),
            places: places(announcement).map(|own| list(List::Place(own), name(&own.name, words.language))).collect(),
            beside: facts
                .sections
                .into_iter()
                .map(|own| FactList::new(own, site, facts.language, announcement))
                .collect(),
            body,
            images: announcement.images.iter().map(|image| Figure::new(image, site)).collect(),
            quotes: announcement.quotes.iter().map(|quote| Quotation::new(quote, names)).collect(),
            has_shares: funding.iter().any(|row| row.share.is_some()),
            has_amounts: funding.iter().any(|row| row.amount.is_some()),
            funding_chart: chart_of(sources, &funding),
            funding,
            log: log.map(|section| Log {
                heading: section.heading,
                entries: announcement.updates.iter().map(|own| (time(own.at), own.text.as_str())).collect(),
            }),
            lists: attachments.into_iter().chain(links).map(|section| LinkList::new(section, site)).collect(),
            contacts: announcement.contacts.iter().map(|contact| ContactCard::new(contact, site)).collect(),
            feeds: offered(context).map(|feed| NamedLink::feed(feed, site, &words)).collect(),
            is_in_more_feeds: context.feeds.len() > MOST_FEEDS,
            documents: documents(site, announcement).collect(),
            json_ld: in_script(context.json_ld),
        };
        render(&page)
    }
}

/// Renders the text as sanitised HTML, whose highest headings have the level `top`.
pub(crate) fn body(
    site: &Site<'_>,
    sanitizer: &mut Sanitizer,
    announcement: &Announcement,
    pictures: &[Picture<'_>],
    top: usize,
) -> String {
    let source = announcement.source.as_ref().and_then(|source| BaseUrl::parse(source.as_str()));
    let own = || BaseUrl::parse(&format!("{}/", site.publication.announcement(&announcement.id)));
    let base = source.or_else(own);
    let html = nest_headings(&sanitizer.render(&announcement.body, base.as_ref()), top);
    with_sizes(with_paths(html, site), pictures, site)
}

/// Makes paths of the addresses of the publication's own files, so that a preview shows its pictures.
fn with_paths(html: String, site: &Site<'_>) -> String {
    let folder = site.publication.file("file/");
    let (address, path) = (folder.uri(), site.href(&folder));
    // In sanitised HTML, no text has a `<` that begins no tag.
    ["<a href=\"", "<img src=\""].iter().fold(html, |html, tag| {
        let absolute = format!("{tag}{address}");
        if html.contains(&absolute) { html.replace(&absolute, &format!("{tag}{path}")) } else { html }
    })
}

/// Returns the places of the register that an announcement mentions, each once.
fn places(announcement: &Announcement) -> impl Iterator<Item = &Place> {
    let mut places: Vec<&Place> = Vec::new();
    for location in announcement.locations() {
        if let Location::Registered(place) = location
            && places.iter().all(|other| other.key != place.key)
        {
            places.push(place);
        }
    }
    places.into_iter()
}

/// Takes the section with this key out of those of an announcement.
fn take_section(sections: &mut Vec<Section>, key: &str) -> Option<Section> {
    let position = sections.iter().position(|section| section.key == key)?;
    Some(sections.remove(position))
}

/// Returns the feeds that the page of an announcement offers. The page of all feeds has the others.
fn offered<'c>(context: &Context<'c>) -> impl Iterator<Item = &'c Feed> {
    context.feeds.iter().take(MOST_FEEDS).copied()
}

/// Makes what stands around an announcement.
fn frame<'a>(site: &'a Site<'a>, words: &'a Words, announcement: &'a Announcement, context: &Context<'_>) -> Frame<'a> {
    let publication = site.publication;
    let address = publication.announcement(&announcement.id);
    let feeds = offered(context).filter_map(|feed| Some(Alternate::feed(site, feed, feed.addresses.first()?)));
    let version = |(id, language): &(&AnnouncementId, &LanguageTag)| LanguageLink {
        language: language.to_string(),
        name: language_name(language).to_owned(),
        href: site.href(&publication.announcement(id)),
        is_current: false,
    };
    let language = announcement.language.as_str();
    let frame = Frame::new(site, words, language, announcement.title.as_str(), &address);
    Frame {
        lang: lang_attribute(words.language, announcement.language.primary()),
        description: shortened(announcement.summary()),
        kind: "article",
        picture: announcement.images.first().map(|image| image.url.uri().into_owned()),
        alternates: documents(site, announcement).chain(feeds).collect(),
        versions: context.versions.iter().map(version).collect(),
        ..frame
    }
}

/// Returns the links to the documents about an announcement.
fn documents<'s>(site: &'s Site<'_>, announcement: &'s Announcement) -> impl Iterator<Item = Alternate> + 's {
    site.documents.iter().map(|format| Alternate {
        media_type: format.spec().media_type,
        title: format.spec().label.to_owned(),
        href: site.href(&site.publication.document_in(&announcement.id, *format)),
    })
}

/// Returns the link to a page elsewhere, whose text is the name of its host.
fn page_elsewhere(site: &Site<'_>, address: &Iri) -> Link {
    let host = address.as_str().split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or(host);
    Link { text: host.to_owned(), href: site.href(address) }
}

/// Returns the link to another announcement, whose text is its id.
fn other(site: &Site<'_>, id: &AnnouncementId) -> Link {
    Link { text: id.to_string(), href: site.href(&site.publication.announcement(id)) }
}

/// Returns the beginning of a text on one line, as long as search engines show it.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 200;
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut line = String::new();
    for word in words {
        if line.chars().count() + word.chars().count() >= LENGTH {
            line.push_str(" …");
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Returns JSON as a script element takes it: no tag, and no white space at the beginning of its lines.
fn in_script(json: &[u8]) -> String {
    let mut text = String::with_capacity(json.len());
    // A string of JSON has no line break, so that only white space between tokens goes.
    for line in String::from_utf8_lossy(json).lines() {
        text.push_str(line.trim_start());
    }
    text.replace('<', "\\u003c")
}

impl Time {
    fn new(moment: Moment, site: &Site<'_>, language: &str) -> Self {
        let zone = &site.publication.zone;
        Self { words: date::moment(moment, zone, language), machine: moment.to_string() }
    }
}

impl FactList {
    pub(crate) fn new(section: Section, site: &Site<'_>, words: &str, announcement: &Announcement) -> Self {
        let mut facts: Vec<LabelledFacts> = Vec::new();
        for Fact { label, value, is_worded, link } in section.facts {
            let around = announcement.language.primary();
            let lang = if is_worded { lang_attribute(words, around) } else { String::new() };
            let value = FactValue { value, lang, href: link.map(|link| site.href(&link)) };
            match facts.last_mut().filter(|last| last.label == label) {
                Some(last) => last.values.push(value),
                None => facts.push(LabelledFacts { label, values: vec![value] }),
            }
        }
        Self { heading: section.heading, facts }
    }
}

impl<'a> Figure<'a> {
    pub(crate) fn new(image: &'a Image, site: &Site<'_>) -> Self {
        let below = image.caption.iter().map(AsRef::as_ref).chain(image.credit.iter().map(AsRef::as_ref));
        Self { image, href: site.href(&image.url), lines: below.collect() }
    }
}

impl<'a> Quotation<'a> {
    fn new(quote: &'a Quote, names: Names<'a>) -> Self {
        let speaker = |Person { name, role, unit, .. }: &'a Person| Speaker {
            name: name.as_str(),
            known: role.iter().map(AsRef::as_ref).chain(unit.iter().map(|unit| names.party(unit))).collect(),
        };
        Self { text: paragraphs(quote.text.as_str()), speakers: quote.speakers.iter().map(speaker).collect() }
    }
}

impl<'a> FundingRow<'a> {
    fn new(funding: &'a Funding, names: Names<'a>, language: &str) -> Self {
        Self {
            funder: names.party(&funding.funder),
            share: funding.percent.map(|percent| number::percent(percent, language)),
            amount: funding.amount.map(|amount| number::money(amount, language)),
        }
    }
}

/// Draws the shares of the funders, or else their amounts in one currency. Returns `None` if there is nothing to compare, or
/// too much for a chart.
fn chart_of(sources: &[Funding], rows: &[FundingRow<'_>]) -> Option<String> {
    const MOST: usize = 15;
    if !(2..=MOST).contains(&sources.len()) {
        return None;
    }
    let number = |decimal: Decimal| decimal.plain().parse::<f64>().ok();
    let share =
        |(source, row): (&Funding, &FundingRow<'_>)| Some((number(source.percent?.value())?, row.share.clone()?));
    let currency = sources[0].amount.map(|money| money.currency);
    let amount = |(source, row): (&Funding, &FundingRow<'_>)| {
        let money = source.amount.filter(|money| Some(money.currency) == currency)?;
        Some((number(money.amount)?, row.amount.clone()?))
    };
    let both = || sources.iter().zip(rows);
    let values: Option<Vec<_>> = both().map(share).collect();
    let values = values.or_else(|| both().map(amount).collect())?;
    let bars = rows.iter().zip(values).map(|(row, (value, words))| Bar { label: row.funder, value, words });
    Some(chart::bars(&bars.collect::<Vec<_>>()))
}

impl LinkList {
    fn new(section: Section, site: &Site<'_>) -> Self {
        let link = |Fact { value, link, .. }: &mut Fact| {
            let href = site.href(link.as_ref()?);
            Some(Link { text: mem::take(value), href })
        };
        let mut facts = section.facts;
        Self { heading: section.heading, links: facts.iter_mut().filter_map(link).collect() }
    }
}

impl<'a> ContactCard<'a> {
    fn new(contact: &'a Contact, site: &Site<'_>) -> Self {
        let link = |text: &str, iri: &Iri| Link { text: text.to_owned(), href: site.href(iri) };
        Self {
            contact,
            phone: contact.phone.as_ref().map(|phone| link(phone.written(), &phone.iri())),
            email: contact.email.as_ref().map(|email| link(email.as_str(), &email.iri())),
        }
    }
}
