use crate::server::Server;
use anslag_store::{
    Credentials, Document, Dump, Endpoint, Listed, LoadError, LoadOptions, LoadReport, Method, ProxyUse, Retry, load,
};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    num::{NonZeroU32, NonZeroUsize},
    time::Duration,
};
use tempfile::TempDir;

pub(crate) const BASE: &str = "https://data.example.org/";
pub(crate) const STATE: &str = "https://data.example.org/data/loaded";

/// Published graphs with their statements, and the catalogue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Publication {
    pub(crate) graphs: BTreeMap<String, Vec<String>>,
    pub(crate) catalogue: String,
}

impl Publication {
    /// Creates so many graphs of a few statements each, with terms that are hard to write.
    pub(crate) fn new(graphs: usize) -> Self {
        let graphs = (0..graphs).map(|number| (name(number), statements(number, "first")));
        Self { graphs: graphs.collect(), catalogue: "<urn:catalogue> <urn:title> \"Katalog\"@sv .\n".to_owned() }
    }

    /// Returns the quads that a store should have, as lines of N-Quads.
    pub(crate) fn quads(&self) -> BTreeSet<String> {
        let quads = |(graph, statements): (&String, &Vec<String>)| -> Vec<String> {
            let quad = |statement: &String| format!("{}<{graph}>", statement.strip_suffix('.').unwrap());
            statements.iter().map(quad).collect()
        };
        let catalogue = format!("{} <{BASE}data/catalogue>", self.catalogue.trim_end().trim_end_matches(" ."));
        self.graphs.iter().flat_map(quads).chain([catalogue]).collect()
    }

    pub(crate) fn publish(&self) -> Published {
        let folder = tempfile::tempdir().unwrap();
        let listed = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            let sha256 = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
            Listed { path, sha256 }
        };
        let mut quads = String::new();
        for (graph, statements) in &self.graphs {
            for statement in statements {
                quads.extend([statement.strip_suffix('.').unwrap(), "<", graph, "> .\n"]);
            }
        }
        let document =
            Document { graph: format!("{BASE}data/catalogue"), files: vec![listed("dcat.ttl", &self.catalogue)] };
        let dump = Dump { quads: listed("announcements.nq", &quads), documents: vec![document] };
        Published { dump, _folder: folder }
    }
}

/// Returns the name of a graph.
pub(crate) fn name(number: usize) -> String {
    format!("{BASE}data/announcement/2021-05-{number:03}")
}

/// Returns the statements of a graph, with a word that tells versions apart.
pub(crate) fn statements(number: usize, state: &str) -> Vec<String> {
    let subject = format!("<{BASE}announcement/2021-05-{number:03}>");
    let day = 1 + number % 28;
    [
        format!("{subject} <urn:title> \"Tillkännagivande {number}, {state}\"@sv ."),
        format!("{subject} <urn:text> \"C:\\\\users \\\"\\\\u0041\\\" {{ ; }}\\n\\tå 🙂\" ."),
        format!("{subject} <urn:issued> \"2021-05-{day:02}\"^^<http://www.w3.org/2001/XMLSchema#date> ."),
        format!("{subject} <urn:part> <{BASE}announcement/2021-05-{number:03}/part?a=b&c=%20#d> ."),
    ]
    .into()
}

/// A folder with a publication.
pub(crate) struct Published {
    pub(crate) dump: Dump,
    _folder: TempDir,
}

/// Options of a load in a test.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) method: Option<Method>,
    pub(crate) has_graph_store: bool,
    pub(crate) credentials: Credentials,
    pub(crate) connections: usize,
    pub(crate) settle: Duration,
    pub(crate) dry_run: bool,
    pub(crate) verify: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            method: None,
            has_graph_store: true,
            credentials: Credentials::None,
            connections: 1,
            settle: Duration::ZERO,
            dry_run: false,
            verify: false,
        }
    }
}

impl Setup {
    pub(crate) fn by(method: Method) -> Self {
        Self { method: Some(method), ..Self::default() }
    }

    pub(crate) fn load(&self, published: &Published, server: &Server) -> Result<LoadReport, LoadError> {
        let endpoint = Endpoint {
            query: server.url("query"),
            update: Some(server.url("update")),
            graph_store: self.has_graph_store.then(|| server.url("store")),
            credentials: self.credentials.clone(),
            retry: Retry {
                attempts: NonZeroU32::new(3).unwrap(),
                first_delay: Duration::from_millis(4),
                longest_delay: Duration::from_millis(1500),
            },
            timeout: Duration::from_secs(20),
            proxies: ProxyUse::Never,
        };
        self.load_from(published, &endpoint)
    }

    pub(crate) fn load_from(&self, published: &Published, endpoint: &Endpoint) -> Result<LoadReport, LoadError> {
        let options = LoadOptions {
            state: STATE,
            base: &format!("{BASE}data/"),
            method: self.method,
            connections: NonZeroUsize::new(self.connections).unwrap(),
            settle: self.settle,
            dry_run: self.dry_run,
            verify: self.verify,
            progress: &|_| {},
        };
        load(&published.dump, endpoint, &options)
    }
}

/// Returns what a store holds, without the state.
pub(crate) fn stored(server: &Server) -> BTreeSet<String> {
    server.quads().into_iter().filter(|quad| !quad.ends_with(&format!(" <{STATE}>"))).collect()
}

/// Returns the numbers of added, replaced, removed and unchanged graphs.
pub(crate) fn figures(report: &LoadReport) -> [usize; 4] {
    [report.added, report.replaced, report.removed, report.unchanged]
}
