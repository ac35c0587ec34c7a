use crate::{
    LISTS, SEARCH, Site,
    frame::{Frame, Link},
    list_words::ListWords,
    site::render,
    stylesheet::path_of,
    words::{Words, words},
};
use askama::Template;

/// The script of the page.
pub const SCRIPT: &str = include_str!("search.js");

words! {
    /// The words of the search page in one language.
    SearchWords;
    intro: [
        "Sök bland alla tillkännagivanden: i titlar, ämnen och text.",
        "Search all announcements: titles, topics and text.",
        "Otsi kõigist teadetest: pealkirjadest, teemadest ja tekstist.",
        "Meklē visos paziņojumos: virsrakstos, tēmās un tekstā.",
    ],
    label: ["Sökord", "Words to search for", "Otsisõnad", "Meklējamie vārdi"],
    hint: [
        "Alla ord måste finnas med. Av det sista räcker början.",
        "All words must occur. Of the last one, the beginning is enough.",
        "Kõik sõnad peavad esinema. Viimasest piisab algusest.",
        "Jābūt visiem vārdiem. No pēdējā pietiek ar sākumu.",
    ],
    button: ["Sök", "Search", "Otsi", "Meklēt"],
    results: ["Träffar", "Results", "Tulemused", "Rezultāti"],
    more: ["Visa fler", "Show more", "Näita rohkem", "Rādīt vairāk"],
    none: ["Inga träffar på ”{?}”.", "No results for “{?}”.", "„{?}“ ei leitud.", "Nekas nav atrasts: „{?}”."],
    one: ["1 träff på ”{?}”.", "1 result for “{?}”.", "„{?}“: 1 tulemus.", "1 rezultāts: „{?}”."],
    several: ["{} träffar på ”{?}”.", "{} results for “{?}”.", "„{?}“: {} tulemust.", "Rezultāti: {} – „{?}”."],
    failed: [
        "Sökningen fungerar inte just nu. Försök igen om en stund.",
        "The search does not work right now. Try again in a while.",
        "Otsing praegu ei tööta. Proovi hiljem uuesti.",
        "Meklēšana pašlaik nedarbojas. Mēģini vēlreiz vēlāk.",
    ],
    off: [
        "Sökningen behöver JavaScript. Utan det hittar du allt i listorna:",
        "The search needs JavaScript. Without it, the lists have everything:",
        "Otsing vajab JavaScripti. Ilma selleta leiad kõik loenditest:",
        "Meklēšanai vajag JavaScript. Bez tā viss ir atrodams sarakstos:",
    ],
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    frame: Frame<'a>,
    words: &'a SearchWords,
    script: String,
    /// Address of the folder of the index.
    index: String,
    /// Address of the folder of the announcements.
    announcements: String,
    lists: Vec<Link>,
}

impl Site<'_> {
    /// Returns the path of the script of the search page in the published layout. It names the content.
    #[must_use]
    pub fn search_script_path(&self) -> String {
        path_of("script", "js", SCRIPT.as_bytes())
    }

    /// Renders the search page in a language.
    #[must_use]
    pub fn search(&self, language: &'static str) -> String {
        let (words, own) = (Words::new(language), SearchWords::new(language));
        let frame = Frame::new(self, &words, own.language, words.search, &self.address(SEARCH, own.language));
        let lists = vec![
            Link { text: ListWords::new(language).lists.to_owned(), href: self.href(&self.address(LISTS, language)) },
            Link { text: words.latest.to_owned(), href: format!("{}#latest", frame.start) },
            Link { text: words.board.to_owned(), href: frame.board.clone() },
        ];
        let page = SearchPage {
            frame: Frame {
                description: own.intro.to_owned(),
                languages: self.language_links(|other| self.address(SEARCH, other), language),
                ..frame
            },
            words: &own,
            script: self.file_href(&self.search_script_path()),
            index: self.file_href(SEARCH),
            announcements: self.file_href("announcement/"),
            lists,
        };
        render(&page)
    }
}
