use crate::{
    Digest, Plan, PublishError, Summary,
    dump::Note,
    error::Attempt,
    section::Section,
    staging::{CACHE_SUFFIX, beside},
    target::Target,
    temporary::TemporaryDirectory,
};
use anslag_catalog::Count;
use anslag_core::{AsOf, Fingerprint, Zone};
use anslag_source::{Corpus, Known, open_regular};
use anslag_spool::{Binding, Checksum, Records, Spool};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap},
    env,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// What is known of a publication: what its files were made from, and the positions of their pieces. What is unchanged is
/// not made again.
///
/// The cache is a folder beside the publication, `.<name>.cache`. It may be deleted at any time: only time depends on it.
/// It is valid only if the same program wrote it, to the last byte, and for the very publication that is there.
///
/// Each record has a checksum, which binds it to its position, its file and the export that wrote it. A damaged record ends
/// its file: what it and those after it would have told is not known.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    /// The fingerprint of this program; `None` if the program cannot be read.
    program: Option<Fingerprint>,
    found: Option<Found>,
    is_damaged: bool,
}

#[derive(Debug)]
struct Found {
    folder: PathBuf,
    header: Header,
    chunks: Records,
    /// The positions of the records of chunks, by the fingerprints of the chunks.
    positions: HashMap<Fingerprint, u64>,
    /// What files were made from, by the fingerprints of their paths.
    made_from: HashMap<Fingerprint, Fingerprint>,
}

/// What a cache is valid for, and where its other files end.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    /// The fingerprint of the program that wrote it.
    program: String,
    /// The digest of the manifest of the publication, which it has of itself.
    manifest: Digest,
    /// The fingerprint of what the sources were read with.
    configuration: [u8; 16],
    /// The fingerprint of what decides on the publication, except the time: the sources and the settings of the job.
    inputs: [u8; 16],
    /// The time whose state is published.
    as_of: Timestamp,
    /// The first later time at which an export would publish something else.
    next_due: Option<Timestamp>,
    /// The time zone of the publication.
    timezone: String,
    summary: Summary,
    /// The paths of the dumps that chunks have pieces of.
    dumps: Vec<String>,
    /// The classes and properties that are counted.
    terms: Vec<String>,
    /// The sizes of the files beside this one, in bytes.
    index: u64,
    chunks: u64,
    made_from: u64,
}

const HEADER: &str = "header";
const INDEX: &str = "index";
const CHUNKS: &str = "chunks";
const MADE_FROM: &str = "made-from";

/// The longest header, in bytes: it has the names of dumps and terms, and a few numbers.
const LONGEST_HEADER: u64 = 1 << 20;

/// A chunk of the publication before.
#[derive(Debug)]
pub(crate) struct KnownChunk {
    /// Its piece of each dump, with the note, in the order of [`Cache::dumps`].
    pub(crate) pieces: Vec<(Section, Note)>,
    pub(crate) count: Count,
}

#[derive(Serialize, Deserialize)]
struct ChunkRecord {
    fingerprint: [u8; 16],
    /// The start, the end, the checksum and the note of each piece.
    pieces: Vec<(u64, u64, [u8; 16], Note)>,
    triples: u64,
    subjects: u64,
    entities: u64,
    /// Counts by the numbers of the terms.
    classes: Vec<(u16, u64)>,
    properties: Vec<(u16, u64)>,
}

impl Cache {
    /// Opens the cache of the publication in a target. It is empty if there is none, or none that is valid.
    pub(crate) fn open(target: &Target) -> Self {
        let program = *PROGRAM;
        let folder = directory(target);
        let manifest = target.previous().intact_manifest().and_then(|manifest| manifest.sha256);
        let mut is_damaged = false;
        let found = program.zip(manifest).and_then(|(program, manifest)| {
            Found::open(folder, manifest, program, &mut is_damaged).unwrap_or_else(|_| {
                is_damaged = true;
                None
            })
        });
        Self { program, found, is_damaged }
    }

    /// Returns whether something in it is damaged, as far as it was read.
    pub(crate) fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// Returns the summary of the publication if one of these inputs at this time would be the same: on the same day, and
    /// before anything comes or goes.
    pub(crate) fn summary_of(&self, as_of: AsOf, inputs: impl FnOnce() -> Option<Fingerprint>) -> Option<&Summary> {
        let header = &self.found.as_ref()?.header;
        let zone = Zone::new(&header.timezone).ok()?;
        let as_of = as_of.instant(&zone);
        let is_same_time = header.summary.as_of == zone.date_at(as_of)
            && header.as_of <= as_of
            && header.next_due.is_none_or(|due| as_of < due);
        (is_same_time && inputs()?.0 == header.inputs).then_some(&header.summary)
    }

