use crate::{
    arguments::{MessageFormat, ServeOptions},
    confined::{self, is_confined},
    dump,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    interruption,
    printer::Printer,
    queries::{self, Query},
};
use anslag_serve::{Dist, ServeError, ShippedQuery, SparqlOptions, WorkerCommand, app, listen};
use anslag_store::{Embedded, QUERY_STACK, QueryError, limit_memory, lower_priority};
use anslag_wording::{Language, wording};
use std::{ffi::OsString, io, net::SocketAddr, sync::Arc};

/// Answers requests for a publication until Ctrl-C or SIGTERM.
///
/// SPARQL queries are answered in a process of its own, which ends where it needs more memory than allowed.
pub(crate) fn run(options: &ServeOptions, arguments: &[OsString], printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    if is_confined() {
        return answer_queries(options);
    }
    let dist = Arc::new(Dist::open(options.out.path.clone())?);
    let failed = |source| ServeError::Listen { address: options.listen.to_string(), source };
    let (listener, address) = listen(options.listen)?;
    log(printer);
    let stop = interruption::watch();
    printer.status(&Notice::Serving { out: options.out.path.display().to_string(), address });
    let sparql = if options.no_sparql { None } else { Some(sparql(options, arguments).map_err(start_error)?) };
    anslag_serve::serve(app(dist, sparql), listener, &stop).map_err(failed)?;
    Ok(Exit::Interrupted)
}

/// Lets requests be logged on standard error, as the global options ask.
fn log(printer: Printer) {
    // A closed standard error must not fail a request.
    let log = tracing_subscriber::fmt().with_writer(io::stderr).with_ansi(false).log_internal_errors(false);
    match printer.format {
        _ if printer.is_quiet => {}
        MessageFormat::Json => log.json().flatten_event(true).init(),
        MessageFormat::Human | MessageFormat::Github => log.init(),
    }
}

/// Answers the queries of the parent process.
fn answer_queries(options: &ServeOptions) -> Result<Exit, Box<dyn Fatal>> {
    let (_, dump) = dump::find(&options.out.path)?;
    let embedded = Embedded::in_memory(&dump)?;
    lower_priority();
    let stack = QUERY_STACK as u64 >> 20;
    limit_memory(u64::from(options.sparql_memory.get()) + stack).map_err(start_error)?;
    anslag_serve::answer_queries(&embedded, io::stdin().lock(), io::stdout()).map_err(start_error)?;
    Ok(Exit::Success)
}

/// Returns the settings of the SPARQL endpoint.
fn sparql(options: &ServeOptions, arguments: &[OsString]) -> io::Result<SparqlOptions> {
    let query = |query: Query| ShippedQuery {
        swedish: query.title(Language::Swedish),
        english: query.title(Language::English),
        text: query.text,
    };
    Ok(SparqlOptions {
        worker: WorkerCommand {
            program: confined::program()?,
            arguments: arguments.iter().skip(1).cloned().collect(),
            variable: (confined::CONFINED, "1"),
        },
        processes: options.sparql_processes,
        timeout: options.sparql_timeout,
        queries: queries::ours().into_values().map(query).collect(),
    })
}

fn start_error(source: io::Error) -> QueryError {
    QueryError::Start { source }
}

wording! {
    /// A remark about the server.
    enum Notice {
        Serving { out: String, address: SocketAddr }
            en("serving {out} at http://{}/ until Ctrl-C", *address)
            sv("serverar {out} på http://{}/ tills Ctrl-C", *address),
    }
}

impl Fatal for ServeError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Unreadable { .. } | Self::Listen { .. } => FatalCode::IoError,
            Self::NoPublication { .. } => FatalCode::MissingPublication,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Unreadable { .. } => None,
            Self::Listen { .. } => Some(Help::OtherAddress),
            Self::NoPublication { .. } => Some(Help::Export),
        }
    }
}
