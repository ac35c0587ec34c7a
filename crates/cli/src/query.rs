use crate::{
    arguments::QueryOptions,
    exit::{Exit, Failure},
    load::of_dump,
    printer::{Printer, print_line},
    published::{self, Published},
};
use anslag_store::{DumpError, Embedded, QueryError};
use anslag_wording::{Language, wording};
use std::{
    error::Error,
    fs,
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    time::Duration,
};

/// How the files of queries end.
const EXTENSION: &str = "rq";

/// Answers a query, or lists those that there are.
pub(crate) fn run(options: &QueryOptions, printer: Printer) -> Result<Exit, Failure> {
    let folder = options.data.path.join("queries");
    if options.list {
        for (name, title) in list(&folder, printer.language)? {
            print_line(&mut anstream::stdout(), &format!("{name:20} {title}"));
        }
        return Ok(Exit::Success);
    }
    let (name, text) = text(options, &folder)?;
    let Published { dump, .. } = published::find(&options.out.path)?;
    let embedded = fill(options, &dump)?;
    let stdout = io::stdout();
    let asked = anslag_store::QueryOptions {
        format: options.format,
        is_for_people: stdout.is_terminal(),
        timeout: options.timeout.map(|seconds| Duration::from_secs(seconds.get().into())),
        limit: options.limit,
    };
    let answered = anslag_store::query(&embedded, &text, asked, BufWriter::new(stdout))
        .and_then(|(answered, mut out)| out.flush().map(|()| answered).map_err(|source| QueryError::Write { source }));
    match answered {
        Ok(answered) => {
            if answered.is_cut {
                printer.status(&Notice::Cut { count: answered.count });
            }
            Ok(Exit::Success)
        }
        // Who reads has seen enough.
        Err(QueryError::Write { source }) if source.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Success),
        Err(error @ QueryError::Syntax { place: Some(place), .. }) => {
            printer.error_at(&error, &name, &text, place);
            Ok(Exit::Input)
        }
        Err(error) => Err(QueryFailure::Query { error }.into()),
    }
}

#[cfg(not(feature = "disk"))]
fn fill(_: &QueryOptions, dump: &anslag_store::Dump) -> Result<Embedded, QueryFailure> {
    Embedded::in_memory(dump).map_err(|error| QueryFailure::Dump { error })
}

#[cfg(feature = "disk")]
fn fill(options: &QueryOptions, dump: &anslag_store::Dump) -> Result<Embedded, QueryFailure> {
    let embedded = match &options.store {
        Some(folder) => Embedded::on_disk(folder, dump),
        None => Embedded::in_memory(dump),
    };
    embedded.map_err(|error| QueryFailure::Dump { error })
}

/// The query, and what it is called in messages.
fn text(options: &QueryOptions, folder: &Path) -> Result<(String, String), QueryFailure> {
    let path = match (&options.query, &options.file, &options.name) {
        (Some(query), ..) => return Ok(("<query>".to_owned(), query.clone())),
        (None, Some(file), _) => file.clone(),
        (None, None, name) => {
            let name = name.clone().unwrap_or_default();
            let path = folder.join(&name).with_extension(EXTENSION);
            if name.contains(['/', '\\']) || !path.is_file() {
                return Err(QueryFailure::NoSuchQuery { name, folder: folder.display().to_string() });
            }
            path
        }
    };
    let text = read(&path)?;
    Ok((path.display().to_string(), text))
}

/// The queries of a folder by their names, each with its title: its first line, in English, or a later one that begins with
/// the language.
fn list(folder: &Path, language: Language) -> Result<Vec<(String, String)>, QueryFailure> {
    let unread = |source| QueryFailure::Read { path: folder.to_path_buf(), source };
    let mut queries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.extension().is_some_and(|extension| extension == EXTENSION) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            queries.push((name, title(&read(&path)?, language)));
        }
    }
    queries.sort();
    Ok(queries)
}

/// A query's title in a language: the comment `# sv: …`, or else the first comment.
fn title(text: &str, language: Language) -> String {
    let comments = || text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
    let mark = |language: Language| format!("{}: ", language.tag());
    let own = comments().find_map(|comment| comment.strip_prefix(&mark(language)));
    let title = own.or_else(|| comments().find_map(|comment| comment.strip_prefix(&mark(Language::English))));
    title.or_else(|| comments().next()).unwrap_or_default().chars().filter(|c| !c.is_control()).collect()
}

fn read(path: &Path) -> Result<String, QueryFailure> {
    fs::read_to_string(path).map_err(|source| QueryFailure::Read { path: path.to_path_buf(), source })
}

wording! {
    /// What is said beside an answer.
    enum Notice {
        Cut { count: usize }
            en("there is more than these {count}: --limit has cut it off")
            sv("det finns mer än dessa {count}: --limit har satt en gräns"),
    }
}

wording! {
    /// Why a query was not answered.
    #[derive(Debug)]
    pub(crate) enum QueryFailure {
        NoSuchQuery { name: String, folder: String }
            en("there is no query {name} in {folder}; help: `anslag query --list` names those that there are")
            sv("det finns ingen fråga {name} i {folder}; hjälp: `anslag query --list` nämner dem som finns"),
        Read { path: PathBuf, source: io::Error }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        Dump { error: DumpError }
            en("{error}")
            sv("{error}"),
        Query { error: QueryError }
            en("{error}")
            sv("{error}"),
    }
}

impl QueryFailure {
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::NoSuchQuery { .. } => Exit::Usage,
            Self::Read { .. } => Exit::Io,
            Self::Dump { error } => of_dump(error),
            Self::Query { error } => match error {
                QueryError::Syntax { .. } | QueryError::Evaluation { .. } => Exit::Input,
                QueryError::Format { .. } => Exit::Usage,
                QueryError::Timeout { .. } | QueryError::Write { .. } => Exit::Io,
            },
        }
    }
}

impl Error for QueryFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoSuchQuery { .. } => None,
            Self::Read { source, .. } => Some(source),
            Self::Dump { error } => error.source(),
            Self::Query { error } => error.source(),
        }
    }
}
