use crate::{
    endpoint::Remote,
    error::RequestError,
    graph::NamedGraph,
    insertion::{compute_without_effect, escape_for_sparql},
    lock::lock,
    state::State,
};
use std::{collections::BTreeMap, sync::Mutex};

/// Way in which an update can contain literals of a datatype.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Support {
    /// As data.
    Data,
    /// Computed by `STRDT` while the update runs (SPARQL 1.1, section 17.4.2.11).
    Computed,
    /// Not at all.
    None,
}

/// Datatypes that a server was asked about. Virtuoso takes no `xsd:duration` as data.
#[derive(Debug, Default)]
pub(crate) struct Datatypes(Mutex<BTreeMap<String, Support>>);

impl Datatypes {
    /// Returns how many datatypes the server was asked about.
    pub(crate) fn len(&self) -> usize {
        lock(&self.0).len()
    }

    /// Asks about the datatypes of a graph, with updates that delete triples that do not exist.
    pub(crate) fn learn(&self, graph: &NamedGraph, remote: &Remote, state: &State) -> Result<(), RequestError> {
        for (datatype, literal) in graph.datatypes() {
            if self.is(datatype, |_| true) {
                continue;
            }
            let statement = format!("<{0}> <{0}> {1} .", state.name, escape_for_sparql(literal));
            let as_data = state.operation("DELETE", &[statement]).expect("there is a statement");
            let support = if is_accepted(remote, &as_data)? {
                Support::Data
            } else if is_accepted(remote, &compute_without_effect(&state.name, literal))? {
                Support::Computed
            } else {
                Support::None
            };
            lock(&self.0).insert(datatype.to_owned(), support);
        }
        Ok(())
    }

    /// Returns whether literals of a datatype have to be computed.
    pub(crate) fn is_computed(&self, datatype: &str) -> bool {
        self.is(datatype, |support| support == Support::Computed)
    }

    /// Returns whether a graph has a literal that no update can contain.
    pub(crate) fn exclude(&self, graph: &NamedGraph) -> bool {
        let is_excluded = |support| support == Support::None;
        lock(&self.0).values().any(|support| is_excluded(*support))
            && graph.datatypes().iter().any(|(datatype, _)| self.is(datatype, is_excluded))
    }

    fn is(&self, datatype: &str, predicate: impl Fn(Support) -> bool) -> bool {
        lock(&self.0).get(datatype).is_some_and(|support| predicate(*support))
    }
}

/// Returns whether a server accepts an update.
fn is_accepted(remote: &Remote, update: &str) -> Result<bool, RequestError> {
    match remote.update(update) {
        Ok(()) => Ok(true),
        Err(error) if error.is_request_specific() => Ok(false),
        Err(error) => Err(error),
    }
}
