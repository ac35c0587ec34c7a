use crate::{
    Diagnostic, Report, Severity,
    line::{Lines, MAX_LEN},
    portal::recommendations,
    read::{read_json_line, read_markdown, read_publication},
    walk::{SourceFile, Syntax, source_files},
};
use anslag_core::{Announcement, AnnouncementId, Publication, Status};
use jiff::{Timestamp, civil::Date};
use std::{
    collections::HashMap,
    fs::{self, File},
    hash::{DefaultHasher, Hasher},
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    sync::Arc,
};
use thiserror::Error;

/// A folder of source files, all of them read and found to be right.
///
/// It holds the publication, and of each announcement only what it is sorted by and where it stands: an announcement is
/// read again when it is wanted.
#[derive(Debug)]
pub struct Corpus {
    /// The publication, with its register.
    pub publication: Publication,
    files: Vec<SourceFile>,
    index: Vec<IndexEntry>,
}

/// What is known of an announcement without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    /// Its identity.
    pub id: AnnouncementId,
    /// When it was published.
    pub published: Timestamp,
    /// The day on which it was published, in the publication's time zone.
    pub published_date: Date,
    /// When it was last changed, else when it was published.
    pub updated: Timestamp,
    /// The day from which on it is no longer published, because it has expired.
    pub expires: Option<Date>,
    /// The day from which on it is no longer published, because it was withdrawn.
    pub withdrawn: Option<Date>,
    /// Whether it is a draft, which is never published.
    pub is_draft: bool,
    /// The announcement that it says in another language.
    pub translation_of: Option<AnnouncementId>,
    place: SourcePlace,
    /// A hash of its bytes, which tells whether they are still the same. It is the same in one run of the program only.
    hash: u64,
}

/// Where an announcement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SourcePlace {
    file: usize,
    /// In JSON Lines, the number of the line, its first byte and its length.
    line: usize,
    offset: u64,
    len: usize,
}

impl Corpus {
    /// Reads every source file of a folder once. What is wrong with them goes to the report, all of it; there is a
    /// corpus only where nothing is.
    ///
    /// The index is in the order in which announcements are published: by the instant, then by the id, oldest first.
    pub fn open(folder: &Path, report: &mut Report) -> Result<Option<Self>, OpenError> {
        let publication_file = folder.join("publication.toml");
        let register_file = folder.join("register.toml");
        let publication_bytes = read_required(&publication_file, report)?;
        let register_bytes = read_required(&register_file, report)?;
        let (Some(publication_bytes), Some(register_bytes)) = (publication_bytes, register_bytes) else {
            return Ok(None);
        };
        let publication = read_publication(
            (&publication_file.to_string_lossy(), &publication_bytes),
            (&register_file.to_string_lossy(), &register_bytes),
            report,
        );
        let Some(publication) = publication else { return Ok(None) };
        let mut corpus = Self { publication, files: source_files(&folder.join("announcements"))?, index: Vec::new() };
        corpus.read_all(report)?;
        corpus.index.sort_by(|a, b| (a.published, &a.id).cmp(&(b.published, &b.id)));
        Ok((report.errors() == 0).then_some(corpus))
    }

    /// Says what a data portal would say of the publication: see [`recommendations`].
    pub fn recommend(&self, folder: &Path, report: &mut Report) -> Result<(), OpenError> {
        let publication_file = folder.join("publication.toml");
        let register_file = folder.join("register.toml");
        let read = |path: &Path| fs::read(path).map_err(|error| OpenError::new("read", path, error));
        recommendations(
            &self.publication,
            (&publication_file.to_string_lossy(), &read(&publication_file)?),
            (&register_file.to_string_lossy(), &read(&register_file)?),
            report,
        );
        Ok(())
    }

    /// What is known of each announcement, oldest first.
    #[must_use]
    pub fn index(&self) -> &[IndexEntry] {
        &self.index
    }

    /// Reads an announcement again.
    pub fn read(&self, entry: &IndexEntry) -> Result<Announcement, ReadError> {
        let SourceFile { path, syntax } = &self.files[entry.place.file];
        let shown = path.to_string_lossy();
        let io = |source| ReadError::Io { path: path.clone(), source };
        let mut report = Report::default();
        let bytes = match syntax {
            Syntax::Markdown => read_file(path).map_err(io)?,
            Syntax::JsonLines => read_part(path, entry.place.offset, entry.place.len).map_err(io)?,
        };
        let announcement = match syntax {
            Syntax::Markdown => read_markdown(&shown, &bytes, &self.publication, &mut report),
            Syntax::JsonLines => read_json_line(&shown, entry.place.line, &bytes, &self.publication, &mut report),
        };
        announcement
            .filter(|announcement| self.entry(announcement, entry.place, &bytes) == *entry)
            .ok_or_else(|| ReadError::Changed { path: path.clone() })
    }

