use super::request::RequestError;
use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// A graph whose content in the store is not the published one.
    #[derive(Debug, Error)]
    pub enum GraphFailure {
        /// The server rejects the graph.
        Refused {
            /// Name of the graph.
            graph: String,
            /// Answer of the server.
            error: RequestError,
        }
            en("cannot load {graph}: {error}")
            sv("det går inte att läsa in {graph}: {error}"),
        /// The server does not remove the graph.
        NotRemoved {
            /// Name of the graph.
            graph: String,
            /// Answer of the server.
            error: RequestError,
        }
            en("cannot remove {graph}: {error}")
            sv("det går inte att ta bort {graph}: {error}"),
        /// The numbers of triples differ.
        Count {
            /// Name of the graph.
            graph: String,
            /// Number of published triples.
            published: usize,
            /// Number of stored triples.
            stored: usize,
        }
            en("{graph} has {stored} triples in the store, but {published} are published; the next load fixes it")
            sv("{graph} har {stored} tripler i databasen, men {published} är publicerade; nästa inläsning rättar det"),
        /// The triples differ.
        Content {
            /// Name of the graph.
            graph: String,
            /// A triple that is only published, or only stored.
            example: String,
        }
            en("{graph} differs in the store from what is published, for example in {example}; the next load fixes it")
            sv("{graph} skiljer sig i databasen från det publicerade, till exempel i {example}; nästa inläsning rättar det"),
    }
}

impl GraphFailure {
    /// Returns whether a verification found the failure, after the server had accepted the graph.
    pub(crate) const fn is_of_verification(&self) -> bool {
        match self {
            Self::Count { .. } | Self::Content { .. } => true,
            Self::Refused { .. } | Self::NotRemoved { .. } => false,
        }
    }

    /// Returns the name of the graph.
    #[must_use]
    pub fn graph(&self) -> &str {
        match self {
            Self::Refused { graph, .. }
            | Self::NotRemoved { graph, .. }
            | Self::Count { graph, .. }
            | Self::Content { graph, .. } => graph,
        }
    }
}

wording! {
    /// A literal that the store accepts and returns as another one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Altered {
        /// The returned text is invalid for its datatype.
        Value {
            /// Published literal.
            published: String,
            /// Stored literal.
            stored: String,
        }
            en("the store alters some values: it returns {stored} for {published}")
            sv("databasen förvanskar en del värden: den ger {stored} för {published}"),
    }
}

wording! {
    /// Claims in the state of graphs that are not ours.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum ForeignClaims {
        /// Their names are not below the prefix of our graphs, or no digest of ours is claimed of them.
        Graphs {
            /// Name of the state.
            state: String,
            /// Name of one of them.
            example: String,
            /// Number of them.
            count: usize,
        }
            en("<{state}> claims {count} graph{} that no load of this publication has written, such as <{example}>: nothing of that is removed", if *count == 1 { "" } else { "s" })
            sv("<{state}> gör anspråk på {count} {} som ingen inläsning av den här publikationen har skrivit, till exempel <{example}>: inget av det tas bort", if *count == 1 { "graf" } else { "grafer" }),
    }
}
