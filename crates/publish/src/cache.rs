use crate::{
    Digest, Manifest, Options, PublishError, Summary, Target,
    dump::Note,
    error::Attempt,
    staging::{CACHE_SUFFIX, beside},
    temporary::TemporaryDirectory,
};
use anslag_catalog::Count;
use anslag_core::Fingerprint;
use anslag_source::{Corpus, Known};
use anslag_spool::{Records, Spool};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap},
    fs::{self, File},
    io::{self, BufReader},
    ops::Range,
    path::{Path, PathBuf},
};

/// What is known of the publication that stands in a folder: what it was made from, and where its pieces stand, so that what
/// is unchanged is not made again.
///
/// It is a folder beside the publication, `.<name>.cache`, and may be deleted at any time: nothing but time depends on it.
/// It counts only where it was written by the same program, to the letter, and for the very publication that is there.
#[derive(Debug, Default)]
pub struct Cache {
    /// What tells this program from any other; none where it cannot be told.
    program: Option<Fingerprint>,
    found: Option<Found>,
}

#[derive(Debug)]
struct Found {
    folder: PathBuf,
    header: Header,
    chunks: Records,
    /// Where what is known of a chunk stands, by the chunk's fingerprint.
    places: HashMap<Fingerprint, u64>,
    /// What files were made from, by the fingerprints of their paths.
    made_from: HashMap<Fingerprint, Fingerprint>,
}

/// What a cache is of.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    /// The program that wrote it.
    program: String,
    /// The manifest of the publication.
    manifest: Digest,
    /// What the sources were read with.
    configuration: [u8; 16],
    /// What decides on the publication: the sources, and the settings of the run.
    inputs: [u8; 16],
    /// The day whose state is published, and the time zone in which it is a day.
    as_of: String,
    timezone: String,
    /// What was said of the run.
    summary: Summary,
    /// The paths of the dumps that chunks have pieces of.
    dumps: Vec<String>,
    /// The classes and properties that are counted.
    terms: Vec<String>,
    /// How long the files beside this one are.
    index: u64,
    chunks: u64,
    made_from: u64,
}

const HEADER: &str = "header.json";
const INDEX: &str = "index";
const CHUNKS: &str = "chunks";
const MADE_FROM: &str = "made-from";

/// What is known of a chunk.
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
    /// By the numbers of the terms.
    classes: Vec<(u16, u64)>,
    properties: Vec<(u16, u64)>,
}

impl Cache {
    /// What is known of the publication in a target; nothing where there is no cache, or none that counts.
    #[must_use]
    pub fn open(target: &Target) -> Self {
        let program = program().ok();
        let folder = target.parent().join(cache_name(target.name()));
        let found = program.and_then(|program| Found::open(folder, target.path(), program).ok());
        Self { program, found }
    }

    /// The time zone in which days began and ended when it was published.
    #[must_use]
    pub fn timezone(&self) -> Option<&str> {
        self.found.as_ref().map(|found| found.header.timezone.as_str())
    }

    /// What was said of the export whose publication stands there, where it was of the same day, settings and sources.
    pub(crate) fn summary_of(&self, as_of: Date, inputs: Fingerprint) -> Option<&Summary> {
        let header = &self.found.as_ref()?.header;
        (header.inputs == inputs.0 && header.as_of == as_of.to_string()).then_some(&header.summary)
    }

    /// What is known of the sources, for the next reading of them.
    #[must_use]
    pub fn known(&self) -> Option<Known> {
        let Found { folder, header, .. } = self.found.as_ref()?;
        let file = File::open(folder.join(INDEX)).ok()?;
        Some(Known { configuration: Fingerprint(header.configuration), records: Records::new(file, header.index) })
    }

    /// Returns the paths of the dumps that chunks have pieces of.
    pub(crate) fn dumps(&self) -> &[String] {
        self.found.as_ref().map_or(&[], |found| &found.header.dumps)
    }

    /// What is known of a chunk, by its fingerprint.
    pub(crate) fn chunk(&self, fingerprint: Fingerprint) -> Option<KnownChunk> {
        let found = self.found.as_ref()?;
        let record: ChunkRecord = found.chunks.read(*found.places.get(&fingerprint)?).ok()?;
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
        let mut places = HashMap::new();
        for record in &chunks {
            let (place, bytes) = record?;
            // Its fingerprint is what a record begins with.
            places.insert(Fingerprint(*bytes.first_chunk().ok_or_else(invalid)?), place);
        }
        let made_from = records(MADE_FROM, header.made_from)?;
        let made_from = made_from.values().map(|record| {
            let (path, fingerprint): ([u8; 16], [u8; 16]) = record?;
            Ok((Fingerprint(path), Fingerprint(fingerprint)))
        });
        let made_from = made_from.collect::<io::Result<_>>()?;
        Ok(Self { folder, header, chunks, places, made_from })
    }
}

/// A cache that is being written, for the publication that is being written.
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
        pieces: &[(Range<u64>, Note)],
        count: &Count,
    ) -> Result<(), PublishError> {
        let record = ChunkRecord {
            fingerprint: fingerprint.0,
            pieces: pieces.iter().map(|(piece, note)| (piece.start, piece.end, note.clone())).collect(),
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

    /// Writes the rest of it, and puts it in the place of the one before, for the publication that has just been put in its
    /// own. Where that fails, there is none: the next export makes everything anew.
    pub(crate) fn replace(self, corpus: &Corpus, options: &Options<'_>, manifest: Digest, summary: &Summary) {
        let target = self.target.clone();
        let _ = fs::remove_dir_all(&target);
        let Some(program) = options.cache.program else { return };
        if self.write(program, corpus, options, manifest, summary).is_err() {
            let _ = fs::remove_dir_all(&target);
        }
    }

    fn write(
        self,
        program: Fingerprint,
        corpus: &Corpus,
        options: &Options<'_>,
        manifest: Digest,
        summary: &Summary,
    ) -> io::Result<()> {
        let mut sources = Spool::into_file(File::create_new(self.folder.path().join(INDEX))?);
        sources.extend(corpus.index_records().iter())?;
        let mut terms: Vec<(String, u16)> = self.terms.into_iter().collect();
        terms.sort_by_key(|(_, number)| *number);
        let header = Header {
            program: program.to_string(),
            manifest,
            configuration: corpus.configuration().0,
            inputs: options.inputs(corpus.fingerprint()).0,
            as_of: options.as_of.to_string(),
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

/// The counts by the numbers of their terms; a new term gets the next number.
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

/// What tells this program from any other, an older or a newer one too: its own bytes.
fn program() -> io::Result<Fingerprint> {
    Fingerprint::of_reader(File::open(std::env::current_exe()?)?)
}

fn cache_name(name: &str) -> String {
    format!(".{name}.cache")
}
