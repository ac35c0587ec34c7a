use crate::{
    Digest, Manifest, Plan, PublishError, Summary,
    dump::Note,
    error::Attempt,
    staging::{CACHE_SUFFIX, beside},
    target::Target,
    temporary::TemporaryDirectory,
};
use anslag_catalog::Count;
use anslag_core::{AsOf, Fingerprint, Zone};
use anslag_source::{Corpus, Known};
use anslag_spool::{Records, Spool};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap},
    fs::{self, File},
    io::{self, BufReader},
    ops::Range,
    path::{Path, PathBuf},
};

/// What is known of a publication: what its files were made from, and the positions of their pieces. What is unchanged is
/// not made again.
///
/// The cache is a folder beside the publication, `.<name>.cache`. It may be deleted at any time: only time depends on it.
/// It is valid only if the same program wrote it, to the last byte, and for the very publication that is there.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    /// The fingerprint of this program; `None` if the program cannot be read.
    program: Option<Fingerprint>,
    found: Option<Found>,
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
    /// The digest of the manifest of the publication.
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

const HEADER: &str = "header.json";
const INDEX: &str = "index";
const CHUNKS: &str = "chunks";
const MADE_FROM: &str = "made-from";

/// A chunk of the publication before.
#[derive(Debug)]
pub(crate) struct KnownChunk {
    /// The position of its piece of each dump, with the note, in the order of [`Cache::dumps`].
    pub(crate) pieces: Vec<(Range<u64>, Note)>,
    pub(crate) count: Count,
}

#[derive(Serialize, Deserialize)]
struct ChunkRecord {
    fingerprint: [u8; 16],
    /// The start, the end and the note of each piece.
    pieces: Vec<(u64, u64, Note)>,
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
        let program = program().ok();
        let folder = target.parent().join(cache_name(target.name()));
        let found = program.and_then(|program| Found::open(folder, target.path(), program).ok());
        Self { program, found }
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

    /// Returns what is known of the sources, for the next reading of them.
    pub(crate) fn known(&self) -> Option<Known> {
        let Found { folder, header, .. } = self.found.as_ref()?;
        let file = File::open(folder.join(INDEX)).ok()?;
        Some(Known { configuration: Fingerprint(header.configuration), records: Records::new(file, header.index) })
    }

    /// Returns the paths of the dumps that chunks have pieces of.
    pub(crate) fn dumps(&self) -> &[String] {
        self.found.as_ref().map_or(&[], |found| &found.header.dumps)
    }

