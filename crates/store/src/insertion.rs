use crate::graph::{datatype, terms};
use std::{borrow::Cow, collections::BTreeMap, fmt::Write as _};

/// Statements that an update adds to graphs (SPARQL 1.1 Update, section 3.1).
///
/// Repeated subjects and predicates are written once, and predicates with prefixes: parsing is a good part of what an update
/// costs a server.
#[derive(Debug, Default)]
pub(crate) struct Insertion<'s> {
    /// Namespaces, with the number in the prefix of each.
    namespaces: BTreeMap<&'s str, usize>,
    /// Graphs of an `INSERT DATA`.
    data: String,
    /// Literals that the server computes, with the number in the variable of each.
    computed: BTreeMap<&'s str, usize>,
    /// Graphs of an `INSERT` with the computed literals.
    template: String,
}

impl<'s> Insertion<'s> {
    /// Adds statements of a graph; `is_computed` tells for which datatypes literals cannot be data.
    pub(crate) fn add(&mut self, graph: &str, statements: &'s [String], is_computed: impl Fn(&str) -> bool) {
        let (mut is_open, mut last) = (false, None);
        for statement in statements {
            let (subject, predicate, object) = terms(statement);
            if datatype(object).is_some_and(&is_computed) {
                let next = self.computed.len();
                let number = *self.computed.entry(object).or_insert(next);
                writeln!(self.template, "GRAPH <{graph}> {{ {subject} {predicate} ?v{number} }}").expect(INFALLIBLE);
                continue;
            }
            if !is_open {
                self.data.extend(["GRAPH <", graph, "> {\n"]);
                is_open = true;
            }
            match last {
                Some((same, also)) if same == subject && also == predicate => self.data.push_str(", "),
                Some((same, _)) if same == subject => {
                    self.data.push_str(" ;\n");
                    self.push_predicate(predicate);
                }
                _ => {
                    self.data.extend([if last.is_some() { " .\n" } else { "" }, subject, " "]);
                    self.push_predicate(predicate);
                }
            }
            self.data.push_str(&escape_for_sparql(object));
            last = Some((subject, predicate));
        }
        if is_open {
            self.data.push_str("\n}\n");
        }
    }

    fn push_predicate(&mut self, predicate: &'s str) {
        match split_namespace(predicate) {
            Some((namespace, local)) => {
                let next = self.namespaces.len();
                let number = *self.namespaces.entry(namespace).or_insert(next);
                write!(self.data, "p{number}:{local} ").expect(INFALLIBLE);
            }
            None => self.data.extend([predicate, " "]),
        }
    }

    /// Returns the operations: one for data, and one for computed literals.
    pub(crate) fn operations(self) -> impl Iterator<Item = String> {
        let data = (!self.data.is_empty()).then(|| {
            let prefixes: String = self
                .namespaces
                .iter()
                .map(|(namespace, number)| format!("PREFIX p{number}: <{namespace}>\n"))
                .collect();
            format!("{prefixes}INSERT DATA {{\n{}}}", self.data)
        });
        let template = (!self.template.is_empty()).then(|| {
            let bindings: String = self.computed.iter().map(|(literal, number)| binding(literal, *number)).collect();
            format!("INSERT {{\n{}}} WHERE {{\n{bindings}}}", self.template)
        });
        data.into_iter().chain(template)
    }
}

const INFALLIBLE: &str = "a String takes all text";

/// Returns an operation that computes a literal and has no effect: it deletes a triple that does not exist.
pub(crate) fn compute_without_effect(graph: &str, literal: &str) -> String {
    format!("DELETE {{ GRAPH <{graph}> {{ <{graph}> <{graph}> ?v0 }} }} WHERE {{ {} }}", binding(literal, 0))
}

/// Returns the pattern that binds a variable to a literal with a datatype.
fn binding(literal: &str, number: usize) -> String {
    let (text, datatype) = literal.rsplit_once("^^").expect("a computed literal has a datatype");
    format!("BIND (STRDT({}, {datatype}) AS ?v{number})\n", escape_for_sparql(text))
}

