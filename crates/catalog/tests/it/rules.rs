use crate::sample::whole;
use anslag_catalog::{Content, Distribution, Published, Selection, catalogue, statistics};
use anslag_core::{AnnouncementType, Day, FormatTerm, LanguageTag, Licence, Line, Localized, Moment};
use anslag_rdf::Syntax;
use anslag_vocab::{Kind, Term, dcat, dcterms, rdf, rdfs, void};
use oxrdf::{NamedOrBlankNode, Term as Object, Triple};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

fn terms() -> HashMap<&'static str, &'static Term> {
    let all = anslag_vocab::ALL.iter().chain(&anslag_vocab::OF_THE_CATALOGUE);
    all.flat_map(|v| v.terms.iter().chain(v.catalogue_terms)).map(|term| (term.as_str(), term)).collect()
}

fn objects(triples: &[Triple], property: Term) -> impl Iterator<Item = &Object> {
    triples.iter().filter(move |triple| triple.predicate == property).map(|triple| &triple.object)
}

fn instances(triples: &[Triple], class: Term) -> BTreeSet<String> {
    let is_one = |triple: &&Triple| triple.predicate == rdf::TYPE && triple.object == class.node().into_owned().into();
    triples.iter().filter(is_one).map(|triple| triple.subject.to_string()).collect()
}

fn values(triples: &[Triple], property: Term) -> BTreeSet<String> {
    triples.iter().filter(|triple| triple.predicate == property).map(|triple| triple.object.to_string()).collect()
}

/// No blank nodes, no term that is in no vocabulary, and what is said of a thing stands together.
#[test]
fn what_is_written_obeys_the_vocabulary() {
    let (publication, published) = whole();
    let terms = terms();
    for triples in [catalogue(&publication, &published), statistics(&publication, &published)] {
        let (mut seen, mut said) = (HashSet::new(), HashSet::new());
        let mut last = None;
        for triple in &triples {
            assert!(said.insert(triple), "said twice: {triple}");
            assert!(matches!(triple.subject, NamedOrBlankNode::NamedNode(_)), "{triple}");
            if last != Some(&triple.subject) {
                assert!(seen.insert(&triple.subject), "what is said of it stands apart: {triple}");
                last = Some(&triple.subject);
            }
            let term = terms.get(triple.predicate.as_str()).unwrap_or_else(|| panic!("no term: {triple}"));
            let fits = match (&triple.object, term.kind()) {
                (Object::Literal(literal), Kind::Text) => literal.language().is_some(),
                (Object::NamedNode(_), Kind::Resource) | (Object::Literal(_), Kind::Value) => true,
                _ => false,
            };
            assert!(fits, "{:?}: {triple}", term.kind());
        }
    }
}

#[test]
fn no_term_of_the_catalogue_is_unused() {
    let (publication, published) = whole();
    let mut triples = catalogue(&publication, &published);
    triples.extend(statistics(&publication, &published));
    triples.extend(catalogue(&anslag_fixtures::publication(), &published));
    triples.extend(anslag_rdf::definitions(&publication).into_iter().flat_map(|document| document.triples));
    let mut used = HashSet::new();
    for triple in &triples {
        used.insert(triple.predicate.as_str());
        match &triple.object {
            Object::NamedNode(object) => used.insert(object.as_str()),
            Object::Literal(literal) => used.insert(literal.datatype().as_str()),
            Object::BlankNode(_) => panic!("a blank node: {triple}"),
        };
    }
    let all = anslag_vocab::ALL.iter().chain(&anslag_vocab::OF_THE_CATALOGUE);
    let unused: Vec<_> = all.flat_map(|v| v.catalogue_terms).filter(|term| !used.contains(term.as_str())).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Everything that the catalogue lists is described, and everything that is described is listed.
#[test]
fn what_is_listed_is_described() {
    let (publication, published) = whole();
    let triples = catalogue(&publication, &published);
    let datasets = &instances(&triples, dcat::DATASET_CLASS) | &instances(&triples, dcat::DATASET_SERIES);
    assert_eq!(values(&triples, dcat::DATASET), datasets);
    for (property, class) in [
        (dcat::DISTRIBUTION, dcat::DISTRIBUTION_CLASS),
        (dcat::SERVICE, dcat::DATA_SERVICE),
        (dcat::ACCESS_SERVICE, dcat::DATA_SERVICE),
        (dcat::IN_SERIES, dcat::DATASET_SERIES),
        (dcterms::TEMPORAL, dcterms::PERIOD_OF_TIME),
    ] {
        assert_eq!(values(&triples, property), instances(&triples, class), "{property}");
    }
    assert_eq!(values(&triples, dcat::DOWNLOAD_URL).len(), published.distributions.len());
    let described: HashSet<String> = triples.iter().map(|triple| triple.subject.to_string()).collect();
    let own = format!("<{}catalogue", publication.base.iri());
    for object in triples.iter().map(|triple| triple.object.to_string()).filter(|object| object.starts_with(&own)) {
        assert!(described.contains(&object), "{object} is not described");
    }
}

/// A single publisher has no series of publishers. Each type has a dataset, even the only one.
#[test]
fn a_series_has_several_members() {
    let (publication, mut published) = whole();
    let count = |published: &Published| {
        let triples = catalogue(&publication, published);
        (instances(&triples, dcat::DATASET_CLASS).len(), instances(&triples, dcat::DATASET_SERIES).len())
    };
    assert_eq!(count(&published), (5, 2));
    published.extent.publishers.pop_last();
    assert_eq!(count(&published), (3, 1));
    published.extent.types.pop_last();
    assert_eq!(count(&published), (2, 1));
    published.extent.types.clear();
    assert_eq!(count(&published), (1, 0));
}

#[test]
fn datasets_and_series_have_texts_of_their_own() {
    let (publication, published) = whole();
    check_texts(&catalogue(&publication, &published));
}

/// Checks that each dataset and each series has a title and a description of its own, in Swedish and in English.
#[track_caller]
fn check_texts(triples: &[Triple]) {
    let datasets = &instances(triples, dcat::DATASET_CLASS) | &instances(triples, dcat::DATASET_SERIES);
    for property in [dcterms::TITLE, dcterms::DESCRIPTION] {
        let of_datasets = |own: &&Triple| own.predicate == property && datasets.contains(&own.subject.to_string());
        let texts: Vec<_> = triples.iter().filter(of_datasets).map(|own| own.object.to_string()).collect();
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len(), "{texts:?}");
        assert_eq!(texts.len(), 2 * datasets.len(), "{texts:?}");
    }
}

