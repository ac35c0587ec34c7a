use crate::{exit::Exit, help::Help};
use anslag_wording::Wording;
use std::error::Error;

/// An error that makes a run fail.
///
/// Each command says of its own errors, and of those of the crates that it calls, which code they have and what helps.
pub(crate) trait Fatal: Wording + Error + 'static {
    /// Returns the stable code, which also decides how the run ends.
    fn code(&self) -> FatalCode;

    /// Returns what to do about the error, or `None` if only the causes can tell.
    fn help(&self) -> Option<Help>;
}

impl<E: Fatal> From<E> for Box<dyn Fatal> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

/// Defines the codes from a table of their variants, their names and the outcome of a run that they stop.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $key:literal $exit:ident),* $(,)?) => {
        /// Stable code of what makes a run fail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum FatalCode {
            $($(#[$doc])* $variant),*
        }

        impl FatalCode {
            /// Returns the code as it is printed, in kebab-case.
            pub(crate) const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),*
                }
            }

            /// Returns the outcome of the run.
            pub(crate) const fn exit(self) -> Exit {
                match self {
                    $(Self::$variant => Exit::$exit),*
                }
            }
        }
    };
}

codes! {
    /// A feed that was published before would be gone.
    VanishedFeed "vanished-feed" Input,
    /// A published file is not what the manifest says.
    ChangedPublication "changed-publication" Input,
    /// A published file is not RDF that a store can take.
    InvalidDump "invalid-dump" Input,
    /// A query is not SPARQL 1.1.
    InvalidQuery "invalid-query" Input,
    /// A query could not be evaluated.
    FailedQuery "failed-query" Input,
    /// The target holds files that no export wrote.
    TargetNotOurs "target-not-ours" Usage,
    /// The target cannot be the directory of a publication.
    InvalidTarget "invalid-target" Usage,
    /// There is no publication in the directory.
    MissingPublication "missing-publication" Usage,
    /// The publication has no N-Quads.
    MissingDump "missing-dump" Usage,
    /// No query has the name.
    UnknownQuery "unknown-query" Usage,
    /// An option does not go with another one, or with the answer.
    InvalidOption "invalid-option" Usage,
    /// A user was named without a password.
    MissingPassword "missing-password" Usage,
    /// The address of a store is missing or invalid.
    InvalidEndpoint "invalid-endpoint" Usage,
    /// A file or directory could not be read or written.
    IoError "io-error" Io,
    /// A source file was changed during the export.
    ChangedSource "changed-source" Io,
    /// Another export has the target.
    BusyTarget "busy-target" Io,
    /// A query took too long.
    QueryTimeout "query-timeout" Io,
    /// The triple store could not be reached, or refused a request.
    StoreError "store-error" Io,
    /// A graph is not in the triple store as it is published.
    UnloadedGraph "unloaded-graph" Io,
    /// The hub could not be reached, or refused a feed.
    HubError "hub-error" Io,
    /// Ctrl-C or SIGTERM ended the run.
    Interrupted "interrupted" Interrupted,
}
