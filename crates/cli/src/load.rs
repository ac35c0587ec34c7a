use crate::{
    arguments::{AuthScheme, LoadOptions},
    exit::{Exit, Failure},
    printer::Printer,
    progress::Progress,
    published::{self, Published},
    summary::Summary,
};
use anslag_core::StoreGraph;
use anslag_store::{Credentials, DumpError, Endpoint, EndpointError, LoadError, LoadReport, Retry, Scheme};
use anslag_wording::wording;
use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// Where a password may come from, beside a file.
const PASSWORD: &str = "ANSLAG_STORE_PASSWORD";

/// Where a token may come from, beside a file.
const TOKEN: &str = "ANSLAG_STORE_TOKEN";

/// How long a server may still be doing what a load that was killed has asked last.
const SETTLE: Duration = Duration::from_secs(2);

/// Loads what was published, and says what was done.
pub(crate) fn run(options: &LoadOptions, printer: Printer) -> Result<Exit, Failure> {
    let started = Instant::now();
    let Published { base, dump, .. } = published::find(&options.out.path)?;
    let endpoint = Endpoint {
        query: options.endpoint.clone(),
        update: options.update.clone(),
        graph_store: options.graph_store.clone(),
        credentials: credentials(options)?,
        retry: Retry::default(),
        timeout: Duration::from_secs(options.timeout.get().into()),
    };
    let progress = Progress::new(printer);
    let loaded = anslag_store::load(
        &dump,
        &endpoint,
        &anslag_store::LoadOptions {
            state: StoreGraph::Loaded.name(&base).as_str(),
            base: base.iri().as_str(),
            method: options.method,
            connections: options.connections,
            settle: SETTLE,
            dry_run: options.dry_run,
            verify: options.verify,
            progress: &|at| progress.report_load(at.graphs, at.total_graphs, at.triples),
        },
    );
    drop(progress);
    let loaded = loaded.map_err(|error| LoadFailure::Load { error })?;
    if let Some(altered) = &loaded.altered {
        printer.warning(altered);
    }
    for failure in &loaded.failures {
        printer.error(failure);
    }
    for line in describe(&loaded, options, started) {
        printer.result(&line);
    }
    Ok(if loaded.failures.is_empty() { Exit::Success } else { Exit::Io })
}

fn describe(loaded: &LoadReport, options: &LoadOptions, started: Instant) -> Vec<Summary> {
    let endpoint = options.endpoint.clone();
    let &LoadReport { added, replaced, removed, unchanged, triples, verified, .. } = loaded;
    if options.dry_run {
        return vec![Summary::WouldLoad { endpoint, added, replaced, removed, unchanged, triples }];
    }
    let seconds = format!("{:.2}", started.elapsed().as_secs_f64());
    let mut lines = vec![Summary::Loaded { endpoint, added, replaced, removed, unchanged, triples, seconds }];
    lines.extend(verified.map(|(counted, compared)| Summary::Verified { counted, compared }));
    lines
}

/// Who asks: the user of the command line with a password, or a token; both from the environment or a file.
fn credentials(options: &LoadOptions) -> Result<Credentials, LoadFailure> {
    let scheme = match options.auth {
        None => Scheme::Auto,
        Some(AuthScheme::Basic) => Scheme::Basic,
        Some(AuthScheme::Digest) => Scheme::Digest,
    };
    Ok(match &options.user {
        Some(name) => {
            let password = secret(options.password_file.as_deref(), PASSWORD)?
                .ok_or_else(|| LoadFailure::NoPassword { user: name.clone() })?;
            Credentials::User { name: name.clone(), password, scheme }
        }
        None => match secret(options.token_file.as_deref(), TOKEN)? {
            Some(token) => Credentials::Bearer { token },
            None => Credentials::None,
        },
    })
}

/// A secret from a file, whose last line's end is none of it, or else from the environment.
fn secret(file: Option<&Path>, variable: &str) -> Result<Option<String>, LoadFailure> {
    match file {
        Some(path) => {
            let text =
                fs::read_to_string(path).map_err(|source| LoadFailure::Secret { path: path.to_path_buf(), source })?;
            Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
        }
        None => Ok(env::var(variable).ok().filter(|secret| !secret.is_empty())),
    }
}

wording! {
    /// Why not everything was loaded.
    #[derive(Debug)]
    pub(crate) enum LoadFailure {
        NoPassword { user: String }
            en("there is no password of {user}; help: put it into {PASSWORD}, or into a file that --password-file names")
            sv("det finns inget lösenord för {user}; hjälp: lägg det i {PASSWORD}, eller i en fil som --password-file anger"),
        Secret { path: PathBuf, source: io::Error }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        Load { error: LoadError }
            en("{error}")
            sv("{error}"),
    }
}

impl LoadFailure {
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::NoPassword { .. } => Exit::Usage,
            Self::Secret { .. } => Exit::Io,
            Self::Load { error } => match error {
                LoadError::Dump(error) => of_dump(error),
                LoadError::Request(_) | LoadError::Endpoint(EndpointError::NotWritable { .. }) => Exit::Io,
                LoadError::Endpoint(EndpointError::NoGraphStore | EndpointError::InvalidAddress { .. }) => Exit::Usage,
            },
        }
    }
}

/// How a run ends that could not read what was published.
pub(crate) const fn of_dump(error: &DumpError) -> Exit {
    match error {
        DumpError::Read { .. } | DumpError::Storage { .. } => Exit::Io,
        DumpError::NotAsPublished { .. } | DumpError::InvalidRdf { .. } | DumpError::BlankNode { .. } => Exit::Input,
    }
}

impl Error for LoadFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoPassword { .. } => None,
            Self::Secret { source, .. } => Some(source),
            Self::Load { error } => error.source(),
        }
    }
}
