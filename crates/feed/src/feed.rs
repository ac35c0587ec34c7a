use crate::FeedFormat;
use anslag_core::{
    Announcement, AnnouncementType, Board, CustomFeed, FeedKind, FormerLanguage, Iri, LanguageTag, Line, Localized,
    Organization, Publication, Retired, Slug, Successor, Topic,
};
use anslag_schema::{Choice, LANGUAGES};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A feed: a selection of a publication's announcements that people can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The property that its announcements share.
    pub subject: Subject,
    /// The title, in the feed's language.
    pub title: String,
    /// The language of the feed's own texts.
    pub language: LanguageTag,
    name: String,
}

/// The property that the announcements of a feed share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// None: the feed of everything.
    All,
    /// A topic.
    Topic(Arc<Topic>),
    /// The type of announcement.
    Type(AnnouncementType),
    /// The language, without script and region.
    Language(LanguageTag),
    /// A language whose feed has ended, or ends on a later day.
    FormerLanguage(Arc<FormerLanguage>),
    /// The organisation that publishes them, or the unit that is responsible.
    Publisher(Arc<Organization>),
    /// The board on which their notices are posted.
    Board(Arc<Board>),
    /// The conditions of a feed that the settings ask for.
    Custom(Arc<CustomFeed>),
}

/// The languages and organisations of all announcements: published, no longer published, or not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsedKeys {
    /// The languages of announcements.
    pub languages: BTreeSet<LanguageTag>,
    /// The keys of the organisations that publish announcements or are responsible for them.
    pub organizations: BTreeSet<Slug>,
}

/// A link to a feed, for the `head` of a web page: `<link rel="alternate" type="…" title="…" href="…">`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// The feed's media type.
    pub media_type: &'static str,
    /// The feed's title and format.
    pub title: String,
    /// The feed's address.
    pub href: Iri,
}

/// Returns the feeds of a publication: of everything, of each topic, type, language, publisher and notice board, then those
/// of the settings.
///
/// Every topic and notice board of the register, and every type, has a feed. It may be empty, so that people can subscribe in
/// advance. The same holds for every language of the publication or of an announcement. An organisation has a feed once it has an
/// announcement. The day of the export makes no difference: no feed comes and goes.
#[must_use]
pub fn feeds(publication: &Publication, used: &UsedKeys) -> Vec<Feed> {
    let register = &publication.register;
    let topics = register.topics().map(|topic| Subject::Topic(Arc::clone(topic)));
    let types = AnnouncementType::ALL.map(Subject::Type);
    let own = [&publication.language].into_iter().chain(&publication.other_languages);
    let former: BTreeMap<&str, _> = register.languages().map(|former| (former.key.as_str(), former)).collect();
    let successors = former.values().filter_map(|former| former.retired.see.language());
    let languages: BTreeSet<_> = own.chain(&used.languages).map(LanguageTag::primary_tag).chain(successors).collect();
    let languages = languages.into_iter().filter(|language| !former.contains_key(language.as_str()));
    let mut publishers = BTreeMap::new();
    for organization in register.organizations() {
        let key = &organization.key;
        if used.organizations.contains(key) || *key == publication.publisher.key || organization.retired.is_some() {
            publishers.insert(key, organization);
        }
        // The successor of a retired organisation has a feed even before it has an announcement.
        if let Some(Retired { see: Successor::Entry(see), .. }) = &organization.retired {
            publishers.extend(register.organization(see).map(|successor| (&successor.key, successor)));
        }
    }
    [Subject::All]
        .into_iter()
        .chain(topics)
        .chain(types)
        .chain(languages.map(Subject::Language))
        .chain(former.values().map(|former| Subject::FormerLanguage(Arc::clone(former))))
        .chain(publishers.into_values().map(|organization| Subject::Publisher(Arc::clone(organization))))
        .chain(register.boards().map(|board| Subject::Board(Arc::clone(board))))
        .chain(publication.output.feeds.iter().map(|custom| Subject::Custom(Arc::clone(custom))))
        .map(|subject| Feed::new(publication, subject))
        .collect()
}

impl Feed {
    /// Returns the feed of a subject.
    #[must_use]
    pub fn new(publication: &Publication, subject: Subject) -> Self {
        let main = &publication.language;
        let language = match &subject {
            Subject::Language(language) => publication.title.get(language, main).0.clone(),
            Subject::All
            | Subject::Topic(_)
            | Subject::Type(_)
            | Subject::FormerLanguage(_)
            | Subject::Publisher(_)
            | Subject::Board(_)
            | Subject::Custom(_) => main.clone(),
        };
        let title = publication.title.get(&language, main).1;
        let label = subject.label().map(|label| label.get(main, main).1.to_string());
        let title = match (label, subject.kind()) {
            (None, _) => title.to_string(),
            (Some(label), FeedKind::Language) => format!("{title} ({label})"),
            (
                Some(label),
                FeedKind::All
                | FeedKind::Topic
                | FeedKind::Type
                | FeedKind::Publisher
                | FeedKind::Board
                | FeedKind::Custom,
            ) => format!("{title}: {label}"),
        };
        Self { name: subject.name(), subject, title, language }
    }

