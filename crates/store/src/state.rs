use crate::{
    endpoint::Remote,
    error::{ForeignClaims, RequestError},
    graph::NamedGraph,
};
use anslag_vocab::schema;
use oxigraph::model::Term;
use std::collections::BTreeMap;

/// Number of rows per query; servers silently cut off longer results.
pub(crate) const PAGE: usize = 5000;

/// Our graphs in a store and the digest of each, kept in a graph of the store, so that any machine can continue.
///
/// `schema:hasPart` names a graph before it has any content, until it has none. `schema:identifier` claims the digest of a
/// graph only while the graph has that content. A kill between any two requests leaves a graph without an identifier, which
/// the next load writes again. A graph with an identifier and without a name is ours too: the last request of a killed load
/// ran after the next load had removed the graph.
///
/// A person who may write to the store may write to its state. So a graph counts as ours only if its name is below the prefix of our
/// graphs, and if a digest that is claimed of it has the form of ours.
#[derive(Debug)]
pub(crate) struct State {
    /// Name of the graph that holds the state.
    pub(crate) name: String,
    /// Our graphs by their names, with their claims.
    pub(crate) graphs: BTreeMap<String, Claims>,
    /// Claims of graphs that are not ours, which are left alone.
    pub(crate) foreign: Option<ForeignClaims>,
}

/// Digests claimed of a graph. Concurrent loads leave several of them, none of which can be trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claims(pub(crate) Vec<String>);

impl Claims {
    /// Returns the digest of the graph; `None` if it is unknown.
    pub(crate) fn digest(&self) -> Option<&str> {
        match self.0.as_slice() {
            [digest] => Some(digest),
            _ => None,
        }
    }
}

impl State {
    /// Reads the state of the graphs whose names begin with `base`, page by page.
    pub(crate) fn read(remote: &Remote, name: &str, base: &str) -> Result<Self, RequestError> {
        let mut graphs: BTreeMap<String, Claims> = BTreeMap::new();
        let (part, identifier) = (schema::HAS_PART.node(), schema::IDENTIFIER.node());
        loop {
            // Ask for the last graph again: the page may have ended between two of its digests.
            let last = graphs.last_key_value().map_or("", |(graph, _)| graph);
            let query = format!(
                "SELECT ?g ?d WHERE {{ GRAPH <{name}> {{ {{ ?g {identifier} ?d }} UNION {{ <{name}> {part} ?g \
                 FILTER NOT EXISTS {{ ?g {identifier} ?any }} }} }} FILTER(STR(?g) >= \"{last}\") }} \
                 ORDER BY STR(?g) LIMIT {PAGE}"
            );
            let mut is_new = false;
            for [graph, digest] in remote.select(&query, ["g", "d"])? {
                let Some(Term::NamedNode(graph)) = graph else { continue };
                is_new |= !graphs.contains_key(graph.as_str());
                let claims = graphs.entry(graph.into_string()).or_default();
                if let Some(digest) = digest.and_then(literal)
                    && !claims.0.contains(&digest)
                {
                    claims.0.push(digest);
                    is_new = true;
                }
            }
            // A page without anything new is the last one, whatever the server would send next.
            if !is_new {
                return Ok(Self::new(name, base, graphs));
            }
        }
    }

    /// Sorts out the claims of graphs that are not ours.
    fn new(name: &str, base: &str, mut graphs: BTreeMap<String, Claims>) -> Self {
        let foreign = graphs.extract_if(.., |graph, Claims(digests)| {
            let is_named_only = digests.is_empty();
            digests.retain(|digest| is_digest(digest));
            !is_below(graph, base) || graph == name || (digests.is_empty() && !is_named_only)
        });
        let foreign: Vec<String> = foreign.map(|(graph, _)| graph).collect();
        let count = foreign.len();
        let foreign = foreign.into_iter().next();
        let foreign = foreign.map(|example| ForeignClaims::Graphs { state: name.to_owned(), example, count });
        Self { name: name.to_owned(), graphs, foreign }
    }

