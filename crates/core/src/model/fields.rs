use crate::{
    Alert, AnnouncementId, AnnouncementType, Attachment, Body, Consultation, Contact, DataTheme, Disruption, Event,
    Image, Iri, Job, LanguageTag, Line, Link, Location, Moment, Notice, Offer, Organization, PersonalData, Project,
    Quote, Reuse, Status, Text, Topic, Update,
    model::{mention::classify_fields, notice},
    publication::entry::{serialize_key, serialize_keys, serialize_optional_key},
};
use serde::Serialize;
use std::sync::Arc;

/// Fields of an announcement, before they are checked as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fields {
    /// Identity, which never changes.
    pub id: AnnouncementId,
    /// Type of the announcement.
    #[serde(rename = "type")]
    pub kind: AnnouncementType,
    /// Title.
    pub title: Line,
    /// Paragraph that introduces the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Text>,
    /// Text.
    pub body: Body,
    /// Language of everything the announcement says.
    pub language: LanguageTag,
    /// Time of publication.
    pub published: Moment,
    /// Time of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Moment>,
    /// Time from which on it is no longer published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// Organisation that publishes it.
    #[serde(serialize_with = "serialize_key")]
    pub publisher: Arc<Organization>,
    /// Unit that is responsible for it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_optional_key")]
    pub unit: Option<Arc<Organization>>,
    /// Page on which it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Iri>,
    /// Topics of the register.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "serialize_keys")]
    pub topics: Vec<Arc<Topic>>,
    /// The EU's coarse themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<DataTheme>,
    /// Places the announcement concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Location>,
    /// Contacts for questions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Quotes from its text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Project the announcement is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Project>,
    /// Facts of a public notice.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "notice::with_deadlines")]
    pub notice: Option<Notice>,
    /// Disruption the announcement is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disruption: Option<Disruption>,
    /// Consultation in which it asks people to take part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consultation: Option<Consultation>,
    /// Danger of which it warns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<Alert>,
    /// Job it advertises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<Job>,
    /// Plots of land it offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Events it mentions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Pictures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// Files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Pages to read more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Log of later events, in the order of the source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// Announcement that this one replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<AnnouncementId>,
    /// Announcements that replace this one, in the order of their ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replaced_by: Vec<AnnouncementId>,
    /// Announcement that this one translates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<AnnouncementId>,
    /// Announcements that translate this one, in the order of their ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<AnnouncementId>,
    /// Ids under which it was published earlier, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<AnnouncementId>,
    /// Policy on data on people, if the announcement has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_data: Option<PersonalData>,
    /// Class of reuse.
    #[serde(skip_serializing_if = "Reuse::is_open")]
    pub reuse: Reuse,
    /// Status of publication.
    #[serde(flatten, skip_serializing_if = "Status::is_published")]
    pub status: Status,
}

classify_fields! { Fields {
    personal: quotes, contacts;
    mentions: places, project, events, notice, disruption, consultation, alert, job, offers, images, attachments, links,
        updates;
    plain: id, kind, title, lead, body, language, published, modified, expires, publisher, unit, source, topics, themes,
        replaces, replaced_by, translation_of, translations, aliases, personal_data, reuse, status;
} }

impl Fields {
    /// Makes fields from those that every announcement has.
    ///
    /// Others are added with `..`: `Fields { body, ..Fields::new(..) }`.
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
            replaced_by: Vec::new(),
            translation_of: None,
            translations: Vec::new(),
            aliases: Vec::new(),
            personal_data: None,
            reuse: Reuse::Open,
            status: Status::Published,
        }
    }
}
