//! The triples that a conversion of the tables into RDF gives, found from nothing but `csv-metadata.json` and the
//! tables (Generating RDF from Tabular Data on the Web, minimal mode).
//!
//! They are listed in `tests/golden/triples.nt`, and the publication's own RDF says each of them.

use crate::{
    golden,
    publication::{announcements, publication},
    tables::read,
};
use anslag_table::{Dialect, Table, csvw};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The prefixes of CSVW's initial context that the descriptions use.
const PREFIXES: [(&str, &str); 7] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dc", "http://purl.org/dc/terms/"),
    ("schema", "http://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("https", "https:"),
    ("http", "http:"),
];

#[test]
fn what_a_converter_makes_of_the_tables_is_in_the_rdf() {
    let publication = publication();
    let metadata: Value = serde_json::from_slice(&csvw::write(&publication, None, Vec::new()).unwrap()).unwrap();
    let mut triples = BTreeSet::new();
    for (table, described) in Table::ALL.into_iter().zip(metadata["tables"].as_array().unwrap()) {
        let schema = &described["tableSchema"];
        let columns = schema["columns"].as_array().unwrap();
        for row in read(table, Dialect::Standard, &publication, &announcements(&publication)) {
            let cells: BTreeMap<_, _> =
                columns.iter().map(|column| column["name"].as_str().unwrap()).zip(&row).collect();
            for (column, cell) in columns.iter().zip(&row) {
                let property = expand(column["propertyUrl"].as_str().unwrap_or("http://example.org/none"), &cells);
                if column["suppressOutput"] == true || cell.is_empty() {
                    continue;
                }
                let about = column["aboutUrl"].as_str().or(schema["aboutUrl"].as_str()).unwrap();
                let object = match column["valueUrl"].as_str() {
                    Some(value) => format!("<{}>", expand(value, &cells)),
                    None => literal(cell, &column["datatype"]),
                };
                triples.insert(format!("<{}> <{property}> {object} .\n", expand(about, &cells)));
            }
        }
    }
    let mut graphs = anslag_rdf::graphs(&publication, &announcements(&publication));
    graphs.push(anslag_rdf::register(&publication));
    let said: BTreeSet<String> = graphs.iter().flat_map(|g| &g.triples).map(|triple| format!("{triple} .\n")).collect();
    let invented: Vec<_> = triples.difference(&said).collect();
    assert!(invented.is_empty(), "the RDF does not say {invented:#?}");
    golden::check("triples.nt", triples.into_iter().collect::<String>().as_bytes());
}

fn expand(template: &str, cells: &BTreeMap<&str, &String>) -> String {
    let mut iri = template.to_owned();
    for (name, cell) in cells {
        iri = iri.replace(&format!("{{{name}}}"), cell).replace(&format!("{{+{name}}}"), cell);
    }
    assert!(iri.is_ascii() && !iri.contains(['{', '}', ' ', '<', '>', '"']), "{iri}");
    let (prefix, rest) = iri.split_once(':').unwrap();
    let (_, namespace) = PREFIXES.iter().find(|(known, _)| *known == prefix).unwrap();
    format!("{namespace}{rest}")
}

fn literal(cell: &str, datatype: &Value) -> String {
    let base = datatype["base"].as_str().or(datatype.as_str()).unwrap();
    let iri = match (datatype["@id"].as_str(), base) {
        (Some(iri), _) => iri.to_owned(),
        (None, "string") => return format!("\"{}\"", cell.replace('\\', "\\\\").replace('"', "\\\"")),
        (None, "datetime") => "http://www.w3.org/2001/XMLSchema#dateTime".to_owned(),
        (None, name) => format!("http://www.w3.org/2001/XMLSchema#{name}"),
    };
    format!("\"{cell}\"^^<{iri}>")
}
