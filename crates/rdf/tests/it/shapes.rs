//! Holds the shapes against the model: what is written has a place in them, and the closed sets are the model's.
//! That they refuse what the model refuses is tried by an outside validator, in `ci/faults`.

use anslag_core::{
    AlertCertainty, AlertSeverity, AlertUrgency, AnnouncementType, DisruptionStatus, PersonalData, PlanStatus, Service,
};
use anslag_fixtures::{announcement, everything, nothing, publication};
use anslag_rdf::{Graph, SHAPES};
use anslag_vocab::{Kind, Term as Name, rdf};
use oxrdf::{NamedNode, Term, Triple};
use oxttl::TurtleParser;
use proptest::prelude::*;
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::Path,
    sync::LazyLock,
};

const SH: &str = "http://www.w3.org/ns/shacl#";

static TRIPLES: LazyLock<Vec<Triple>> =
    LazyLock::new(|| TurtleParser::new().for_slice(SHAPES.as_bytes()).collect::<Result<_, _>>().unwrap());

#[test]
fn the_committed_shapes_are_those_of_the_tables() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("shapes.ttl");
    anslag_fixtures::assert_golden(&file, SHAPES.as_bytes());
}

/// The values of a property of SHACL.
fn values<'t>(subject: &str, property: &str) -> Vec<&'t Term> {
    let property = format!("{SH}{property}");
    let is_one = |triple: &&Triple| triple.subject.to_string() == subject && triple.predicate.as_str() == property;
    TRIPLES.iter().filter(is_one).map(|triple| &triple.object).collect()
}

/// The properties that the shapes name, by the class or the property that their nodes are found by.
static PATHS: LazyLock<HashMap<String, HashSet<String>>> = LazyLock::new(|| {
    let mut paths: HashMap<String, HashSet<String>> = HashMap::new();
    for triple in TRIPLES.iter() {
        let Some(target) = triple.predicate.as_str().strip_prefix(SH).filter(|name| name.starts_with("target")) else {
            continue;
        };
        let shape = triple.subject.to_string();
        let own = values(&shape, "property").into_iter().flat_map(|property| values(&property.to_string(), "path"));
        paths.entry(format!("{target} {}", triple.object)).or_default().extend(own.map(ToString::to_string));
    }
    paths
});

/// Every property of everything is named by a shape that finds it.
fn check(graph: &Graph) {
    for triple in graph.triples.iter().filter(|triple| triple.predicate != rdf::TYPE) {
        let about = graph.triples.iter().filter(|other| other.subject == triple.subject);
        let classes = about.filter(|other| other.predicate == rdf::TYPE).map(|other| &other.object);
        let of_class = classes.map(|class| format!("targetClass {class}"));
        let subject = Term::from(triple.subject.clone());
        let referring = graph.triples.iter().filter(|other| other.object == subject);
        let of_objects = referring.map(|other| format!("targetObjectsOf {}", other.predicate));
        let said = graph.triples.iter().filter(|other| other.subject == triple.subject);
        let of_subjects = said.map(|other| format!("targetSubjectsOf {}", other.predicate));
        let path = triple.predicate.to_string();
        let is_named = of_class
            .chain(of_objects)
            .chain(of_subjects)
            .any(|key| PATHS.get(&key).is_some_and(|own| own.contains(&path)));
        assert!(is_named, "no shape names {triple}");
    }
}

