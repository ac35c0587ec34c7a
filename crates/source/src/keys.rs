use crate::{
    correction::slug,
    noun::Noun,
    tree::{Node, Value},
};
use anslag_schema::{AnyPart, Form, KEYS_OF_WEBSITES, Key, KeyTable, Kind, PARTS, PartSpec};
use std::{collections::HashMap, sync::LazyLock};

/// Keys that a table of a source file may have.
#[derive(Debug)]
pub(crate) struct Keys {
    /// Name of what the table describes.
    pub(crate) what: Noun,
    /// Each key: its canonical name first, then its aliases.
    pub(crate) names: Vec<Vec<&'static str>>,
    /// Position of each name in `names`.
    positions: HashMap<&'static str, usize>,
    /// Heading of the table in TOML; `None` if it is the whole file, or stands in a list of the register.
    pub(crate) heading: Option<String>,
    /// Canonical names by other words for them, without the marks on letters.
    other_words: HashMap<String, &'static str>,
    /// Forms of the values, by canonical names.
    forms: HashMap<&'static str, Form>,
}

/// Keys are equal if they are of the same table.
impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what
    }
}

impl Eq for Keys {}

impl Keys {
    fn of_part(what: Noun, part: &'static dyn AnyPart) -> Self {
        let spec = part.spec();
        let path = match holder(spec) {
            Some(holder) => format!("{holder}.{}", spec.key),
            None => spec.key.to_owned(),
        };
        let heading = if spec.is_list { format!("[[{path}]]") } else { format!("[{path}]") };
        Self { heading: Some(heading), ..Self::new(what, &part.keys(), part.other_words()) }
    }

    fn of_settings(what: Noun, table: &KeyTable) -> Self {
        let heading = Some(format!("[{}]", table.name));
        Self { heading, ..Self::new(what, table.keys, table.other_words()) }
    }

    fn new(what: Noun, keys: &[Key], words: impl Iterator<Item = (&'static str, &'static str)>) -> Self {
        let names: Vec<Vec<_>> = keys.iter().map(|key| key.names().collect()).collect();
        let mut other_words = HashMap::new();
        for (word, key) in words {
            other_words.entry(slug(word).unwrap_or_default()).or_insert(key);
        }
        let forms = keys.iter().map(|key| (key.name, key.form)).collect();
        Self { what, positions: positions(&names), names, heading: None, other_words, forms }
    }

    /// Returns whether the value of a key is a list, and whether it, or an item of it, is always a table.
    pub(crate) fn shape_of(&self, canonical: &str) -> (bool, bool) {
        match self.forms.get(canonical) {
            Some(Form::Of(Kind::Part(part))) => (part.is_list, true),
            Some(
                Form::Of(
                    Kind::Lines | Kind::Topics | Kind::Themes | Kind::Announcements | Kind::Parties | Kind::Locations,
                )
                | Form::List(_)
                | Form::NonEmptyList(_),
            ) => (true, false),
            Some(Form::Table(_) | Form::Entries(_)) => (false, true),
            _ => (false, false),
        }
    }

    /// Returns the key that people mean by another word, whatever its case and the signs between its parts.
    pub(crate) fn called(&self, word: &str) -> Option<&'static str> {
        let words =
            word.chars().flat_map(|c| c.is_uppercase().then_some(' ').into_iter().chain([c])).collect::<String>();
        let find = |word: &str| self.other_words.get(&slug(word)?).copied();
        find(word).or_else(|| find(&words))
    }

    /// Returns whether a key has this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    fn plain(what: Noun, names: &[&'static str]) -> Self {
        let names: Vec<_> = names.iter().map(|name| vec![*name]).collect();
        let (other_words, forms) = (HashMap::new(), HashMap::new());
        Self { what, positions: positions(&names), names, heading: None, other_words, forms }
    }

    /// Returns the position in `names` of the key with this name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// Returns the value of a key of a table, under any of its names.
    pub(crate) fn value<'n, 't>(&self, table: &'n Node<'t>, key: &str) -> Option<&'n Node<'t>> {
        let Value::Table(entries) = &table.value else { return None };
        entries.iter().find(|(name, _)| self.position(&name.name) == self.position(key)).map(|(_, value)| value)
    }

    /// Returns the canonical name of each key.
    pub(crate) fn canonical(&self) -> Vec<&'static str> {
        self.names.iter().map(|names| names[0]).collect()
    }

    /// Checks whether website generators know the name as a key of a page, and we do not.
    pub(crate) fn is_of_web_pages(&self, name: &str) -> bool {
        self.what == ANNOUNCEMENT.what && KEYS_OF_WEBSITES.contains(&name)
    }

    /// Every name that a key may be written with.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().flat_map(|names| names.iter().copied())
    }
}

