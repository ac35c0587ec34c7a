use crate::{Plan, Progress, cache::Cache, site::OpenSite, staging::Staging};
use anslag_core::Publication;
use anslag_rdf::Graph;
use anslag_source::Corpus;
use std::{num::NonZeroUsize, path::Path};

/// Context of an export: the publication, its settings and the staging directory.
pub(crate) struct Export<'a> {
    /// The folder to publish into.
    pub(crate) out: &'a Path,
    pub(crate) corpus: &'a Corpus,
    pub(crate) plan: &'a Plan,
    /// The graph of the register.
    pub(crate) register: &'a Graph,
    pub(crate) staging: &'a Staging<'a>,
    /// Knowledge of the previous publication.
    pub(crate) cache: &'a Cache,
    /// The number of threads that render. The bytes do not depend on it.
    pub(crate) threads: NonZeroUsize,
    pub(crate) progress: &'a Progress,
    /// The pages for people; `None` if they are not written.
    pub(crate) site: Option<&'a OpenSite<'a>>,
}

impl<'a> Export<'a> {
    pub(crate) fn publication(&self) -> &'a Publication {
        &self.corpus.publication
    }
}
