use crate::noun::Noun;
use anslag_schema::{AnyPart, Key, KeyTable};
use std::sync::LazyLock;

/// Keys that a table of a source file may have.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    /// Name of what the table describes.
    pub(crate) what: Noun,
    /// Each key: its canonical name first, then its aliases.
    pub(crate) names: Vec<Vec<&'static str>>,
}

impl Keys {
    fn new<'k>(what: Noun, keys: impl IntoIterator<Item = &'k Key>) -> Self {
        Self { what, names: keys.into_iter().map(|key| key.names().collect()).collect() }
    }

    /// Returns the names of the key with this canonical name.
    pub(crate) fn names_of(&self, canonical: &str) -> &[&'static str] {
        let found = self.names.iter().find(|names| names[0] == canonical);
        found.expect("the readers ask only for keys of the table")
    }

    /// Returns the canonical name of each key.
    pub(crate) fn canonical(&self) -> Vec<&'static str> {
        self.names.iter().map(|names| names[0]).collect()
    }

    /// Checks whether website generators know the name as a key of a page, and we do not.
    pub(crate) fn is_of_web_pages(&self, name: &str) -> bool {
        self.what == ANNOUNCEMENT.what && OF_WEB_PAGES.contains(&name)
    }

    /// Every name that a key may be written with.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().flat_map(|names| names.iter().copied())
    }
}

/// Declares the keys of tables, which stand in the table of fields: each with what the table stands for.
macro_rules! tables {
    (
        parts { $($part:ident = $part_noun:ident: $of:ident,)* }
        settings { $($settings:ident = $settings_noun:ident: $table:ident,)* }
    ) => {
        $(
            pub(crate) static $part: LazyLock<Keys> = LazyLock::new(|| {
                let part: &dyn AnyPart = &anslag_schema::$of;
                Keys::new(Noun::$part_noun, &part.keys())
            });
        )*
        $(
            pub(crate) static $settings: LazyLock<Keys> = LazyLock::new(|| {
                let KeyTable { keys, .. } = &anslag_schema::$table;
                Keys::new(Noun::$settings_noun, *keys)
            });
        )*
    };
}

tables! {
    parts {
        ANNOUNCEMENT = Announcement: ANNOUNCEMENT,
        NOTICE = Notice: NOTICE,
        DISRUPTION = Disruption: DISRUPTION,
        CONSULTATION = Consultation: CONSULTATION,
        ALERT = Alert: ALERT,
        JOB = Job: JOB,
        OFFER = Offer: OFFER,
        IMAGE = Image: IMAGE,
        ATTACHMENT = Attachment: ATTACHMENT,
        LINK = Link: LINK,
        UPDATE = Update: UPDATE,
        CONTACT = Contact: CONTACT,
        QUOTE = Quote: QUOTE,
        SPEAKER = Speaker: PERSON,
        PROJECT = Project: PROJECT,
        FUNDING = Funding: FUNDING,
        EVENT = Event: EVENT,
        PARTY = Organization: ORGANIZATION,
        LOCATION = Place: PLACE,
        PROGRAMME = Programme: PROGRAMME,
    }
    settings {
        PUBLICATION = Publication: PUBLICATION,
        PUBLICATION_CONTACT = PublicationContact: PUBLICATION_CONTACT,
        OUTPUT = Output: OUTPUT,
        POSTAL_ADDRESS = PostalAddress: POSTAL_ADDRESS,
        CATALOGUE = Catalogue: CATALOGUE,
        REGISTER = Register: REGISTER,
        ORGANIZATION_ENTRY = RegisteredOrganization: ORGANIZATION_ENTRY,
        PROGRAMME_ENTRY = RegisteredProgramme: PROGRAMME_ENTRY,
        TOPIC_ENTRY = RegisteredTopic: TOPIC_ENTRY,
        PLACE_ENTRY = RegisteredPlace: PLACE_ENTRY,
        RETIRED = Retired: RETIRED,
    }
}

/// The keys of a price in JSON Lines, where amount and currency stand in a table.
pub(crate) static PRICE: LazyLock<Keys> =
    LazyLock::new(|| Keys { what: Noun::Price, names: vec![vec!["amount"], vec!["currency"]] });

/// Zola's table of what pages are sorted by. Its two keys are one key of the announcement, to which they go.
pub(crate) static TAXONOMIES: LazyLock<Keys> =
    LazyLock::new(|| Keys { what: Noun::Taxonomies, names: vec![vec!["tags"], vec!["topics"]] });

/// The tables of a front matter that may hold an announcement's keys: Hugo's, and Zola's.
pub(crate) const NESTED: [&str; 2] = ["params", "extra"];

/// Keys of an announcement's front matter that Hugo, Zola or Decap make web pages with, and which say nothing here.
const OF_WEB_PAGES: [&str; 13] = [
    "aliases",
    "author",
    "authors",
    "categories",
    "layout",
    "menu",
    "path",
    "permalink",
    "series",
    "slug",
    "template",
    "url",
    "weight",
];
