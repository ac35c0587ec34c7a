use crate::{
    arguments::QueryOptions,
    confined::{is_confined, run_confined},
    dump,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::{Printer, print_line},
    queries::{self, Query, Unreadable},
};
use anslag_store::{
    AnswerFormat, AnswerFormats, DumpError, Embedded, Excess, QueryError, SyntaxFault, TimeLimit, end_with_parent,
    limit_memory,
};
use anslag_wording::{Language, wording};
use std::{
    collections::BTreeMap,
    ffi::OsString,
    io::{self, BufWriter, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};
use thiserror::Error;

/// Answers a query, or lists the queries that have names.
///
/// A query is answered in a process of its own, which ends where it needs more memory than allowed.
pub(crate) fn run(options: &QueryOptions, arguments: &[OsString], printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    if options.list {
        list(&options.data.path, printer.language)?;
        return Ok(Exit::Success);
    }
    if is_confined() {
        return answer(options, printer);
    }
    let outcome = run_confined(arguments).map_err(|source| QueryError::Start { source })?;
    outcome.ok_or_else(|| QueryError::Memory { mib: options.memory.get().into() }.into())
}

/// Answers a query for the parent process.
fn answer(options: &QueryOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    end_with_parent().map_err(|source| QueryError::Start { source })?;
    // Loading is a part of what takes its time.
    let timeout = options.timeout.map(|seconds| TimeLimit::new(Duration::from_secs(seconds.get().into())));
    let query = read(options)?;
    let (_, dump) = dump::find(&options.out.path)?;
    let embedded = match timeout {
        None => fill(options, &dump)?,
        Some(timeout) => {
            let options = options.clone();
            timeout.run(move || fill(&options, &dump))??
        }
    };
    limit_memory(options.memory.get().into()).map_err(|source| QueryError::Start { source })?;
    let stdout = io::stdout();
    let formats = match options.format {
        Some(format) => AnswerFormats::only(format),
        None if stdout.is_terminal() => AnswerFormats { rows: AnswerFormat::Table, ..AnswerFormats::default() },
        None => AnswerFormats::default(),
    };
    let asked = anslag_store::QueryOptions { formats, limit: options.limit, ..anslag_store::QueryOptions::default() };
    let answered = anslag_store::query(&embedded, &query.text, asked, timeout, BufWriter::new(stdout))
        .and_then(|(answered, mut out)| out.flush().map(|()| answered).map_err(|source| QueryError::Write { source }));
    match answered {
        Ok(answered) => {
            if answered.is_cut {
                printer.status(&Notice::Cut { count: answered.count });
            }
            Ok(Exit::Success)
        }
        // The reader has seen enough.
        Err(QueryError::Write { source }) if source.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Success),
        Err(error @ (QueryError::Syntax { place: Some(place), .. } | QueryError::TooLarge { place, .. })) => {
            printer.error_at(&error, &query.path, &query.text, place);
            Ok(error.code().exit())
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(feature = "disk"))]
fn fill(_: &QueryOptions, dump: &anslag_store::Dump) -> Result<Embedded, DumpError> {
    Embedded::in_memory(dump)
}

#[cfg(feature = "disk")]
fn fill(options: &QueryOptions, dump: &anslag_store::Dump) -> Result<Embedded, DumpError> {
    match &options.store {
        Some(folder) => Embedded::on_disk(folder, dump),
        None => Embedded::in_memory(dump),
    }
}

/// Reads the query that the options ask for.
fn read(options: &QueryOptions) -> Result<Query, ReadError> {
    if let Some(name) = &options.name {
        let mut queries = queries::named(&options.data.path)?;
        let unknown = |queries: BTreeMap<String, Query>| {
            let names = queries.keys().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            ReadError::UnknownName { name: name.clone(), names }
        };
        return queries.remove(name).ok_or_else(|| unknown(queries));
    }
    let (text, path) = (options.query.as_deref(), options.file.as_deref());
    let path = path.or_else(|| text.filter(|text| is_path(text)).map(Path::new));
    match (path, text) {
        (Some(path), _) if path.as_os_str() == STDIN => {
            let mut text = String::new();
            let read = io::stdin().lock().take(queries::MAX_LEN + 1).read_to_string(&mut text);
            read.and_then(|_| queries::ensure_short(&text)).map_err(|source| ReadError::Stdin { source })?;
            Ok(Query::new("<stdin>".to_owned(), &text))
        }
        (Some(path), _) => Query::read(path).map_err(|source| {
            let name = path.to_str().filter(|name| queries::is_ours(name)).map(str::to_owned);
            ReadError::File { path: path.to_path_buf(), name, source }
        }),
        (None, text) => Ok(Query::new("<query>".to_owned(), text.unwrap_or_default())),
    }
}

/// Path that stands for standard input.
const STDIN: &str = "-";

/// Returns whether an argument is a path and not a query: it has the extension of one, the file exists, or no query could be
/// written like that.
fn is_path(argument: &str) -> bool {
    let is_sparql = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '<' | '>');
    let extension = Path::new(argument).extension();
    let is_named =
        extension.is_some_and(|extension| ["rq", "sparql"].iter().any(|own| extension.eq_ignore_ascii_case(own)));
    is_named || !argument.contains(is_sparql) || Path::new(argument).is_file()
}

