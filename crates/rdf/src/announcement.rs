use crate::{alert, consultation, contact, disruption, event, job, media, notice, offer, project, quote};
use anslag_core::{
    Announcement, AnnouncementId, AnnouncementType, Country, Iri, NamedOrganization, NamedPlace, Node, PersonalData,
    Publication,
};
use anslag_vocab::{Describe, Term, anslag, anslag_type, dcat, dcterms, eu_language, foaf, prov, schema};
use oxrdf::Triple;

/// The class of schema.org that is nearest to a kind of announcement. It has none for public notices.
pub(crate) const fn class(kind: AnnouncementType) -> Term {
    match kind {
        AnnouncementType::News | AnnouncementType::PressRelease => schema::NEWS_ARTICLE,
        AnnouncementType::Disruption | AnnouncementType::Alert => schema::SPECIAL_ANNOUNCEMENT,
        AnnouncementType::Notice
        | AnnouncementType::Consultation
        | AnnouncementType::Event
        | AnnouncementType::Offer
        | AnnouncementType::Job => schema::ARTICLE,
    }
}

/// The concept of a kind of announcement.
pub(crate) fn concept(kind: AnnouncementType) -> String {
    anslag_type::VOCABULARY.iri(kind.key())
}

/// The individual of our vocabulary that a policy on personal data is.
pub(crate) fn personal_data(policy: PersonalData) -> String {
    anslag::VOCABULARY.iri(format_args!("personal-data-{}", policy.key()))
}

/// Describes an announcement and its parts, and nothing else: what it shares with others is the register's.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    describe_itself(publication, announcement, triples);
    quote::describe(publication, announcement, triples);
    project::describe(publication, announcement, triples);
    notice::describe(publication, announcement, triples);
    disruption::describe(publication, announcement, triples);
    consultation::describe(publication, announcement, triples);
    alert::describe(publication, announcement, triples);
    job::describe(publication, announcement, triples);
    offer::describe(publication, announcement, triples);
    event::describe(publication, announcement, triples);
    contact::describe(publication, announcement, triples);
    media::describe(publication, announcement, triples);
    for organization in announcement.organizations() {
        describe_organization(publication, announcement, organization, triples);
    }
    for place in announcement.places() {
        describe_place(publication, announcement, place, triples);
    }
}