    /// Returns the name that the feed's address is made of, such as `topic/vatten`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the date and successor of a feed that is retired.
    #[must_use]
    pub fn retired(&self) -> Option<&Retired> {
        match &self.subject {
            Subject::Topic(topic) => topic.retired.as_ref(),
            Subject::Publisher(organization) => organization.retired.as_ref(),
            Subject::Board(board) => board.retired.as_ref(),
            Subject::FormerLanguage(former) => Some(&former.retired),
            Subject::Custom(custom) => custom.retired.as_ref(),
            Subject::All | Subject::Type(_) | Subject::Language(_) => None,
        }
    }

    /// Checks whether the feed holds the announcement once it is published.
    #[must_use]
    pub fn holds(&self, announcement: &Announcement) -> bool {
        let is_of_board = matches!(self.subject, Subject::Board(_));
        if !announcement.reuse.is_open() && !is_of_board {
            return false;
        }
        match &self.subject {
            Subject::All => true,
            Subject::Topic(topic) => announcement.topics.iter().any(|own| own.key == topic.key),
            Subject::Type(kind) => announcement.kind == *kind,
            Subject::Language(language) => announcement.language.primary_tag() == *language,
            Subject::FormerLanguage(former) => announcement.language.primary() == former.key.as_str(),
            Subject::Publisher(organization) => {
                let mut responsible = [&announcement.publisher].into_iter().chain(&announcement.unit);
                responsible.any(|own| own.key == organization.key)
            }
            Subject::Board(board) => announcement.board().is_some_and(|own| own.key == board.key),
            Subject::Custom(custom) => custom.holds(announcement),
        }
    }

    /// Returns the links to the feed for the `head` of a web page (autodiscovery), one for each format.
    pub fn alternates(&self, publication: &Publication) -> impl Iterator<Item = Alternate> {
        FeedFormat::of(publication).map(|format| Alternate {
            media_type: format.format().spec().media_type,
            title: format!("{} ({})", self.title, format.format().spec().label),
            href: publication.file(&path(&self.name, format)),
        })
    }
}

impl Subject {
    /// Returns the kind of feed that the subject has.
    #[must_use]
    pub const fn kind(&self) -> FeedKind {
        match self {
            Self::All => FeedKind::All,
            Self::Topic(_) => FeedKind::Topic,
            Self::Type(_) => FeedKind::Type,
            Self::Language(_) | Self::FormerLanguage(_) => FeedKind::Language,
            Self::Publisher(_) => FeedKind::Publisher,
            Self::Board(_) => FeedKind::Board,
            Self::Custom(_) => FeedKind::Custom,
        }
    }

    /// Returns what tells the subject's feed from the others: the name of a topic, or the tag of a language.
    /// Returns `None` for the feed of everything.
    #[must_use]
    pub fn label(&self) -> Option<Localized> {
        // A tag is in no language: `zxx`.
        let tag = |tag: &str| Localized::one(language("zxx"), line(tag));
        Some(match self {
            Self::All => return None,
            Self::Topic(topic) => topic.name.clone(),
            Self::Type(kind) => of_type(*kind),
            Self::Language(language) => tag(language.as_str()),
            Self::FormerLanguage(former) => tag(former.key.as_str()),
            Self::Publisher(organization) => organization.name.clone(),
            Self::Board(board) => board.name.clone(),
            Self::Custom(custom) => custom.title.clone(),
        })
    }

    /// Returns the name of the subject's feed.
    #[must_use]
    pub fn name(&self) -> String {
        let kind = self.kind().key();
        match self {
            Self::All => kind.to_owned(),
            Self::Topic(topic) => format!("{kind}/{}", topic.key),
            Self::Type(of) => format!("{kind}/{}", of.key()),
            Self::Language(language) => format!("{kind}/{language}"),
            Self::FormerLanguage(former) => format!("{kind}/{}", former.key),
            Self::Publisher(organization) => format!("{kind}/{}", organization.key),
            Self::Board(board) => format!("{kind}/{}", board.key),
            Self::Custom(custom) => format!("{kind}/{}", custom.key),
        }
    }
}

/// Returns the labels of a type in every language of the interface.
fn of_type(kind: AnnouncementType) -> Localized {
    let label = |own: &'static str| (language(own), line(Choice::from(kind).label_in(own)));
    Localized::new(LANGUAGES.map(label).into()).expect("there are languages")
}

fn language(tag: &str) -> LanguageTag {
    LanguageTag::new(tag).expect("the languages of the interface have valid tags")
}

fn line(text: &str) -> Line {
    Line::new(text).expect("labels of types and tags of languages are lines of text")
}

/// Returns the path of a feed's current page in the published layout, such as `feed/all.atom`.
///
/// The address is `publication.file(&path)`.
#[must_use]
pub fn path(name: &str, format: FeedFormat) -> String {
    format!("feed/{name}.{}", format.format().spec().extension)
}
