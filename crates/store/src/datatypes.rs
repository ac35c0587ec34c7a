use crate::{
    endpoint::Remote,
    error::RequestError,
    graph::NamedGraph,
    lock::lock,
    state::State,
    update::{build_in_vain, for_sparql},
};
use std::{collections::BTreeMap, sync::Mutex};

/// How literals of a datatype get into a store with an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// As they are.
    Data,
    /// Built by `STRDT` when the update is done (SPARQL 1.1, section 17.4.2.11).
    Built,
    /// Not at all.
    None,
}

/// What is known of the datatypes that a server takes. Virtuoso takes no `xsd:duration` as data.
#[derive(Debug, Default)]
pub(crate) struct Datatypes(Mutex<BTreeMap<String, Way>>);

impl Datatypes {
    /// How many datatypes have been asked about.
    pub(crate) fn known(&self) -> usize {
        lock(&self.0).len()
    }

    /// Asks about the datatypes of a graph, with updates that delete what is not there.
    pub(crate) fn learn(&self, graph: &NamedGraph, remote: &Remote, state: &State) -> Result<(), RequestError> {
        for (datatype, literal) in graph.datatypes() {
            if self.is(datatype, |_| true) {
                continue;
            }
            let statement = format!("<{0}> <{0}> {1} .", state.name, for_sparql(literal));
            let as_data = state.operation("DELETE", &[statement]).expect("there is a statement");
            let way = if is_taken(remote, &as_data)? {
                Way::Data
            } else if is_taken(remote, &build_in_vain(&state.name, literal))? {
                Way::Built
            } else {
                Way::None
            };
            lock(&self.0).insert(datatype.to_owned(), way);
        }
        Ok(())
    }

    /// Whether literals of a datatype are to be built.
    pub(crate) fn is_built(&self, datatype: &str) -> bool {
        self.is(datatype, |way| way == Way::Built)
    }

    /// Whether no update can hold all of a graph.
    pub(crate) fn exclude(&self, graph: &NamedGraph) -> bool {
        let is_excluded = |way| way == Way::None;
        lock(&self.0).values().any(|way| is_excluded(*way))
            && graph.datatypes().iter().any(|(datatype, _)| self.is(datatype, is_excluded))
    }

    fn is(&self, datatype: &str, is_so: impl Fn(Way) -> bool) -> bool {
        lock(&self.0).get(datatype).is_some_and(|way| is_so(*way))
    }
}

/// Whether a server takes an update.
fn is_taken(remote: &Remote, update: &str) -> Result<bool, RequestError> {
    match remote.update(update) {
        Ok(()) => Ok(true),
        Err(error) if error.is_of_the_request() => Ok(false),
        Err(error) => Err(error),
    }
}
