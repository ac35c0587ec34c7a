use crate::sample::whole;
use anslag_catalog::{Published, catalogue, statistics};
use anslag_core::Publication;
use anslag_fixtures::assert_golden;
use anslag_rdf::Syntax;
use oxrdf::Triple;
use std::path::Path;

#[track_caller]
fn check(name: &str, publication: &Publication, triples: &[Triple]) {
    let bytes = Syntax::Turtle.description(publication, triples, Vec::new()).unwrap();
    assert_golden(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name), &bytes);
}

#[test]
fn the_catalogue_of_a_publication_that_says_everything() {
    let (publication, published) = whole();
    check("dcat.ttl", &publication, &catalogue(&publication, &published));
}

#[test]
fn the_catalogue_of_nothing() {
    let publication = anslag_fixtures::publication();
    check("nothing.ttl", &publication, &catalogue(&publication, &Published::default()));
}

#[test]
fn the_statistics() {
    let (publication, published) = whole();
    check("void.ttl", &publication, &statistics(&publication, &published));
}
