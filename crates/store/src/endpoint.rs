use crate::{
    client::{Answer, Call, Client},
    credentials::Credentials,
    error::{EndpointError, RequestError},
    graph::NamedGraph,
};
use anslag_http::{Agent, ProxyUse, Retry};
use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{Term, Triple},
    sparql::results::{QueryResultsFormat, QueryResultsParser, SliceQueryResultsParserOutput},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::time::Duration;
use ureq::http::{Method, Uri};

/// Characters that are not percent-encoded in a form or a query.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Media type of N-Triples.
const N_TRIPLES: &str = "application/n-triples";

/// Addresses of a store, and how to talk to it.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Address for queries (SPARQL 1.1 Protocol, section 2.1).
    pub query: String,
    /// Address for updates (section 2.2); `None` if it is that for queries.
    pub update: Option<String>,
    /// Address of the SPARQL 1.1 Graph Store HTTP Protocol, to which `?graph=` is appended.
    pub graph_store: Option<String>,
    /// Credentials of all requests.
    pub credentials: Credentials,
    /// Policy for repeating a request that failed temporarily.
    pub retry: Retry,
    /// Maximum time to wait for an answer.
    pub timeout: Duration,
    /// Proxies that requests may go through.
    pub proxies: ProxyUse,
}

/// A remote store.
#[derive(Debug)]
pub(crate) struct Remote {
    client: Client,
    query: String,
    update: String,
    graph_store: Option<String>,
}

impl Remote {
    pub(crate) fn new(endpoint: &Endpoint) -> Result<Self, EndpointError> {
        let update = endpoint.update.as_ref().unwrap_or(&endpoint.query);
        let addresses = [Some(&endpoint.query), Some(update), endpoint.graph_store.as_ref()];
        if let Some(invalid) = addresses.into_iter().flatten().find(|address| !is_address(address)) {
            // There may be a password before an @.
            let address = invalid.rsplit_once('@').map_or(invalid.clone(), |(_, rest)| format!("…@{rest}"));
            return Err(EndpointError::InvalidAddress { address });
        }
        Ok(Self {
            client: Client::new(
                endpoint.credentials.clone(),
                Agent::new(endpoint.timeout, endpoint.proxies),
                endpoint.retry,
            ),
            query: endpoint.query.clone(),
            update: update.clone(),
            graph_store: endpoint.graph_store.clone(),
        })
    }

    /// Returns whether the address of the Graph Store Protocol is known.
    pub(crate) const fn has_graph_store(&self) -> bool {
        self.graph_store.is_some()
    }

    /// Sends a SELECT query and returns the values of some variables in each row.
    pub(crate) fn select<const N: usize>(
        &self,
        query: &str,
        variables: [&str; N],
    ) -> Result<Vec<[Option<Term>; N]>, RequestError> {
        let answer = self.query(query, "application/sparql-results+json")?;
        let rows = || {
            let parser = QueryResultsParser::from_format(QueryResultsFormat::Json);
            match parser.for_slice(&answer.body).ok()? {
                SliceQueryResultsParserOutput::Solutions(solutions) => solutions
                    .map(|solution| {
                        let solution = solution.ok()?;
                        Some(variables.map(|variable| solution.get(variable).cloned()))
                    })
                    .collect(),
                SliceQueryResultsParserOutput::Boolean(_) => None,
            }
        };
        rows().ok_or_else(|| self.not_sparql(&answer))
    }

    /// Sends a CONSTRUCT query.
    pub(crate) fn construct(&self, query: &str) -> Result<Vec<Triple>, RequestError> {
        let answer = self.query(query, N_TRIPLES)?;
        let quads = RdfParser::from_format(RdfFormat::NTriples).for_slice(&answer.body);
        let triples = quads.map(|quad| quad.map(Triple::from)).collect::<Result<_, _>>();
        triples.map_err(|_| self.not_sparql(&answer))
    }

