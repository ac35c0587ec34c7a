use crate::{ServeError, rule::DOCUMENTS};
use anslag_core::{Base, Moment, Zone};
use anslag_publish::{Digest, FileEntry, Manifest, RecordLine};
use anslag_rdf::subjects_of_turtle;
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    fs::{File, Metadata},
    io::{self, Read},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

/// One publication, opened once.
///
/// Its files stay those of this publication, also while an export exchanges the directory: they are opened below the directory's
/// handle. Once the export has deleted the former directory, they are not found.
#[derive(Debug)]
pub struct Edition {
    folder: Folder,
    manifest: Manifest,
    base: Base,
    zone: Zone,
    stamp: Stamp,
    /// Path of the base on its host, with both slashes.
    root: String,
    /// Languages of the pages in folders of their own.
    languages: Vec<String>,
    /// Moment of the last change of each published announcement, by its id.
    published: HashMap<Box<str>, SystemTime>,
    /// Moment of the last change of the whole publication: its day, or a change on that day.
    modified: SystemTime,
    /// Moment at which it was opened.
    opened: SystemTime,
    /// Entry of the manifest itself.
    own: FileEntry,
    /// IRIs that documents describe, by the documents' paths.
    subjects: Mutex<HashMap<String, Subjects>>,
}

/// IRIs that a document describes; `None` if the document is none of ours.
type Subjects = Option<Arc<HashSet<String>>>;

/// Beginning of the path of the stylesheet of feeds.
const FEED_STYLESHEET: &str = "style/feed-";

/// Identity of a manifest's file, by which an exchange is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    file: u64,
    modified: Option<SystemTime>,
    len: u64,
}

impl Edition {
    /// Opens the publication in a directory.
    pub fn open(path: &Path) -> Result<Self, ServeError> {
        let unreadable = |source: io::Error| ServeError::Unreadable { path: path.to_path_buf(), source };
        let missing = || ServeError::NoPublication { path: path.to_path_buf() };
        let folder = Folder::open(path).map_err(unreadable)?;
        let mut file = folder.open_file(Manifest::NAME).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => missing(),
            _ => unreadable(error),
        })?;
        let metadata = file.metadata().map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(missing());
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(unreadable)?;
        let manifest = Manifest::parse(&bytes).ok_or_else(missing)?;
        let base = Base::new(&manifest.base).map_err(|_| missing())?;
        let root = base.path_of(base.iri()).unwrap_or("/").to_owned();
        let languages = languages(&manifest);
        let zone = Zone::new(&manifest.timezone).or_else(|_| Zone::new("UTC")).map_err(|_| missing())?;
        let mut edition = Self {
            stamp: Stamp::of(&metadata),
            published: HashMap::new(),
            modified: SystemTime::UNIX_EPOCH,
            opened: system_time(Timestamp::now()),
            own: FileEntry { sha256: Digest::of(&bytes), size: metadata.len() },
            subjects: Mutex::default(),
            folder,
            manifest,
            base,
            zone,
            root,
            languages,
        };
        edition.published = edition.read_record().map_err(unreadable)?;
        edition.modified =
            edition.published.values().copied().chain([edition.day_start()]).max().unwrap_or(edition.modified);
        Ok(edition)
    }

    /// Reads when each published announcement was last changed.
    fn read_record(&self) -> io::Result<HashMap<Box<str>, SystemTime>> {
        let mut record = String::new();
        if self.entry(RecordLine::PATH).is_some() {
            self.open_file(RecordLine::PATH)?.read_to_string(&mut record)?;
        }
        let line = |line| {
            let RecordLine { id, updated, .. } = RecordLine::parse(line)?;
            Some((id.into(), moment(&updated, &self.zone)?))
        };
        Ok(record.lines().filter_map(line).collect())
    }

    /// Returns when a published announcement was last changed; `None` if none has the id.
    pub(crate) fn published(&self, id: &str) -> Option<SystemTime> {
        self.published.get(id).copied()
    }

    /// Returns the beginning of the day whose state is published.
    pub(crate) fn day_start(&self) -> SystemTime {
        moment(&self.manifest.as_of, &self.zone).unwrap_or(SystemTime::UNIX_EPOCH)
    }

    /// Returns when the publication was last changed.
    pub(crate) fn modified(&self) -> SystemTime {
        self.modified
    }

    /// Returns when the publication was opened. It was not changed after that.
    pub(crate) fn opened(&self) -> SystemTime {
        self.opened
    }

    /// Returns the path of the base on its host, with both slashes.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// Returns the decoded path of the base: `ö` and `%C3%B6` are one path.
    pub(crate) fn decoded_root(&self) -> Cow<'_, str> {
        percent_decode_str(&self.root).decode_utf8_lossy()
    }

    /// Returns the languages of the pages that are in folders of their own.
    pub(crate) fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Returns the IRIs that a Turtle document of the publication describes; `None` if it is none of ours.
    pub(crate) fn subjects(&self, path: &str) -> io::Result<Subjects> {
        if let Some(known) = self.subjects.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Ok(known.clone());
        }
        let mut turtle = Vec::new();
        self.open_file(path)?.read_to_end(&mut turtle)?;
        let subjects = subjects_of_turtle(&turtle).map(Arc::new);
        // There are as many announcements as there are, but few shared documents.
        if !path.starts_with(DOCUMENTS) {
            let mut known = self.subjects.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(path.to_owned(), subjects.clone());
        }
        Ok(subjects)
    }

    /// Returns its manifest.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Returns the address that every IRI begins with.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// Returns the entry of a file in the manifest, or of the manifest itself.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&FileEntry> {
        if name == Manifest::NAME { Some(&self.own) } else { self.manifest.files.get(name) }
    }

    /// Returns the path of the stylesheet of pages, if the publication has pages.
    #[must_use]
    pub fn stylesheet(&self) -> Option<&str> {
        let is_stylesheet = |path: &&str| path.starts_with("style/") && !path.starts_with(FEED_STYLESHEET);
        self.manifest.files.keys().map(|path| &**path).find(is_stylesheet)
    }

    /// Opens a file of the manifest. Fails if the file is not as long as the manifest says.
    pub fn open_file(&self, name: &str) -> io::Result<File> {
        let entry = self.entry(name).ok_or(io::ErrorKind::NotFound)?;
        let file = self.folder.open_file(name)?;
        let found = file.metadata()?;
        if found.is_file() && found.len() == entry.size { Ok(file) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.stamp
    }
}

