use crate::{
    Diagnostic, Report,
    corpus::{Used, read_file},
    finding::Findings,
    index::{Facets, IndexEntry, SourcePlace},
    known::KnownSources,
    line::{Lines, MAX_LEN},
    message::{Help, Message},
    read::{parse_json_line, parse_markdown, tell},
    walk::{SourceFile, Syntax, unreadable},
};
use anslag_core::{Announcement, AnnouncementId, Fingerprint, Organization, Publication, Slug, Zone};
use anslag_pipeline::in_order;
use anslag_spool::{Records, Spool};
use std::{
    collections::HashMap,
    fs::File,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, BufReader},
    mem,
    num::NonZeroUsize,
    ops::Range,
    sync::Arc,
};

/// How many MiB no announcement has.
const MAX_MIB: u64 = MAX_LEN >> 20;

/// How many bytes of JSON Lines are worked on at once.
const BATCH: usize = 1 << 18;

/// Reads every source file once, on so many threads. What is wrong with them goes to the report; what they hold is noted
/// in the order of the files.
pub(crate) fn read_sources(
    publication: &Publication,
    files: &[SourceFile],
    known: Option<&KnownSources>,
    threads: NonZeroUsize,
    report: &mut Report,
) -> io::Result<Noted> {
    let reader = Reader { publication, files, known, numbers: Numbers::new(publication) };
    let mut batches = Batches { files, file: 0, lines: None, after: None };
    let mut noted = Noted::new()?;
    in_order(
        threads,
        || io::Result::Ok(batches.next()),
        |batch| Ok(reader.read(batch)),
        |outcomes: Vec<Outcome>| {
            for outcome in outcomes {
                match outcome {
                    Outcome::Problem(diagnostic) => report.add(diagnostic),
                    Outcome::Read { place, entry, is_known, findings, bytes } => {
                        let path = files[place.file].path.to_string_lossy();
                        tell(findings, &path, &bytes, place.line.max(1), report);
                        if let Some(entry) = entry {
                            noted.add(&entry, is_known)?;
                        }
                    }
                }
            }
            Ok(())
        },
    )?;
    noted.end()?;
    Ok(noted)
}

/// What tells whether the sources of a folder are still the same, as [`Noted::sources`] says it of those that were read:
/// none where something is wrong with them. Nothing of them is understood for it.
pub(crate) fn sources_now(files: &[SourceFile], threads: NonZeroUsize) -> Option<Fingerprint> {
    let mut batches = Batches { files, file: 0, lines: None, after: None };
    let mut sources = NO_SOURCES;
    let fingerprints = |batch| {
        Ok(match batch {
            Batch::Problem(_) => return Err(()),
            Batch::Markdown(file) => {
                let SourceFile { path, syntax } = &files[file];
                vec![syntax.fingerprint(path, &read_file(path).map_err(drop)?)]
            }
            Batch::Lines { file, bytes, lines } => {
                let SourceFile { path, syntax } = &files[file];
                lines.into_iter().map(|(.., range)| syntax.fingerprint(path, &bytes[range])).collect()
            }
        })
    };
    let add = |all: Vec<Fingerprint>| {
        for source in all {
            add_source(&mut sources, source);
        }
        Ok(())
    };
    in_order(threads, || Ok(batches.next()), fingerprints, add).ok()?;
    Some(sources)
}

/// What no sources have for a fingerprint.
const NO_SOURCES: Fingerprint = Fingerprint([0; 16]);

fn add_source(sources: &mut Fingerprint, source: Fingerprint) {
    *sources = Fingerprint::of(&(*sources, source));
}

/// What is worked on at once.
enum Batch {
    /// Something that is wrong already.
    Problem(Diagnostic),
    /// A Markdown file, by its number.
    Markdown(usize),
    /// Lines of a file: of each its number, its place in the file, and its place in the bytes.
    Lines { file: usize, bytes: Vec<u8>, lines: Vec<(usize, u64, Range<usize>)> },
}

/// What comes of a source.
enum Outcome {
    Problem(Diagnostic),
    Read {
        place: SourcePlace,
        entry: Option<Box<IndexEntry>>,
        /// Whether it was known already.
        is_known: bool,
        findings: Findings,
        /// The source, where there is something to say of it.
        bytes: Vec<u8>,
    },
}

/// The sources, one batch after another.
struct Batches<'f> {
    files: &'f [SourceFile],
    /// The file that comes next, or is being read.
    file: usize,
    lines: Option<Lines<BufReader<File>>>,
    /// What comes after the batch that was given last.
    after: Option<Diagnostic>,
}