/// Prints the names of the queries with their titles.
fn list(data: &Path, language: Language) -> Result<(), ReadError> {
    let queries = queries::named(data)?;
    let width = queries.keys().map(|name| name.chars().count()).max().unwrap_or_default();
    for (name, query) in &queries {
        print_line(&mut anstream::stdout(), format!("{name:width$}  {}", query.title(language)).trim_end());
    }
    Ok(())
}

wording! {
    /// A remark about an answer.
    enum Notice {
        Cut { count: usize }
            en("only the first {count} results are shown (`--limit`)")
            sv("bara de {count} första resultaten visas (`--limit`)"),
    }
}

wording! {
    /// A query that cannot be read.
    #[derive(Debug, Error)]
    enum ReadError {
        UnknownName { name: String, names: String }
            en("unknown query `{name}`")
            sv("okänd fråga `{name}`"),
        File { path: PathBuf, name: Option<String>, source: io::Error }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        Stdin { source: io::Error }
            en("cannot read standard input")
            sv("det går inte att läsa standard in"),
    }
}

impl From<Unreadable> for ReadError {
    fn from(Unreadable { path, source }: Unreadable) -> Self {
        Self::File { path, name: None, source }
    }
}

impl Fatal for ReadError {
    fn code(&self) -> FatalCode {
        match self {
            Self::UnknownName { .. } => FatalCode::UnknownQuery,
            Self::File { .. } | Self::Stdin { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::UnknownName { names, .. } => Some(Help::UseQueryName { names: names.clone() }),
            Self::File { name, .. } => name.clone().map(|name| Help::NameQuery { name }),
            Self::Stdin { .. } => None,
        }
    }
}

impl Fatal for QueryError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Syntax { .. } => FatalCode::InvalidQuery,
            Self::Evaluation { .. } | Self::Engine | Self::Cancelled => FatalCode::FailedQuery,
            Self::Format { .. } | Self::GraphName { .. } => FatalCode::InvalidOption,
            Self::Timeout { .. } => FatalCode::QueryTimeout,
            Self::TooLarge { .. } | Self::Memory { .. } => FatalCode::QueryTooLarge,
            Self::Start { .. } | Self::Write { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Timeout { .. } => Some(Help::AskLess),
            Self::TooLarge { excess, .. } => Some(Help::SplitQuery).filter(|_| *excess != Excess::Ambiguous),
            Self::Memory { .. } => Some(Help::AllowMemory),
            Self::Syntax { fault, .. } => match fault {
                SyntaxFault::UnknownPrefix { meant: Some(meant), .. } => {
                    Some(Help::DidYouMean { name: format!("{meant}:") })
                }
                SyntaxFault::UnknownPrefix { prefix, meant: None } => {
                    Some(Help::DeclarePrefix { prefix: prefix.clone() })
                }
                SyntaxFault::Keyword { meant, .. } => Some(Help::DidYouMean { name: (*meant).to_owned() }),
                SyntaxFault::Update { .. } => Some(Help::AskWithSelect),
                SyntaxFault::Expected { .. }
                | SyntaxFault::EndBefore { .. }
                | SyntaxFault::Rule { .. }
                | SyntaxFault::End
                | SyntaxFault::Unexpected => None,
            },
            Self::Evaluation { .. }
            | Self::Cancelled
            | Self::GraphName { .. }
            | Self::Engine
            | Self::Format { .. }
            | Self::Start { .. }
            | Self::Write { .. } => None,
        }
    }
}