    /// Returns what is known of a chunk, given its fingerprint.
    pub(crate) fn chunk(&self, fingerprint: Fingerprint) -> Option<KnownChunk> {
        let found = self.found.as_ref()?;
        let record: ChunkRecord = found.chunks.read(*found.positions.get(&fingerprint)?).ok()?;
        let term = |(number, count): (u16, u64)| Some((found.header.terms.get(usize::from(number))?.clone(), count));
        let terms = |counts: Vec<(u16, u64)>| counts.into_iter().map(term).collect::<Option<BTreeMap<_, _>>>();
        Some(KnownChunk {
            pieces: record.pieces.into_iter().map(|(start, end, note)| (start..end, note)).collect(),
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
    fn open(folder: PathBuf, out: &Path, program: Fingerprint) -> io::Result<Self> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let header: Header = serde_json::from_reader(BufReader::new(File::open(folder.join(HEADER))?))?;
        let manifest = Digest::of(&fs::read(out.join(Manifest::NAME))?);
        if header.program != program.to_string() || header.manifest != manifest {
            return Err(invalid());
        }
        let records = |name: &str, len: u64| {
            let file = File::open(folder.join(name))?;
            if file.metadata()?.len() == len { Ok(Records::new(file, len)) } else { Err(invalid()) }
        };
        records(INDEX, header.index)?;
        let chunks = records(CHUNKS, header.chunks)?;
        let mut positions = HashMap::new();
        for record in &chunks {
            let (position, bytes) = record?;
            // A record begins with the fingerprint of its chunk.
            positions.insert(Fingerprint(*bytes.first_chunk().ok_or_else(invalid)?), position);
        }
        let made_from = records(MADE_FROM, header.made_from)?;
        let made_from = made_from.values().map(|record| {
            let (path, fingerprint): ([u8; 16], [u8; 16]) = record?;
            Ok((Fingerprint(path), Fingerprint(fingerprint)))
        });
        let made_from = made_from.collect::<io::Result<_>>()?;
        Ok(Self { folder, header, chunks, positions, made_from })
    }
}

/// A cache that is being written, of the publication that is being written.
pub(crate) struct NewCache {
    folder: TemporaryDirectory,
    target: PathBuf,
    chunks: Spool,
    made_from: Spool,
    dumps: Vec<String>,
    terms: HashMap<String, u16>,
}

impl NewCache {
    /// Makes an empty cache for a target with these dumps.
    pub(crate) fn new(parent: &Path, name: &str, dumps: Vec<String>) -> Result<Self, PublishError> {
        let attempt = |error| PublishError::io(Attempt::WriteCache, parent)(error);
        let folder = beside(parent, name, CACHE_SUFFIX).map_err(attempt)?;
        let spool = |name: &str| Ok(Spool::into_file(File::create_new(folder.path().join(name))?));
        let (chunks, made_from) = (spool(CHUNKS).map_err(attempt)?, spool(MADE_FROM).map_err(attempt)?);
        let target = parent.join(cache_name(name));
        Ok(Self { folder, target, chunks, made_from, dumps, terms: HashMap::new() })
    }

    /// Notes a chunk: the position of its piece of each dump, in the order of the dumps, and its count.
    pub(crate) fn chunk(
        &mut self,
        fingerprint: Fingerprint,
        pieces: Vec<(Range<u64>, Note)>,
        count: &Count,
    ) -> Result<(), PublishError> {
        let record = ChunkRecord {
            fingerprint: fingerprint.0,
            pieces: pieces.into_iter().map(|(piece, note)| (piece.start, piece.end, note)).collect(),
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
    pub(crate) fn replace(
        self,
        former: &Cache,
        corpus: &Corpus,
        inputs: Fingerprint,
        manifest: Digest,
        (plan, summary): (&Plan, &Summary),
    ) {
        let target = self.target.clone();
        let _ = fs::remove_dir_all(&target);
        let Some(program) = former.program else { return };
        if self.write(program, corpus, inputs, manifest, (plan, summary)).is_err() {
            let _ = fs::remove_dir_all(&target);
        }
    }

    fn write(
        self,
        program: Fingerprint,
        corpus: &Corpus,
        inputs: Fingerprint,
        manifest: Digest,
        (plan, summary): (&Plan, &Summary),
    ) -> io::Result<()> {
        let mut sources = Spool::into_file(File::create_new(self.folder.path().join(INDEX))?);
        sources.extend(corpus.index_records().iter())?;
        let mut terms: Vec<(String, u16)> = self.terms.into_iter().collect();
        terms.sort_by_key(|(_, number)| *number);
        let header = Header {
            program: program.to_string(),
            manifest,
            configuration: corpus.configuration().0,
            inputs: inputs.0,
            as_of: plan.as_of,
            next_due: plan.next_due,
            timezone: corpus.publication.zone.name().to_owned(),
            summary: summary.clone(),
            dumps: self.dumps,
            terms: terms.into_iter().map(|(term, _)| term).collect(),
            index: sources.into_records()?.len(),
            chunks: self.chunks.into_records()?.len(),
            made_from: self.made_from.into_records()?.len(),
        };
        fs::write(self.folder.path().join(HEADER), serde_json::to_vec(&header)?)?;
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

/// Returns the fingerprint of this program's own bytes, which tells it from every other version.
fn program() -> io::Result<Fingerprint> {
    Fingerprint::of_reader(File::open(std::env::current_exe()?)?)
}

fn cache_name(name: &str) -> String {
    format!(".{name}.cache")
}
