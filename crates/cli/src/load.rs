use crate::{
    arguments::{AuthScheme, LoadOptions},
    dump,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    foreign_claim::FOREIGN_CLAIM,
    help::Help,
    printer::Printer,
    progress::Progress,
    summary::Summary,
};
use anslag_core::StoreGraph;
use anslag_http::HttpFault;
use anslag_source::read_regular_text;
use anslag_store::{
    AuthProblem, Credentials, Endpoint, EndpointError, GraphFailure, LoadError, LoadReport, RequestError, Retry, Scheme,
};
use anslag_wording::wording;
use std::{
    env, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use thiserror::Error;

/// Environment variable for the password.
const PASSWORD: &str = "ANSLAG_STORE_PASSWORD";

/// Environment variable for a token.
const TOKEN: &str = "ANSLAG_STORE_TOKEN";

/// Maximum length of a file that holds a secret, in bytes.
const MAX_SECRET: u64 = 64 << 10;

/// Time for which a server may still be working on the last request of a load that was killed.
const SETTLE: Duration = Duration::from_secs(2);

/// Loads the publication into a store and prints what was done.
pub(crate) fn run(options: &LoadOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let started = Instant::now();
    let (base, dump) = dump::find(&options.out.path)?;
    let endpoint = Endpoint {
        query: options.endpoint.clone(),
        update: options.update.clone(),
        graph_store: options.graph_store.clone(),
        credentials: credentials(options)?,
        retry: Retry::default(),
        timeout: Duration::from_secs(options.timeout.get().into()),
        proxies: options.proxy.proxies(),
    };
    let progress = Progress::new(printer);
    let loaded = anslag_store::load(
        &dump,
        &endpoint,
        &anslag_store::LoadOptions {
            state: StoreGraph::Loaded.name(&base).as_str(),
            base: base.file("data/").as_str(),
            method: options.method,
            connections: options.connections,
            settle: SETTLE,
            dry_run: options.dry_run,
            verify: options.verify,
            progress: &|at| progress.report_load(at.graphs, at.total_graphs, at.triples),
        },
    );
    drop(progress);
    let loaded = loaded?;
    if let Some(foreign) = &loaded.foreign {
        printer.coded_warning(FOREIGN_CLAIM, None, foreign);
    }
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

/// Returns the credentials: the user with a password, or a token, from a file or the environment.
fn credentials(options: &LoadOptions) -> Result<Credentials, CredentialsError> {
    let scheme = match options.auth {
        None => Scheme::Auto,
        Some(AuthScheme::Basic) => Scheme::Basic,
        Some(AuthScheme::Digest) => Scheme::Digest,
    };
    Ok(match &options.user {
        Some(name) => {
            let password = secret(options.password_file.as_deref(), PASSWORD)?
                .ok_or_else(|| CredentialsError::NoPassword { user: name.clone() })?;
            Credentials::User { name: name.clone(), password, scheme }
        }
        None => match secret(options.token_file.as_deref(), TOKEN)? {
            Some(token) => Credentials::Bearer { token },
            None => Credentials::None,
        },
    })
}

/// Reads a secret from a file, without the line break at its end, or from the environment.
fn secret(file: Option<&Path>, variable: &str) -> Result<Option<String>, CredentialsError> {
    match file {
        Some(path) => {
            let text = read_regular_text(path, MAX_SECRET)
                .map_err(|source| CredentialsError::Read { path: path.to_path_buf(), source })?;
            Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
        }
        None => Ok(env::var(variable).ok().filter(|secret| !secret.is_empty())),
    }
}

wording! {
    /// A password or token that could not be found.
    #[derive(Debug, Error)]
    enum CredentialsError {
        NoPassword { user: String }
            en("missing password of user `{user}`")
            sv("lösenord saknas för användaren `{user}`"),
        Read { path: PathBuf, source: io::Error }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
    }
}

impl Fatal for CredentialsError {
    fn code(&self) -> FatalCode {
        match self {
            Self::NoPassword { .. } => FatalCode::MissingPassword,
            Self::Read { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::NoPassword { .. } => Some(Help::GivePassword { variable: PASSWORD }),
            Self::Read { .. } => None,
        }
    }
}

impl Fatal for LoadError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Dump(error) => error.code(),
            Self::Request(error) | Self::Endpoint(EndpointError::NotWritable { error }) => error.code(),
            Self::Endpoint(EndpointError::NoGraphStore | EndpointError::InvalidAddress { .. }) => {
                FatalCode::InvalidEndpoint
            }
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Dump(error) => error.help(),
            Self::Request(error) => error.help(),
            Self::Endpoint(error) => Some(match error {
                EndpointError::NotWritable { .. } => Help::WritableAddress,
                EndpointError::NoGraphStore => Help::GraphStoreAddress,
                EndpointError::InvalidAddress { .. } => Help::StoreAddress,
            }),
        }
    }
}

impl Fatal for RequestError {
    fn code(&self) -> FatalCode {
        FatalCode::StoreError
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::NotFound { .. } => Some(Help::StoreManual),
            Self::Redirected { .. } => Some(Help::RedirectedAddress),
            Self::Unauthorized { problem: AuthProblem::Missing, .. } => {
                Some(Help::Authenticate { password: PASSWORD, token: TOKEN })
            }
            Self::Unencrypted { .. } => Some(Help::EncryptConnection),
            Self::Unreachable { fault: HttpFault::TimedOut { .. }, .. }
            | Self::Incomplete { fault: HttpFault::TimedOut { .. }, .. } => Some(Help::AllowTime),
            Self::Unreachable { fault, .. } => Help::for_fault(fault),
            Self::Unauthorized { problem: AuthProblem::Rejected, .. }
            | Self::Incomplete { .. }
            | Self::Busy { .. }
            | Self::NotSparql { .. }
            | Self::Refused { .. } => None,
        }
    }
}

impl Fatal for GraphFailure {
    fn code(&self) -> FatalCode {
        FatalCode::UnloadedGraph
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Refused { error, .. } | Self::NotRemoved { error, .. } => error.help(),
            Self::Count { .. } | Self::Content { .. } => None,
        }
    }
}