    fn query(&self, query: &str, accept: &str) -> Result<Answer, RequestError> {
        let body = format!("query={}", utf8_percent_encode(query, UNRESERVED));
        let answer = self.client.succeed(&Call {
            method: Method::POST,
            address: &self.query,
            accept,
            body: Some(("application/x-www-form-urlencoded", body.as_bytes())),
        })?;
        // Some servers send N-Triples as `text/plain`.
        if answer.media_type.contains("html") { Err(self.not_sparql(&answer)) } else { Ok(answer) }
    }

    fn not_sparql(&self, answer: &Answer) -> RequestError {
        let media_type = if answer.media_type.is_empty() { "?" } else { &answer.media_type };
        RequestError::NotSparql {
            address: self.query.clone(),
            media_type: media_type.to_owned(),
            excerpt: answer.excerpt(),
        }
    }

    /// Sends an update (SPARQL 1.1 Protocol, section 2.2.2).
    pub(crate) fn update(&self, update: &str) -> Result<(), RequestError> {
        let call = Call {
            method: Method::POST,
            address: &self.update,
            accept: "application/sparql-results+json, */*;q=0.5",
            body: Some(("application/sparql-update", update.as_bytes())),
        };
        self.client.succeed(&call).map(drop)
    }

    /// Puts a graph in the place of what the store has of its name (Graph Store HTTP Protocol, section 5.3).
    pub(crate) fn put(&self, graph: &NamedGraph) -> Result<(), RequestError> {
        self.write_graph(Method::PUT, graph)
    }

    /// Adds a graph's triples to what the store has of its name (section 5.5).
    pub(crate) fn post(&self, graph: &NamedGraph) -> Result<(), RequestError> {
        self.write_graph(Method::POST, graph)
    }

    fn write_graph(&self, method: Method, graph: &NamedGraph) -> Result<(), RequestError> {
        let (address, document) = (self.graph_address(&graph.name), graph.document());
        let body = Some((N_TRIPLES, document.as_bytes()));
        self.client.succeed(&Call { method, address: &address, accept: "*/*", body }).map(drop)
    }

    /// Removes a graph (section 5.4), which need not exist.
    pub(crate) fn delete(&self, graph: &str) -> Result<(), RequestError> {
        let address = self.graph_address(graph);
        let call = Call { method: Method::DELETE, address: &address, accept: "*/*", body: None };
        let answer = self.client.send(&call)?;
        match answer.status {
            200..300 | 404 => Ok(()),
            _ => Err(self.client.refusal(&call, &answer)),
        }
    }

    /// Adds quads to their graphs.
    ///
    /// The standard has no such request. Some servers take N-Quads at the address of the Graph Store Protocol without a graph.
    pub(crate) fn post_quads(&self, quads: &str) -> Result<(), RequestError> {
        let body = Some(("application/n-quads", quads.as_bytes()));
        let call = Call { method: Method::POST, address: self.store(), accept: "*/*", body };
        let answer = self.client.succeed(&call)?;
        // Virtuoso answers with a web page and does nothing.
        let (address, status) = (call.address.to_owned(), answer.status);
        if answer.media_type.contains("html") {
            Err(RequestError::Refused { address, status, excerpt: answer.excerpt() })
        } else {
            Ok(())
        }
    }

    fn graph_address(&self, graph: &str) -> String {
        let store = self.store();
        let separator = if store.contains('?') { '&' } else { '?' };
        format!("{store}{separator}graph={}", utf8_percent_encode(graph, UNRESERVED))
    }

    fn store(&self) -> &str {
        self.graph_store.as_deref().expect("only methods with its address use the Graph Store Protocol")
    }
}

/// Returns whether an address is an HTTP address without user and password, which would get into messages.
fn is_address(address: &str) -> bool {
    address.parse::<Uri>().is_ok_and(|uri| {
        let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
        is_web && uri.authority().is_some_and(|authority| !authority.as_str().contains('@'))
    })
}