#[test]
fn every_type_has_a_dataset_with_texts_of_its_own() {
    let (publication, mut published) = whole();
    let feed = published.distributions.pop().unwrap();
    published.distributions.clear();
    for kind in AnnouncementType::ALL {
        published.extent.types.insert(kind, published.extent.all.clone());
        published.distributions.push(Distribution {
            key: kind.key().to_owned(),
            content: Content::Feed(Selection::Type(kind)),
            path: format!("feed/type/{}.atom", kind.key()),
            ..feed.clone()
        });
    }
    let triples = catalogue(&publication, &published);
    check_texts(&triples);
    let of_types = format!("<{}catalogue/dataset/type/", publication.base.iri());
    let datasets = instances(&triples, dcat::DATASET_CLASS);
    assert_eq!(datasets.iter().filter(|iri| iri.starts_with(&of_types)).count(), AnnouncementType::ALL.len());
}

#[test]
fn nothing_was_modified_before_it_was_issued() {
    let (mut publication, published) = whole();
    // The announcements changed last on 1 June 2021, 08:30 in Stockholm.
    let at = "2021-06-01T08:30:00+02:00";
    for (issued, expected) in
        [("2021-05-01", at), ("2021-06-01", at), ("2021-06-02", "2021-06-02"), ("2026-11-24", "2026-11-24")]
    {
        publication.catalogue.issued = Some(Day::new(issued).unwrap());
        let triples = catalogue(&publication, &published);
        let of = |iri: &str, property: Term| {
            let subject = format!("<{}{iri}>", publication.base.iri());
            let mut all =
                triples.iter().filter(move |own| own.predicate == property && own.subject.to_string() == subject);
            let Some(Object::Literal(literal)) = all.next().map(|own| &own.object) else {
                panic!("{iri}: no {property}")
            };
            literal.value().to_owned()
        };
        for iri in ["catalogue", "catalogue/dataset", "catalogue/series", "catalogue/distribution/ttl"] {
            assert_eq!(of(iri, dcterms::ISSUED), issued, "{iri}");
            assert_eq!(of(iri, dcterms::MODIFIED), expected, "{iri}");
        }
        let days = |property| objects(&triples, property).map(|own| own.to_string()[1..11].to_owned());
        assert!(days(dcterms::MODIFIED).all(|day| day.as_str() >= issued), "issued {issued}");
    }
}

/// A change is told in the publication's zone, so that its day compares with the day of issue.
#[test]
fn a_change_is_on_its_local_day() {
    let (mut publication, mut published) = whole();
    publication.catalogue.issued = Some(Day::new("2021-06-02").unwrap());
    published.extent.all.modified = Some(Moment::parse("2021-06-01T23:30:00Z", &publication.zone).unwrap());
    let modified = values(&catalogue(&publication, &published), dcterms::MODIFIED);
    assert!(modified.iter().any(|own| own.starts_with("\"2021-06-02T01:30:00+02:00\"")), "{modified:?}");
}

