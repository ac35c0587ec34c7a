use crate::{
    footer::Footers,
    language_name::language_name,
    stylesheet::{STYLESHEET, path_of},
    words::Words,
};
use anslag_core::{Board, FeedKind, Format, Iri, LanguageTag, Localized, Publication};
use anslag_schema::word_language;
use askama::Template;
use std::borrow::Cow;

/// Folder of the page of all feeds in the published layout.
pub const FEEDS: &str = "feeds/";

/// Folder of the overview of all lists in the published layout.
pub const LISTS: &str = "lists/";

/// Folder of the search page and its index in the published layout.
pub const SEARCH: &str = "search/";

/// Folder of the page of statistics in the published layout.
pub const STATISTICS: &str = "statistics/";

/// Folder of the page of open data in the published layout.
pub const OPEN_DATA: &str = "open-data/";

/// Folder of the accessibility statement in the published layout.
pub const ACCESSIBILITY: &str = "accessibility/";

/// Folder of the page of datasets in the published layout. Its address, without the slash, is the IRI of the catalogue.
pub const CATALOGUE: &str = "catalogue/";

/// Folder of the page of our own vocabulary in the published layout.
pub const DEFINITIONS: &str = "def/";

/// Site of a publication: what all its pages share.
#[derive(Debug)]
pub struct Site<'a> {
    /// The publication.
    pub publication: &'a Publication,
    /// Feeds that have not ended.
    pub feeds: Vec<Feed>,
    /// Formats of the documents about each announcement.
    pub documents: Vec<Format>,
    /// Footers of the theme.
    pub(crate) footers: Footers,
    /// Path of the stylesheet in the published layout.
    style: String,
    /// Path of the logo of the theme in the published layout.
    logo: Option<String>,
}

/// A feed that people can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Feed {
    /// Kind of feed.
    pub kind: FeedKind,
    /// Title.
    pub title: String,
    /// Name among the feeds of its kind, or the tag of a language. `None` for the feed of everything.
    pub label: Option<Localized>,
    /// Folder of its page in the published layout, with a slash at its end.
    pub folder: String,
    /// Address in each format, the preferred one first.
    pub addresses: Vec<(Format, Iri)>,
}

impl Feed {
    /// Returns the feed's name among the others of its kind, with its `lang` attribute within a page in the language of the words.
    pub(crate) fn name(&self, words: &Words, publication: &Publication) -> (String, String) {
        let Some(label) = &self.label else { return (words.everything.to_owned(), String::new()) };
        let (name, lang) = nearest(label, words.language, publication, words.language);
        match self.kind {
            FeedKind::Language => match LanguageTag::new(name) {
                Ok(tag) => (language_name(&tag).to_owned(), lang_attribute(tag.as_str(), words.language)),
                Err(_) => (name.to_owned(), String::new()),
            },
            FeedKind::All
            | FeedKind::Topic
            | FeedKind::Type
            | FeedKind::Publisher
            | FeedKind::Board
            | FeedKind::Custom => (name.to_owned(), lang),
        }
    }
}

impl<'a> Site<'a> {
    /// Makes the site of a publication. The names of the files that all its pages share are found once, from their bytes.
    #[must_use]
    pub fn new(publication: &'a Publication, feeds: Vec<Feed>, documents: Vec<Format>) -> Self {
        let logo = publication.theme.logo.as_ref();
        Self {
            publication,
            feeds,
            documents,
            footers: Footers::new(publication),
            style: path_of("style", "css", stylesheet(publication).as_bytes()),
            logo: logo.map(|logo| path_of("theme", logo.extension, &logo.bytes)),
        }
    }
}

