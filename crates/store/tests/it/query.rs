use crate::publication::{BASE, Publication, name};
use anslag_store::{
    AnswerFormat, AnswerFormats, Cancellation, Dataset, DumpError, Embedded, QueryError, QueryOptions, TimeLimit,
    WrittenAnswer, answer, query,
};
use anslag_wording::{Language, Wording as _};
use std::{fs, time::Duration};

fn embedded() -> Embedded {
    let mut publication = Publication::new(3);
    // Two graphs have the first triple.
    publication.catalogue = publication.graphs[&name(1)][0].clone() + "\n<urn:c> <urn:title> \"Katalog\"@sv .\n";
    Embedded::in_memory(&publication.publish().dump).unwrap()
}

fn ask(text: &str, options: QueryOptions) -> Result<(WrittenAnswer, String), QueryError> {
    let (written, out) = query(&embedded(), text, options, None, Vec::new())?;
    Ok((written, String::from_utf8(out).unwrap()))
}

fn as_format(format: AnswerFormat) -> QueryOptions {
    QueryOptions { formats: AnswerFormats::only(format), ..QueryOptions::default() }
}

#[track_caller]
fn check(text: &str, format: Option<AnswerFormat>, expected: &str) {
    let (_, out) = ask(text, format.map_or_else(QueryOptions::default, as_format)).unwrap();
    assert_eq!(out, expected);
}

const TITLES: &str = "SELECT ?title ?day { ?a <urn:title> ?title OPTIONAL { ?a <urn:issued> ?day } } ORDER BY ?title";

#[test]
fn rows_are_written_in_every_format() {
    check(TITLES, Some(AnswerFormat::Table), "title                     day\n------------------------  ----------\nKatalog\nTillkännagivande 0, first  2021-05-01\nTillkännagivande 1, first  2021-05-02\nTillkännagivande 2, first  2021-05-03\n".replace("------------------------  ", "-------------------------  ").replace("title                     day", "title                      day").as_str());
    check(
        TITLES,
        Some(AnswerFormat::Csv),
        "title,day\r\nKatalog,\r\n\"Tillkännagivande 0, first\",2021-05-01\r\n\"Tillkännagivande 1, first\",2021-05-02\r\n\"Tillkännagivande 2, first\",2021-05-03\r\n",
    );
    let one = "SELECT ?day { <https://data.example.org/announcement/2021-05-001> <urn:issued> ?day }";
    check(one, Some(AnswerFormat::Tsv), "?day\n\"2021-05-02\"^^<http://www.w3.org/2001/XMLSchema#date>\n");
    check(
        one,
        None,
        "{\"head\":{\"vars\":[\"day\"]},\"results\":{\"bindings\":[{\"day\":{\"type\":\"literal\",\"value\":\"2021-05-02\",\"datatype\":\"http://www.w3.org/2001/XMLSchema#date\"}}]}}\n",
    );
    let (_, xml) = ask(one, as_format(AnswerFormat::Xml)).unwrap();
    assert!(xml.starts_with("<?xml version=\"1.0\"?><sparql ") && xml.contains(">2021-05-02</literal>"), "{xml}");
}

#[test]
fn truth_and_triples_are_written_in_every_format() {
    check("ASK { ?s <urn:title> ?o }", None, "{\"head\":{},\"boolean\":true}\n");
    check("ASK { ?s <urn:nothing> ?o }", Some(AnswerFormat::Table), "false\n");
    let construct =
        "CONSTRUCT { ?s schema:name ?o ; a schema:Thing } { ?s <urn:title> ?o FILTER(STRSTARTS(STR(?s), \"urn:\")) }";
    check(
        construct,
        None,
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n@prefix schema: <http://schema.org/> .\n<urn:c> a schema:Thing ;\n\tschema:name \"Katalog\"@sv .\n",
    );
    check(
        construct,
        Some(AnswerFormat::NTriples),
        "<urn:c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Thing> .\n<urn:c> <http://schema.org/name> \"Katalog\"@sv .\n",
    );
    check("DESCRIBE <urn:c>", Some(AnswerFormat::NTriples), "<urn:c> <urn:title> \"Katalog\"@sv .\n");
    for format in [AnswerFormat::RdfXml, AnswerFormat::JsonLd] {
        let (written, out) = ask(construct, as_format(format)).unwrap();
        assert!(written.count == 2 && out.contains("Katalog"), "{out}");
    }
    for (text, format, expected) in [
        ("ASK {}", AnswerFormat::Turtle, "the answer is yes or no, which cannot be written as turtle"),
        ("DESCRIBE <urn:c>", AnswerFormat::Csv, "the answer is triples, which cannot be written as csv"),
        ("SELECT * {}", AnswerFormat::NTriples, "the answer is rows, which cannot be written as n-triples"),
    ] {
        let options = as_format(format);
        assert_eq!(ask(text, options).unwrap_err().to_string(), expected);
    }
}

