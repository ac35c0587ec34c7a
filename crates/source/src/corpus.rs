use crate::{
    AttachedFile, Diagnostic, IndexEntry, Position, Report,
    beside::Beside,
    codes,
    error::{OpenError, ReadError},
    fields::did_you_mean,
    finding::Findings,
    help::Help,
    known::Known,
    message::Message,
    names::{ANNOUNCEMENTS, PUBLICATION, REGISTER, Syntax, is_area},
    portal::recommendations,
    read::{Settings, parse_json_line, parse_markdown, read_settings},
    reading::{AT_ONCE, Reader, read_sources, sources_now},
    regular_file::{open_regular, read_regular},
    static_file::{StaticFile, static_files},
    theme::read_theme,
    unsorted::{UnsortedIndex, Used},
    walk::{Found, SourceFile, source_files, unreadable, warn_of_strays, without_outside_links},
};
use anslag_core::{Announcement, AnnouncementId, AsOf, Fingerprint, Publication, Theme, limit};
use anslag_pipeline::Budget;
use anslag_spool::{Records, read_exact_at};
use jiff::civil::Date;
use std::{
    collections::{BTreeSet, HashSet},
    fs::{self, File},
    io, mem,
    num::NonZeroUsize,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// Data folder whose source files were all read without an error.
///
/// It holds the publication and, in a temporary file, an index of the announcements. An announcement is read again when it
/// is needed, so that memory does not grow with their number.
#[derive(Debug)]
pub struct Corpus {
    /// Publication with its register.
    pub publication: Publication,
    /// Languages and organisations that announcements use, except drafts and what is only on a notice board.
    pub used: Used,
    /// Files that are published as they are, in the order of their names.
    pub static_files: Vec<StaticFile>,
    configuration: Fingerprint,
    sources: Fingerprint,
    /// Fingerprint of the files beside the sources.
    beside: Fingerprint,
    files: Vec<SourceFile>,
    count: usize,
    index: Records,
    budget: Budget,
    /// File that was read from last, with its number.
    last_file: Mutex<Option<(usize, Arc<File>)>>,
}

/// Place of an announcement's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLocation<'c> {
    /// File.
    pub path: &'c Path,
    /// Bytes of the line in JSON Lines, without its end; `None` if the file holds one announcement.
    pub line: Option<Range<u64>>,
}

/// Options for opening a corpus.
#[derive(Debug)]
pub struct Opening {
    /// Number of threads that read.
    pub threads: NonZeroUsize,
    /// Index of an earlier reading.
    pub known: Option<Known>,
    /// Moment of the reading. Without it, no date is in the future.
    pub as_of: Option<AsOf>,
}

impl Default for Opening {
    /// Returns one thread for each core, no earlier reading, and no moment.
    fn default() -> Self {
        Self { threads: anslag_pipeline::cores(), known: None, as_of: None }
    }
}

impl Corpus {
    /// Reads every source file of a data folder.
    ///
    /// All problems go to the report. Returns `None` if it has an error.
    pub fn open(folder: &Path, report: &mut Report) -> Result<Option<Self>, OpenError> {
        Self::open_with(folder, Opening::default(), report)
    }