    fn read_all(&mut self, report: &mut Report) -> Result<(), OpenError> {
        // Which announcement an id was given to first: two would have one IRI.
        let mut seen = HashMap::new();
        let mut index = Vec::new();
        for (number, SourceFile { path, syntax }) in self.files.iter().enumerate() {
            let shown = path.to_string_lossy();
            let mut add = |announcement: &Announcement, place: SourcePlace, bytes: &[u8], report: &mut Report| {
                let entry = self.entry(announcement, place, bytes);
                let first = *seen.entry(entry.id.clone()).or_insert(place);
                if first != place {
                    report.add(self.duplicate(&entry, first));
                }
                index.push(entry);
            };
            match syntax {
                Syntax::Markdown => {
                    let bytes = read_file(path).map_err(|error| OpenError::new("read", path, error))?;
                    if bytes.len() as u64 > MAX_LEN {
                        report.add(too_long(&shown, "the file"));
                    } else if let Some(read) = read_markdown(&shown, &bytes, &self.publication, report) {
                        add(&read, SourcePlace { file: number, line: 0, offset: 0, len: 0 }, &bytes, report);
                    }
                }
                Syntax::JsonLines => {
                    let file = File::open(path).map_err(|error| OpenError::new("open", path, error))?;
                    let mut lines = Lines::new(BufReader::with_capacity(1 << 16, file));
                    while let Some(line) = lines.next().map_err(|error| OpenError::new("read", path, error))? {
                        let Some(bytes) = line.bytes else {
                            report.add(too_long(&shown, &format!("line {}", line.number)));
                            continue;
                        };
                        if bytes.trim_ascii().is_empty() {
                            continue;
                        }
                        if let Some(read) = read_json_line(&shown, line.number, bytes, &self.publication, report) {
                            let (line, offset) = (line.number, line.offset);
                            add(&read, SourcePlace { file: number, line, offset, len: bytes.len() }, bytes, report);
                        }
                    }
                }
            }
        }
        self.index = index;
        Ok(())
    }

    fn entry(&self, announcement: &Announcement, place: SourcePlace, bytes: &[u8]) -> IndexEntry {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        let zone = &self.publication.zone;
        IndexEntry {
            id: announcement.id.clone(),
            published: announcement.published.instant(zone),
            published_date: announcement.published.date(zone),
            updated: announcement.updated().instant(zone),
            expires: announcement.expires.map(|expires| expires.date(zone)),
            withdrawn: announcement.status.withdrawn().map(|withdrawn| withdrawn.date(zone)),
            is_draft: announcement.status == Status::Draft,
            translation_of: announcement.translation_of.clone(),
            place,
            hash: hasher.finish(),
        }
    }

    fn duplicate(&self, entry: &IndexEntry, first: SourcePlace) -> Diagnostic {
        let shown = |place: SourcePlace| {
            let path = self.files[place.file].path.to_string_lossy().into_owned();
            if place.line == 0 { path } else { format!("{path}:{}", place.line) }
        };
        let message = format!("the id {} is that of {} already", entry.id, shown(first));
        let help = "give one of the two another id: an id is an address, and stays with its announcement for ever";
        Diagnostic::of_file(Severity::Error, &Arc::from(shown(entry.place)), &message, Some(help))
    }
}

/// Reads a file; of one that is too long for an announcement only so much that it shows.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_LEN + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a part of a file; less of it where the file has become shorter.
fn read_part(path: &Path, offset: u64, len: usize) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::with_capacity(len);
    file.take(len as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a file that every publication has; where there is none, that is told to the report.
fn read_required(path: &Path, report: &mut Report) -> Result<Option<Vec<u8>>, OpenError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.parent().is_some_and(Path::is_dir) => {
            let shown = Arc::from(path.to_string_lossy());
            let help = "every publication has it; copy the one of the example, and change it";
            report.add(Diagnostic::of_file(Severity::Error, &shown, "there is no such file", Some(help)));
            Ok(None)
        }
        Err(error) => Err(OpenError::new("read", path, error)),
    }
}

fn too_long(path: &str, what: &str) -> Diagnostic {
    let message = format!("{what} is longer than {} MiB, which no announcement is", MAX_LEN >> 20);
    let help = "write one announcement a file, or one a line of JSON Lines";
    Diagnostic::of_file(Severity::Error, &Arc::from(path), &message, Some(help))
}

/// A source file or folder that could not be read.
#[derive(Debug, Error)]
#[error("cannot {attempt} {}", path.display())]
pub struct OpenError {
    /// What was attempted.
    attempt: &'static str,
    /// On what.
    path: PathBuf,
    /// Why it failed.
    source: io::Error,
}

impl OpenError {
    pub(crate) fn new(attempt: &'static str, path: &Path, source: io::Error) -> Self {
        Self { attempt, path: path.to_path_buf(), source }
    }
}

/// An announcement that could not be read again.
#[derive(Debug, Error)]
pub enum ReadError {
    /// Its file could not be read.
    #[error("cannot read {} again", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Its file is no longer what it was.
    #[error("{} was changed while it was being published; publish again", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
}
