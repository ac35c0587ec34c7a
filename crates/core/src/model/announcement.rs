use crate::{
    Alert, AnnouncementId, Attachment, Body, Consultation, Contact, DataTheme, Decimal, Disruption, Event, Image, Iri,
    Job, LanguageTag, Line, Link, Location, Moment, NamedOrganization, NamedPlace, Notice, Offer, Organization, Party,
    Percent, Person, PersonalData, Project, Quote, Status, Text, Topic, Update, Zone,
    closed_set::closed_set,
    model::{
        mention::{Mention, Mentions, classify_fields},
        notice,
        numbering::{first_mentions, number},
    },
};
use anslag_wording::wording;
use serde::{Serialize, Serializer};
use std::{ops::Deref, sync::Arc};
use thiserror::Error;

/// An announcement of a municipality: something that can be published as it is.
///
/// Its [`Fields`] are read through it and cannot be changed, so that what [`Announcement::new`] has checked stays true.
/// Its serialised form is the one that JSON Lines hold: keys of source files, register entries by their keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Announcement(Fields);

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
    #[serde(serialize_with = "organization_key")]
    pub publisher: Arc<Organization>,
    /// The unit that is responsible for it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "unit_key")]
    pub unit: Option<Arc<Organization>>,
    /// The page it was first published on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Iri>,
    /// What it is about.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "topic_keys")]
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

impl Announcement {
    /// Checks what the fields' own types cannot: that they agree with each other. Numbers the announcement's own
    /// organisations, places and people in the order of their first mention. Leaves out the data on people where its
    /// policy is to strip them.
    ///
    /// The zone tells when a day begins, for comparing a day with an instant.
    pub fn new(mut fields: Fields, zone: &Zone) -> Result<Self, Vec<Problem>> {
        let problems = problems(&fields, zone);
        if !problems.is_empty() {
            return Err(problems);
        }
        fields.translations.sort();
        fields.translations.dedup();
        if fields.personal_data == Some(PersonalData::Strip) {
            fields.strip_personal_data();
        }
        number(&mut fields);
        Ok(Self(fields))
    }

    /// The announcement without its data on people, as its policy would have it.
    #[must_use]
    pub fn without_personal_data(mut self) -> Self {
        self.0.personal_data = Some(PersonalData::Strip);
        self.0.strip_personal_data();
        // What only the speakers mentioned is gone, so that the rest has other numbers.
        number(&mut self.0);
        self
    }

    /// The announcement, with what it translates, and with those that translate it, in the order of their ids.
    #[must_use]
    pub fn with_translations(mut self, original: Option<&AnnouncementId>, translations: Vec<AnnouncementId>) -> Self {
        self.0.translation_of = original.cloned();
        self.0.translations = translations;
        self
    }

    /// When it was last changed, else when it was published.
    #[must_use]
    pub fn updated(&self) -> Moment {
        self.modified.unwrap_or(self.published)
    }

    /// Returns the people it quotes, each once, the first with number 1.
    #[must_use]
    pub fn people(&self) -> Vec<&Person> {
        let people = self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Person(person) => Some(person),
            Mention::Party(_) | Mention::Location(_) => None,
        });
        first_mentions(people, Person::number)
    }

    /// Returns the organisations that only it names, each once, the first with number 1.
    #[must_use]
    pub fn organizations(&self) -> Vec<&NamedOrganization> {
        let named = self.parties().filter_map(|party| match party {
            Party::Named(organization) => Some(organization),
            Party::Registered(_) => None,
        });
        first_mentions(named, NamedOrganization::number)
    }

    /// Returns the places that only it names, each once, the first with number 1.
    #[must_use]
    pub fn places(&self) -> Vec<&NamedPlace> {
        let named = self.locations().filter_map(|place| match place {
            Location::Named(place) => Some(place),
            Location::Registered(_) => None,
        });
        first_mentions(named, NamedPlace::number)
    }

    /// Returns every mention of a place.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Location(location) => Some(location),
            Mention::Party(_) | Mention::Person(_) => None,
        })
    }

    /// Returns every mention of an organisation in its parts.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Party(party) => Some(party),
            Mention::Location(_) | Mention::Person(_) => None,
        })
    }

    fn mentions(&self) -> Vec<Mention<'_>> {
        let mut mentions = Vec::new();
        self.0.mentions(&mut |mention| mentions.push(mention));
        mentions
    }
}