    /// Reads every source file of a data folder, with options.
    ///
    /// Sources that an earlier reading knows are not parsed again, and so give no warnings.
    pub fn open_with(folder: &Path, opening: Opening, report: &mut Report) -> Result<Option<Self>, OpenError> {
        let Some((settings, configuration)) = configuration(folder, report)? else { return Ok(None) };
        warn_of_strays(folder, report);
        let Found { mut files, beside } = source_files(&folder.join(ANNOUNCEMENTS), report);
        let configuration = with_areas(configuration, folder, &beside);
        let beside = Beside::new(beside, opening.threads);
        let follow_links = settings.publication().check.follow_links;
        let static_files = static_files(folder, follow_links, report);
        let theme = read_theme(folder, follow_links, report);
        if !follow_links {
            files = without_outside_links(files, folder, report);
        }
        let publication = match settings {
            Settings::Valid(publication) => Publication { theme, ..publication },
            Settings::Provisional(publication) => {
                check_with(&publication, &files, &opening, report)?;
                return Ok(None);
            }
        };
        let known = opening.known.filter(|known| known.configuration == configuration);
        let reader = Reader::new(&publication, &files, known.as_ref(), opening.as_of).beside(&beside);
        let unsorted = read_sources(&reader, opening.threads, report);
        let corpus = unsorted.and_then(|mut unsorted| {
            let dangling = unsorted.dangling_references(&publication.zone, Report::KEPT)?;
            let corpus = Self::new(publication, configuration, files, unsorted, report)?;
            let corpus = Self { static_files, beside: beside.all(folder, &corpus.files), ..corpus };
            corpus.warn_of_unused(&beside, report)?;
            corpus.warn_of_dangling(&dangling, report)?;
            Ok(corpus)
        });
        let corpus = corpus.map_err(|source| OpenError::Index { source })?;
        Ok((report.errors() == 0).then_some(corpus))
    }

    /// Sorts the index of files that were read, and refuses ids that are given twice.
    pub(crate) fn new(
        publication: Publication,
        configuration: Fingerprint,
        files: Vec<SourceFile>,
        mut unsorted: UnsortedIndex,
        report: &mut Report,
    ) -> io::Result<Self> {
        let duplicates = unsorted.possible_duplicates(&publication.zone)?;
        let corpus = Self {
            used: mem::take(&mut unsorted.used),
            static_files: Vec::new(),
            beside: Beside::default().all(Path::new(""), &[]),
            configuration,
            sources: unsorted.sources,
            files,
            count: unsorted.count(),
            index: unsorted.sorted(&publication.zone)?,
            publication,
            budget: Budget::new(AT_ONCE),
            last_file: Mutex::default(),
        };
        corpus.refuse_duplicates(&duplicates, report)?;
        Ok(corpus)
    }

    /// Warns of what data portals recommend and the publication lacks: see [`recommendations`].
    pub fn recommend(&self, folder: &Path, report: &mut Report) -> Result<(), OpenError> {
        recommend(&self.publication, folder, report)
    }

    /// Returns the number of announcements, published or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns the index entries in the order of publication: by instant, then by id, oldest first.
    pub fn index(&self) -> impl Iterator<Item = Result<IndexEntry, ReadError>> + Send {
        self.index.iter().map(|record| {
            let entry = record.and_then(|(_, bytes)| IndexEntry::from_bytes(&bytes, &self.publication.zone));
            entry.map_err(|source| ReadError::Index { source })
        })
    }

    /// Returns the records of the index, for a later [`Known`].
    #[must_use]
    pub fn index_records(&self) -> &Records {
        &self.index
    }

    /// Returns the fingerprint of `publication.toml`, `register.toml` and the files with areas.
    #[must_use]
    pub fn configuration(&self) -> Fingerprint {
        self.configuration
    }

