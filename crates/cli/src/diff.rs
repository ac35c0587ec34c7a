use crate::{
    arguments::DiffOptions,
    changes::Changes,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    published::{manifest, missing},
};
use anslag_core::{AsOf, Format};
use anslag_diff::Former;
use anslag_publish::{Manifest, Plan, json_lines};
use anslag_source::{Corpus, Opening, Report};
use anslag_wording::wording;
use jiff::Timestamp;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
};
use thiserror::Error;

/// File of the JSON Lines of a publication.
const LINES: &str = "data/announcements.jsonl";

/// Compares two published or data directories, and prints what differs by announcement and field.
pub(crate) fn run(options: &DiffOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let as_of = options.as_of.unwrap_or_else(|| Timestamp::now().into());
    let (old, new) = (State::open(&options.old, as_of, printer)?, State::open(&options.new, as_of, printer)?);
    let (Some(old), Some(new)) = (old, new) else { return Ok(Exit::Input) };
    let names = [old.name(&options.old), new.name(&options.new)];
    let mut changes = Changes::new(Former::new(old.into_file()?, names)?, printer);
    new.for_each(|line| changes.compare(line))?;
    changes.finish()?;
    Ok(Exit::Success)
}

/// Opens the announcements of a publication; `None` if the directory has none yet.
pub(crate) fn open_published(out: &Path) -> Result<Option<File>, Box<dyn Fatal>> {
    if !out.join(Manifest::NAME).exists() {
        return Ok(None);
    }
    let (manifest, _) = manifest(out)?;
    if !manifest.files.contains_key(LINES) {
        return Err(StateError::NoLines { directory: out.display().to_string() }.into());
    }
    let path = out.join(LINES);
    File::open(&path).map(Some).map_err(|source| StateError::Io { path, source }.into())
}

/// Returns the name of the announcements of a publication.
pub(crate) fn name_of_lines(out: &Path) -> String {
    out.join(LINES).display().to_string()
}

/// Makes a file that has no name, so that it disappears with the program.
pub(crate) fn temporary_file() -> Result<File, Box<dyn Fatal>> {
    Ok(tempfile::tempfile().map_err(|source| StateError::Temporary { source })?)
}

/// Announcements of a directory.
enum State {
    /// Those that were published.
    Published { path: PathBuf, file: File },
    /// Those that an export of the data would publish.
    Data(Box<(Corpus, Plan)>),
}

impl State {
    /// Opens a directory. Prints the problems of data with errors, and returns `None`.
    fn open(directory: &Path, as_of: AsOf, printer: Printer) -> Result<Option<Self>, Box<dyn Fatal>> {
        if !directory.join("publication.toml").exists() {
            let file = open_published(directory)?.ok_or_else(|| missing(directory))?;
            return Ok(Some(Self::Published { path: directory.join(LINES), file }));
        }
        let mut report = Report::default();
        let corpus = Corpus::open_with(directory, Opening { as_of: Some(as_of), ..Opening::default() }, &mut report)?;
        let Some(corpus) = corpus else {
            printer.report(&report);
            return Ok(None);
        };
        let plan = Plan::new(&corpus, as_of)?;
        Ok(Some(Self::Data(Box::new((corpus, plan)))))
    }

    /// Returns its name in messages.
    fn name(&self, directory: &Path) -> String {
        match self {
            Self::Published { path, .. } => path.display().to_string(),
            Self::Data(_) => directory.display().to_string(),
        }
    }

    /// Returns its lines as a file, which disappears with the program if it is a new one.
    fn into_file(self) -> Result<File, Box<dyn Fatal>> {
        match self {
            Self::Published { file, .. } => Ok(file),
            Self::Data(_) => {
                let mut file = temporary_file()?;
                self.for_each(|line| Ok(file.write_all(line).map_err(|source| StateError::Temporary { source })?))?;
                Ok(file)
            }
        }
    }

    /// Hands over each line.
    fn for_each(self, mut each: impl FnMut(&[u8]) -> Result<(), Box<dyn Fatal>>) -> Result<(), Box<dyn Fatal>> {
        match self {
            Self::Data(data) => json_lines(&data.0, &data.1).try_for_each(|line| each(&line?)),
            Self::Published { path, file } => {
                let mut file = BufReader::with_capacity(1 << 16, file);
                let mut line = Vec::new();
                loop {
                    line.clear();
                    let read = file.read_until(b'\n', &mut line);
                    match read.map_err(|source| StateError::Io { path: path.clone(), source })? {
                        0 => return Ok(()),
                        _ => each(&line)?,
                    }
                }
            }
        }
    }
}

wording! {
    /// Reason why the announcements of a directory cannot be compared.
    #[derive(Debug, Error)]
    enum StateError {
        NoLines { directory: String }
            en("no {LINES} in {directory}")
            sv("ingen {LINES} i {directory}"),
        Io { path: PathBuf, #[source] source: io::Error }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        Temporary { #[source] source: io::Error }
            en("cannot write a temporary file")
            sv("det går inte att skriva en tillfällig fil"),
    }
}

impl Fatal for StateError {
    fn code(&self) -> FatalCode {
        match self {
            Self::NoLines { .. } => FatalCode::MissingDump,
            Self::Io { .. } | Self::Temporary { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::NoLines { .. } => Some(Help::ExportFormat { format: Format::JsonLines.spec().key }),
            Self::Io { .. } | Self::Temporary { .. } => None,
        }
    }
}