impl Batches<'_> {
    fn next(&mut self) -> Option<Batch> {
        if let Some(diagnostic) = self.after.take() {
            return Some(Batch::Problem(diagnostic));
        }
        loop {
            let file = self.file;
            if let Some(lines) = &mut self.lines {
                let (batch, more) = batch(file, &self.files[file], lines);
                self.after = match more {
                    More::Lines => None,
                    More::Problem(diagnostic) => Some(diagnostic),
                    More::Nothing(diagnostic) => {
                        self.lines = None;
                        self.file += 1;
                        diagnostic
                    }
                };
                match batch.or_else(|| self.after.take().map(Batch::Problem)) {
                    Some(batch) => return Some(batch),
                    None => continue,
                }
            }
            let SourceFile { path, syntax } = self.files.get(file)?;
            match syntax {
                Syntax::Markdown => {
                    self.file += 1;
                    return Some(Batch::Markdown(file));
                }
                Syntax::JsonLines => match File::open(path) {
                    Ok(open) => self.lines = Some(Lines::new(BufReader::with_capacity(1 << 16, open))),
                    Err(error) => {
                        self.file += 1;
                        return Some(Batch::Problem(unreadable(path, &error)));
                    }
                },
            }
        }
    }
}

/// What follows a batch of lines.
enum More {
    Lines,
    /// A line that is wrong by its length, and lines after it.
    Problem(Diagnostic),
    /// The end of the file, or an error.
    Nothing(Option<Diagnostic>),
}

/// The next lines of a file; none where they are empty.
fn batch(number: usize, file: &SourceFile, reader: &mut Lines<BufReader<File>>) -> (Option<Batch>, More) {
    let (mut bytes, mut lines) = (Vec::with_capacity(BATCH + BATCH / 4), Vec::new());
    let more = loop {
        if bytes.len() >= BATCH {
            break More::Lines;
        }
        let line = match reader.next() {
            Ok(Some(line)) => line,
            Ok(None) => break More::Nothing(None),
            Err(error) => break More::Nothing(Some(unreadable(&file.path, &error))),
        };
        let Some(text) = line.bytes else {
            break More::Problem(too_long_line(&file.path.to_string_lossy(), line.number));
        };
        if !text.trim_ascii().is_empty() {
            let start = bytes.len();
            bytes.extend_from_slice(text);
            lines.push((line.number, line.offset, start..bytes.len()));
        }
    };
    ((!lines.is_empty()).then_some(Batch::Lines { file: number, bytes, lines }), more)
}

/// Makes entries of sources.
struct Reader<'a> {
    publication: &'a Publication,
    files: &'a [SourceFile],
    known: Option<&'a KnownSources>,
    numbers: Numbers,
}

impl Reader<'_> {
    fn read(&self, batch: Batch) -> Vec<Outcome> {
        match batch {
            Batch::Problem(diagnostic) => vec![Outcome::Problem(diagnostic)],
            Batch::Markdown(number) => {
                let file = &self.files[number];
                vec![match read_file(&file.path) {
                    Err(error) => Outcome::Problem(unreadable(&file.path, &error)),
                    Ok(bytes) if bytes.len() as u64 > MAX_LEN => {
                        Outcome::Problem(too_long(&file.path.to_string_lossy(), Message::FileTooLong { mib: MAX_MIB }))
                    }
                    Ok(bytes) => {
                        let place = SourcePlace { file: number, line: 0, offset: 0, len: 0 };
                        self.source(place, &bytes, |path| parse_markdown(path, &bytes, self.publication))
                    }
                }]
            }
            Batch::Lines { file, bytes, lines } => lines
                .into_iter()
                .map(|(line, offset, range)| {
                    let bytes = &bytes[range];
                    let place = SourcePlace { file, line, offset, len: bytes.len() };
                    self.source(place, bytes, |_| parse_json_line(bytes, self.publication))
                })
                .collect(),
        }
    }

    fn source(
        &self,
        place: SourcePlace,
        bytes: &[u8],
        parse: impl FnOnce(&str) -> (Option<Announcement>, Findings),
    ) -> Outcome {
        let SourceFile { path, syntax } = &self.files[place.file];
        let (source, zone) = (syntax.fingerprint(path, bytes), &self.publication.zone);
        if let Some(known) = self.known.and_then(|known| known.entry(source, zone)) {
            let entry = Some(Box::new(IndexEntry { place, ..known }));
            return Outcome::Read { place, entry, is_known: true, findings: Findings::default(), bytes: Vec::new() };
        }
        let (announcement, findings) = parse(&path.to_string_lossy());
        let entry = announcement.map(|announcement| {
            Box::new(IndexEntry::new(&announcement, self.numbers.facets(&announcement), zone, place, source))
        });
        let bytes = if findings.is_empty() { Vec::new() } else { bytes.to_vec() };
        Outcome::Read { place, entry, is_known: false, findings, bytes }
    }
}

/// The numbers of the register's entries.
struct Numbers {
    organizations: HashMap<Slug, u32>,
    topics: HashMap<Slug, u32>,
}

impl Numbers {
    fn new(publication: &Publication) -> Self {
        let register = &publication.register;
        Self {
            organizations: register.organizations().map(|entry| entry.key.clone()).zip(0..).collect(),
            topics: register.topics().map(|entry| entry.key.clone()).zip(0..).collect(),
        }
    }

