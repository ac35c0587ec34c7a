use crate::graph::{datatype, terms};
use std::{borrow::Cow, collections::BTreeMap, fmt::Write as _};

/// What an update adds to graphs, as SPARQL 1.1 Update (section 3.1).
///
/// Subjects and predicates that follow each other are written once, and predicates with prefixes: to read an update is a good
/// part of what it costs a server.
#[derive(Debug, Default)]
pub(crate) struct Insertion<'s> {
    /// The namespaces, and the number in the prefix of each.
    namespaces: BTreeMap<&'s str, usize>,
    /// The graphs of an `INSERT DATA`.
    data: String,
    /// Literals that are built when the update is done, and the number in the variable of each.
    built: BTreeMap<&'s str, usize>,
    /// The graphs of an `INSERT`, whose literals are those.
    template: String,
}

impl<'s> Insertion<'s> {
    /// Adds statements of a graph. Literals of datatypes that are to be built are not written as data.
    pub(crate) fn add(&mut self, graph: &str, statements: &'s [String], is_built: impl Fn(&str) -> bool) {
        let (mut is_open, mut last) = (false, None);
        for statement in statements {
            let (subject, predicate, object) = terms(statement);
            if datatype(object).is_some_and(&is_built) {
                let next = self.built.len();
                let number = *self.built.entry(object).or_insert(next);
                writeln!(self.template, "GRAPH <{graph}> {{ {subject} {predicate} ?v{number} }}").expect(TAKEN);
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
                    self.predicate(predicate);
                }
                _ => {
                    self.data.extend([if last.is_some() { " .\n" } else { "" }, subject, " "]);
                    self.predicate(predicate);
                }
            }
            self.data.push_str(&for_sparql(object));
            last = Some((subject, predicate));
        }
        if is_open {
            self.data.push_str("\n}\n");
        }
    }

    fn predicate(&mut self, predicate: &'s str) {
        match short(predicate) {
            Some((namespace, local)) => {
                let next = self.namespaces.len();
                let number = *self.namespaces.entry(namespace).or_insert(next);
                write!(self.data, "p{number}:{local} ").expect(TAKEN);
            }
            None => self.data.extend([predicate, " "]),
        }
    }

    /// Its operations: one for what is written as data, and one for what is built.
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
            let bindings: String = self.built.iter().map(|(literal, number)| binding(literal, *number)).collect();
            format!("INSERT {{\n{}}} WHERE {{\n{bindings}}}", self.template)
        });
        data.into_iter().chain(template)
    }
}

const TAKEN: &str = "a String takes all text";

/// An operation that does nothing but build a literal: it deletes what is not there.
pub(crate) fn build_in_vain(graph: &str, literal: &str) -> String {
    format!("DELETE {{ GRAPH <{graph}> {{ <{graph}> <{graph}> ?v0 }} }} WHERE {{ {} }}", binding(literal, 0))
}

/// The variable that is a literal with a datatype.
fn binding(literal: &str, number: usize) -> String {
    let (text, datatype) = literal.rsplit_once("^^").expect("a literal that is built has a datatype");
    format!("BIND (STRDT({}, {datatype}) AS ?v{number})\n", for_sparql(text))
}

/// An IRI's namespace, and a local name that needs no escape in any server's grammar.
fn short(iri: &str) -> Option<(&str, &str)> {
    let iri = iri.strip_prefix('<')?.strip_suffix('>')?;
    let (namespace, local) = iri.split_at(iri.rfind(['/', '#'])? + 1);
    let is_plain = local.starts_with(|first: char| first.is_ascii_alphabetic())
        && local.chars().all(|character| character.is_ascii_alphanumeric());
    is_plain.then_some((namespace, local))
}

/// A term as it stands in SPARQL, where `\u` is read before strings are (SPARQL 1.1, section 19.2): the letter behind
/// an escaped backslash is written as an escape itself, which means the same to those that read it later.
pub(crate) fn for_sparql(term: &str) -> Cow<'_, str> {
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
            write!(written, "\\u{:04x}", u32::from(letter)).expect(TAKEN);
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
        insertion.add("urn:g", &statements, |datatype| datatype == "urn:built");
        insertion.operations().collect()
    }

    #[test]
    fn what_follows_each_other_is_written_once() {
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
    fn a_literal_that_cannot_be_data_is_built() {
        let statements = ["<urn:s> <urn:p> \"1 \\\"\"^^<urn:built> .", "<urn:t> <urn:p> \"1 \\\"\"^^<urn:built> ."];
        let expected = "INSERT {\nGRAPH <urn:g> { <urn:s> <urn:p> ?v0 }\nGRAPH <urn:g> { <urn:t> <urn:p> ?v0 }\n} WHERE {\n\
             BIND (STRDT(\"1 \\\"\", <urn:built>) AS ?v0)\n}";
        assert_eq!(operations(&statements), [expected]);
    }

    #[test]
    fn no_backslash_of_a_text_begins_an_escape_in_sparql() {
        for (text, expected) in [
            (r"a\tb", r"a\tb"),
            (r"C:\\users", r"C:\\\u0075sers"),
            (r"\\\\Upp", r"\\\\\u0055pp"),
            (r"\\\u0041\\", r"\\\u0041\\"),
            (r"å\\å", r"å\\å"),
        ] {
            assert_eq!(for_sparql(text), expected, "{text}");
        }
    }
}
