use crate::{
    Diagnostic, Place, Report,
    line::{Lines, MAX_LEN},
    message::{Help, Message},
    portal::recommendations,
    read::{read_json_line, read_markdown, read_publication},
    walk::{SourceFile, Syntax, source_files, unreadable},
};
use anslag_core::{
    Announcement, AnnouncementId, AnnouncementType, LanguageTag, Organization, Publication, Slug, Status,
};
use anslag_wording::wording;
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
    languages: Vec<LanguageTag>,
    /// The topics of all entries, one entry's after another's.
    topics: Vec<u32>,
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
    /// What it is chosen by.
    pub facets: Facets,
    /// The announcement that it says in another language.
    pub translation_of: Option<AnnouncementId>,
    place: SourcePlace,
    /// A hash of its bytes, which tells whether they are still the same. It is the same in one run of the program only.
    hash: u64,
}

/// What an announcement is chosen by: for a feed of its topic, say. Numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facets {
    /// What kind of announcement it is.
    pub kind: AnnouncementType,
    /// Its language, as a number in [`Corpus::languages`].
    pub language: u32,
    /// Who publishes it, as a number in the register's order of organisations.
    pub publisher: u32,
    /// The unit that is responsible for it, in the same way; the publisher where it names none.
    pub unit: u32,
    first_topic: u32,
    topics: u32,
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
        let Some(publication) = open_publication(folder, report)? else { return Ok(None) };
        let files = source_files(&folder.join("announcements"), report);
        let mut corpus = Self { publication, files, index: Vec::new(), languages: Vec::new(), topics: Vec::new() };
        corpus.read_all(report);
        corpus.index.sort_by(|a, b| (a.published, &a.id).cmp(&(b.published, &b.id)));
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

    /// What is known of each announcement, oldest first.
    #[must_use]
    pub fn index(&self) -> &[IndexEntry] {
        &self.index
    }

    /// The languages of the announcements, each once.
    #[must_use]
    pub fn languages(&self) -> &[LanguageTag] {
        &self.languages
    }

    /// The topics of an announcement, as numbers in the register's order of topics.
    #[must_use]
    pub fn topics(&self, facets: Facets) -> &[u32] {
        &self.topics[facets.first_topic as usize..][..facets.topics as usize]
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
        announcement.filter(|_| hash(&bytes) == entry.hash).ok_or_else(|| ReadError::Changed { path: path.clone() })
    }

    fn read_all(&mut self, report: &mut Report) {
        // Which announcement an id was given to first: two would have one IRI.
        let mut seen = HashMap::new();
        let mut index = Vec::new();
        let mut facets = FacetsOfAll::new(&self.publication);
        for (number, SourceFile { path, syntax }) in self.files.iter().enumerate() {
            let shown = path.to_string_lossy();
            let mut add = |announcement: &Announcement, place: SourcePlace, bytes: &[u8], report: &mut Report| {
                let entry = self.entry(announcement, facets.of(announcement), place, bytes);
                let first = *seen.entry(entry.id.clone()).or_insert(place);
                if first != place {
                    report.add(self.duplicate(&entry, bytes, first));
                }
                index.push(entry);
            };
            match syntax {
                Syntax::Markdown => match read_file(path) {
                    Err(error) => report.add(unreadable(path, &error)),
                    Ok(bytes) if bytes.len() as u64 > MAX_LEN => {
                        report.add(too_long(&shown, Message::FileTooLong { mib: MAX_MIB }));
                    }
                    Ok(bytes) => {
                        if let Some(read) = read_markdown(&shown, &bytes, &self.publication, report) {
                            add(&read, SourcePlace { file: number, line: 0, offset: 0, len: 0 }, &bytes, report);
                        }
                    }
                },
                Syntax::JsonLines => {
                    let mut lines = match File::open(path) {
                        Ok(file) => Lines::new(BufReader::with_capacity(1 << 16, file)),
                        Err(error) => {
                            report.add(unreadable(path, &error));
                            continue;
                        }
                    };
                    loop {
                        let line = match lines.next() {
                            Ok(Some(line)) => line,
                            Ok(None) => break,
                            Err(error) => {
                                report.add(unreadable(path, &error));
                                break;
                            }
                        };
                        let Some(bytes) = line.bytes else {
                            report.add(too_long_line(&shown, line.number));
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
        let FacetsOfAll { languages, topics, .. } = facets;
        (self.index, self.languages, self.topics) = (index, languages, topics);
    }

    fn entry(&self, announcement: &Announcement, facets: Facets, place: SourcePlace, bytes: &[u8]) -> IndexEntry {
        let zone = &self.publication.zone;
        IndexEntry {
            id: announcement.id.clone(),
            published: announcement.published.instant(zone),
            published_date: announcement.published.date(zone),
            updated: announcement.updated().instant(zone),
            expires: announcement.expires.map(|expires| expires.date(zone)),
            withdrawn: announcement.status.withdrawn().map(|withdrawn| withdrawn.date(zone)),
            is_draft: announcement.status == Status::Draft,
            facets,
            translation_of: announcement.translation_of.clone(),
            place,
            hash: hash(bytes),
        }
    }

    fn duplicate(&self, entry: &IndexEntry, bytes: &[u8], first: SourcePlace) -> Diagnostic {
        let path = |place: SourcePlace| self.files[place.file].path.to_string_lossy();
        let first = match first.line {
            0 => path(first).into_owned(),
            line => format!("{}:{line}", path(first)),
        };
        let message = Message::DuplicateId { id: entry.id.clone(), first };
        let of_file = Diagnostic::of_file(&Arc::from(path(entry.place)), message, Some(Help::OtherId));
        let place = match entry.place.line {
            0 => None,
            line => Some(Place::new(&String::from_utf8_lossy(bytes), line, 0..0)),
        };
        Diagnostic { place, ..of_file }
    }
}

/// Reads the publication of a folder, and none of its announcements. What is wrong goes to the report.
pub fn open_publication(folder: &Path, report: &mut Report) -> Result<Option<Publication>, OpenError> {
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
    Ok(publication)
}

/// What the announcements are chosen by, while they are being read.
struct FacetsOfAll {
    organization_numbers: HashMap<Slug, u32>,
    topic_numbers: HashMap<Slug, u32>,
    language_numbers: HashMap<LanguageTag, u32>,
    languages: Vec<LanguageTag>,
    topics: Vec<u32>,
}

impl FacetsOfAll {
    fn new(publication: &Publication) -> Self {
        let register = &publication.register;
        Self {
            organization_numbers: register.organizations().map(|entry| entry.key.clone()).zip(0..).collect(),
            topic_numbers: register.topics().map(|entry| entry.key.clone()).zip(0..).collect(),
            language_numbers: HashMap::new(),
            languages: Vec::new(),
            topics: Vec::new(),
        }
    }

    fn of(&mut self, announcement: &Announcement) -> Facets {
        let next = number(self.languages.len());
        let language = *self.language_numbers.entry(announcement.language.clone()).or_insert(next);
        if language == next {
            self.languages.push(announcement.language.clone());
        }
        let organization = |entry: &Organization| self.organization_numbers[&entry.key];
        let publisher = organization(&announcement.publisher);
        let unit = announcement.unit.as_deref().map_or(publisher, organization);
        let first_topic = number(self.topics.len());
        self.topics.extend(announcement.topics.iter().map(|topic| self.topic_numbers[&topic.key]));
        Facets {
            kind: announcement.kind,
            language,
            publisher,
            unit,
            first_topic,
            topics: number(announcement.topics.len()),
        }
    }
}

fn number(len: usize) -> u32 {
    u32::try_from(len).expect("four billion of them do not fit into memory with their announcements")
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
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

/// Says that a line of a file is too long for an announcement.
pub(crate) fn too_long_line(path: &str, line: usize) -> Diagnostic {
    too_long(path, Message::LineTooLong { line, mib: MAX_MIB })
}

fn too_long(path: &str, message: Message) -> Diagnostic {
    Diagnostic::of_file(&Arc::from(path), message, Some(Help::OneEach))
}

/// How many MiB no announcement has.
const MAX_MIB: u64 = MAX_LEN >> 20;

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
        /// Its file is no longer what it was.
        Changed {
            /// The file.
            path: PathBuf,
        }
            en("{} was changed while it was being published; publish again", path.display())
            sv("{} ändrades medan den publicerades; publicera igen", path.display()),
    }
}
