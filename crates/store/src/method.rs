use crate::{
    endpoint::Remote,
    error::{EndpointError, LoadError, RequestError},
    state::{State, claim_statement},
};

/// A way to write to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// SPARQL 1.1 Update, many graphs per request.
    ///
    /// Graphs that the server refuses go by the Graph Store Protocol if its address is known.
    Update,
    /// SPARQL 1.1 Graph Store HTTP Protocol, one graph per request.
    GraphStore,
    /// N-Quads sent to the address of the Graph Store Protocol, many graphs per request. Only some servers take them.
    Quads,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 3] = [Self::Update, Self::GraphStore, Self::Quads];

    /// Returns the method's name on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::GraphStore => "gsp",
            Self::Quads => "quads",
        }
    }

    /// Finds a method that the server takes, by an update without effect: it deletes a triple that does not exist.
    pub(crate) fn detect(remote: &Remote, state: &State) -> Result<Self, LoadError> {
        let nothing = claim_statement(&state.name, "nothing");
        let update = state.operation("DELETE", &[nothing]).expect("there is a statement");
        match remote.update(&update) {
            Ok(()) => Ok(Self::Update),
            Err(RequestError::Refused { .. } | RequestError::NotFound { .. } | RequestError::Unauthorized { .. })
                if remote.has_graph_store() =>
            {
                Ok(Self::GraphStore)
            }
            Err(error @ (RequestError::Refused { .. } | RequestError::NotFound { .. })) => {
                Err(EndpointError::NotWritable { error }.into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
