use crate::{document, dump};
use anslag_core::{Announcement, DocumentFormat, Publication};
use anslag_fixtures::{announcements, assert_golden, everything, nothing, publication};
use anslag_rdf::Syntax;
use oxrdf::{GraphName, Quad, Triple};
use proptest::prelude::*;
use std::{collections::BTreeSet, path::Path};

/// What a parser reads, as N-Quads.
fn read(syntax: Syntax, bytes: &[u8]) -> BTreeSet<String> {
    let in_no_graph = |triple: Triple| triple.in_graph(GraphName::DefaultGraph);
    let quads: Vec<Quad> = match syntax {
        Syntax::Turtle => oxttl::TurtleParser::new().for_slice(bytes).map(|t| in_no_graph(t.unwrap())).collect(),
        Syntax::TriG => oxttl::TriGParser::new().for_slice(bytes).map(Result::unwrap).collect(),
        Syntax::NTriples => oxttl::NTriplesParser::new().for_slice(bytes).map(|t| in_no_graph(t.unwrap())).collect(),
        Syntax::NQuads => oxttl::NQuadsParser::new().for_slice(bytes).map(Result::unwrap).collect(),
        Syntax::RdfXml => oxrdfxml::RdfXmlParser::new().for_slice(bytes).map(|t| in_no_graph(t.unwrap())).collect(),
        Syntax::JsonLd => oxjsonld::JsonLdParser::new().for_slice(bytes).map(Result::unwrap).collect(),
    };
    quads.iter().map(ToString::to_string).collect()
}

/// The quads without the names of their graphs.
fn triples(quads: &BTreeSet<String>, parser: Syntax) -> BTreeSet<String> {
    let text: String = quads.iter().map(|quad| format!("{quad} .\n")).collect();
    assert!(matches!(parser, Syntax::NQuads | Syntax::TriG));
    let quads = oxttl::NQuadsParser::new().for_slice(text.as_bytes()).map(Result::unwrap);
    quads.map(|quad| Triple::from(quad).to_string()).collect()
}

/// Holds every syntax's dump against what the mapping says.
fn check_dumps(publication: &Publication, announcements: &[Announcement]) {
    let mut graphs = vec![anslag_rdf::register(publication)];
    graphs.extend(anslag_rdf::graphs(publication, announcements));
    let expected: BTreeSet<String> = graphs.iter().flat_map(|g| &g.triples).map(ToString::to_string).collect();
    let expected_quads: BTreeSet<String> = graphs
        .iter()
        .flat_map(|g| g.triples.iter().map(|triple| triple.clone().in_graph(g.name.clone()).to_string()))
        .collect();
    assert_eq!(expected.len(), expected_quads.len(), "a triple stands in two graphs");
    for syntax in Syntax::ALL {
        let read = read(syntax, &dump(syntax, publication, announcements));
        match syntax {
            Syntax::TriG | Syntax::NQuads => {
                assert_eq!(read, expected_quads, "{syntax:?}");
                assert_eq!(triples(&read, syntax), expected);
            }
            Syntax::Turtle | Syntax::NTriples | Syntax::RdfXml | Syntax::JsonLd => {
                assert_eq!(read, expected, "{syntax:?}");
            }
        }
    }
}

/// Holds every syntax's document against each other, and against the announcement's graph.
fn check_documents(publication: &Publication, announcement: &Announcement) {
    let graph = anslag_rdf::graph(publication, announcement);
    let own: BTreeSet<String> = graph.triples.iter().map(ToString::to_string).collect();
    let reference = read(Syntax::NTriples, &document(Syntax::NTriples, publication, announcement));
    assert!(own.is_subset(&reference));
    for syntax in Syntax::ALL {
        assert_eq!(read(syntax, &document(syntax, publication, announcement)), reference, "{syntax:?}");
    }
}

#[test]
fn every_syntax_says_the_same_of_the_samples() {
    let publication = publication();
    let all = [nothing(&publication), everything(&publication)];
    check_dumps(&publication, &[]);
    check_dumps(&publication, &all);
    for announcement in &all {
        check_documents(&publication, announcement);
    }
}

#[test]
fn the_sample_looks_as_a_person_would_want_it() {
    let publication = publication();
    let sample = everything(&publication);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for syntax in DocumentFormat::ALL.map(Syntax::of_document) {
        let name = format!("everything.{}", syntax.format().spec().extension);
        assert_golden(&golden.join(name), &document(syntax, &publication, &sample));
    }
    assert_golden(&golden.join("dump.trig"), &dump(Syntax::TriG, &publication, &[sample]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_syntax_says_the_same_of_any_announcement(all in announcements(&publication())) {
        let publication = publication();
        check_dumps(&publication, &all);
        for announcement in &all {
            check_documents(&publication, announcement);
        }
    }

    #[test]
    fn where_a_chunk_ends_does_not_matter(all in announcements(&publication()), at in any::<proptest::sample::Index>()) {
        let publication = publication();
        let graphs = anslag_rdf::graphs(&publication, &all);
        let (first, second) = graphs.split_at(at.index(all.len() + 1));
        for syntax in Syntax::ALL {
            let whole = syntax.chunk(&publication, &graphs, Vec::new()).unwrap();
            let halves = syntax.chunk(&publication, first, Vec::new()).unwrap();
            let halves = syntax.chunk(&publication, second, halves).unwrap();
            prop_assert_eq!(String::from_utf8(whole).unwrap(), String::from_utf8(halves).unwrap());
        }
    }
}

#[test]
fn the_other_documents_are_made_from_the_turtle() {
    let golden = |extension: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        std::fs::read(folder.join(format!("everything.{extension}"))).unwrap()
    };
    let turtle = golden("ttl");
    for format in <DocumentFormat as anslag_core::ClosedSet>::ALL {
        let made = anslag_rdf::document_from_turtle(&turtle, *format, Vec::new()).unwrap().unwrap();
        let expected = golden(format.format().spec().extension);
        assert_eq!(String::from_utf8(made).unwrap(), String::from_utf8(expected).unwrap(), "{format:?}");
    }
}

#[test]
fn a_document_of_others_is_not_read() {
    let none = |turtle: &str| anslag_rdf::subjects_of_turtle(turtle.as_bytes()).is_none();
    assert!(none("<https://a.example/> <https://a.example/p> [] ."));
    assert!(none("no Turtle"));
    assert!(!none("<https://a.example/> <https://a.example/p> 1 ."));
}
