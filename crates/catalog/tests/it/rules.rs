use crate::sample::whole;
use anslag_catalog::{catalogue, statistics};
use anslag_core::FormatTerm;
use anslag_rdf::Syntax;
use anslag_vocab::{Kind, Term, dcat, dcterms, rdf, void};
use oxrdf::{NamedOrBlankNode, Term as Object, Triple};
use std::collections::{BTreeSet, HashMap, HashSet};

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
    for (property, class) in [
        (dcat::DATASET, dcat::DATASET_CLASS),
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

/// Where one publisher publishes all, there is no series.
#[test]
fn a_series_is_for_several_publishers() {
    let (publication, mut published) = whole();
    assert_eq!(instances(&catalogue(&publication, &published), dcat::DATASET_CLASS).len(), 3);
    published.extent.publishers.pop_last();
    let triples = catalogue(&publication, &published);
    assert_eq!(instances(&triples, dcat::DATASET_CLASS).len(), 1);
    assert!(instances(&triples, dcat::DATASET_SERIES).is_empty());
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
