use crate::{
    Diagnostic, IndexEntry, Place, Report, Severity,
    fields::did_you_mean,
    finding::Findings,
    known::{Known, KnownSources},
    line::MAX_LEN,
    message::{Help, Message},
    portal::recommendations,
    read::{parse_json_line, parse_markdown, read_publication},
    reading::{read_sources, sources_now},
    walk::{SourceFile, Syntax, source_files, unreadable},
};
use anslag_core::{Announcement, AnnouncementId, Fingerprint, LanguageTag, Publication};
use anslag_spool::{Records, read_exact_at};
use anslag_wording::wording;
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use thiserror::Error;

/// A folder of source files, all of them read and found to be right.
///
/// It holds the publication, and in a file without a name an index of the announcements, of each what it is sorted and
/// chosen by and where it stands: an announcement is read again when it is wanted, and memory does not grow with them.
#[derive(Debug)]
pub struct Corpus {
    /// The publication, with its register.
    pub publication: Publication,
    /// What announcements that are no drafts make use of.
    pub used: Used,
    configuration: Fingerprint,
    sources: Fingerprint,
    files: Vec<SourceFile>,
    count: usize,
    index: Records,
    /// The file that was read from last, with its number.
    last_file: Mutex<Option<(usize, Arc<File>)>>,
}

/// What announcements make use of, whether they are published yet or no longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Their languages.
    pub languages: BTreeSet<LanguageTag>,
    /// Those who publish or are responsible for them, as numbers in the register's order of organisations.
    pub organizations: BTreeSet<u32>,
}

/// How a corpus is opened.
#[derive(Debug)]
pub struct Opening {
    /// How many threads read.
    pub threads: NonZeroUsize,
    /// What is known of sources from an earlier reading.
    pub known: Option<Known>,
}

impl Default for Opening {
    /// A thread for each core, and nothing known.
    fn default() -> Self {
        Self { threads: anslag_pipeline::cores(), known: None }
    }
}

impl Corpus {
    /// Reads every source file of a folder. What is wrong with them goes to the report, all of it; there is a corpus only
    /// where nothing is.
    pub fn open(folder: &Path, report: &mut Report) -> Result<Option<Self>, OpenError> {
        Self::open_with(folder, Opening::default(), report)
    }

    /// Does the same in a certain way. Warnings are given of those sources only that are not known already.
    pub fn open_with(folder: &Path, opening: Opening, report: &mut Report) -> Result<Option<Self>, OpenError> {
        let Some((publication, configuration)) = configuration(folder, report)? else { return Ok(None) };
        let known = opening.known.and_then(|known| KnownSources::new(known, configuration));
        let files = source_files(&folder.join("announcements"), report);
        let noted = read_sources(&publication, &files, known.as_ref(), opening.threads, report);
        let corpus = noted.and_then(|mut noted| {
            let naming_nothing = noted.naming_nothing(&publication.zone, Report::KEPT)?;
            let same_ids = noted.same_ids(&publication.zone)?;
            let corpus = Self {
                used: std::mem::take(&mut noted.used),
                configuration,
                sources: noted.sources,
                files,
                count: noted.count(),
                index: noted.sorted(&publication.zone)?,
                publication,
                last_file: Mutex::default(),
            };
            corpus.refuse_duplicates(&same_ids, report)?;
            corpus.warn_of_names(&naming_nothing, report)?;
            Ok(corpus)
        });
        let corpus = corpus.map_err(|source| OpenError::Index { source })?;
        Ok((report.errors() == 0).then_some(corpus))
    }

    /// Says what a data portal would say of the publication: see [`recommendations`].
    pub fn recommend(&self, folder: &Path, report: &mut Report) -> Result<(), OpenError> {
        let publication_file = folder.join("publication.toml");
        let register_file = folder.join("register.toml");
        let read =
            |path: &Path| fs::read(path).map_err(|error| OpenError::Io { path: path.to_path_buf(), source: error });
        recommendations(
            &self.publication,
            (&publication_file.to_string_lossy(), &read(&publication_file)?),
            (&register_file.to_string_lossy(), &read(&register_file)?),
            report,
        );
        Ok(())
    }