/// Each graph has all triples that are published in it. The default graph has each of them once.
#[test]
fn the_default_graph_is_the_union() {
    check("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", Some(AnswerFormat::Csv), "n\r\n13\r\n");
    let graphs = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g";
    let expected = (0..3).map(|number| format!("{},4\r\n", name(number))).collect::<String>();
    check(graphs, Some(AnswerFormat::Csv), &format!("g,n\r\n{expected}{BASE}data/catalogue,2\r\n"));
    let shared =
        "SELECT ?g { GRAPH ?g { <https://data.example.org/announcement/2021-05-001> <urn:title> ?title } } ORDER BY ?g";
    check(shared, Some(AnswerFormat::Csv), &format!("g\r\n{}\r\n{BASE}data/catalogue\r\n", name(1)));
    check(
        "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }",
        Some(AnswerFormat::Csv),
        "n\r\n27\r\n",
    );
    check("SELECT (COUNT(*) AS ?n) FROM <urn:none> { ?s ?p ?o }", Some(AnswerFormat::Csv), "n\r\n0\r\n");
}

#[test]
fn a_limit_is_reported() {
    for (limit, count, is_cut) in [(0, 0, true), (3, 3, true), (4, 4, false), (9, 4, false)] {
        for format in [AnswerFormat::Csv, AnswerFormat::Table] {
            let options = QueryOptions { limit: Some(limit), ..as_format(format) };
            let (written, _) = ask(TITLES, options).unwrap();
            assert_eq!(written, WrittenAnswer { format, count, is_cut }, "{limit} {format:?}");
        }
    }
}

#[test]
fn a_query_has_a_time_limit() {
    let long = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x }";
    let timeout = Some(TimeLimit::new(Duration::from_millis(20)));
    let error = query(&embedded(), long, QueryOptions::default(), timeout, Vec::new()).unwrap_err();
    assert!(matches!(error, QueryError::Timeout { .. }), "{error}");
    let cancellation = Cancellation::default();
    cancellation.cancel();
    let error = answer(&embedded(), long, &QueryOptions::default(), &cancellation, Vec::new()).unwrap_err();
    assert!(matches!(error, QueryError::Cancelled), "{error}");
}

/// Graphs that the asker names replace those of the query, and relative IRIs are resolved.
#[test]
fn a_dataset_and_a_base_can_be_given() {
    let ask_in = |text: &str, default: &[String], named: &[String]| {
        let dataset = Some(Dataset { default: default.to_vec(), named: named.to_vec() });
        let options = QueryOptions { dataset, ..as_format(AnswerFormat::Csv) };
        ask(text, options).map(|(_, out)| out.replace("\r\n", " "))
    };
    let count = "SELECT (COUNT(*) AS ?n) FROM <urn:none> { ?s ?p ?o }";
    assert_eq!(ask_in(count, &[name(0)], &[]).unwrap(), "n 4 ");
    assert_eq!(ask_in(count, &[name(0), name(1)], &[]).unwrap(), "n 8 ");
    assert_eq!(ask_in(count, &[], &[name(0)]).unwrap(), "n 0 ");
    assert_eq!(ask_in(count, &["urn:elsewhere".to_owned()], &[]).unwrap(), "n 0 ");
    let graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }";
    assert_eq!(ask_in(graphs, &[name(0)], &[name(1)]).unwrap(), format!("g {} ", name(1)));
    let error = ask_in(count, &["no IRI".to_owned()], &[]).unwrap_err();
    assert_eq!(error.to_string(), "`no IRI` is not an IRI of a graph");

    let options = QueryOptions { base: Some(BASE.to_owned()), ..as_format(AnswerFormat::NTriples) };
    let (_, out) = ask("CONSTRUCT { <s> <p> 1 } WHERE {}", options).unwrap();
    assert!(out.starts_with(&format!("<{BASE}s> <{BASE}p> ")), "{out}");
}

