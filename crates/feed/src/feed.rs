use crate::{Form, entry::kind_label, path};
use anslag_core::{
    Announcement, AnnouncementType, FeedKind, Iri, LanguageTag, Organization, Publication, Retired, Slug, Successor,
    Topic,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A feed: a choice of a publication's announcements that people can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What its announcements have in common.
    pub subject: Subject,
    /// Its title, in its language.
    pub title: String,
    /// The language of its own texts.
    pub language: LanguageTag,
    name: String,
}

/// What the announcements of a feed have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing: every announcement is in it.
    All,
    /// A topic.
    Topic(Arc<Topic>),
    /// What kind of announcement they are.
    Type(AnnouncementType),
    /// Their language, without script and region.
    Language(LanguageTag),
    /// The organisation that publishes them, or the unit that is responsible for them.
    Publisher(Arc<Organization>),
}

/// What the announcements of a publication make use of, whether they are published yet or no longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// The languages.
    pub languages: BTreeSet<LanguageTag>,
    /// The keys of the organisations that publish or are responsible for them.
    pub organizations: BTreeSet<Slug>,
}

/// A link to a feed, for the `head` of a web page: `<link rel="alternate" type="…" title="…" href="…">`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// The feed's media type.
    pub media_type: &'static str,
    /// The feed's title and form.
    pub title: String,
    /// The feed's address.
    pub href: Iri,
}

/// The feeds of a publication: of everything, then of each topic, type, language and publisher.
///
/// Every topic of the register and every type has a feed, also before there is anything in it, so that people can wait for
/// it; so has every language of the publication or of an announcement. An organisation has one as soon as there is an
/// announcement of it. None of it depends on the day whose state is published, so that no feed comes and goes.
#[must_use]
pub fn feeds(publication: &Publication, used: &Used) -> Vec<Feed> {
    let register = &publication.register;
    let topics = register.topics().map(|topic| Subject::Topic(Arc::clone(topic)));
    let types = AnnouncementType::ALL.map(Subject::Type);
    let own = [&publication.language].into_iter().chain(&publication.other_languages);
    let languages: BTreeSet<LanguageTag> = own.chain(&used.languages).map(LanguageTag::primary_tag).collect();
    let mut publishers = BTreeMap::new();
    for organization in register.organizations() {
        let key = &organization.key;
        if used.organizations.contains(key) || *key == publication.publisher.key || organization.retired.is_some() {
            publishers.insert(key, organization);
        }
        // What a retired one refers to is there, also while nothing is published of it yet.
        if let Some(Retired { see: Successor::Entry(see), .. }) = &organization.retired {
            publishers.extend(register.organization(see).map(|successor| (&successor.key, successor)));
        }
    }
    [Subject::All]
        .into_iter()
        .chain(topics)
        .chain(types)
        .chain(languages.into_iter().map(Subject::Language))
        .chain(publishers.into_values().map(|organization| Subject::Publisher(Arc::clone(organization))))
        .map(|subject| Feed::new(publication, subject))
        .collect()
}

impl Feed {
    /// The feed of a subject.
    #[must_use]
    pub fn new(publication: &Publication, subject: Subject) -> Self {
        let main = &publication.language;
        let language = match &subject {
            Subject::Language(language) => publication.title.get(language, main).0.clone(),
            Subject::All | Subject::Topic(_) | Subject::Type(_) | Subject::Publisher(_) => main.clone(),
        };
        let title = publication.title.get(&language, main).1;
        let title = match &subject {
            Subject::All => title.to_string(),
            Subject::Topic(topic) => format!("{title}: {}", topic.name.get(main, main).1),
            Subject::Type(kind) => format!("{title}: {}", kind_label(*kind, [main, main]).1),
            Subject::Language(tag) => format!("{title} ({tag})"),
            Subject::Publisher(organization) => format!("{title}: {}", organization.name.get(main, main).1),
        };
        Self { name: subject.name(), subject, title, language }
    }

    /// The feed's name, which its address is made of, such as `topic/vatten`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The feed's end, where its register entry has one.
    #[must_use]
    pub fn retired(&self) -> Option<&Retired> {
        match &self.subject {
            Subject::Topic(topic) => topic.retired.as_ref(),
            Subject::Publisher(organization) => organization.retired.as_ref(),
            Subject::All | Subject::Type(_) | Subject::Language(_) => None,
        }
    }

    /// Whether an announcement is in the feed, where it is published.
    #[must_use]
    pub fn holds(&self, announcement: &Announcement) -> bool {
        match &self.subject {
            Subject::All => true,
            Subject::Topic(topic) => announcement.topics.iter().any(|own| own.key == topic.key),
            Subject::Type(kind) => announcement.kind == *kind,
            Subject::Language(language) => announcement.language.primary_tag() == *language,
            Subject::Publisher(organization) => {
                let mut responsible = [&announcement.publisher].into_iter().chain(&announcement.unit);
                responsible.any(|own| own.key == organization.key)
            }
        }
    }

    /// The links to the feed for a web page that it belongs to, one for each form (autodiscovery).
    pub fn alternates(&self, publication: &Publication) -> impl Iterator<Item = Alternate> {
        Form::of(publication).map(|form| Alternate {
            media_type: form.format().media_type(),
            title: format!("{} ({})", self.title, form.format().label()),
            href: publication.file(&path(&self.name, form)),
        })
    }
}

impl Subject {
    /// What kind of feed the subject has.
    #[must_use]
    pub const fn kind(&self) -> FeedKind {
        match self {
            Self::All => FeedKind::All,
            Self::Topic(_) => FeedKind::Topic,
            Self::Type(_) => FeedKind::Type,
            Self::Language(_) => FeedKind::Language,
            Self::Publisher(_) => FeedKind::Publisher,
        }
    }

    /// The name of the subject's feed.
    #[must_use]
    pub fn name(&self) -> String {
        let kind = self.kind().key();
        match self {
            Self::All => kind.to_owned(),
            Self::Topic(topic) => format!("{kind}/{}", topic.key),
            Self::Type(of) => format!("{kind}/{}", of.key()),
            Self::Language(language) => format!("{kind}/{language}"),
            Self::Publisher(organization) => format!("{kind}/{}", organization.key),
        }
    }
}
