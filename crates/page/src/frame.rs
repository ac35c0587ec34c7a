use crate::{
    ACCESSIBILITY, Feed, List, SEARCH, Site,
    language_name::language_name,
    site::{OPEN_DATA, direction, lang_attribute, nearest},
    words::Words,
};
use anslag_core::{Format, Iri, LanguageTag};

/// Head, header and footer of a page.
pub(crate) struct Frame<'a> {
    pub(crate) words: &'a Words,
    /// `lang` attribute of the words; empty where the page is in their language.
    pub(crate) lang: String,
    /// Language of the page.
    pub(crate) language: &'a str,
    pub(crate) direction: &'static str,
    pub(crate) title: &'a str,
    pub(crate) description: String,
    pub(crate) canonical: String,
    /// `true` if search engines may list the page.
    pub(crate) is_listed: bool,
    /// Type of the page in the Open Graph protocol.
    pub(crate) kind: &'static str,
    pub(crate) picture: Option<String>,
    pub(crate) stylesheet: String,
    pub(crate) site: (&'a str, String),
    pub(crate) logo: Option<String>,
    /// The publisher's own footer, as HTML.
    pub(crate) footer: &'a str,
    pub(crate) start: String,
    /// Link to the list of all announcements.
    pub(crate) latest: String,
    /// Link to the notice board, or to the list of all boards.
    pub(crate) board: String,
    /// Link to the search page.
    pub(crate) search: String,
    /// Link to the page of all feeds and calendars; `None` if there are none.
    pub(crate) feeds: Option<String>,
    /// Link to the page of open data.
    pub(crate) open_data: String,
    /// Link to the accessibility statement; `None` if there is none.
    pub(crate) accessibility: Option<String>,
    pub(crate) languages: Vec<LanguageLink>,
    pub(crate) alternates: Vec<Alternate>,
    pub(crate) versions: Vec<LanguageLink>,
    pub(crate) publisher: (&'a str, String),
    pub(crate) homepage: Option<String>,
    pub(crate) email: (&'a str, String),
    pub(crate) licence: (&'static str, String),
}

/// A link to a page in a language.
pub(crate) struct LanguageLink {
    pub(crate) language: String,
    pub(crate) name: String,
    pub(crate) href: String,
    /// `true` if it leads to the page that it is on.
    pub(crate) is_current: bool,
}

/// A link and its text.
pub(crate) struct Link {
    pub(crate) text: String,
    pub(crate) href: String,
}

/// A link to the same content in another format, or to a feed that has it.
pub(crate) struct Alternate {
    pub(crate) media_type: &'static str,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A link whose text is a name.
pub(crate) struct NamedLink {
    pub(crate) name: String,
    /// `lang` attribute of the name.
    pub(crate) lang: String,
    pub(crate) href: String,
}

impl NamedLink {
    /// Returns the link to the page of a feed.
    pub(crate) fn feed(feed: &Feed, site: &Site<'_>, words: &Words) -> Self {
        let (name, lang) = feed.name(words, site.publication);
        Self { name, lang, href: site.href(&site.feed_address(feed, words.language)) }
    }
}

impl<'a> Frame<'a> {
    /// Makes the frame of a page with a title.
    pub(crate) fn new(
        site: &'a Site<'a>,
        words: &'a Words,
        language: &'a str,
        title: &'a str,
        canonical: &Iri,
    ) -> Self {
        let publication = site.publication;
        let publisher = &publication.publisher;
        let start = site.href(&site.start_address(words.language));
        let current = if site.start_address(language) == *canonical { language } else { "" };
        Self {
            words,
            lang: lang_attribute(words.language, language),
            language,
            direction: direction(language),
            title,
            description: String::new(),
            canonical: canonical.uri().into_owned(),
            is_listed: true,
            kind: "website",
            picture: None,
            stylesheet: site.stylesheet_href(),
            logo: site.logo_href(),
            footer: site.footers.html(words.language),
            site: nearest(&publication.title, words.language, publication, language),
            latest: site.list_href(List::All, words.language),
            board: site.board_href(words.language).unwrap_or_else(|| format!("{start}#board")),
            feeds: site.has_feeds().then(|| site.href(&site.feeds_address(words.language))),
            open_data: site.href(&site.address(OPEN_DATA, words.language)),
            accessibility: publication
                .accessibility
                .is_some()
                .then(|| site.href(&site.address(ACCESSIBILITY, words.language))),
            start,
            search: site.href(&site.address(SEARCH, words.language)),
            languages: site.language_links(|own| site.start_address(own), current),
            alternates: Vec::new(),
            versions: Vec::new(),
            publisher: nearest(&publisher.name, words.language, publication, language),
            homepage: publisher.homepage.as_ref().map(|homepage| site.href(homepage)),
            email: (publication.contact.email.as_str(), publication.contact.email.iri().uri().into_owned()),
            licence: (publication.licence.title(), publication.licence.iri().uri().into_owned()),
        }
    }
}

impl Site<'_> {
    /// Returns the links to a page in each language of the interface, of which one is `current`; none if there is only one.
    pub(crate) fn language_links(&self, address: impl Fn(&str) -> Iri, current: &str) -> Vec<LanguageLink> {
        let link = |own: &'static str| LanguageLink {
            language: own.to_owned(),
            name: LanguageTag::new(own).map_or_else(|_| own.to_owned(), |tag| language_name(&tag).to_owned()),
            href: self.href(&address(own)),
            is_current: own == current,
        };
        let languages = Some(self.languages()).filter(|languages| languages.len() > 1).unwrap_or_default();
        languages.into_iter().map(link).collect()
    }
}

impl Alternate {
    /// Returns the link to a feed in a format.
    pub(crate) fn feed(site: &Site<'_>, feed: &Feed, (format, address): &(Format, Iri)) -> Self {
        let spec = format.spec();
        let title = format!("{} ({})", feed.title, spec.label);
        Self { media_type: spec.media_type, title, href: site.href(address) }
    }
}