    /// Reads what is known of the sources, for the next reading of them.
    pub(crate) fn known(&mut self) -> Option<Known> {
        let found = self.found.as_ref()?;
        let records = found.header.records(&found.folder, INDEX, found.header.index);
        let known = records.map(|records| Known::new(Fingerprint(found.header.configuration), records));
        self.is_damaged |= known.as_ref().map_or(true, Known::is_damaged);
        known.ok()
    }

    /// Returns the paths of the dumps that chunks have pieces of.
    pub(crate) fn dumps(&self) -> &[String] {
        self.found.as_ref().map_or(&[], |found| &found.header.dumps)
    }

    /// Returns what is known of a chunk, given its fingerprint.
    pub(crate) fn chunk(&self, fingerprint: Fingerprint) -> Option<KnownChunk> {
        let found = self.found.as_ref()?;
        let record: ChunkRecord = found.chunks.read(*found.positions.get(&fingerprint)?).ok()?;
        let piece = |(start, end, checksum, note)| (Section { range: start..end, checksum: Checksum(checksum) }, note);
        let term = |(number, count): (u16, u64)| Some((found.header.terms.get(usize::from(number))?.clone(), count));
        let terms = |counts: Vec<(u16, u64)>| counts.into_iter().map(term).collect::<Option<BTreeMap<_, _>>>();
        Some(KnownChunk {
            pieces: record.pieces.into_iter().map(piece).collect(),
            count: Count {
                triples: record.triples,
                subjects: record.subjects,
                entities: record.entities,
                classes: terms(record.classes)?,
                properties: terms(record.properties)?,
            },
        })
    }

    /// Returns whether a file was made from what has this fingerprint. A page of a feed goes by its path without an extension.
    pub(crate) fn is_made_from(&self, path: &str, fingerprint: Fingerprint) -> bool {
        let made_from = self.found.as_ref().map(|found| &found.made_from);
        made_from.is_some_and(|made_from| made_from.get(&Fingerprint::of_bytes(path.as_bytes())) == Some(&fingerprint))
    }
}

impl Found {
    /// Opens a cache; returns `None` if there is none, or if it is that of another program or publication. What can be known
    /// of one with damaged records is known; if it cannot be read at all, that is an error.
    fn open(
        folder: PathBuf,
        manifest: Digest,
        program: Fingerprint,
        is_damaged: &mut bool,
    ) -> io::Result<Option<Self>> {
        let Some(header) = Header::read(&folder)? else { return Ok(None) };
        if header.program != program.to_string() || header.manifest != manifest {
            return Ok(None);
        }
        let chunks = header.records(&folder, CHUNKS, header.chunks)?;
        let mut positions = HashMap::new();
        let position = |record: io::Result<(u64, Vec<u8>)>| {
            let (position, bytes) = record?;
            // A record begins with the fingerprint of its chunk.
            let fingerprint = bytes.first_chunk().ok_or(io::ErrorKind::InvalidData)?;
            Ok((Fingerprint(*fingerprint), position))
        };
        *is_damaged |= collect(&mut positions, chunks.iter().map(position)).is_err();
        let mut made_from = HashMap::new();
        let fingerprints = |record: io::Result<([u8; 16], [u8; 16])>| {
            record.map(|(path, fingerprint)| (Fingerprint(path), Fingerprint(fingerprint)))
        };
        let records = header.records(&folder, MADE_FROM, header.made_from)?;
        *is_damaged |= collect(&mut made_from, records.values().map(fingerprints)).is_err();
        Ok(Some(Self { folder, header, chunks, positions, made_from }))
    }
}

/// Collects entries until the first error.
fn collect<V>(
    into: &mut HashMap<Fingerprint, V>,
    mut entries: impl Iterator<Item = io::Result<(Fingerprint, V)>>,
) -> io::Result<()> {
    entries.try_for_each(|entry| {
        let (key, value) = entry?;
        into.insert(key, value);
        Ok(())
    })
}

impl Header {
    /// Reads the header of a cache; returns `None` if there is no cache, or one of another version of the program.
    fn read(folder: &Path) -> io::Result<Option<Self>> {
        let (file, len) = match open(&folder.join(HEADER)) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            opened => opened?,
        };
        if len > LONGEST_HEADER {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let records = Records::new(file, len, Self::BINDING);
        Ok(serde_json::from_slice(&records.read_bytes(0)?).ok())
    }