    /// How many announcements there are, published or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// What is known of each announcement, in the order in which they are published: by the instant, then by the id,
    /// oldest first.
    pub fn index(&self) -> impl Iterator<Item = Result<IndexEntry, ReadError>> + Send {
        self.index.iter().map(|record| {
            let entry = record.and_then(|(_, bytes)| IndexEntry::from_bytes(&bytes, &self.publication.zone));
            entry.map_err(|source| ReadError::Index { source })
        })
    }

    /// The index as it is kept, for a later [`Known`].
    #[must_use]
    pub fn index_records(&self) -> &Records {
        &self.index
    }

    /// What the sources were read with: the files of the publication and of the register.
    #[must_use]
    pub fn configuration(&self) -> Fingerprint {
        self.configuration
    }

    /// What tells whether a folder still holds what was read of it; compare it with [`fingerprint`].
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&(self.configuration, self.sources))
    }

    /// Reads an announcement again.
    pub fn read(&self, entry: &IndexEntry) -> Result<Announcement, ReadError> {
        let SourceFile { path, syntax } = &self.files[entry.place.file];
        let bytes = self.read_bytes(entry).map_err(|source| ReadError::Io { path: path.clone(), source })?;
        let shown = path.to_string_lossy();
        let (announcement, _) = match syntax {
            Syntax::Markdown => parse_markdown(&shown, &bytes, &self.publication),
            Syntax::JsonLines => parse_json_line(&bytes, &self.publication),
        };
        let is_same = syntax.fingerprint(path, &bytes) == entry.source;
        announcement.filter(|_| is_same).ok_or_else(|| ReadError::Changed { path: path.clone() })
    }

    fn read_bytes(&self, entry: &IndexEntry) -> io::Result<Vec<u8>> {
        let place = entry.place;
        let SourceFile { path, syntax } = &self.files[place.file];
        match syntax {
            Syntax::Markdown => read_file(path),
            Syntax::JsonLines => {
                let mut bytes = vec![0; place.len];
                match read_exact_at(&*self.file(place.file)?, &mut bytes, place.offset) {
                    // It has become shorter, and so has another content.
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Vec::new()),
                    read => read.map(|()| bytes),
                }
            }
        }
    }

    /// A source file, opened.
    fn file(&self, number: usize) -> io::Result<Arc<File>> {
        let mut last = self.last_file.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((open, file)) if *open == number => Ok(Arc::clone(file)),
            _ => {
                let file = Arc::new(File::open(&self.files[number].path)?);
                *last = Some((number, Arc::clone(&file)));
                Ok(file)
            }
        }
    }

    /// Refuses announcements with the id of an earlier one: two would have one IRI. In each group are those whose ids may
    /// be the same.
    fn refuse_duplicates(&self, groups: &[Vec<IndexEntry>], report: &mut Report) -> io::Result<()> {
        for group in groups {
            for (at, entry) in group.iter().enumerate() {
                if let Some(first) = group[..at].iter().find(|first| first.id == entry.id) {
                    report.add(self.duplicate(entry, first)?);
                }
            }
        }
        Ok(())
    }

    fn duplicate(&self, entry: &IndexEntry, first: &IndexEntry) -> io::Result<Diagnostic> {
        let path = self.files[first.place.file].path.to_string_lossy();
        let shown = match first.place.line {
            0 => path.into_owned(),
            line => format!("{path}:{line}"),
        };
        self.diagnostic(entry, Message::DuplicateId { id: entry.id.clone(), first: shown }, Some(Help::OtherId))
    }

    /// Warns of announcements that name others that there are none of: they are linked to what nobody finds.
    fn warn_of_names(&self, naming: &[(IndexEntry, AnnouncementId)], report: &mut Report) -> io::Result<()> {
        for (entry, id) in naming {
            let mut ids = Vec::new();
            for known in &self.index {
                let known = IndexEntry::from_bytes(&known?.1, &self.publication.zone)?.id;
                // Ids begin with a date: one of another year is not meant.
                ids.extend((known.as_str()[..4] == id.as_str()[..4] && known != entry.id).then(|| known.to_string()));
            }
            let help = did_you_mean(id.as_str(), ids.iter().map(String::as_str), &Findings::default());
            let help = help.unwrap_or(Help::IdOfAnother);
            let diagnostic = self.diagnostic(entry, Message::NamesNothing { id: id.clone() }, Some(help))?;
            report.add(Diagnostic { severity: Severity::Warning, ..diagnostic });
        }
        Ok(())
    }

    /// Says something of the source of an announcement as a whole.
    fn diagnostic(&self, entry: &IndexEntry, message: Message, help: Option<Help>) -> io::Result<Diagnostic> {
        let path = self.files[entry.place.file].path.to_string_lossy();
        let of_file = Diagnostic::of_file(&Arc::from(path), message, help);
        let place = match entry.place.line {
            0 => None,
            line => Some(Place::new(&String::from_utf8_lossy(&self.read_bytes(entry)?), line, 0..0)),
        };
        Ok(Diagnostic { place, ..of_file })
    }
}

