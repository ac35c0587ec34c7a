use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// A named graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedGraph {
    /// Name of the graph, an IRI.
    pub(crate) name: String,
    /// Statements of N-Triples without their line ends, in the order of the file.
    pub(crate) statements: Vec<String>,
}

impl NamedGraph {
    /// Returns the SHA-256 of the distinct statements as sorted lines of N-Triples, in hexadecimal digits.
    ///
    /// The order does not count, so that a later version that writes the same triples in another order loads nothing again.
    /// Our N-Triples are canonical enough for that: there are no blank nodes, and one way to write each term.
    pub(crate) fn digest(&self) -> String {
        let sorted: BTreeSet<&str> = self.statements.iter().map(String::as_str).collect();
        let mut hash = Sha256::new();
        for statement in sorted {
            hash.update(statement);
            hash.update("\n");
        }
        hex(&hash.finalize())
    }

    /// Returns the number of distinct triples.
    pub(crate) fn triples(&self) -> usize {
        self.statements.iter().map(String::as_str).collect::<BTreeSet<_>>().len()
    }

    /// Returns the statements as a document of N-Triples.
    pub(crate) fn document(&self) -> String {
        let mut document = String::with_capacity(self.statements.iter().map(|statement| statement.len() + 1).sum());
        for statement in &self.statements {
            document.push_str(statement);
            document.push('\n');
        }
        document
    }

    /// Returns the datatypes of the literals, each with the first literal that has it.
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

/// Returns the subject, the predicate and the object of a statement.
pub(crate) fn terms(statement: &str) -> (&str, &str, &str) {
    let mut terms = statement.strip_suffix(" .").unwrap_or(statement).splitn(3, ' ');
    let mut next = || terms.next().unwrap_or_default();
    (next(), next(), next())
}

/// Returns the datatype of an object; `None` unless it is a literal with a datatype IRI.
pub(crate) fn datatype(object: &str) -> Option<&str> {
    // The last quotation mark ends the text: IRIs have none, and literals escape theirs.
    object.strip_suffix('>')?.rsplit_once("\"^^<").map(|(_, datatype)| datatype)
}

/// Returns bytes as hexadecimal digits.
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
    fn the_digest_does_not_depend_on_the_order() {
        let [a, b] = ["<urn:s> <urn:p> \"1\" .", "<urn:s> <urn:p> \"2\" ."];
        assert_eq!(graph(&[a, b]).digest(), graph(&[b, a, b]).digest());
        assert_eq!(graph(&[b, a, b]).triples(), 2);
        assert_ne!(graph(&[a, b]).digest(), graph(&[a]).digest());
        // `sha256sum` gives the same for the sorted lines.
        assert_eq!(graph(&[a]).digest(), "babba9a650fb28782a329d9519383325c7fbee47f58fea7b2717c2ab2d55853d");
    }

    #[test]
    fn only_literals_have_datatypes() {
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
