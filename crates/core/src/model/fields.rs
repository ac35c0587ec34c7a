use crate::{
    Alert, AnnouncementId, AnnouncementType, Attachment, Body, Consultation, Contact, DataTheme, Disruption, Event,
    Image, Iri, Job, LanguageTag, Line, Link, Location, Moment, Notice, Offer, Organization, PersonalData, Project,
    Quote, Status, Text, Topic, Update,
    model::{mention::classify_fields, notice},
    publication::entry::{serialize_key, serialize_keys, serialize_optional_key},
};
use serde::Serialize;
use std::sync::Arc;

/// What an announcement says, before it is checked as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fields {
    /// Its identity, which never changes.
    pub id: AnnouncementId,
    /// What kind of announcement it is.
    #[serde(rename = "type")]
    pub kind: AnnouncementType,
    /// Its title.
    pub title: Line,
    /// The paragraph that introduces it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Text>,
    /// Its text.
    pub body: Body,
    /// The language of everything it says.
    pub language: LanguageTag,
    /// When it was published.
    pub published: Moment,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Moment>,
    /// From when on it is no longer published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// Who publishes it.
    #[serde(serialize_with = "serialize_key")]
    pub publisher: Arc<Organization>,
    /// The unit that is responsible for it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_optional_key")]
    pub unit: Option<Arc<Organization>>,
    /// The page it was first published on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Iri>,
    /// What it is about.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "serialize_keys")]
    pub topics: Vec<Arc<Topic>>,
    /// The same in the EU's coarse themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<DataTheme>,
    /// Where it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Location>,
    /// Whom to ask about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// What people say in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// The project it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Project>,
    /// What makes it a public notice.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "notice::with_deadlines")]
    pub notice: Option<Notice>,
    /// The disruption that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disruption: Option<Disruption>,
    /// The consultation that it asks to take part in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consultation: Option<Consultation>,
    /// The danger that it warns of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<Alert>,
    /// The job that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<Job>,
    /// The plots of land that it offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// What is going to happen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Its pictures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// Its files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Where to read more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What has happened since, in the order of the source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// The announcement that it takes the place of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<AnnouncementId>,
    /// The announcement that it says in another language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<AnnouncementId>,
    /// The announcements that say it in other languages, in the order of their ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<AnnouncementId>,
    /// Whether its data on people are published, where it says so itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_data: Option<PersonalData>,
    /// Whether it may be published.
    #[serde(flatten, skip_serializing_if = "Status::is_published")]
    pub status: Status,
}

classify_fields! { Fields {
    personal: quotes, contacts;
    mentions: places, project, events, notice, disruption, consultation, alert, job, offers, images, attachments, links,
        updates;
    plain: id, kind, title, lead, body, language, published, modified, expires, publisher, unit, source, topics, themes,
        replaces, translation_of, translations, personal_data, status;
} }

impl Fields {
    /// What every announcement must say, and nothing else.
    /// The rest is added with `..`: `Fields { body, ..Fields::new(..) }`.
    #[must_use]
    pub fn new(
        id: AnnouncementId,
        kind: AnnouncementType,
        title: Line,
        language: LanguageTag,
        published: Moment,
        publisher: Arc<Organization>,
    ) -> Self {
        Self {
            id,
            kind,
            title,
            lead: None,
            body: Body::default(),
            language,
            published,
            modified: None,
            expires: None,
            publisher,
            unit: None,
            source: None,
            topics: Vec::new(),
            themes: Vec::new(),
            places: Vec::new(),
            contacts: Vec::new(),
            quotes: Vec::new(),
            project: None,
            notice: None,
            disruption: None,
            consultation: None,
            alert: None,
            job: None,
            offers: Vec::new(),
            events: Vec::new(),
            images: Vec::new(),
            attachments: Vec::new(),
            links: Vec::new(),
            updates: Vec::new(),
            replaces: None,
            translation_of: None,
            translations: Vec::new(),
            personal_data: None,
            status: Status::Published,
        }
    }
}