fn describe_itself(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let (id, language) = (&announcement.id, &announcement.language);
    let publisher = publication.organization(&announcement.publisher);
    let unit = announcement.unit.as_ref().map(|unit| publication.organization(unit));
    let nodes = |count: usize, node: fn(usize) -> Node| (1..=count).map(move |n| publication.node(id, node(n)));
    let subjects: Vec<Iri> = announcement.topics.iter().map(|topic| publication.topic(topic)).collect();
    let themes: Vec<Iri> = announcement.themes.iter().map(|theme| theme.iri()).collect();
    let project = announcement.project.iter().map(|_| publication.node(id, Node::Project));
    let places: Vec<Iri> = announcement.places.iter().map(|place| publication.location(id, place)).collect();
    let other = |id: &Option<AnnouncementId>| id.as_ref().map(|id| publication.announcement(id));

    let mut about = Describe::new(triples, &publication.announcement(id));
    about
        .types(&[class(announcement.kind), foaf::DOCUMENT])
        .link(dcterms::TYPE, concept(announcement.kind))
        .string(dcterms::IDENTIFIER, id.as_str())
        .text(schema::HEADLINE, announcement.title.as_str(), language)
        .text(dcterms::TITLE, announcement.title.as_str(), language);
    if let Some(lead) = &announcement.lead {
        about.text(schema::ABSTRACT, lead.as_str(), language).text(dcterms::ABSTRACT, lead.as_str(), language);
    }
    about.string(schema::IN_LANGUAGE, language.as_str());
    if let Some(code) = language.eu_code() {
        about.link(dcterms::LANGUAGE, eu_language::VOCABULARY.iri(code));
    }
    about.dates(schema::DATE_PUBLISHED, [announcement.published]).dates(dcterms::ISSUED, [announcement.published]);
    about.dates(schema::DATE_MODIFIED, announcement.modified).dates(dcterms::MODIFIED, announcement.modified);
    about.dates(schema::EXPIRES, announcement.expires).dates(dcterms::VALID, announcement.expires);
    about
        .links(schema::PUBLISHER, [&publisher])
        .links(dcterms::PUBLISHER, [&publisher])
        .links(schema::AUTHOR, &unit)
        .links(dcterms::CREATOR, &unit)
        .links(schema::URL, &announcement.source)
        .links(prov::WAS_DERIVED_FROM, &announcement.source)
        .links(schema::ABOUT, project)
        .links(schema::ABOUT, announcement.disruption.as_ref().map(|_| publication.node(id, Node::Disruption)))
        .links(schema::ABOUT, announcement.alert.as_ref().map(|_| publication.node(id, Node::Alert)))
        .links(schema::ABOUT, announcement.job.as_ref().map(|_| publication.node(id, Node::Job)))
        .links(schema::ABOUT, nodes(announcement.offers.len(), Node::Offer))
        .links(schema::ABOUT, &subjects)
        .links(schema::ABOUT, &themes)
        .links(dcterms::SUBJECT, &subjects)
        .links(dcterms::SUBJECT, &themes)
        .links(schema::CONTENT_LOCATION, &places)
        .links(dcterms::SPATIAL, &places)
        .links(schema::MENTIONS, nodes(announcement.events.len(), Node::Event))
        .links(schema::HAS_PART, nodes(announcement.quotes.len(), Node::Quote))
        .links(schema::HAS_PART, nodes(announcement.updates.len(), Node::Update))
        .links(schema::IMAGE, nodes(announcement.images.len(), Node::Image))
        .links(schema::ASSOCIATED_MEDIA, nodes(announcement.attachments.len(), Node::Attachment))
        .links(dcterms::RELATION, nodes(announcement.links.len(), Node::Link))
        .links(dcterms::REPLACES, other(&announcement.replaces))
        .links(schema::TRANSLATION_OF_WORK, other(&announcement.translation_of))
        .links(schema::WORK_TRANSLATION, announcement.translations.iter().map(|id| publication.announcement(id)))
        .links(dcat::CONTACT_POINT, nodes(announcement.contacts.len(), Node::Contact));
    if let Some(policy) = announcement.personal_data {
        about.link(anslag::PERSONAL_DATA_POLICY, personal_data(policy));
    }
    if let Some(notice) = &announcement.notice {
        notice::say(publication, announcement, notice, &mut about);
    }
    if let Some(consultation) = &announcement.consultation {
        consultation::say(publication, announcement, consultation, &mut about);
    }
    if !announcement.body.text().is_empty() {
        about.text(schema::ARTICLE_BODY, announcement.body.text(), language);
    }
}

fn describe_organization(
    publication: &Publication,
    announcement: &Announcement,
    organization: &NamedOrganization,
    triples: &mut Vec<Triple>,
) {
    let iri = publication.node(&announcement.id, Node::Organization(organization.number()));
    let mut about = Describe::new(triples, &iri);
    about
        .types(&[schema::ORGANIZATION, foaf::ORGANIZATION])
        .text(schema::NAME, organization.name.as_str(), &announcement.language)
        .text(foaf::NAME, organization.name.as_str(), &announcement.language);
    if let Some(kind) = &organization.kind {
        about.text(schema::DESCRIPTION, kind.as_str(), &announcement.language);
    }
    about.links(schema::LOCATION, organization.country.map(Country::iri));
}

fn describe_place(
    publication: &Publication,
    announcement: &Announcement,
    place: &NamedPlace,
    triples: &mut Vec<Triple>,
) {
    Describe::new(triples, &publication.node(&announcement.id, Node::Place(place.number())))
        .types(&[schema::PLACE, dcterms::LOCATION])
        .text(schema::NAME, place.name.as_str(), &announcement.language)
        .links(schema::CONTAINED_IN_PLACE, place.country.map(Country::iri));
}