    /// Returns the fingerprint of all that was read; compare it with [`fingerprint`].
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let sources = [self.configuration, self.sources, self.beside];
        fingerprint_of_all(sources, &self.static_files, &self.publication.theme)
    }

    /// Returns the memory that is shared by those who read and render announcements.
    #[must_use]
    pub fn budget(&self) -> &Budget {
        &self.budget
    }

    /// Reads an announcement again.
    pub fn read(&self, entry: &IndexEntry) -> Result<Announcement, ReadError> {
        let file = &self.files[entry.position.file];
        let SourceFile { path, syntax, .. } = file;
        let bytes = self.read_bytes(entry).map_err(|source| ReadError::Io { path: path.clone(), source })?;
        let shown = path.to_string_lossy();
        let _share = self.budget.take(bytes.len());
        let (announcement, findings) = match syntax {
            Syntax::Markdown => parse_markdown(&shown, &bytes, &self.publication, path.parent(), None),
            Syntax::JsonLines => parse_json_line(&bytes, &self.publication, path.parent(), None),
        };
        let is_same = file.fingerprint(&bytes) == entry.source && findings.take_files() == entry.files;
        announcement.filter(|_| is_same).ok_or_else(|| ReadError::Changed { path: path.clone() })
    }

    fn read_bytes(&self, entry: &IndexEntry) -> io::Result<Vec<u8>> {
        let position = entry.position;
        let file = &self.files[position.file];
        match file.syntax {
            Syntax::Markdown => file.read(),
            Syntax::JsonLines => {
                let mut bytes = vec![0; position.len];
                match read_exact_at(&*self.file(position.file)?, &mut bytes, position.offset) {
                    // It has become shorter, and so has another content.
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Vec::new()),
                    read => read.map(|()| bytes),
                }
            }
        }
    }

    /// Opens a source file.
    fn file(&self, number: usize) -> io::Result<Arc<File>> {
        let mut last = self.last_file.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((open, file)) if *open == number => Ok(Arc::clone(file)),
            _ => {
                let file = Arc::new(open_regular(&self.files[number].path)?);
                *last = Some((number, Arc::clone(&file)));
                Ok(file)
            }
        }
    }

    /// Refuses announcements with the id of an earlier one, since two would share one IRI.
    fn refuse_duplicates(&self, groups: &[Vec<IndexEntry>], report: &mut Report) -> io::Result<()> {
        for group in groups {
            for (at, entry) in group.iter().enumerate() {
                let shared = |first: &IndexEntry| entry.ids().find(|id| first.ids().any(|own| own == *id)).cloned();
                if let Some((first, id)) = group[..at].iter().find_map(|first| Some((first, shared(first)?))) {
                    let message = Message::DuplicateId { id, first: self.place_of(first) };
                    report.add(self.diagnostic(entry, message, Some(Help::OtherId))?);
                }
            }
        }
        Ok(())
    }

    /// Returns the path of an announcement's source, with the line if it is one of several.
    #[must_use]
    pub fn place_of(&self, entry: &IndexEntry) -> String {
        let path = self.files[entry.position.file].path.to_string_lossy();
        match entry.position.line {
            0 => path.into_owned(),
            line => format!("{path}:{line}"),
        }
    }

    /// Returns the place of an announcement's source as a program opens it.
    #[must_use]
    pub fn location_of(&self, entry: &IndexEntry) -> SourceLocation<'_> {
        let SourceFile { path, syntax, .. } = &self.files[entry.position.file];
        let start = entry.position.offset;
        SourceLocation { path, line: (*syntax == Syntax::JsonLines).then(|| start..start + entry.position.len as u64) }
    }

    /// Returns the path of a file beside the source of an announcement.
    #[must_use]
    pub fn path_of(&self, entry: &IndexEntry, file: &AttachedFile) -> PathBuf {
        self.files[entry.position.file].path.with_file_name("").join(&file.path)
    }

    /// Returns the files beside its source to which an announcement alone refers, with areas among them, sorted.
    pub fn files_of(&self, entry: &IndexEntry) -> Result<Vec<PathBuf>, ReadError> {
        // The same file can have several paths, by links or by case. The first part of a pair is the same for all of them.
        let files = |entry: &IndexEntry| {
            let attached = entry.files.iter().map(|file| &file.path);
            let areas = entry.areas.iter().map(|(path, _)| path);
            let folder = self.files[entry.position.file].path.with_file_name("");
            let paths: BTreeSet<PathBuf> = attached.chain(areas).map(|path| folder.join(path)).collect();
            let real = |path: PathBuf| (fs::canonicalize(&path).unwrap_or_else(|_| path.clone()), path);
            paths.into_iter().map(real).collect::<Vec<_>>()
        };
        let mut own = files(entry);
        for other in self.index() {
            let other = other?;
            if other.id != entry.id {
                let used: HashSet<PathBuf> = files(&other).into_iter().map(|(real, _)| real).collect();
                own.retain(|(real, _)| !used.contains(real));
            }
        }
        Ok(own.into_iter().map(|(_, path)| path).collect())
    }

    /// Warns of files beside the sources to which no announcement refers, unless some could not be read.
    fn warn_of_unused(&self, beside: &Beside, report: &mut Report) -> io::Result<()> {
        if !beside.has_publishable() || report.errors() > 0 {
            return Ok(());
        }
        let mut used = HashSet::new();
        for record in &self.index {
            let (_, bytes) = record?;
            let entry = IndexEntry::from_bytes(&bytes, &self.publication.zone)?;
            used.extend(entry.files.iter().map(|file| self.path_of(&entry, file)));
        }
        beside.warn_of_unused(&used, report);
        Ok(())
    }

    /// Warns of announcements whose text has changed since the last publication, but not the time of the last change.
    pub fn warn_of_unmarked(&self, entries: &[IndexEntry], day: Date, report: &mut Report) -> Result<(), OpenError> {
        for entry in entries {
            let help = Some(Help::MarkChange { day });
            let warning = self.diagnostic(entry, Message::UnmarkedChange { updated: entry.updated }, help);
            report.add(warning.map_err(|source| OpenError::Index { source })?);
        }
        Ok(())
    }

    /// Warns of references to announcements that do not exist.
    fn warn_of_dangling(&self, dangling: &[(IndexEntry, AnnouncementId)], report: &mut Report) -> io::Result<()> {
        for (entry, id) in dangling {
            let mut ids = Vec::new();
            for known in &self.index {
                let known = IndexEntry::from_bytes(&known?.1, &self.publication.zone)?.id;
                // Ids begin with a date: one of another year is not meant.
                ids.extend((known.as_str()[..4] == id.as_str()[..4] && known != entry.id).then(|| known.to_string()));
            }
            let help = did_you_mean(id.as_str(), ids.iter().map(String::as_str), &Findings::default());
            let help = help.unwrap_or(Help::IdOfAnother);
            report.add(self.diagnostic(entry, Message::NamesNothing { id: id.clone() }, Some(help))?);
        }
        Ok(())
    }

    /// Returns an error on the source of an announcement as a whole.
    fn diagnostic(&self, entry: &IndexEntry, message: Message, help: Option<Help>) -> io::Result<Diagnostic> {
        let path = self.files[entry.position.file].path.to_string_lossy();
        let of_file = Diagnostic::of_file(&Arc::from(path), message, help);
        let position = match entry.position.line {
            0 => None,
            line => Some(Position::new(&String::from_utf8_lossy(&self.read_bytes(entry)?), line, 0..0)),
        };
        Ok(Diagnostic { position, ..of_file })
    }
}