impl Site<'_> {
    /// Returns the languages of the interface that the first page is written in, the publication's main one first.
    #[must_use]
    pub fn languages(&self) -> Vec<&'static str> {
        let mut languages = vec![word_language([&self.publication.language])];
        for other in &self.publication.other_languages {
            let language = word_language([other]);
            if language == other.primary() && !languages.contains(&language) {
                languages.push(language);
            }
        }
        languages
    }

    /// Returns the path of the first page in a language, in the published layout.
    #[must_use]
    pub fn start_path(&self, language: &str) -> String {
        format!("{}index.html", self.start_folder(language))
    }

    /// Returns the path of a page in a language in the published layout, given its folder in the main language.
    #[must_use]
    pub fn path(&self, folder: &str, language: &str) -> String {
        format!("{}{folder}index.html", self.start_folder(language))
    }

    /// Returns whether there is anything to subscribe to: a feed or a calendar.
    #[must_use]
    pub fn has_feeds(&self) -> bool {
        !self.feeds.is_empty() || self.publication.output.has(Format::ICalendar)
    }

    /// Returns the files that all pages share, each with its path in the published layout: the stylesheet, with the rules of
    /// the theme, and the logo.
    #[must_use]
    pub fn shared_files(&self) -> Vec<(String, Cow<'_, [u8]>)> {
        let style = stylesheet(self.publication).into_owned().into_bytes();
        let logo = self.logo.iter().cloned().zip(&self.publication.theme.logo);
        let logo = logo.map(|(path, logo)| (path, Cow::from(&logo.bytes)));
        [(self.style.clone(), style.into())].into_iter().chain(logo).collect()
    }

    /// Returns the link to the stylesheet.
    pub(crate) fn stylesheet_href(&self) -> String {
        self.file_href(&self.style)
    }

    /// Returns what the address of the logo is in a link; `None` if there is none.
    pub(crate) fn logo_href(&self) -> Option<String> {
        self.logo.as_ref().map(|path| self.file_href(path))
    }

    /// Mints the address of the first page in a language; of the main one if there is none.
    pub(crate) fn start_address(&self, language: &str) -> Iri {
        self.publication.file(&self.start_folder(language))
    }

    /// Mints the address of a page in a language, given its folder in the main language.
    pub(crate) fn address(&self, folder: &str, language: &str) -> Iri {
        self.publication.file(&format!("{}{folder}", self.start_folder(language)))
    }

    /// Mints the address of the page of all feeds in a language.
    pub(crate) fn feeds_address(&self, language: &str) -> Iri {
        self.address(FEEDS, language)
    }

    /// Mints the address of the page of a feed in a language.
    pub(crate) fn feed_address(&self, feed: &Feed, language: &str) -> Iri {
        self.address(&feed.folder, language)
    }

    /// Returns the notice boards that are in use.
    pub(crate) fn boards(&self) -> impl Iterator<Item = &Board> {
        let boards = self.publication.register.boards().filter(|board| board.retired.is_none());
        boards.map(AsRef::as_ref)
    }

    /// Returns what a link to the notice board leads to if there is only one.
    pub(crate) fn board_href(&self, language: &str) -> Option<String> {
        let mut boards = self.boards();
        let board = boards.next()?;
        boards.next().is_none().then(|| self.href(&self.board_address(board, language)))
    }

    pub(crate) fn start_folder(&self, language: &str) -> String {
        let is_other = self.languages().iter().skip(1).any(|own| *own == language);
        if is_other { format!("{language}/") } else { String::new() }
    }

    /// Returns what a link leads to: a path on the own host for what the publication has, else the whole address.
    pub(crate) fn href(&self, iri: &Iri) -> String {
        match self.publication.base.path_of(iri) {
            Some(path) => path.to_owned(),
            None => iri.uri().into_owned(),
        }
    }

    /// Returns what a link to a file of the publication leads to.
    pub(crate) fn file_href(&self, path: &str) -> String {
        self.href(&self.publication.file(path))
    }
}

/// Returns the stylesheet of a publication: our own, and the rules of the theme after it.
fn stylesheet(publication: &Publication) -> Cow<'static, str> {
    match publication.theme.css.as_str() {
        "" => STYLESHEET.into(),
        css => format!("{STYLESHEET}\n{css}").into(),
    }
}

/// Renders a template.
pub(crate) fn render(template: &impl Template) -> String {
    // The engine takes the last line break of a template away.
    template.render().expect("writing into memory does not fail, and no template of ours does") + "\n"
}

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "ug", "ur", "yi"];

/// Returns the direction in which a language is written.
pub(crate) fn direction(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or(language);
    if RIGHT_TO_LEFT.contains(&primary) { "rtl" } else { "ltr" }
}

/// Returns a `lang` attribute with the space before it, where a text is in another language than what is around it; and the
/// direction, where it is another one.
pub(crate) fn lang_attribute(language: &str, around: &str) -> String {
    let direction_of = direction(language);
    if language == around {
        String::new()
    } else if direction_of == direction(around) {
        format!(" lang=\"{language}\"")
    } else {
        format!(" lang=\"{language}\" dir=\"{direction_of}\"")
    }
}

/// Returns a text in the language nearest to the wanted one, with its `lang` attribute.
pub(crate) fn nearest<'t>(
    text: &'t Localized,
    wanted: &str,
    publication: &Publication,
    around: &str,
) -> (&'t str, String) {
    let wanted = LanguageTag::new(wanted).unwrap_or_else(|_| publication.language.clone());
    let (language, text) = text.get(&wanted, &publication.language);
    (text.as_str(), lang_attribute(language.primary(), around))
}