impl Deref for Announcement {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        &self.0
    }
}

closed_set! {
    /// The kinds of announcement.
    pub enum AnnouncementType {
        /// News.
        News "news" sv("nyhet") en("news") et("uudis") lv("ziņa"),
        /// A press release.
        PressRelease "press-release" sv("pressmeddelande") en("press release") et("pressiteade") lv("preses relīze"),
        /// A public notice on the notice board that the law prescribes.
        Notice "notice" sv("kungörelse") en("public notice") et("avalik teade") lv("publisks paziņojums") also("anslag"),
        /// A disruption of water, power, traffic or another service.
        Disruption "disruption" sv("driftstörning") en("disruption") et("katkestus") lv("traucējums"),
        /// A consultation.
        Consultation "consultation"
            sv("samråd") en("consultation") et("avalik arutelu") lv("sabiedriskā apspriešana")
            also("remiss", "granskning"),
        /// An event.
        Event "event" sv("evenemang") en("event") et("sündmus") lv("pasākums"),
        /// Something on offer, such as a plot of land.
        Offer "offer" sv("erbjudande") en("offer") et("pakkumine") lv("piedāvājums") also("lediga tomter"),
        /// An alert.
        Alert "alert" sv("varning") en("alert") et("hoiatus") lv("brīdinājums") also("vma"),
        /// A job.
        Job "job" sv("ledigt jobb") en("job") et("töökoht") lv("vakance") also("jobb", "platsannons"),
    }
}

wording! {
    /// Where the fields of an announcement do not agree with each other.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum Problem {
        /// It was changed before it was published.
        ModifiedBeforePublished
            en("the announcement was changed before it was published")
            sv("tillkännagivandet ändrades innan det publicerades"),
        /// It expires before it is published.
        ExpiresBeforePublished
            en("the announcement expires before it is published")
            sv("tillkännagivandet upphör att gälla innan det publiceras"),
        /// It is withdrawn before it is published.
        WithdrawnBeforePublished
            en("the announcement is withdrawn before it is published")
            sv("tillkännagivandet dras tillbaka innan det publiceras"),
        /// A day of a notice is out of order: adjusted, posted, appealed, taken down.
        NoticeOutOfOrder {
            /// The key of the day: `adjusted`, `appeal_until` or `remove_after`.
            key: &'static str,
        }
            en("the days of the notice are out of order: minutes are adjusted, the notice is posted, appealed, taken down")
            sv("kungörelsens dagar står i fel ordning: protokollet justeras, kungörelsen anslås, kan överklagas, tas ned"),
        /// A moment of a disruption, of a consultation or of an alert is out of order.
        EndsBeforeBeginning {
            /// The part: `disruption`, `consultation` or `alert`.
            part: &'static str,
            /// The key of the moment: `expected_end`, `ended`, `closes`, `expires` or `all_clear`.
            key: &'static str,
        }
            en("this is before it begins")
            sv("det här är innan det börjar"),
        /// It replaces or translates itself.
        RefersToItself {
            /// The key: `replaces`, `translation_of` or `translations`.
            key: &'static str,
        }
            en("the announcement refers to itself")
            sv("tillkännagivandet hänvisar till sig självt"),
        /// A topic or theme is named twice.
        Twice {
            /// The list: `topics`, `themes` or `project.focus`.
            list: &'static str,
            /// The position of the second mention, from 0.
            index: usize,
            /// What is named twice.
            name: String,
        }
            en("{name} is named twice")
            sv("{name} nämns två gånger"),
        /// A quote is not in the body.
        QuoteNotInBody {
            /// The position of the quote, from 0.
            index: usize,
        }
            en("the quote is not in the text of the announcement")
            sv("citatet finns inte i tillkännagivandets text"),
        /// Nobody says a quote.
        NoSpeaker {
            /// The position of the quote, from 0.
            index: usize,
        }
            en("the quote has no speaker")
            sv("det står inte vem som säger citatet"),
        /// A funder pays neither a share nor an amount.
        NoShare {
            /// The position of the funding, from 0.
            index: usize,
        }
            en("the funding has neither a share in per cent nor an amount")
            sv("finansieringen har varken en andel i procent eller ett belopp"),
        /// The shares of a project come to more than 100 per cent.
        SharesOverHundred {
            /// The sum of the shares.
            sum: String,
        }
            en("the shares of the funding come to {sum} %, more than 100 %")
            sv("finansieringens andelar är tillsammans {sum} %, mer än 100 %"),
    }
}

