use crate::{endpoint::Remote, error::RequestError, graph::NamedGraph};
use anslag_vocab::schema;
use oxigraph::model::Term;
use std::collections::BTreeMap;

/// How many rows are asked for at once; servers leave out what is more than they want to give.
pub(crate) const PAGE: usize = 5000;

/// What the store says of itself: which graphs are ours, and in which state each of them is.
///
/// It stands in a graph of the store, so that any machine can go on. `schema:hasPart` names a graph before anything is
/// written to it, and stays until nothing of it is left; `schema:identifier` is the digest of what it holds, and stands
/// there only while it does hold that. A kill between any two requests leaves a graph without an identifier, and the next
/// load writes it anew. A graph that has an identifier and no name comes of a load that was killed, and whose last request
/// was done after the next load had removed the graph: it is ours as well.
#[derive(Debug)]
pub(crate) struct State {
    /// The name of the graph that it stands in.
    pub(crate) name: String,
    /// Our graphs, and all that is said of their states.
    pub(crate) graphs: BTreeMap<String, Claims>,
}

/// The digests that are said of a graph. Several come of loads that were under way at the same time: then nobody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claims(pub(crate) Vec<String>);

impl Claims {
    /// The digest of what the graph holds, where that is known.
    pub(crate) fn digest(&self) -> Option<&str> {
        match self.0.as_slice() {
            [digest] => Some(digest),
            _ => None,
        }
    }
}

impl State {
    /// Reads the state, page by page.
    pub(crate) fn read(remote: &Remote, name: &str) -> Result<Self, RequestError> {
        let mut graphs: BTreeMap<String, Claims> = BTreeMap::new();
        let (part, identifier) = (schema::HAS_PART, schema::IDENTIFIER);
        loop {
            // The last graph comes again: the page may have ended between two of its digests.
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
            // A page without anything new is the last one, whatever a server says after it.
            if !is_new {
                return Ok(Self { name: name.to_owned(), graphs });
            }
        }
    }

    /// Whether there are graphs of which nobody knows what they hold: a load was interrupted, or the server refused them.
    pub(crate) fn is_unfinished(&self) -> bool {
        self.graphs.values().any(|claims| claims.digest().is_none())
    }

    /// The statement that a graph is ours.
    pub(crate) fn part(&self, graph: &str) -> String {
        format!("<{}> {} <{graph}> .", self.name, schema::HAS_PART)
    }

    /// The statements of what a graph holds, as far as anything is said of it.
    pub(crate) fn claims(&self, graph: &str) -> impl Iterator<Item = String> {
        let claims = self.graphs.get(graph).map(|claims| claims.0.as_slice()).unwrap_or_default();
        claims.iter().map(move |digest| claim(graph, digest))
    }

    /// All of it again, without the graphs that are to be forgotten, and without the digests of those that are uncertain.
    pub(crate) fn without(&self, forgotten: impl Fn(&str) -> bool, uncertain: impl Fn(&str) -> bool) -> NamedGraph {
        let mut statements = Vec::with_capacity(self.graphs.len() * 2);
        for graph in self.graphs.keys().filter(|graph| !forgotten(graph)) {
            statements.push(self.part(graph));
            if !uncertain(graph) {
                statements.extend(self.claims(graph));
            }
        }
        NamedGraph { name: self.name.clone(), statements }
    }

    /// Statements about the state as a graph.
    pub(crate) fn graph(&self, statements: Vec<String>) -> NamedGraph {
        NamedGraph { name: self.name.clone(), statements }
    }

    /// An operation of SPARQL Update on the state; none where there is nothing to be said.
    pub(crate) fn operation(&self, verb: &str, statements: &[String]) -> Option<String> {
        let written = || format!("{verb} DATA {{ GRAPH <{}> {{ {} }} }}", self.name, statements.join(" "));
        (!statements.is_empty()).then(written)
    }
}

/// The statement of what a graph holds.
pub(crate) fn claim(graph: &str, digest: &str) -> String {
    format!("<{graph}> {} \"{digest}\" .", schema::IDENTIFIER)
}

fn literal(term: Term) -> Option<String> {
    match term {
        Term::Literal(literal) => Some(literal.value().to_owned()),
        Term::NamedNode(_) | Term::BlankNode(_) => None,
    }
}