/// Returns a moment as HTTP has it; of a day, its beginning.
fn moment(text: &str, zone: &Zone) -> Option<SystemTime> {
    Moment::parse(text, zone).ok().map(|moment| system_time(moment.instant(zone)))
}

/// Returns a moment as HTTP has it: in whole seconds, and never before 1970.
fn system_time(moment: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(moment.as_second().try_into().unwrap_or(0))
}

/// Returns the languages whose folders hold a first page.
fn languages(manifest: &Manifest) -> Vec<String> {
    let language = |path: &str| {
        let folder = path.strip_suffix("/index.html")?;
        let is_tag = matches!(folder.len(), 2 | 3) && folder.bytes().all(|byte| byte.is_ascii_lowercase());
        (is_tag && folder != "def").then(|| folder.to_owned())
    };
    manifest.files.keys().filter_map(|path| language(path)).collect()
}

impl Stamp {
    /// Returns the stamp of a manifest's file.
    pub(crate) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let file = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let file = 0;
        Self { file, modified: metadata.modified().ok(), len: metadata.len() }
    }
}

/// Handle of a directory.
#[cfg(unix)]
#[derive(Debug)]
struct Folder(std::os::fd::OwnedFd);

#[cfg(unix)]
impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        File::open(path).map(|folder| Self(folder.into()))
    }

    fn open_file(&self, name: &str) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, openat};
        // A pipe in place of a file would keep the thread waiting.
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
        Ok(openat(&self.0, name, flags, Mode::empty())?.into())
    }
}

/// Path of a directory. Other systems do not open a file below a handle without unsafe code.
#[cfg(not(unix))]
#[derive(Debug)]
struct Folder(std::path::PathBuf);

#[cfg(not(unix))]
impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        path.canonicalize().map(Self)
    }

    fn open_file(&self, name: &str) -> io::Result<File> {
        File::open(self.0.join(name))
    }
}