    fn facets(&self, announcement: &Announcement) -> Facets {
        let organization = |entry: &Organization| self.organizations[&entry.key];
        let publisher = organization(&announcement.publisher);
        Facets {
            kind: announcement.kind,
            language: announcement.language.clone(),
            publisher,
            unit: announcement.unit.as_deref().map_or(publisher, organization),
            topics: announcement.topics.iter().map(|topic| self.topics[&topic.key]).collect(),
        }
    }
}

/// What the sources hold: entries in the order in which they were read, on the disk, and what they are sorted by.
pub(crate) struct Noted {
    pub(crate) used: Used,
    /// The fingerprint of all sources, in the order in which they were read.
    pub(crate) sources: Fingerprint,
    spool: Spool,
    order: Vec<SortKey>,
    /// The hash of each id, with the place of its entry in the spool.
    ids: Vec<(u64, u64)>,
    /// The hashes of the ids that entries name, with the places of the entries; of those that were not known already.
    named: Vec<(u64, u64)>,
}

/// What an announcement is sorted by before its id: second and nanosecond of its publication; with its place in the spool.
type SortKey = (i64, i32, u64);

impl Noted {
    fn new() -> io::Result<Self> {
        Ok(Self {
            used: Used::default(),
            sources: NO_SOURCES,
            spool: Spool::new(None)?,
            order: Vec::new(),
            ids: Vec::new(),
            named: Vec::new(),
        })
    }

    fn add(&mut self, entry: &IndexEntry, is_known: bool) -> io::Result<()> {
        let place = self.spool.push_bytes(&entry.to_bytes())?;
        add_source(&mut self.sources, entry.source);
        self.order.push((entry.published.as_second(), entry.published.subsec_nanosecond(), place));
        self.ids.push((hash(&entry.id), place));
        if !is_known {
            self.named.extend(entry.names().map(|id| (hash(id), place)));
        }
        if !entry.is_draft {
            let Facets { language, publisher, unit, .. } = &entry.facets;
            if !self.used.languages.contains(language) {
                self.used.languages.insert(language.clone());
            }
            self.used.organizations.extend([*publisher, *unit]);
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.spool.flush()
    }

    pub(crate) fn count(&self) -> usize {
        self.order.len()
    }

    /// The entries that name an announcement that there is none of, each with its id, in the order in which they were read; so
    /// many of them at most.
    pub(crate) fn naming_nothing(&mut self, zone: &Zone, most: usize) -> io::Result<Vec<(IndexEntry, AnnouncementId)>> {
        self.ids.sort_unstable();
        let is_there = |named: u64| self.ids.binary_search_by_key(&named, |(id, _)| *id).is_ok();
        let mut found = Vec::new();
        for (named, place) in mem::take(&mut self.named) {
            if found.len() < most && !is_there(named) {
                let entry = self.entry(place, zone)?;
                let id = entry.names().find(|id| hash(id) == named).cloned();
                found.extend(id.map(|id| (entry, id)));
            }
        }
        Ok(found)
    }

    /// The entries whose ids may be the same, in groups, each in the order in which they were read.
    pub(crate) fn same_ids(&mut self, zone: &Zone) -> io::Result<Vec<Vec<IndexEntry>>> {
        let mut ids = mem::take(&mut self.ids);
        ids.sort_unstable();
        let groups = ids.chunk_by(|(a, _), (b, _)| a == b).filter(|group| group.len() > 1);
        groups.map(|group| group.iter().map(|(_, place)| self.entry(*place, zone)).collect()).collect()
    }

    /// The entries in the order in which they are published.
    pub(crate) fn sorted(mut self, zone: &Zone) -> io::Result<Records> {
        self.order.sort_unstable();
        let mut sorted = Spool::new(None)?;
        for same in self.order.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            if let [(_, _, place)] = same {
                sorted.push_bytes(&self.spool.read(*place)?)?;
                continue;
            }
            // Of those published at the same instant, the ids decide.
            let mut ids = Vec::with_capacity(same.len());
            for (_, _, place) in same {
                ids.push((self.entry(*place, zone)?.id, *place));
            }
            ids.sort_unstable();
            for (_, place) in ids {
                sorted.push_bytes(&self.spool.read(place)?)?;
            }
        }
        sorted.into_records()
    }

    fn entry(&self, place: u64, zone: &Zone) -> io::Result<IndexEntry> {
        IndexEntry::from_bytes(&self.spool.read(place)?, zone)
    }
}

fn hash(id: &AnnouncementId) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

/// Says that a line of a file is too long for an announcement.
pub(crate) fn too_long_line(path: &str, line: usize) -> Diagnostic {
    too_long(path, Message::LineTooLong { line, mib: MAX_MIB })
}

fn too_long(path: &str, message: Message) -> Diagnostic {
    Diagnostic::of_file(&Arc::from(path), message, Some(Help::OneEach))
}