/// Warns of what data portals recommend and a publication lacks, which was read from a data folder.
pub(crate) fn recommend(publication: &Publication, folder: &Path, report: &mut Report) -> Result<(), OpenError> {
    let publication_file = folder.join(PUBLICATION);
    let register_file = folder.join(REGISTER);
    let read = |path: &Path| {
        read_regular(path, limit::FILE.most as u64)
            .map_err(|error| OpenError::Io { path: path.to_path_buf(), source: error })
    };
    recommendations(
        publication,
        (&publication_file.to_string_lossy(), &read(&publication_file)?),
        (&register_file.to_string_lossy(), &read(&register_file)?),
        report,
    );
    Ok(())
}

/// Returns the fingerprint of a data folder; `None` if a file cannot be read.
///
/// It equals [`Corpus::fingerprint`] as long as nothing has changed. Nothing is parsed, so that it takes a fraction of the
/// time of reading.
#[must_use]
pub fn fingerprint(folder: &Path, threads: NonZeroUsize) -> Option<Fingerprint> {
    let read = |name: &str| read_regular(&folder.join(name), limit::FILE.most as u64).ok();
    let configuration = Fingerprint::of(&(read(PUBLICATION)?, read(REGISTER)?));
    let mut report = Report::default();
    // An export that refused a link has published nothing that this could be compared with.
    let Found { files, beside } = source_files(&folder.join(ANNOUNCEMENTS), &mut report);
    let configuration = with_areas(configuration, folder, &beside);
    let beside = Beside::new(beside, threads).all(folder, &files);
    let static_files = static_files(folder, true, &mut report);
    let sources = sources_now(&files, threads).filter(|_| report.errors() == 0)?;
    let theme = read_theme(folder, true, &mut report);
    Some(fingerprint_of_all([configuration, sources, beside], &static_files, &theme))
}

