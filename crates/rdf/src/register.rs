use crate::{
    alert,
    announcement::{concept, personal_data},
    describe::Describe,
    disruption,
    event::status,
};
use anslag_core::{
    AlertCertainty, AlertSeverity, AlertUrgency, AnnouncementType, Country, DisruptionStatus, Iri, LanguageTag,
    Organization, OrganizationKind, PersonalData, Place, PlaceKind, PlanStatus, Publication, RegisteredProgramme,
    Service, Topic,
};
use anslag_vocab::{anslag, anslag_type, dcterms, foaf, frapo, org, publisher_type, schema, skos};
use oxrdf::{NamedNode, NamedNodeRef, Triple};

/// Describes all that announcements share: the register's entries, and the concepts of our own vocabulary.
pub(crate) fn describe(publication: &Publication, triples: &mut Vec<Triple>) {
    let register = &publication.register;
    register.organizations().for_each(|entry| describe_organization(publication, entry, triples));
    register.programmes().for_each(|entry| describe_programme(publication, entry, triples));
    register.places().for_each(|entry| describe_place(publication, entry, triples));
    describe_topics(publication, triples);
    describe_types(triples);
    describe_schemes(triples);
}

/// Describes the topics, and the scheme that they are concepts of.
pub(crate) fn describe_topics(publication: &Publication, triples: &mut Vec<Triple>) {
    describe_topic_scheme(publication, triples);
    publication.register.topics().for_each(|entry| describe_topic(publication, entry, triples));
}

fn describe_organization(publication: &Publication, organization: &Organization, triples: &mut Vec<Triple>) {
    let register = &publication.register;
    let parent = organization.unit_of.as_ref().and_then(|key| register.organization(key));
    let parent = parent.map(|parent| publication.organization(parent));
    let place = organization.place.as_ref().and_then(|key| register.place(key)).map(|place| publication.place(place));
    let mut about = Describe::new(triples, &publication.organization(organization));
    about
        .types(&organization_classes(organization))
        .texts(schema::NAME, &organization.name)
        .texts(foaf::NAME, &organization.name)
        .texts(skos::PREF_LABEL, &organization.name);
    if let Some(kind) = publisher_kind(organization.kind) {
        about.term(dcterms::TYPE, kind);
    }
    if let Some(number) = &organization.number {
        about.string(dcterms::IDENTIFIER, number.as_str());
    }
    if let Some(code) = &organization.municipality_code {
        about.string(anslag::MUNICIPALITY_CODE, code.as_str());
    }
    about
        .links(schema::PARENT_ORGANIZATION, &parent)
        .links(org::UNIT_OF, &parent)
        .links(schema::LOCATION, place)
        .links(schema::LOCATION, organization.country.map(Country::iri))
        .links(schema::URL, &organization.homepage)
        .links(foaf::HOMEPAGE, &organization.homepage)
        .links(schema::SAME_AS, &organization.same_as);
}

fn describe_programme(publication: &Publication, programme: &RegisteredProgramme, triples: &mut Vec<Triple>) {
    // Another spelling is in the language of the name that it spells: the first.
    let language = programme.name.iter().next().map(|(language, _)| language);
    let mut about = Describe::new(triples, &publication.programme(programme));
    about.types(&[schema::FUNDING_SCHEME, frapo::FUNDING_PROGRAMME]).texts(schema::NAME, &programme.name);
    for name in &programme.alternate_names {
        about.text(schema::ALTERNATE_NAME, name.as_str(), language.unwrap_or(&publication.language));
    }
    about.links(schema::URL, &programme.homepage).links(schema::SAME_AS, &programme.same_as);
}

fn describe_place(publication: &Publication, place: &Place, triples: &mut Vec<Triple>) {
    Describe::new(triples, &publication.place(place))
        .types(&[place_class(place.kind), dcterms::LOCATION])
        .texts(schema::NAME, &place.name)
        .links(schema::CONTAINED_IN_PLACE, place.country.map(Country::iri))
        .links(schema::SAME_AS, &place.same_as);
}

fn describe_topic_scheme(publication: &Publication, triples: &mut Vec<Triple>) {
    let topics = publication.register.topics().map(|topic| publication.topic(topic));
    let mut about = Describe::new(triples, &publication.topic_scheme());
    about.types(&[skos::CONCEPT_SCHEME]);
    labels(&mut about, [("sv", "Ämnen"), ("en", "Topics"), ("et", "Teemad"), ("lv", "Tēmas")]);
    about.links(skos::HAS_TOP_CONCEPT, topics);
}

fn describe_topic(publication: &Publication, topic: &Topic, triples: &mut Vec<Triple>) {
    let scheme = publication.topic_scheme();
    let mut about = Describe::new(triples, &publication.topic(topic));
    about
        .types(&[skos::CONCEPT, schema::DEFINED_TERM])
        .texts(skos::PREF_LABEL, &topic.name)
        .texts(schema::NAME, &topic.name);
    for alias in &topic.aliases {
        about.text(skos::ALT_LABEL, alias.as_str(), &publication.language);
    }
    about
        .links(skos::IN_SCHEME, [&scheme])
        .links(skos::TOP_CONCEPT_OF, [&scheme])
        .links(skos::EXACT_MATCH, &topic.exact_match)
        .links(skos::CLOSE_MATCH, &topic.close_match)
        .links(skos::BROAD_MATCH, &topic.broad_match);
}

