use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// A named graph: its statements as N-Triples, each without its line's end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedGraph {
    /// Its name, an IRI.
    pub(crate) name: String,
    /// Its statements, as they follow each other in the file.
    pub(crate) statements: Vec<String>,
}

impl NamedGraph {
    /// What tells this state of the graph from every other, as hexadecimal digits: the SHA-256 of its statements as lines
    /// of N-Triples, sorted, each once.
    ///
    /// Sorted, since a graph has no order: a later version that writes the same triples in another one loads nothing
    /// again. N-Triples as we write them is canonical enough for it: there are no blank nodes, and one way to write a term.
    pub(crate) fn digest(&self) -> String {
        let sorted: BTreeSet<&str> = self.statements.iter().map(String::as_str).collect();
        let mut hash = Sha256::new();
        for statement in sorted {
            hash.update(statement);
            hash.update("\n");
        }
        hex(&hash.finalize())
    }

    /// How many triples it has.
    pub(crate) fn triples(&self) -> usize {
        self.statements.iter().map(String::as_str).collect::<BTreeSet<_>>().len()
    }

    /// Its statements as a document of N-Triples.
    pub(crate) fn document(&self) -> String {
        let mut document = String::with_capacity(self.statements.iter().map(|statement| statement.len() + 1).sum());
        for statement in &self.statements {
            document.push_str(statement);
            document.push('\n');
        }
        document
    }

    /// The datatypes of its literals, each with the literal that has it first.
    pub(crate) fn datatypes(&self) -> Vec<(&str, &str)> {
        let mut seen = BTreeSet::new();
        self.statements
            .iter()
            .map(|statement| terms(statement).2)
            .filter_map(|object| Some((datatype(object)?, object)))
            .filter(|(iri, _)| seen.insert(*iri))
            .collect()
    }
}

/// The subject, the predicate and the object of a statement.
pub(crate) fn terms(statement: &str) -> (&str, &str, &str) {
    let mut terms = statement.strip_suffix(" .").unwrap_or(statement).splitn(3, ' ');
    let mut next = || terms.next().unwrap_or_default();
    (next(), next(), next())
}

/// The datatype of an object, where it is a literal with one.
pub(crate) fn datatype(object: &str) -> Option<&str> {
    // An IRI holds no quotation mark, and in a literal it has a backslash before it: the last one ends the text.
    object.strip_suffix('>')?.rsplit_once("\"^^<").map(|(_, datatype)| datatype)
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(statements: &[&str]) -> NamedGraph {
        NamedGraph { name: "urn:g".to_owned(), statements: statements.iter().map(|&text| text.to_owned()).collect() }
    }

    #[test]
    fn the_digest_is_of_the_triples_and_not_of_their_order() {
        let [a, b] = ["<urn:s> <urn:p> \"1\" .", "<urn:s> <urn:p> \"2\" ."];
        assert_eq!(graph(&[a, b]).digest(), graph(&[b, a, b]).digest());
        assert_eq!(graph(&[b, a, b]).triples(), 2);
        assert_ne!(graph(&[a, b]).digest(), graph(&[a]).digest());
        // sha256sum says the same of the sorted lines.
        assert_eq!(graph(&[a]).digest(), "babba9a650fb28782a329d9519383325c7fbee47f58fea7b2717c2ab2d55853d");
    }

    #[test]
    fn datatypes_are_those_of_literals() {
        let statements = [
            "<urn:s> <urn:p> <urn:o> .",
            r#"<urn:s> <urn:p> "a \"^^<urn:no> b"@sv ."#,
            r#"<urn:s> <urn:p> "a \"^^<urn:no>"^^<urn:d> ."#,
            r#"<urn:s> <urn:p> "b"^^<urn:d> ."#,
            r#"<urn:s> <urn:p> "c d"^^<urn:e> ."#,
        ];
        let expected = vec![("urn:d", r#""a \"^^<urn:no>"^^<urn:d>"#), ("urn:e", r#""c d"^^<urn:e>"#)];
        assert_eq!(graph(&statements).datatypes(), expected);
    }
}