#[test]
fn the_shapes_name_all_that_is_written() {
    let publication = publication();
    check(&anslag_rdf::register(&publication));
    for sample in [everything(&publication), nothing(&publication)] {
        check(&anslag_rdf::graph(&publication, &sample));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn the_shapes_name_all_of_any_announcement(announcement in announcement(&publication())) {
        check(&anslag_rdf::graph(&publication(), &announcement));
    }
}

#[test]
fn texts_are_texts_and_resources_are_resources() {
    let names: HashMap<&str, &Name> =
        anslag_vocab::ALL.iter().flat_map(|v| v.terms).map(|term| (term.as_str(), term)).collect();
    for path in TRIPLES.iter().filter(|triple| triple.predicate.as_str() == format!("{SH}path")) {
        let (shape, Term::NamedNode(property)) = (path.subject.to_string(), &path.object) else { continue };
        let is_iri = values(&shape, "nodeKind").iter().any(|kind| kind.to_string().contains("IRI"));
        let is_text = values(&shape, "datatype").iter().any(|datatype| datatype.to_string().contains("langString"));
        let one_of = !values(&shape, "in").is_empty();
        let is_literal = !values(&shape, "datatype").is_empty() || !values(&shape, "or").is_empty();
        match names[property.as_str()].kind() {
            // What only compares two properties, or asks whether there is one, says nothing of the kind.
            _ if !is_iri && !is_literal && !one_of => {}
            Kind::Text => assert!(is_text, "{property}"),
            Kind::Resource => assert!(is_iri || one_of, "{property}"),
            Kind::Value | Kind::Class | Kind::Datatype | Kind::Individual => assert!(!is_iri, "{property}"),
        }
    }
}

/// In JavaScript, a dot stands for other characters than elsewhere.
#[test]
fn patterns_mean_the_same_to_every_engine() {
    let patterns = TRIPLES.iter().filter(|triple| triple.predicate.as_str() == format!("{SH}pattern"));
    let patterns: BTreeSet<String> = patterns.map(|triple| triple.object.to_string()).collect();
    assert!(patterns.len() > 10);
    for pattern in patterns {
        let outside_of_brackets = pattern.replace("[.]", "");
        assert!(!outside_of_brackets.contains('.'), "{pattern}");
    }
}

#[test]
fn every_message_is_in_swedish_and_in_english() {
    let mut languages: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for triple in TRIPLES.iter().filter(|triple| triple.predicate.as_str() == format!("{SH}message")) {
        let Term::Literal(message) = &triple.object else { panic!("{triple}") };
        languages.entry(triple.subject.to_string()).or_default().insert(message.language().unwrap());
    }
    assert!(languages.len() > 100 && languages.values().all(|own| own.iter().eq(["en", "sv"].iter())));
    // Every constraint on a property has one.
    for triple in TRIPLES.iter().filter(|triple| triple.predicate.as_str() == format!("{SH}property")) {
        assert!(languages.contains_key(&triple.object.to_string()), "{triple}");
    }
}

/// Returns the members of all lists that a property may have values of.
fn choices(property: &str) -> BTreeSet<String> {
    let path = Term::from(NamedNode::new(property).unwrap());
    let of_path =
        TRIPLES.iter().filter(|triple| triple.predicate.as_str() == format!("{SH}path") && triple.object == path);
    let mut members = BTreeSet::new();
    let next = |list: &Term, name: &str| {
        let property = format!("{}{name}", rdf::VOCABULARY.namespace);
        let found = TRIPLES.iter().find(|t| Term::from(t.subject.clone()) == *list && t.predicate.as_str() == property);
        found.map(|triple| &triple.object)
    };
    for mut list in of_path.flat_map(|triple| values(&triple.subject.to_string(), "in")) {
        while let Some(member) = next(list, "first") {
            members.insert(member.to_string().trim_matches(['<', '>']).to_owned());
            list = next(list, "rest").unwrap();
        }
    }
    members
}

#[test]
fn the_closed_sets_are_those_of_the_model() {
    let own = "https://w3id.org/anslag/ns#";
    let check = |property: &str, prefix: &str, keys: &[&str]| {
        let expected: BTreeSet<String> = keys.iter().map(|key| format!("{prefix}{key}")).collect();
        let mut found = choices(property);
        found.retain(|member| member.starts_with(prefix));
        assert_eq!(found, expected, "{property}");
    };
    let types = AnnouncementType::ALL.map(AnnouncementType::key);
    check("http://purl.org/dc/terms/type", "https://w3id.org/anslag/type/", &types);
    check(&format!("{own}planStatus"), own, &PlanStatus::ALL.map(PlanStatus::key));
    check(&format!("{own}affectedService"), own, &Service::ALL.map(Service::key));
    check(&format!("{own}disruptionStatus"), own, &DisruptionStatus::ALL.map(DisruptionStatus::key));
    check(&format!("{own}severity"), &format!("{own}severity-"), &AlertSeverity::ALL.map(AlertSeverity::key));
    check(&format!("{own}urgency"), &format!("{own}urgency-"), &AlertUrgency::ALL.map(AlertUrgency::key));
    check(&format!("{own}certainty"), &format!("{own}certainty-"), &AlertCertainty::ALL.map(AlertCertainty::key));
    let policies = PersonalData::ALL.map(PersonalData::key);
    check(&format!("{own}personalDataPolicy"), &format!("{own}personal-data-"), &policies);
}