/// What a distribution says of its service, the service says of the dataset.
#[test]
fn a_service_serves_the_datasets_of_its_distributions() {
    let (publication, published) = whole();
    let triples = catalogue(&publication, &published);
    let links = |property: Term| {
        let all = triples.iter().filter(move |own| own.predicate == property);
        all.map(|own| (own.subject.to_string(), own.object.to_string())).collect::<BTreeSet<_>>()
    };
    let services: BTreeMap<_, _> = links(dcat::ACCESS_SERVICE).into_iter().collect();
    let served = links(dcat::DISTRIBUTION)
        .into_iter()
        .filter_map(|(dataset, file)| Some((services.get(&file)?.clone(), dataset)));
    assert_eq!(links(dcat::SERVES_DATASET), served.collect());
}

#[test]
fn announcements_are_still_added() {
    let (publication, published) = whole();
    let triples = catalogue(&publication, &published);
    assert_eq!(objects(&triples, dcat::START_DATE).count(), instances(&triples, dcterms::PERIOD_OF_TIME).len());
    assert_eq!(objects(&triples, dcat::END_DATE).count(), 0);
}

#[test]
fn every_distribution_says_what_may_be_done_with_it() {
    let (mut publication, published) = whole();
    for licence in Licence::ALL {
        publication.licence = licence;
        let triples = catalogue(&publication, &published);
        let files = instances(&triples, dcat::DISTRIBUTION_CLASS).len();
        assert_eq!(objects(&triples, dcterms::RIGHTS).count(), files);
        let words: BTreeSet<String> = values(&triples, rdfs::LABEL);
        assert!(words.len() == 2 && words.iter().all(|word| word.contains(licence.title())), "{words:?}");
    }
}

/// The publisher's name is no part of the title: portals show it beside.
#[test]
fn the_title_of_a_dataset_leaves_the_publisher_out() {
    let (mut publication, published) = whole();
    publication.other_languages = ["lv", "fi"].map(|tag| LanguageTag::new(tag).unwrap()).to_vec();
    for triples in [catalogue(&publication, &published), statistics(&publication, &published)] {
        let dataset = format!("<{}catalogue/dataset>", publication.base.iri());
        let titles = triples.iter().filter(|own| own.predicate == dcterms::TITLE && own.subject.to_string() == dataset);
        let titles: Vec<_> = titles.map(|own| own.object.to_string()).collect();
        assert_eq!(titles, ["\"Tillkännagivanden\"@sv", "\"Announcements\"@en", "\"Paziņojumi\"@lv"]);
    }
    let own = Localized::one(LanguageTag::new("en").unwrap(), Line::new("Notice board").unwrap());
    publication.catalogue.dataset_title = Some(own);
    assert!(values(&catalogue(&publication, &published), dcterms::TITLE).contains("\"Notice board\"@en"));
}

#[test]
fn a_format_can_be_a_media_type() {
    let (mut publication, published) = whole();
    let formats = |triples: &[Triple]| {
        let all = objects(triples, dcterms::FORMAT).map(ToString::to_string);
        all.collect::<BTreeSet<_>>().into_iter().next().unwrap()
    };
    let eu = "<http://publications.europa.eu/resource/authority/file-type/ATOM>";
    assert_eq!(formats(&catalogue(&publication, &published)), eu);
    publication.catalogue.format = FormatTerm::MediaType;
    let triples = catalogue(&publication, &published);
    assert_eq!(formats(&triples), "\"application/atom+xml\"");
    // Every syntax can write such a literal where an IRI is usual.
    for syntax in [Syntax::Turtle, Syntax::RdfXml, Syntax::JsonLd] {
        syntax.description(&publication, &triples, Vec::new()).unwrap();
    }
}

#[test]
fn the_statistics_add_up() {
    let (publication, published) = whole();
    let triples = statistics(&publication, &published);
    let numbers = |property| {
        let all = triples.iter().filter(move |triple| triple.predicate == property);
        all.filter_map(|triple| match &triple.object {
            Object::Literal(literal) => literal.value().parse::<u64>().ok(),
            _ => None,
        })
        .collect::<Vec<_>>()
    };
    let triples_of = numbers(void::TRIPLES);
    // The first number is that of the dataset, the others are those of its properties.
    assert_eq!(triples_of[0], triples_of[1..].iter().sum::<u64>());
    assert_eq!(numbers(void::PROPERTIES), [triples_of.len() as u64 - 1]);
    assert_eq!(numbers(void::CLASSES), [numbers(void::ENTITIES).len() as u64 - 1]);
}