    /// Binding of the header: no other file may stand in for it.
    const BINDING: Binding = *b"anslag header 01";

    /// Opens another file of the cache, which has so many bytes.
    fn records(&self, folder: &Path, name: &str, expected: u64) -> io::Result<Records> {
        let (file, len) = open(&folder.join(name))?;
        if len != expected {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(Records::new(file, len, binding(name, &self.program, self.inputs, self.as_of)))
    }
}

/// Returns what binds the records of a file of a cache: its name, and what decides on the bytes of the publication.
fn binding(name: &str, program: &str, inputs: [u8; 16], as_of: Timestamp) -> Binding {
    Fingerprint::of(&(name, program, inputs, as_of)).0
}

/// Opens a regular file, and returns its size in bytes. Another one may have no end.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let file = open_regular(path)?;
    let len = file.metadata()?.len();
    Ok((file, len))
}

/// A cache that is being written, of the publication that is being written.
pub(crate) struct NewCache {
    /// The fingerprint of the program; empty if it cannot be read, and the cache will not be kept.
    program: String,
    inputs: Fingerprint,
    as_of: Timestamp,
    folder: TemporaryDirectory,
    target: PathBuf,
    chunks: Spool,
    made_from: Spool,
    dumps: Vec<String>,
    terms: HashMap<String, u16>,
}

impl NewCache {
    /// Makes an empty cache for a target with these dumps. `inputs` and `as_of` decide on the bytes of the publication.
    pub(crate) fn new(
        target: &Target,
        former: &Cache,
        dumps: Vec<String>,
        inputs: Fingerprint,
        as_of: Timestamp,
    ) -> Result<Self, PublishError> {
        let (parent, name) = (target.parent(), target.name());
        let attempt = |error| PublishError::io(Attempt::WriteCache, parent)(error);
        let program = former.program.map(|program| program.to_string()).unwrap_or_default();
        let folder = beside(parent, name, CACHE_SUFFIX).map_err(attempt)?;
        let spool = |name: &str| {
            let file = File::create_new(folder.path().join(name)).map_err(attempt)?;
            Ok::<_, PublishError>(Spool::into_file(file, binding(name, &program, inputs.0, as_of)))
        };
        let (chunks, made_from) = (spool(CHUNKS)?, spool(MADE_FROM)?);
        let target = directory(target);
        Ok(Self { inputs, as_of, folder, target, chunks, made_from, dumps, terms: HashMap::new(), program })
    }

    /// Notes a chunk: its piece of each dump, in the order of the dumps, and its count.
    pub(crate) fn chunk(
        &mut self,
        fingerprint: Fingerprint,
        pieces: Vec<(Section, Note)>,
        count: &Count,
    ) -> Result<(), PublishError> {
        let piece = |(Section { range, checksum }, note)| (range.start, range.end, checksum.0, note);
        let record = ChunkRecord {
            fingerprint: fingerprint.0,
            pieces: pieces.into_iter().map(piece).collect(),
            triples: count.triples,
            subjects: count.subjects,
            entities: count.entities,
            classes: numbered(&mut self.terms, &count.classes),
            properties: numbered(&mut self.terms, &count.properties),
        };
        self.chunks.push(&record).map(drop).map_err(PublishError::io(Attempt::WriteCache, &self.target))
    }

    /// Notes what a file was made from. A page of a feed goes by its path without an extension.
    pub(crate) fn made_from(&mut self, path: &str, fingerprint: Fingerprint) -> Result<(), PublishError> {
        let record = (Fingerprint::of_bytes(path.as_bytes()).0, fingerprint.0);
        self.made_from.push(&record).map(drop).map_err(PublishError::io(Attempt::WriteCache, &self.target))
    }

    /// Writes the rest of the cache and replaces the former one, after the publication itself was replaced. If that fails,
    /// there is no cache, and the next export makes everything anew.
    pub(crate) fn replace(self, corpus: &Corpus, manifest: Digest, (plan, summary): (&Plan, &Summary)) {
        let target = self.target.clone();
        let _ = fs::remove_dir_all(&target);
        if !self.program.is_empty() && self.write(corpus, manifest, (plan, summary)).is_err() {
            let _ = fs::remove_dir_all(&target);
        }
    }

