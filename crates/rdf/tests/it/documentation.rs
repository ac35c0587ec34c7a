use anslag_fixtures::{assert_golden, everything, publication};
use anslag_rdf::Graph;
use anslag_vocab::rdf;
use oxrdf::{NamedNode, NamedOrBlankNode, Term};
use std::{fmt::Write, path::Path};

/// What stands above the table, and says how it comes to be.
const HEAD: &str = "\
<!-- Written by a test of crates/rdf from what the code says of the sample in crates/fixtures: `cargo xtask golden`. -->

# The mapping: what is said in RDF

For each kind of thing its classes, its properties, and what the sample says. `<>` is the announcement, `{base}` the
publication's base; prefixes are those of every Turtle file. Where a value stands for a text of the source, it has the announcement's language.
";

/// An IRI with its prefix, where it has one.
fn short(iri: &str, announcement: &str) -> String {
    if let Some(part) = iri.strip_prefix(announcement) {
        return format!("<{}>", part.trim_start_matches('/'));
    }
    if let Some(path) = iri.strip_prefix(publication().base.iri().as_str()) {
        return format!("<{{base}}{path}>");
    }
    let vocabulary = anslag_vocab::ALL.iter().find_map(|v| Some((v.prefix, iri.strip_prefix(v.namespace)?)));
    vocabulary.map_or_else(|| format!("<{iri}>"), |(prefix, name)| format!("{prefix}:{name}"))
}

fn value(object: &Term, announcement: &str) -> String {
    match object {
        Term::NamedNode(node) => short(node.as_str(), announcement),
        Term::Literal(literal) => {
            let text: String = literal.value().replace('\n', " ").replace('|', "\\|");
            let cut = text.char_indices().nth(40).map_or(text.clone(), |(at, _)| format!("{}…", &text[..at]));
            match literal.language() {
                Some(language) => format!("\"{cut}\"@{language}"),
                None if literal.datatype() == anslag_vocab::xsd::STRING => format!("\"{cut}\""),
                None => format!("\"{cut}\"^^{}", short(literal.datatype().as_str(), announcement)),
            }
        }
        Term::BlankNode(_) => panic!("the mapping makes no blank nodes"),
    }
}

/// The subjects of a graph, each with what is said of it.
fn subjects(graph: &Graph) -> Vec<(&NamedNode, Vec<(&NamedNode, &Term)>)> {
    let mut subjects: Vec<(&NamedNode, Vec<_>)> = Vec::new();
    for triple in &graph.triples {
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else { panic!("a blank node: {triple}") };
        if subjects.last().is_none_or(|(last, _)| *last != subject) {
            subjects.push((subject, Vec::new()));
        }
        subjects.last_mut().unwrap().1.push((&triple.predicate, &triple.object));
    }
    subjects
}

#[test]
fn the_mapping_is_written_down() {
    let publication = publication();
    let sample = everything(&publication);
    let announcement = publication.announcement(&sample.id);
    let (own, register) = (anslag_rdf::graph(&publication, &sample), anslag_rdf::register(&publication));
    let mut text = HEAD.to_owned();
    let mut told: Vec<Vec<String>> = Vec::new();
    for (subject, said) in subjects(&own).into_iter().chain(subjects(&register)) {
        let classes = said.iter().filter(|(predicate, _)| predicate.as_ref() == rdf::TYPE);
        let classes: Vec<String> = classes.map(|(_, class)| value(class, announcement.as_str())).collect();
        // One example of each kind is enough.
        if told.contains(&classes) {
            continue;
        }
        write!(
            text,
            "\n## {}\n\nFor example `{}`.\n\n",
            classes.join(", "),
            short(subject.as_str(), announcement.as_str())
        )
        .unwrap();
        text.push_str("| property | value |\n|---|---|\n");
        let mut properties: Vec<(String, Vec<String>)> = Vec::new();
        for (predicate, object) in said.into_iter().filter(|(predicate, _)| predicate.as_ref() != rdf::TYPE) {
            let (property, object) =
                (short(predicate.as_str(), announcement.as_str()), value(object, announcement.as_str()));
            match properties.last_mut() {
                Some((last, values)) if *last == property => values.push(object),
                _ => properties.push((property, vec![object])),
            }
        }
        for (property, values) in properties {
            let more = if values.len() > 3 { ", …" } else { "" };
            let values: Vec<String> = values.iter().take(3).map(|value| format!("`{value}`")).collect();
            writeln!(text, "| `{property}` | {}{more} |", values.join(", ")).unwrap();
        }
        told.push(classes);
    }
    assert_golden(&Path::new(env!("CARGO_MANIFEST_DIR")).join("MAPPING.md"), text.as_bytes());
}