/// Returns the fingerprint of the configuration, the sources, the files beside them, the static files and the theme.
fn fingerprint_of_all(sources: [Fingerprint; 3], static_files: &[StaticFile], theme: &Theme) -> Fingerprint {
    let static_files: Vec<_> = static_files.iter().map(|file| (&file.name, file.sha256)).collect();
    Fingerprint::of(&(sources, static_files, theme))
}

/// Adds the files with areas to the fingerprint of the configuration: all sources are read again when one of them changes.
fn with_areas(configuration: Fingerprint, folder: &Path, beside: &[PathBuf]) -> Fingerprint {
    let of_register = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut areas: Vec<PathBuf> = of_register.chain(beside.iter().cloned()).filter(|path| is_area(path)).collect();
    if areas.is_empty() {
        return configuration;
    }
    areas.sort();
    let fingerprint = |path: &PathBuf| {
        let bytes = read_regular(path, limit::AREA.most as u64).ok();
        (path.strip_prefix(folder).unwrap_or(path).to_path_buf(), bytes.map(|bytes| Fingerprint::of_bytes(&bytes)))
    };
    Fingerprint::of(&(configuration, areas.iter().map(fingerprint).collect::<Vec<_>>()))
}

/// Reads the publication of a data folder, and none of its announcements. Problems go to the report.
pub fn open_publication(folder: &Path, report: &mut Report) -> Result<Option<Publication>, OpenError> {
    Ok(configuration(folder, report)?.and_then(|(settings, _)| settings.valid()))
}

/// Checks announcements with the right part of a publication with errors.
///
/// Names that the register does not have are no problem here, since its own errors may be the reason.
pub(crate) fn check_with(
    publication: &Publication,
    files: &[SourceFile],
    opening: &Opening,
    report: &mut Report,
) -> Result<(), OpenError> {
    let reader = Reader::new(publication, files, None, opening.as_of);
    let read = report.without(&codes::OF_THE_REGISTER, |report| read_sources(&reader, opening.threads, report));
    read.map(drop).map_err(|source| OpenError::Index { source })
}

/// Reads the publication of a data folder, with the fingerprint of its two files.
pub(crate) fn configuration(folder: &Path, report: &mut Report) -> Result<Option<(Settings, Fingerprint)>, OpenError> {
    let publication_file = folder.join(PUBLICATION);
    let register_file = folder.join(REGISTER);
    let publication_bytes = read_required(&publication_file, report)?;
    let register_bytes = read_required(&register_file, report)?;
    let (Some(publication_bytes), Some(register_bytes)) = (publication_bytes, register_bytes) else {
        return Ok(None);
    };
    let settings = read_settings(
        (&publication_file.to_string_lossy(), &publication_bytes),
        (&register_file.to_string_lossy(), &register_bytes),
        Some(folder),
        report,
    );
    Ok(settings.map(|settings| (settings, Fingerprint::of(&(publication_bytes, register_bytes)))))
}

/// Reads a file that every publication has; adds an error to the report if it is missing or cannot be read.
fn read_required(path: &Path, report: &mut Report) -> Result<Option<Vec<u8>>, OpenError> {
    match read_regular(path, limit::FILE.most as u64) {
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