/// Returns the key of the part that holds parts of a kind, if it has keys of its own. A heading of TOML means the last such part.
fn holder(held: &PartSpec) -> Option<&'static str> {
    let holds =
        |part: &&dyn AnyPart| part.fields().iter().any(|field| matches!(field.kind, Kind::Part(own) if own == held));
    let holder = PARTS.into_iter().find(holds)?.spec();
    (*holder != anslag_schema::ANNOUNCEMENT.spec).then_some(holder.key)
}

/// Returns the position of each name of the keys.
fn positions(names: &[Vec<&'static str>]) -> HashMap<&'static str, usize> {
    let position =
        |(at, names): (usize, &Vec<&'static str>)| names.iter().map(move |name| (*name, at)).collect::<Vec<_>>();
    names.iter().enumerate().flat_map(position).collect()
}

/// Declares the keys of tables, which stand in the table of fields: each with what the table stands for.
macro_rules! tables {
    (
        parts { $($part:ident = $part_noun:ident: $of:ident,)* }
        settings { $($settings:ident = $settings_noun:ident: $table:ident,)* }
    ) => {
        $(
            pub(crate) static $part: LazyLock<Keys> = LazyLock::new(|| {
                let part: &'static dyn AnyPart = &anslag_schema::$of;
                Keys::of_part(Noun::$part_noun, part)
            });
        )*
        $(
            pub(crate) static $settings: LazyLock<Keys> = LazyLock::new(|| {
                Keys::of_settings(Noun::$settings_noun, &anslag_schema::$table)
            });
        )*
    };
}

tables! {
    parts {
        ANNOUNCEMENT = Announcement: ANNOUNCEMENT,
        NOTICE = Notice: NOTICE,
        NOTICE_ITEM = NoticeItem: NOTICE_ITEM,
        NOTICE_DEADLINE = NoticeDeadline: NOTICE_DEADLINE,
        LAW = Law: LAW,
        DOCUMENT = Document: DOCUMENT,
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
        EVENT_PRICE = EventPrice: EVENT_PRICE,
        PARTY = Organization: ORGANIZATION,
        LOCATION = Place: PLACE,
        PROGRAMME = Programme: PROGRAMME,
    }
    settings {
        PUBLICATION = Publication: PUBLICATION,
        PUBLICATION_CONTACT = PublicationContact: PUBLICATION_CONTACT,
        OUTPUT = Output: OUTPUT,
        CUSTOM_FEED = CustomFeed: CUSTOM_FEED,
        CHECK = Check: CHECK,
        POSTAL_ADDRESS = PostalAddress: POSTAL_ADDRESS,
        CATALOGUE = Catalogue: CATALOGUE,
        ACCESSIBILITY = Accessibility: ACCESSIBILITY,
        SHORTCOMING = Shortcoming: SHORTCOMING,
        REGISTER = Register: REGISTER,
        ORGANIZATION_ENTRY = RegisteredOrganization: ORGANIZATION_ENTRY,
        PROGRAMME_ENTRY = RegisteredProgramme: PROGRAMME_ENTRY,
        TOPIC_ENTRY = RegisteredTopic: TOPIC_ENTRY,
        PLACE_ENTRY = RegisteredPlace: PLACE_ENTRY,
        BOARD_ENTRY = RegisteredBoard: BOARD_ENTRY,
        LANGUAGE_ENTRY = FormerLanguage: LANGUAGE_ENTRY,
        RETIRED = Retired: RETIRED,
    }
}

/// Tables of an announcement that an unknown key may have been meant for, the likeliest first.
static OF_ANNOUNCEMENT: [&LazyLock<Keys>; 20] = [
    &ANNOUNCEMENT,
    &PROJECT,
    &NOTICE,
    &NOTICE_ITEM,
    &NOTICE_DEADLINE,
    &LAW,
    &DOCUMENT,
    &DISRUPTION,
    &CONSULTATION,
    &ALERT,
    &JOB,
    &CONTACT,
    &EVENT,
    &EVENT_PRICE,
    &OFFER,
    &FUNDING,
    &QUOTE,
    &IMAGE,
    &ATTACHMENT,
    &UPDATE,
];

/// Tables of a publication that an unknown key may have been meant for, the likeliest first.
static OF_PUBLICATION: [&LazyLock<Keys>; 6] =
    [&PUBLICATION, &PUBLICATION_CONTACT, &CATALOGUE, &OUTPUT, &CHECK, &ACCESSIBILITY];

/// Returns the key that is meant by another word below some lines of TOML. Their last heading names the table.
pub(crate) fn called_below(lines: &str, word: &str) -> Option<&'static str> {
    let heading = lines.lines().rev().find(|line| line.starts_with('[')).map(str::trim);
    match heading {
        Some(heading) => {
            let mut tables = OF_ANNOUNCEMENT.into_iter().chain(OF_PUBLICATION).chain([&LINK]);
            tables.find(|keys| keys.heading.as_deref() == Some(heading))?.called(word)
        }
        None => ANNOUNCEMENT.called(word).or_else(|| PUBLICATION.called(word)),
    }
}

/// Returns the kind of value that a key takes in any table, such as a number, a day or text.
pub(crate) fn wanted(key: &str) -> Noun {
    let settings =
        [&anslag_schema::PUBLICATION, &anslag_schema::CATALOGUE, &anslag_schema::OUTPUT, &anslag_schema::ACCESSIBILITY];
    let settings = settings.into_iter().flat_map(|table| table.keys.iter().copied());
    let mut keys = PARTS.iter().flat_map(|part| part.keys()).chain(settings);
    let form = keys.find(|known| known.names().any(|name| name == key)).map(|known| known.form);
    match form {
        Some(Form::Of(Kind::Moment)) => Noun::Date,
        Some(Form::Of(Kind::Day | Kind::Deadline)) => Noun::Day,
        Some(Form::Of(Kind::Edtf | Kind::Date)) => Noun::Edtf,
        Some(
            Form::Of(Kind::Decimal | Kind::Percent | Kind::Money | Kind::Bytes | Kind::Count) | Form::Whole { .. },
        ) => Noun::Number,
        Some(Form::Of(Kind::Flag)) => Noun::Flag,
        Some(Form::Of(Kind::Line | Kind::Plain | Kind::Text) | Form::Localized) | None => Noun::Text,
        _ => Noun::String,
    }
}

/// Returns the other tables of the same file that a key may have been meant for.
///
/// The first one is the table of the file itself.
pub(crate) fn beside(keys: &Keys) -> Vec<&'static Keys> {
    let is_among = |tables: &[&'static LazyLock<Keys>]| tables.iter().any(|known| known.what == keys.what);
    let tables: &[&'static LazyLock<Keys>] = if is_among(&OF_PUBLICATION) || keys.what == POSTAL_ADDRESS.what {
        &OF_PUBLICATION
    } else if is_among(&OF_ANNOUNCEMENT) || [&LINK, &SPEAKER].iter().any(|known| known.what == keys.what) {
        &OF_ANNOUNCEMENT
    } else {
        &[]
    };
    tables.iter().map(|table| &***table).filter(|table| table.what != keys.what).collect()
}

/// The keys of a price in JSON Lines, where amount and currency stand in a table.
pub(crate) static PRICE: LazyLock<Keys> = LazyLock::new(|| Keys::plain(Noun::Price, &["amount", "currency"]));

/// The keys of coordinates: of degrees, and of metres of the Swedish grid.
pub(crate) static COORDINATES: LazyLock<Keys> =
    LazyLock::new(|| Keys::plain(Noun::Coordinates, &["latitude", "longitude", "north", "east"]));

/// Zola's table of what pages are sorted by. Its two keys are one key of the announcement, to which they go.
pub(crate) static TAXONOMIES: LazyLock<Keys> = LazyLock::new(|| Keys::plain(Noun::Taxonomies, &["tags", "topics"]));

/// The tables of a front matter that may hold an announcement's keys: Hugo's, and Zola's.
pub(crate) const NESTED: [&str; 2] = ["params", "extra"];
