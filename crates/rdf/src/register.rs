use anslag_core::{
    Board, Country, Organization, OrganizationKind, Place, PlaceKind, Publication, RegisteredProgramme, Topic,
};
use anslag_schema::{Kind, PARTS, Set, publisher_type_of};
use anslag_vocab::{Describe, Term, anslag, anslag_type, dcterms, foaf, frapo, geosparql, org, schema, skos};
use oxrdf::Triple;

/// Describes all that announcements share: the register's entries, and the concepts of our own vocabulary.
pub(crate) fn describe(publication: &Publication, triples: &mut Vec<Triple>) {
    let register = &publication.register;
    register.organizations().for_each(|entry| describe_organization(publication, entry, triples));
    register.programmes().for_each(|entry| describe_programme(publication, entry, triples));
    register.places().for_each(|entry| describe_place(publication, entry, triples));
    register.boards().for_each(|entry| describe_board(publication, entry, triples));
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
        .texts(schema::NAME, organization.name.iter())
        .texts(foaf::NAME, organization.name.iter())
        .texts(skos::PREF_LABEL, organization.name.iter());
    about.links(dcterms::TYPE, publisher_type_of(organization.kind));
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
    about.types(&[schema::FUNDING_SCHEME, frapo::FUNDING_PROGRAMME]).texts(schema::NAME, programme.name.iter());
    for name in &programme.alternate_names {
        about.text(schema::ALTERNATE_NAME, name.as_str(), language.unwrap_or(&publication.language));
    }
    about.links(schema::URL, &programme.homepage).links(schema::SAME_AS, &programme.same_as);
}

fn describe_place(publication: &Publication, place: &Place, triples: &mut Vec<Triple>) {
    let point = place.coordinates.map(|coordinates| (publication.point(place), coordinates));
    let area = place.area.as_ref().map(|area| (publication.area(place), area));
    let mut about = Describe::new(triples, &publication.place(place));
    about
        .types(&[place_class(place.kind), dcterms::LOCATION])
        .texts(schema::NAME, place.name.iter())
        .links(schema::CONTAINED_IN_PLACE, place.country.map(Country::iri));
    if let Some(address) = &place.address {
        about.string(schema::ADDRESS, address.as_str());
    }
    about
        .links(schema::GEO, point.iter().map(|(point, _)| point))
        .links(geosparql::HAS_GEOMETRY, point.iter().map(|(point, _)| point))
        .links(geosparql::HAS_GEOMETRY, area.iter().map(|(area, _)| area))
        .links(schema::SAME_AS, &place.same_as);
    if let Some((point, coordinates)) = point {
        Describe::new(triples, &point)
            .types(&[schema::GEO_COORDINATES, geosparql::GEOMETRY])
            .decimal(schema::LATITUDE, coordinates.latitude())
            .decimal(schema::LONGITUDE, coordinates.longitude())
            .typed(geosparql::AS_WKT, coordinates.wkt(), geosparql::WKT_LITERAL);
    }
    if let Some((iri, area)) = area {
        Describe::new(triples, &iri).types(&[schema::GEO_SHAPE, geosparql::GEOMETRY]).typed(
            geosparql::AS_WKT,
            area.wkt(),
            geosparql::WKT_LITERAL,
        );
    }
}

fn describe_board(publication: &Publication, board: &Board, triples: &mut Vec<Triple>) {
    let register = &publication.register;
    let operator = board.operator.as_ref().and_then(|key| register.organization(key));
    let place = board.place.as_ref().and_then(|key| register.place(key));
    let mut about = Describe::new(triples, &publication.board(board));
    about
        .types(&[schema::COLLECTION, anslag::NOTICE_BOARD])
        .texts(schema::NAME, board.name.iter())
        .links(schema::MAINTAINER, operator.map(|operator| publication.organization(operator)))
        .links(schema::LOCATION, place.map(|place| publication.place(place)))
        .links(schema::URL, &board.page);
    if let Some(email) = &board.email {
        about.string(schema::EMAIL, email.as_str());
    }
}

fn describe_topic_scheme(publication: &Publication, triples: &mut Vec<Triple>) {
    let topics = publication.register.topics().map(|topic| publication.topic(topic));
    let mut about = Describe::new(triples, &publication.topic_scheme());
    about.types(&[skos::CONCEPT_SCHEME]);
    about.texts(skos::PREF_LABEL, [("sv", "Ämnen"), ("en", "Topics"), ("et", "Teemad"), ("lv", "Tēmas")]);
    about.links(skos::HAS_TOP_CONCEPT, topics);
}

fn describe_topic(publication: &Publication, topic: &Topic, triples: &mut Vec<Triple>) {
    let scheme = publication.topic_scheme();
    let mut about = Describe::new(triples, &publication.topic(topic));
    about
        .types(&[skos::CONCEPT, schema::DEFINED_TERM])
        .texts(skos::PREF_LABEL, topic.name.iter())
        .texts(schema::NAME, topic.name.iter());
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
    let scheme = anslag_type::VOCABULARY.document();
    let types = closed_sets().filter(|set| set.concept_scheme().is_none()).flat_map(concepts);
    let types: Vec<_> = types.collect();
    Describe::new(triples, scheme)
        .types(&[skos::CONCEPT_SCHEME])
        .texts(skos::PREF_LABEL, [("sv", "Typer av tillkännagivanden"), ("en", "Types of announcement")])
        .links(skos::HAS_TOP_CONCEPT, types.iter().map(|(concept, _)| concept));
    for (concept, labels) in types {
        Describe::new(triples, &concept)
            .types(&[skos::CONCEPT])
            .texts(skos::PREF_LABEL, labels.iter().copied())
            .link(skos::IN_SCHEME, scheme)
            .link(skos::TOP_CONCEPT_OF, scheme);
    }
}

/// Describes the other concepts of our own vocabulary that announcements refer to, each with its scheme.
pub(crate) fn describe_schemes(triples: &mut Vec<Triple>) {
    for set in closed_sets() {
        let Some(scheme) = set.concept_scheme() else { continue };
        let [sv, en] = scheme.meaning().expect("our own schemes have labels").label;
        let labels = [("sv", sv), ("en", en)];
        Describe::new(triples, &scheme).types(&[skos::CONCEPT_SCHEME]).texts(skos::PREF_LABEL, labels);
        for (concept, labels) in concepts(set) {
            Describe::new(triples, &concept)
                .types(&[skos::CONCEPT])
                .texts(skos::PREF_LABEL, labels.iter().copied())
                .link(skos::IN_SCHEME, scheme);
        }
    }
}

/// Returns the closed sets that published fields of announcements take their values from, in the order of the tables.
fn closed_sets() -> impl Iterator<Item = &'static Set> {
    PARTS.iter().flat_map(|part| part.fields()).filter_map(|field| match field.kind {
        Kind::Choice(set) if !field.properties.is_empty() => Some(set),
        _ => None,
    })
}

/// Returns the concepts that the members of a closed set stand for, each with its labels.
fn concepts(set: &Set) -> impl Iterator<Item = (String, Labels)> {
    set.members().into_iter().map(|member| (set.iri(member.key), member.labels))
}

/// Labels, each with its language tag.
type Labels = &'static [(&'static str, &'static str)];

fn organization_classes(organization: &Organization) -> Vec<Term> {
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

const fn place_class(kind: PlaceKind) -> Term {
    match kind {
        PlaceKind::City => schema::CITY,
        PlaceKind::Area => schema::ADMINISTRATIVE_AREA,
        PlaceKind::Other => schema::PLACE,
    }
}