fn problems(fields: &Fields, zone: &Zone) -> Vec<Problem> {
    let mut problems = Vec::new();
    let published = fields.published;
    let precedes = |moment: Option<Moment>, other: &Moment| moment.is_some_and(|moment| moment.is_before(other, zone));
    if precedes(fields.modified, &published) {
        problems.push(Problem::ModifiedBeforePublished);
    }
    if precedes(fields.expires, &published) {
        problems.push(Problem::ExpiresBeforePublished);
    }
    if precedes(fields.status.withdrawn(), &published) {
        problems.push(Problem::WithdrawnBeforePublished);
    }
    if let Some(disruption) = &fields.disruption {
        for (key, end) in [("expected_end", disruption.expected_end), ("ended", disruption.ended)] {
            if precedes(end, &disruption.starts) {
                problems.push(Problem::EndsBeforeBeginning { part: "disruption", key });
            }
        }
    }
    if let Some(consultation) = &fields.consultation
        && consultation.opens.is_some_and(|opens| consultation.closes < opens)
    {
        problems.push(Problem::EndsBeforeBeginning { part: "consultation", key: "closes" });
    }
    if let Some(alert) = &fields.alert {
        for (key, end) in [("expires", alert.expires), ("all_clear", alert.all_clear)] {
            if precedes(end, &alert.effective) {
                problems.push(Problem::EndsBeforeBeginning { part: "alert", key });
            }
        }
    }
    let others = [
        ("replaces", fields.replaces.as_slice()),
        ("translation_of", fields.translation_of.as_slice()),
        ("translations", &fields.translations),
    ];
    for (key, ids) in others {
        if ids.contains(&fields.id) {
            problems.push(Problem::RefersToItself { key });
        }
    }
    if let Some(notice) = &fields.notice {
        let wrong = [
            ("adjusted", notice.adjusted.is_some_and(|adjusted| adjusted > notice.posted)),
            ("appeal_until", notice.appeal_until.is_some_and(|until| until < notice.posted)),
            ("remove_after", notice.remove_after.is_some_and(|removed| removed < notice.posted)),
        ];
        let wrong = wrong.into_iter().filter(|(_, is_wrong)| *is_wrong);
        problems.extend(wrong.map(|(key, _)| Problem::NoticeOutOfOrder { key }));
    }
    let topics = |topics: &[Arc<Topic>]| topics.iter().map(|topic| topic.key.to_string()).collect::<Vec<_>>();
    twice("topics", &topics(&fields.topics), &mut problems);
    let themes: Vec<_> = fields.themes.iter().map(|theme| theme.code().to_owned()).collect();
    twice("themes", &themes, &mut problems);
    for (index, quote) in fields.quotes.iter().enumerate() {
        if !fields.body.text().contains(quote.text.as_str()) {
            problems.push(Problem::QuoteNotInBody { index });
        }
        if quote.speakers.is_empty() {
            problems.push(Problem::NoSpeaker { index });
        }
    }
    if let Some(project) = &fields.project {
        twice("project.focus", &topics(&project.focus), &mut problems);
        for (index, funding) in project.funding.iter().enumerate() {
            if funding.percent.is_none() && funding.amount.is_none() {
                problems.push(Problem::NoShare { index });
            }
        }
        let sum = Decimal::sum(project.funding.iter().filter_map(|funding| funding.percent).map(Percent::value));
        if sum > rust_decimal::Decimal::ONE_HUNDRED {
            problems.push(Problem::SharesOverHundred { sum: sum.normalize().to_string() });
        }
    }
    problems
}

fn twice(list: &'static str, names: &[String], problems: &mut Vec<Problem>) {
    let mut seen = std::collections::HashSet::new();
    for (index, name) in names.iter().enumerate() {
        if !seen.insert(name) {
            problems.push(Problem::Twice { list, index, name: name.clone() });
        }
    }
}

fn organization_key<S: Serializer>(entry: &Arc<Organization>, serializer: S) -> Result<S::Ok, S::Error> {
    entry.key.serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn unit_key<S: Serializer>(entry: &Option<Arc<Organization>>, serializer: S) -> Result<S::Ok, S::Error> {
    entry.as_ref().map(|unit| &unit.key).serialize(serializer)
}

pub(crate) fn topic_keys<S: Serializer>(topics: &[Arc<Topic>], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(topics.iter().map(|topic| &topic.key))
}