#[test]
fn no_other_server_is_asked() {
    for (text, english, swedish) in [
        (
            "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
            "`SERVICE` asks another server, which is not supported",
            "`SERVICE` frågar en annan server, vilket inte stöds",
        ),
        ("SELECT (<urn:double>(1) AS ?n) {}", "unknown function <urn:double>", "okänd funktion <urn:double>"),
        ("SELECT * { ?s ?p ?o FILTER(<urn:is>(?o)) }", "unknown function <urn:is>", "okänd funktion <urn:is>"),
    ] {
        let error = ask(text, QueryOptions::default()).unwrap_err();
        assert_eq!(error.to_string(), format!("cannot answer the query: {english}"));
        let said = error.in_language(Language::Swedish).to_string();
        assert_eq!(said, format!("det går inte att besvara frågan: {swedish}"));
    }
}

#[test]
fn a_syntax_error_has_its_position() {
    for (text, place, expected) in [
        ("SELEC ?x { ?x a 1 }", (1, 1), "unknown keyword `SELEC`"),
        ("SELECT ?x WHER { ?x a 1 }", (1, 11), "unknown keyword `WHER`"),
        ("SELECT ?x { ?x a ?y FILTR(?y = 1) }", (1, 21), "unknown keyword `FILTR`"),
        ("SELECT ?x {\n  ?x nix:name 1\n}", (2, 6), "unknown prefix `nix:`"),
        ("PREFIX nix: <http://a/> SELECT ?x {\n  ?x nis:name 1\n}", (2, 6), "unknown prefix `nis:`"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", (1, 1), "`INSERT` changes data: updates are not answered"),
        (
            "PREFIX a: <http://a/>\ndelete where { ?s a:b ?o }",
            (2, 1),
            "`DELETE` changes data: updates are not answered",
        ),
        ("SELECT ?x { ?x a 1 \n\n", (1, 19), "it ends where one of `"),
        ("", (1, 1), "unexpected end"),
        ("SELECT ?å { ?å a ]", (1, 18), "expected"),
        ("hej", (1, 1), "unexpected text"),
        ("SELECT * { ?x ?p ?o } GROUP BY ?x", (1, 1), "`SELECT *` cannot have `GROUP BY`"),
        (
            "\nSELECT ?x (COUNT(*) AS ?n) { ?x ?p ?o }",
            (2, 1),
            "`SELECT` has a variable that is neither in `GROUP BY` nor",
        ),
        ("SELECT (?y + 1 AS ?n) { ?x ?p ?y } GROUP BY ?x", (1, 1), "`SELECT` has a variable that is neither"),
        ("SELECT (1 AS ?x) { ?x ?p ?o }", (1, 1), "`AS` gives the name of a variable that the query has already"),
        ("SELECT ?x ?x { ?x ?p ?o }", (1, 1), "`SELECT` has the same variable twice"),
        ("SELECT * { << ?x ?p ?o >> ?q ?r }", (1, 1), "this belongs to SPARQL 1.2, which is not supported"),
    ] {
        let error = ask(text, QueryOptions::default()).unwrap_err();
        let QueryError::Syntax { place: Some(found), .. } = error else { panic!("{error}") };
        assert_eq!(found, place, "{text}: {error}");
        assert!(error.to_string().starts_with("invalid SPARQL query: "), "{error}");
        assert!(error.to_string().contains(expected), "{text}: {error}");
        assert!(!error.to_string().contains("u{"), "{error}");
    }
}

#[test]
fn only_published_files_are_queried() {
    let published = Publication::new(3).publish();
    let path = &published.dump.quads.path;
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, text.replace("first", "other")).unwrap();
    assert!(matches!(Embedded::in_memory(&published.dump).unwrap_err(), DumpError::NotAsPublished { .. }));
    fs::write(path, "no RDF").unwrap();
    assert!(matches!(Embedded::in_memory(&published.dump).unwrap_err(), DumpError::InvalidRdf { .. }));
    fs::remove_file(path).unwrap();
    assert!(matches!(Embedded::in_memory(&published.dump).unwrap_err(), DumpError::Read { .. }));
}
