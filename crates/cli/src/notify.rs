use crate::{
    arguments::NotifyOptions,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    published,
    summary::Summary,
};
use anslag_hub::{Hub, NotifyError, Retry};
use anslag_publish::{Attempt, Digest};
use anslag_source::read_regular;
use anslag_wording::wording;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Maximum length of the record, in bytes.
const MAX_STATE: u64 = 16 << 20;

/// Record of what a hub has been told: the digests of the feeds' current pages.
#[derive(Debug, Default, Serialize, Deserialize)]
struct State {
    hub: String,
    feeds: BTreeMap<String, Digest>,
}

/// Notifies the hub of each feed that has changed since the hub was last told of it.
pub(crate) fn run(options: &NotifyOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let out = &options.out.path;
    let (manifest, base) = published::manifest(out)?;
    let Some(hub) = &manifest.hub else {
        printer.result(&Summary::NoHub);
        return Ok(Exit::Success);
    };
    let file = match &options.state {
        Some(file) => file.clone(),
        None => beside(out).map_err(|source| StateError::new(Attempt::FindPlaceBeside, out, source))?,
    };
    let mut state = read(&file)?;
    if state.hub != *hub {
        state = State { hub: hub.clone(), feeds: BTreeMap::new() };
    }
    state.feeds.retain(|path, _| manifest.files.contains_key(path.as_str()));
    let is_known = |path: &str, digest: Digest| state.feeds.get(path) == Some(&digest);
    let changed: Vec<(&str, Digest)> = manifest
        .feeds()
        .map(|(path, _, file)| (path, file.sha256))
        .filter(|(path, digest)| !is_known(path, *digest))
        .collect();

    let asked = Hub::new(hub, Retry::default(), options.proxy.proxies());
    let mut failures = Vec::new();
    let mut count = 0;
    for (path, digest) in changed {
        match asked.notify(base.file(path).as_str()) {
            Ok(()) => {
                state.feeds.insert(path.to_owned(), digest);
                count += 1;
            }
            Err(failure) => {
                let is_last = failure.concerns_every_feed();
                failures.push(failure);
                if is_last {
                    break;
                }
            }
        }
    }
    // After a failure too: a feed that the hub was told of is not told again.
    write(&file, &state).map_err(|source| StateError::new(Attempt::Write, &file, source))?;
    printer.result(&Summary::Notified { hub: hub.clone(), count });
    for failure in &failures {
        printer.error(failure);
    }
    Ok(if failures.is_empty() { Exit::Success } else { Exit::Io })
}

/// Returns the path of the record beside a published directory.
fn beside(folder: &Path) -> io::Result<PathBuf> {
    let folder = fs::canonicalize(folder)?;
    let name = folder.file_name().unwrap_or(OsStr::new("dist")).to_string_lossy();
    Ok(folder.with_file_name(format!(".{name}.notified.json")))
}

/// Reads the record; it is empty if the file does not exist or is not ours.
fn read(file: &Path) -> Result<State, StateError> {
    match read_regular(file, MAX_STATE) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(State::default()),
        Err(source) => Err(StateError::new(Attempt::Read, file, source)),
    }
}

/// Replaces the record atomically.
fn write(file: &Path, state: &State) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // `new_in` would put the random path into the error of the operating system.
    let create = |path: &Path| File::options().write(true).create_new(true).open(path);
    let mut new = tempfile::Builder::new().make_in(folder, create)?;
    serde_json::to_writer_pretty(&mut new, state)?;
    new.write_all(b"\n")?;
    new.persist(file)?;
    Ok(())
}

wording! {
    /// A file of what the hub was told that could not be read or written.
    #[derive(Debug, Error)]
    enum StateError {
        Io { attempt: Attempt, path: PathBuf, source: io::Error }
            en("cannot {attempt} {}", path.display())
            sv("det går inte att {attempt} {}", path.display()),
    }
}

impl StateError {
    fn new(attempt: Attempt, path: &Path, source: io::Error) -> Self {
        Self::Io { attempt, path: path.to_path_buf(), source }
    }
}

impl Fatal for StateError {
    fn code(&self) -> FatalCode {
        FatalCode::IoError
    }

    fn help(&self) -> Option<Help> {
        Some(Help::MakeStateWritable)
    }
}

impl Fatal for NotifyError {
    fn code(&self) -> FatalCode {
        FatalCode::HubError
    }

    fn help(&self) -> Option<Help> {
        Some(match self {
            Self::Unreachable { fault, .. } => Help::for_fault(fault).unwrap_or(Help::NotifyAgain),
            Self::Busy { .. } => Help::NotifyAgain,
            Self::Refused { .. } => Help::CheckHub,
        })
    }
}
