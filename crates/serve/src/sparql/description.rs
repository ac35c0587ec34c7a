use anslag_core::Base;
use anslag_store::{AnswerFormat, write_triples};
use anslag_vocab::{Describe, sd, w3c_format};

/// Features of the endpoint, as SPARQL 1.1 Service Description names them.
const FEATURES: [&str; 1] = ["UnionDefaultGraph"];

/// Formats of answers, as the W3C names them.
const FORMATS: [&str; 8] = [
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
];

/// Writes the description of the endpoint (SPARQL 1.1 Service Description).
pub(super) fn write(base: &Base, format: AnswerFormat) -> Vec<u8> {
    let endpoint = base.file("sparql");
    let part = |name: &str| base.file(&format!("sparql#{name}"));
    let mut triples = Vec::new();
    Describe::new(&mut triples, &part("service"))
        .types(&[sd::SERVICE])
        .link(sd::ENDPOINT, &endpoint)
        .link(sd::SUPPORTED_LANGUAGE, sd::VOCABULARY.iri("SPARQL11Query"))
        .links(sd::FEATURE, FEATURES.map(|feature| sd::VOCABULARY.iri(feature)))
        .links(sd::RESULT_FORMAT, FORMATS.map(|format| w3c_format::VOCABULARY.iri(format)))
        .link(sd::DEFAULT_DATASET, part("dataset"));
    Describe::new(&mut triples, &part("dataset")).types(&[sd::DATASET]).link(sd::DEFAULT_GRAPH, part("default-graph"));
    Describe::new(&mut triples, &part("default-graph")).types(&[sd::GRAPH]);
    write_triples(triples, format, Vec::new()).expect("writing into memory does not fail")
}