/// Describes the types of announcement, and the scheme that they are concepts of.
pub(crate) fn describe_types(triples: &mut Vec<Triple>) {
    let types = own(anslag_type::VOCABULARY.namespace.trim_end_matches('/'));
    let mut about = Describe::new(triples, &types);
    about.types(&[skos::CONCEPT_SCHEME]);
    labels(&mut about, [("sv", "Typer av tillkännagivanden"), ("en", "Types of announcement")]);
    for kind in AnnouncementType::ALL {
        about.term(skos::HAS_TOP_CONCEPT, concept(kind).as_ref());
    }
    for kind in AnnouncementType::ALL {
        let mut about = Describe::new(triples, &own(concept(kind).as_str()));
        about.types(&[skos::CONCEPT]);
        labels(&mut about, kind.labels());
        about.links(skos::IN_SCHEME, [&types]).links(skos::TOP_CONCEPT_OF, [&types]);
    }
}

/// Describes the other concepts of our own vocabulary that announcements refer to, each with its scheme.
pub(crate) fn describe_schemes(triples: &mut Vec<Triple>) {
    describe_scheme(
        anslag::PLAN_STATUS_SCHEME,
        ["Hur säkert ett evenemang är", "How certain an event is"],
        PlanStatus::ALL.map(|member| (status(member), member.labels())),
        triples,
    );
    describe_scheme(
        anslag::SERVICE_SCHEME,
        ["Tjänster som kan störas", "Services that can be disrupted"],
        Service::ALL.map(|member| (disruption::service(member), member.labels())),
        triples,
    );
    describe_scheme(
        anslag::DISRUPTION_STATUS_SCHEME,
        ["Hur långt en störning har kommit", "How far a disruption has come"],
        DisruptionStatus::ALL.map(|member| (disruption::status(member), member.labels())),
        triples,
    );
    describe_scheme(
        anslag::SEVERITY_SCHEME,
        ["Hur allvarlig en fara är", "How bad a danger is"],
        AlertSeverity::ALL.map(|member| (alert::severity(member), member.labels())),
        triples,
    );
    describe_scheme(
        anslag::URGENCY_SCHEME,
        ["Hur brådskande en fara är", "How soon something is to be done about a danger"],
        AlertUrgency::ALL.map(|member| (alert::urgency(member), member.labels())),
        triples,
    );
    describe_scheme(
        anslag::CERTAINTY_SCHEME,
        ["Hur säker en fara är", "How certain a danger is"],
        AlertCertainty::ALL.map(|member| (alert::certainty(member), member.labels())),
        triples,
    );
    describe_scheme(
        anslag::PERSONAL_DATA_POLICY_SCHEME,
        ["Om personuppgifter publiceras", "Whether personal data are published"],
        PersonalData::ALL.map(|member| (personal_data(member), member.labels())),
        triples,
    );
}

/// A scheme of individuals, with its labels in Swedish and English, and its members.
fn describe_scheme<const N: usize>(
    scheme: NamedNodeRef<'static>,
    [sv, en]: [&'static str; 2],
    members: [(NamedNode, Labels); N],
    triples: &mut Vec<Triple>,
) {
    let mut about = Describe::new(triples, &own(scheme.as_str()));
    about.types(&[skos::CONCEPT_SCHEME]);
    labels(&mut about, [("sv", sv), ("en", en)]);
    for (member, its_labels) in members {
        let mut about = Describe::new(triples, &own(member.as_str()));
        about.types(&[skos::CONCEPT]);
        labels(&mut about, its_labels);
        about.term(skos::IN_SCHEME, scheme);
    }
}

/// Labels in four languages, as the model has them.
type Labels = [(&'static str, &'static str); 4];

fn labels(about: &mut Describe<'_>, labels: impl IntoIterator<Item = (&'static str, &'static str)>) {
    for (language, label) in labels {
        let language = LanguageTag::new(language).expect("our own labels have valid language tags");
        about.text(skos::PREF_LABEL, label, &language);
    }
}

/// An IRI of our own vocabulary.
fn own(iri: &str) -> Iri {
    Iri::new(iri).expect("our own vocabulary has valid IRIs")
}

fn organization_classes(organization: &Organization) -> Vec<NamedNodeRef<'static>> {
    let first = match organization.kind {
        OrganizationKind::Municipality | OrganizationKind::Authority => schema::GOVERNMENT_ORGANIZATION,
        OrganizationKind::Company => schema::CORPORATION,
        OrganizationKind::Association => schema::NGO,
        OrganizationKind::Other => schema::ORGANIZATION,
    };
    let second = match (&organization.unit_of, organization.kind) {
        (Some(_), _) => org::ORGANIZATIONAL_UNIT,
        (None, OrganizationKind::Other) => org::ORGANIZATION,
        (None, _) => org::FORMAL_ORGANIZATION,
    };
    vec![first, second, foaf::ORGANIZATION]
}

const fn publisher_kind(kind: OrganizationKind) -> Option<NamedNodeRef<'static>> {
    match kind {
        OrganizationKind::Municipality => Some(publisher_type::LOCAL_AUTHORITY),
        OrganizationKind::Authority => Some(publisher_type::NATIONAL_AUTHORITY),
        OrganizationKind::Company => Some(publisher_type::COMPANY),
        OrganizationKind::Association => Some(publisher_type::NON_PROFIT_ORGANISATION),
        OrganizationKind::Other => None,
    }
}

const fn place_class(kind: PlaceKind) -> NamedNodeRef<'static> {
    match kind {
        PlaceKind::City => schema::CITY,
        PlaceKind::Area => schema::ADMINISTRATIVE_AREA,
        PlaceKind::Other => schema::PLACE,
    }
}