/// What tells whether a folder still holds what a [`Corpus`] was read of, which has the same
/// [`fingerprint`](Corpus::fingerprint) then; none where it cannot be read. Nothing in it is understood for it, which takes
/// little of the time that reading takes.
#[must_use]
pub fn fingerprint(folder: &Path, threads: NonZeroUsize) -> Option<Fingerprint> {
    let read = |name: &str| fs::read(folder.join(name)).ok();
    let configuration = Fingerprint::of(&(read("publication.toml")?, read("register.toml")?));
    let mut report = Report::default();
    let files = source_files(&folder.join("announcements"), &mut report);
    let sources = sources_now(&files, threads).filter(|_| report.errors() == 0)?;
    Some(Fingerprint::of(&(configuration, sources)))
}

/// Reads the publication of a folder, and none of its announcements. What is wrong goes to the report.
pub fn open_publication(folder: &Path, report: &mut Report) -> Result<Option<Publication>, OpenError> {
    Ok(configuration(folder, report)?.map(|(publication, _)| publication))
}

/// Reads the publication of a folder, and the fingerprint of the files that it is read of.
fn configuration(folder: &Path, report: &mut Report) -> Result<Option<(Publication, Fingerprint)>, OpenError> {
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
    Ok(publication.map(|publication| (publication, Fingerprint::of(&(publication_bytes, register_bytes)))))
}

/// Reads a file; of one that is too long for an announcement only so much that it shows.
pub(crate) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_LEN + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a file that every publication has; where there is none, that is told to the report.
fn read_required(path: &Path, report: &mut Report) -> Result<Option<Vec<u8>>, OpenError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.parent().is_some_and(Path::is_dir) => {
            let shown = Arc::from(path.to_string_lossy());
            report.add(Diagnostic::of_file(&shown, Message::NoSuchFile, Some(Help::CopyExample)));
            Ok(None)
        }
        Err(error) if path.parent().is_some_and(Path::is_dir) => {
            report.add(unreadable(path, &error));
            Ok(None)
        }
        Err(source) => Err(OpenError::Io { path: path.to_path_buf(), source }),
    }
}

wording! {
    /// A folder of source files that could not be read.
    #[derive(Debug, Error)]
    pub enum OpenError {
        /// A file that every publication has could not be read, for there is no such folder.
        Io {
            /// The file.
            path: PathBuf,
            /// Why it failed.
            source: io::Error,
        }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        /// The index of the announcements could not be kept in a file.
        Index {
            /// Why it failed.
            source: io::Error,
        }
            en("cannot keep the index of the announcements in a temporary file")
            sv("det går inte att hålla förteckningen över tillkännagivandena i en tillfällig fil"),
    }
}

wording! {
    /// An announcement that could not be read again.
    #[derive(Debug, Error)]
    pub enum ReadError {
        /// Its file could not be read.
        Io {
            /// The file.
            path: PathBuf,
            /// Why it failed.
            source: io::Error,
        }
            en("cannot read {} again", path.display())
            sv("det går inte att läsa {} igen", path.display()),
        /// The index of the announcements could not be read.
        Index {
            /// Why it failed.
            source: io::Error,
        }
            en("cannot read the index of the announcements from a temporary file")
            sv("det går inte att läsa förteckningen över tillkännagivandena från en tillfällig fil"),
        /// Its file is no longer what it was.
        Changed {
            /// The file.
            path: PathBuf,
        }
            en("{} was changed while it was being published; publish again", path.display())
            sv("{} ändrades medan den publicerades; publicera igen", path.display()),
    }
}