/// Splits an IRI into a namespace and a local name that needs no escape in any server's grammar.
fn split_namespace(iri: &str) -> Option<(&str, &str)> {
    let iri = iri.strip_prefix('<')?.strip_suffix('>')?;
    let (namespace, local) = iri.split_at(iri.rfind(['/', '#'])? + 1);
    let is_plain = local.starts_with(|first: char| first.is_ascii_alphabetic())
        && local.chars().all(|character| character.is_ascii_alphanumeric());
    is_plain.then_some((namespace, local))
}

/// Escapes a term of N-Triples for SPARQL, where `\u` is decoded before strings are parsed (SPARQL 1.1, section 19.2).
///
/// The letter after an escaped backslash becomes an escape itself, which means the same to a parser that decodes it later.
pub(crate) fn escape_for_sparql(term: &str) -> Cow<'_, str> {
    if !term.contains(r"\\") {
        return Cow::Borrowed(term);
    }
    let mut written = String::with_capacity(term.len() + 16);
    let mut rest = term;
    while let Some(at) = rest.find('\\') {
        let Some(escape) = rest.get(at..at + 2) else { break };
        written.push_str(&rest[..at]);
        written.push_str(escape);
        rest = &rest[at + 2..];
        if escape == r"\\"
            && let Some(letter @ ('u' | 'U')) = rest.chars().next()
        {
            write!(written, "\\u{:04x}", u32::from(letter)).expect(INFALLIBLE);
            rest = &rest[1..];
        }
    }
    written.push_str(rest);
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operations(statements: &[&str]) -> Vec<String> {
        let statements: Vec<String> = statements.iter().map(|&text| text.to_owned()).collect();
        let mut insertion = Insertion::default();
        insertion.add("urn:g", &statements, |datatype| datatype == "urn:computed");
        insertion.operations().collect()
    }

    #[test]
    fn repeated_subjects_and_predicates_are_written_once() {
        let statements = [
            "<urn:s> <http://example.org/ns#p> <urn:o> .",
            "<urn:s> <http://example.org/ns#p> \"a b . c\"@sv .",
            "<urn:s> <http://example.org/ns#street-address> \"1\" .",
            "<urn:t> <http://example.org/ns#p> \"2\" .",
        ];
        let expected = "PREFIX p0: <http://example.org/ns#>\nINSERT DATA {\nGRAPH <urn:g> {\n<urn:s> p0:p <urn:o>, \"a b . c\"@sv ;\n\
             <http://example.org/ns#street-address> \"1\" .\n<urn:t> p0:p \"2\"\n}\n}";
        assert_eq!(operations(&statements), [expected]);
    }

    #[test]
    fn a_literal_that_cannot_be_data_is_computed() {
        let statements =
            ["<urn:s> <urn:p> \"1 \\\"\"^^<urn:computed> .", "<urn:t> <urn:p> \"1 \\\"\"^^<urn:computed> ."];
        let expected = "INSERT {\nGRAPH <urn:g> { <urn:s> <urn:p> ?v0 }\nGRAPH <urn:g> { <urn:t> <urn:p> ?v0 }\n} WHERE {\n\
             BIND (STRDT(\"1 \\\"\", <urn:computed>) AS ?v0)\n}";
        assert_eq!(operations(&statements), [expected]);
    }

    #[test]
    fn no_backslash_in_a_text_begins_an_escape() {
        for (text, expected) in [
            (r"a\tb", r"a\tb"),
            (r"C:\\users", r"C:\\\u0075sers"),
            (r"\\\\Upp", r"\\\\\u0055pp"),
            (r"\\\u0041\\", r"\\\u0041\\"),
            (r"å\\å", r"å\\å"),
        ] {
            assert_eq!(escape_for_sparql(text), expected, "{text}");
        }
    }
}