    fn write(self, corpus: &Corpus, manifest: Digest, (plan, summary): (&Plan, &Summary)) -> io::Result<()> {
        let spool = |name: &str, binding| {
            Ok::<_, io::Error>(Spool::into_file(File::create_new(self.folder.path().join(name))?, binding))
        };
        let mut sources = spool(INDEX, binding(INDEX, &self.program, self.inputs.0, self.as_of))?;
        sources.extend(corpus.index_records().iter())?;
        let mut terms: Vec<(String, u16)> = self.terms.into_iter().collect();
        terms.sort_by_key(|(_, number)| *number);
        let header = Header {
            program: self.program,
            manifest,
            configuration: corpus.configuration().0,
            inputs: self.inputs.0,
            as_of: self.as_of,
            next_due: plan.next_due.as_ref().map(|due| due.at),
            timezone: corpus.publication.zone.name().to_owned(),
            summary: summary.clone(),
            dumps: self.dumps,
            terms: terms.into_iter().map(|(term, _)| term).collect(),
            index: sources.into_records()?.len(),
            chunks: self.chunks.into_records()?.len(),
            made_from: self.made_from.into_records()?.len(),
        };
        let mut file = spool(HEADER, Header::BINDING)?;
        file.push_bytes(&serde_json::to_vec(&header)?)?;
        file.into_records()?;
        fs::rename(self.folder.path(), &self.target)?;
        let _ = self.folder.keep();
        Ok(())
    }
}

/// Returns counts by the numbers of their terms. A new term gets the next number.
fn numbered(terms: &mut HashMap<String, u16>, counts: &BTreeMap<String, u64>) -> Vec<(u16, u64)> {
    let mut number = |term: &String| match terms.get(term) {
        Some(number) => *number,
        None => {
            let next = u16::try_from(terms.len()).expect("the vocabulary has fewer terms");
            terms.insert(term.clone(), next);
            next
        }
    };
    counts.iter().map(|(term, count)| (number(term), *count)).collect()
}

/// Fingerprint of this program's own bytes, which tells it from every other version; `None` if they cannot be read.
static PROGRAM: LazyLock<Option<Fingerprint>> =
    LazyLock::new(|| Fingerprint::of_reader(File::open(env::current_exe().ok()?).ok()?).ok());

/// Returns the directory of the cache of a target.
pub(crate) fn directory(target: &Target) -> PathBuf {
    target.parent().join(format!(".{}.cache", target.name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Work;
    use jiff::civil::Date;

    const PROGRAM: Fingerprint = Fingerprint([1; 16]);
    const MANIFEST: Digest = Digest([2; 32]);

    /// Writes a cache without chunks.
    fn write(folder: &Path) {
        let summary = Summary {
            board_only: 1,
            as_of: Date::MIN,
            published: 0,
            drafts: 0,
            held_back: 0,
            expired: 0,
            withdrawn: 0,
            next_due: None,
            files: 1,
            bytes: 0,
            work: Work::default(),
        };
        let header = Header {
            program: PROGRAM.to_string(),
            manifest: MANIFEST,
            configuration: [3; 16],
            inputs: [4; 16],
            as_of: Timestamp::UNIX_EPOCH,
            next_due: None,
            timezone: "UTC".to_owned(),
            summary,
            dumps: Vec::new(),
            terms: Vec::new(),
            index: 0,
            chunks: 0,
            made_from: 0,
        };
        let mut file = Spool::into_file(File::create_new(folder.join(HEADER)).unwrap(), Header::BINDING);
        file.push_bytes(&serde_json::to_vec(&header).unwrap()).unwrap();
        file.into_records().unwrap();
        for name in [INDEX, CHUNKS, MADE_FROM] {
            File::create_new(folder.join(name)).unwrap();
        }
    }

    #[test]
    fn a_cache_counts_for_one_program_and_one_publication() {
        let folder = tempfile::tempdir().unwrap();
        let open = |manifest, program| {
            let mut is_damaged = false;
            let found = Found::open(folder.path().to_owned(), manifest, program, &mut is_damaged);
            assert!(!is_damaged);
            found.map(|found| found.is_some())
        };
        assert!(!open(MANIFEST, PROGRAM).unwrap(), "there is none");
        write(folder.path());
        assert!(open(MANIFEST, PROGRAM).unwrap());
        assert!(!open(MANIFEST, Fingerprint([0; 16])).unwrap(), "another program");
        assert!(!open(Digest([0; 32]), PROGRAM).unwrap(), "another publication");
        fs::write(folder.path().join(CHUNKS), "more").unwrap();
        assert!(open(MANIFEST, PROGRAM).is_err(), "a longer file");
        fs::write(folder.path().join(HEADER), "{}").unwrap();
        assert!(open(MANIFEST, PROGRAM).is_err(), "no header");
    }
}
