//! Holds announcements against what readers of schema.org, vCard and `VoID` expect of each class.

use crate::document;
use anslag_core::{Announcement, Fields, LanguageTag, Publication};
use anslag_fixtures::{announcement, everything, nothing, publication};
use anslag_rdf::Syntax;
use anslag_vocab::{Term, dcat, dcterms, foaf, rdf, schema, skos, vcard, void};
use oxrdf::{NamedNode, NamedOrBlankNode, Term as Object, Triple};
use oxttl::NTriplesParser;
use proptest::prelude::*;
use std::collections::BTreeSet;

const EU: &str = "http://publications.europa.eu/resource/authority/";

/// What is said, to be asked.
struct Said(Vec<Triple>);

impl Said {
    fn values(&self, subject: &NamedOrBlankNode, property: Term) -> Vec<&Object> {
        let is_one = |triple: &&Triple| triple.subject == *subject && triple.predicate == property;
        self.0.iter().filter(is_one).map(|triple| &triple.object).collect()
    }

    fn has(&self, subject: &NamedOrBlankNode, property: Term) -> bool {
        !self.values(subject, property).is_empty()
    }

    fn instances(&self, class: Term) -> Vec<&NamedOrBlankNode> {
        let class = Object::from(NamedNode::from(class));
        let is_one = |triple: &&Triple| triple.predicate == rdf::TYPE && triple.object == class;
        self.0.iter().filter(is_one).map(|triple| &triple.subject).collect()
    }
}

fn own(publication: &Publication, announcement: &Announcement) -> Said {
    Said(anslag_rdf::graph(publication, announcement).triples)
}

#[track_caller]
fn check(publication: &Publication, announcement: &Announcement) {
    let said = own(publication, announcement);
    for special in said.instances(schema::SPECIAL_ANNOUNCEMENT) {
        assert!(!said.has(special, schema::ARTICLE_BODY), "an article body of what is no article");
        assert_eq!(said.has(special, schema::TEXT), !announcement.body.text().is_empty());
    }
    for article in said.instances(schema::ARTICLE).into_iter().chain(said.instances(schema::NEWS_ARTICLE)) {
        assert!(!said.has(article, schema::TEXT));
        assert_eq!(said.has(article, schema::ARTICLE_BODY), !announcement.body.text().is_empty());
    }
    for job in said.instances(schema::JOB_POSTING) {
        for property in [schema::TITLE, schema::DATE_POSTED, schema::HIRING_ORGANIZATION, schema::DESCRIPTION] {
            assert_eq!(said.values(job, property).len(), 1, "{property}");
        }
    }
    for event in said.instances(schema::EVENT) {
        assert!(said.has(event, schema::NAME), "{event} has no name");
    }
    for offer in said.instances(schema::OFFER) {
        assert_eq!(said.values(offer, schema::ITEM_OFFERED).len(), 1, "{offer}");
    }
    for file in said.instances(schema::MEDIA_OBJECT) {
        assert_eq!(said.has(file, schema::CONTENT_SIZE), said.has(file, dcat::BYTE_SIZE), "{file}");
    }
    for contact in said.instances(schema::CONTACT_POINT) {
        let classes: BTreeSet<String> = said.values(contact, rdf::TYPE).iter().map(ToString::to_string).collect();
        let of_vcard = [vcard::INDIVIDUAL, vcard::ORGANIZATION, vcard::KIND];
        assert_eq!(of_vcard.iter().filter(|class| classes.contains(&format!("<{}>", class.as_str()))).count(), 1);
    }
}

/// Holds a document against the graph that it is about: licence and dataset are in both, codes are explained only in the
/// document.
#[track_caller]
fn check_document(publication: &Publication, announcement: &Announcement) {
    let graph = anslag_rdf::graph(publication, announcement);
    check_about_document(&graph.name, &graph.triples);
    let bytes = document(Syntax::NTriples, publication, announcement);
    let said = Said(NTriplesParser::new().for_slice(&bytes).collect::<Result<_, _>>().unwrap());
    for triple in &graph.triples {
        assert!(!triple.subject.to_string().contains(EU), "the graph of an announcement explains a code: {triple}");
        let Object::NamedNode(object) = &triple.object else { continue };
        if object.as_str().starts_with(EU) {
            let code = object.clone().into();
            assert!(said.has(&code, rdf::TYPE) && said.has(&code, skos::PREF_LABEL), "{object} is not explained");
        }
    }
    let distinct: BTreeSet<String> = said.0.iter().map(ToString::to_string).collect();
    assert_eq!(distinct.len(), said.0.len(), "a document says something twice");
}

#[track_caller]
fn check_about_document(document: &NamedNode, triples: &[Triple]) {
    let said = Said(triples.to_vec());
    for property in [foaf::PRIMARY_TOPIC, dcterms::LICENSE, void::IN_DATASET] {
        let values = said.values(&document.clone().into(), property);
        assert_eq!(values.len(), 1, "{document} has not one {property}");
    }
}

#[test]
fn the_samples_are_what_their_classes_promise() {
    let publication = publication();
    for sample in [everything(&publication), nothing(&publication)] {
        check(&publication, &sample);
        check_document(&publication, &sample);
    }
}

#[test]
fn definitions_have_a_licence_too() {
    let publication = publication();
    for document in anslag_rdf::definitions(&publication) {
        let address = NamedNode::new(document.address(&publication).as_str()).unwrap();
        check_about_document(&address, &document.triples);
    }
}

#[test]
fn a_language_tag_has_one_case() {
    let publication = publication();
    let mut fields = Fields::clone(&everything(&publication));
    fields.language = LanguageTag::new("en-gb").unwrap();
    assert_eq!(fields.language.as_str(), "en-GB");
    let said = own(&publication, &Announcement::new(fields, &publication.zone).unwrap());
    let mut tags = BTreeSet::new();
    for triple in &said.0 {
        let Object::Literal(literal) = &triple.object else { continue };
        tags.extend(literal.language());
        tags.extend(Some(literal.value()).filter(|_| triple.predicate == schema::IN_LANGUAGE));
    }
    assert_eq!(tags, BTreeSet::from(["en-gb"]));
}

#[test]
fn a_job_without_a_place_is_where_the_employer_is() {
    let publication = publication();
    let mut fields = Fields::clone(&everything(&publication));
    fields.places.clear();
    let said = own(&publication, &Announcement::new(fields, &publication.zone).unwrap());
    let job = said.instances(schema::JOB_POSTING)[0];
    assert_eq!(said.values(job, schema::JOB_LOCATION).len(), 1);
}

#[test]
fn the_register_explains_every_code_that_an_announcement_may_use() {
    let publication = publication();
    let register = anslag_rdf::register(&publication);
    check_about_document(&register.name, &register.triples);
    let said = Said(register.triples);
    let is_explained = |path: &str| {
        let code = NamedNode::new(format!("{EU}{path}")).unwrap().into();
        said.has(&code, rdf::TYPE) && said.has(&code, skos::PREF_LABEL)
    };
    for path in ["data-theme/GOVE", "data-theme/OP_DATPRO", "country/SWE", "country/ZWE", "language/SWE"] {
        assert!(is_explained(path), "{path}");
    }
    assert!(!is_explained("language/THA"), "nothing is published in Thai");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_announcement_is_what_its_classes_promise(announcement in announcement(&publication())) {
        let publication = publication();
        check(&publication, &announcement);
        check_document(&publication, &announcement);
    }
}