    /// Returns whether the content of some graphs is unknown: a load was interrupted, or the server refused them.
    pub(crate) fn is_unfinished(&self) -> bool {
        self.graphs.values().any(|claims| claims.digest().is_none())
    }

    /// Returns the statement that a graph is ours.
    pub(crate) fn part_statement(&self, graph: &str) -> String {
        format!("<{}> {} <{graph}> .", self.name, schema::HAS_PART.node())
    }

    /// Returns the statements that claim the digest of a graph.
    pub(crate) fn claim_statements(&self, graph: &str) -> impl Iterator<Item = String> {
        let claims = self.graphs.get(graph).map(|claims| claims.0.as_slice()).unwrap_or_default();
        claims.iter().map(move |digest| claim_statement(graph, digest))
    }

    /// Returns the state without forgotten graphs and without the claims of uncertain ones.
    pub(crate) fn without(&self, forgotten: impl Fn(&str) -> bool, uncertain: impl Fn(&str) -> bool) -> NamedGraph {
        let mut statements = Vec::with_capacity(self.graphs.len() * 2);
        for graph in self.graphs.keys().filter(|graph| !forgotten(graph)) {
            statements.push(self.part_statement(graph));
            if !uncertain(graph) {
                statements.extend(self.claim_statements(graph));
            }
        }
        NamedGraph { name: self.name.clone(), statements }
    }

    /// Returns statements as a graph with the name of the state.
    pub(crate) fn graph(&self, statements: Vec<String>) -> NamedGraph {
        NamedGraph { name: self.name.clone(), statements }
    }

    /// Returns an operation of SPARQL Update on the state; `None` without statements.
    pub(crate) fn operation(&self, verb: &str, statements: &[String]) -> Option<String> {
        let operation = || format!("{verb} DATA {{ GRAPH <{}> {{ {} }} }}", self.name, statements.join(" "));
        (!statements.is_empty()).then(operation)
    }
}

/// Returns the statement that claims the digest of a graph.
pub(crate) fn claim_statement(graph: &str, digest: &str) -> String {
    format!("<{graph}> {} \"{digest}\" .", schema::IDENTIFIER.node())
}

/// Returns whether a name begins with a base, which ends at a slash there.
fn is_below(name: &str, base: &str) -> bool {
    name.strip_prefix(base).is_some_and(|rest| base.ends_with(['/', '#']) || rest.starts_with(['/', '#']))
}

/// Returns whether a text has the form of the digests that we claim.
fn is_digest(text: &str) -> bool {
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.strip_prefix("sha256:").is_some_and(|digits| digits.len() == 64 && digits.bytes().all(is_hex))
}

fn literal(term: Term) -> Option<String> {
    match term {
        Term::Literal(literal) => Some(literal.value().to_owned()),
        Term::NamedNode(_) | Term::BlankNode(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_graphs_below_the_base_are_ours() {
        for (name, base, is_expected) in [
            ("https://a.se/x/data/1", "https://a.se/x/data/", true),
            ("https://a.se/xy/1", "https://a.se/x", false),
            ("https://a.se/x/1", "https://a.se/x", true),
            ("https://a.se/x", "https://a.se/x", false),
            ("https://a.se/x/data/1", "https://a.se/data/", false),
            ("http://a.se/data/1", "https://a.se/data/", false),
        ] {
            assert_eq!(is_below(name, base), is_expected, "{name} {base}");
        }
    }

    #[test]
    fn only_our_digests_are_digests() {
        let digest = format!("sha256:{}", "0a".repeat(32));
        assert!(is_digest(&digest));
        for text in ["", "sha256:", &digest[..70], &digest.to_uppercase(), &format!("{digest}\" . DROP ALL")] {
            assert!(!is_digest(text), "{text}");
        }
    }
}
