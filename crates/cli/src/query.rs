use crate::{
    arguments::QueryOptions,
    dump,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::{Printer, print_line},
};
use anslag_store::{DumpError, Embedded, QueryError};
use anslag_wording::{Language, wording};
use std::{
    fs,
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    time::Duration,
};
use thiserror::Error;

/// How the files of queries end.
const EXTENSION: &str = "rq";

/// Answers a query, or lists those that there are.
pub(crate) fn run(options: &QueryOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let folder = options.data.path.join("queries");
    if options.list {
        for (name, title) in list(&folder, printer.language)? {
            print_line(&mut anstream::stdout(), &format!("{name:20} {title}"));
        }
        return Ok(Exit::Success);
    }
    let (name, text) = text(options, &folder)?;
    let (_, dump) = dump::find(&options.out.path)?;
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

/// The query, and what it is called in messages.
fn text(options: &QueryOptions, folder: &Path) -> Result<(String, String), TextError> {
    let path = match (&options.query, &options.file, &options.name) {
        (Some(query), ..) => return Ok(("<query>".to_owned(), query.clone())),
        (None, Some(file), _) => file.clone(),
        (None, None, name) => {
            let name = name.clone().unwrap_or_default();
            let path = folder.join(&name).with_extension(EXTENSION);
            if name.contains(['/', '\\']) || !path.is_file() {
                return Err(TextError::UnknownName { name });
            }
            path
        }
    };
    let text = read(&path)?;
    Ok((path.display().to_string(), text))
}

/// The queries of a folder by their names, each with its title: its first line, in English, or a later one that begins with
/// the language.
fn list(folder: &Path, language: Language) -> Result<Vec<(String, String)>, TextError> {
    let unread = |source| TextError::Read { path: folder.to_path_buf(), source };
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

fn read(path: &Path) -> Result<String, TextError> {
    fs::read_to_string(path).map_err(|source| TextError::Read { path: path.to_path_buf(), source })
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
    /// A query that could not be read.
    #[derive(Debug, Error)]
    enum TextError {
        UnknownName { name: String }
            en("unknown query `{name}`")
            sv("okänd fråga `{name}`"),
        Read { path: PathBuf, source: io::Error }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
    }
}

impl Fatal for TextError {
    fn code(&self) -> FatalCode {
        match self {
            Self::UnknownName { .. } => FatalCode::UnknownQuery,
            Self::Read { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::UnknownName { .. } => Some(Help::ListQueries),
            Self::Read { .. } => None,
        }
    }
}

impl Fatal for QueryError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Syntax { .. } => FatalCode::InvalidQuery,
            Self::Evaluation { .. } => FatalCode::FailedQuery,
            Self::Format { .. } => FatalCode::InvalidOption,
            Self::Timeout { .. } => FatalCode::QueryTimeout,
            Self::Write { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        None
    }
}
