use crate::{
    FileEntry, Manifest, Plan, Progress, PublishError, Stop, Target,
    cache::{Cache, KnownChunk, NewCache},
    catalogue,
    chunk::ends_chunk,
    compressed::Compressed,
    csv_dump::CsvDump,
    derived::{Derived, write_derived},
    dump::{Chunk, Dump, Note},
    dump_file::DumpFile,
    entries::Entries,
    error::Attempt,
    feeds::{FeedWriter, Membership},
    format_dumps::dumps,
    staging::Staging,
};
use anslag_catalog::{Count, Published};
use anslag_core::{Announcement, Fingerprint, Format};
use anslag_feed::{FeedFormat, Renderer};
use anslag_pipeline::in_order;
use anslag_rdf::{Graph, Syntax};
use anslag_schema::JsonSchema;
use anslag_source::{Corpus, IndexEntry};
use anslag_table::{Dialect, Table, datapackage::Resource};
use jiff::civil::Date;
use oxrdf::Triple;
use serde::{Deserialize, Serialize};
use std::{io::Write, num::NonZeroUsize, ops::Range, path::Path};

/// How an export is done.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The day whose state is published.
    pub as_of: Date,
    /// How many threads render. The bytes do not depend on it.
    pub threads: NonZeroUsize,
    /// What is known of what stands there.
    pub cache: &'a Cache,
    /// What decides on the output beside the sources and the day: what was chosen for this run.
    pub settings: Fingerprint,
    /// Whether the end of the export waits until everything is on the disk, so that a power failure takes nothing away.
    pub sync: bool,
    /// Where it is counted how far the export has come.
    pub progress: &'a Progress,
    /// By which somebody may ask for its end.
    pub stop: &'a Stop,
}

/// What an export has written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How many announcements are published.
    pub published: usize,
    /// How many are being written.
    pub drafts: usize,
    /// How many are published on a later day.
    pub held_back: usize,
    /// How many have expired.
    pub expired: usize,
    /// How many are withdrawn.
    pub withdrawn: usize,
    /// When the next announcement appears or expires.
    pub next_due: Option<Date>,
    /// How many files there are.
    pub files: usize,
    /// How many bytes they have together.
    pub bytes: u64,
    /// What was made anew for it, and what was taken over.
    pub work: Work,
}

/// What of a publication was made anew, and what was taken over from the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The chunks that were rendered.
    pub chunks_rendered: usize,
    /// The chunks that were copied.
    pub chunks_kept: usize,
    /// The pages of feeds that were put together.
    pub pages_rendered: usize,
    /// The pages of feeds that were the same.
    pub pages_kept: usize,
    /// The files that were the same, to the last byte, and neither read nor written.
    pub files_linked: usize,
}

/// Writes a corpus in every form and puts it in the place of the target, which was taken before the corpus was read.
pub fn export(corpus: &Corpus, target: &Target, options: &Options<'_>) -> Result<Summary, PublishError> {
    let membership = Membership::new(corpus);
    target.refuse_vanishing_feeds(&corpus.publication, &membership.feeds)?;
    let plan = Plan::new(corpus, options.as_of)?;
    let staging = Staging::new(target.parent(), target.name(), target.previous(), options.stop, options.progress)?;
    let dumps = dumps(&corpus.publication.output);
    let paths: Vec<String> = dumps.iter().map(|dump| dump.path()).collect();
    let mut new_cache = NewCache::new(target.parent(), target.name(), paths.clone())?;
    let register = anslag_rdf::register(&corpus.publication);
    let mut entries = Entries::new(corpus, &plan, staging.path())?;
    let known = paths.iter().map(|path| options.cache.dumps().iter().position(|known| known == path));
    let export = Export {
        corpus,
        target,
        plan: &plan,
        staging: &staging,
        register: &register,
        options,
        known_dumps: known.collect(),
        dumps,
    };
    let (count, mut work) = export.write_dumps(&mut entries, &mut new_cache)?;
    write_derived(&export.derived(), &staging, options.threads, options.cache, &mut new_cache)?;
    export.write_table_descriptions()?;
    export.write_register()?;
    FeedWriter { membership: &membership, plan: &plan, options, entries: &entries, staging: &staging }
        .write(&mut new_cache, &mut work)?;
    export.write_catalogue(count)?;
    work.files_linked = staging.linked();

    let files = staging.take_files();
    let bytes = files.values().map(|file| file.size).sum();
    let summary = Summary {
        published: plan.published,
        drafts: plan.drafts,
        held_back: plan.held_back,
        expired: plan.expired,
        withdrawn: plan.withdrawn,
        next_due: plan.next_due,
        files: files.len() + 1,
        bytes,
        work,
    };
    let manifest = Manifest::new(&corpus.publication, options.as_of, files);
    let mut file = staging.create(Manifest::NAME)?;
    file.add(|out| {
        serde_json::to_writer_pretty(&mut *out, &manifest)?;
        out.write_all(b"\n")
    })?;
    let manifest = staging.finish(file)?.sha256;
    drop(entries);
    target.replace_with(staging, options.sync)?;
    new_cache.replace(corpus, options, manifest, &summary);
    Ok(summary)
}

/// Looks whether the publication that stands in the target is what an export of the data would write, since the sources, the
/// settings and the day are the same, and nobody has touched it; and says so as the export would. Nothing is written.
#[must_use]
pub fn unchanged(data: &Path, target: &Target, options: &Options<'_>) -> Option<Summary> {
    let sources = anslag_source::fingerprint(data, options.threads)?;
    let before = options.cache.summary_of(options.as_of, options.inputs(sources))?;
    let previous = target.previous();
    let manifest = previous.manifest()?;
    if !manifest.files.keys().all(|name| previous.entry(name).is_some()) {
        return None;
    }
    let Work { chunks_rendered, chunks_kept, pages_rendered, pages_kept, .. } = before.work;
    let work = Work {
        chunks_kept: chunks_rendered + chunks_kept,
        pages_kept: pages_rendered + pages_kept,
        files_linked: manifest.files.len(),
        ..Work::default()
    };
    Some(Summary { work, ..before.clone() })
}

impl Options<'_> {
    /// What decides on the output beside the day.
    pub(crate) fn inputs(&self, sources: Fingerprint) -> Fingerprint {
        Fingerprint::of(&(sources, self.settings))
    }
}

/// A run of announcements that are written together, with what their bytes depend on.
struct ChunkPlan {
    entries: Vec<IndexEntry>,
    fingerprint: Fingerprint,
}

/// A chunk as it is written.
struct RenderedChunk {
    fingerprint: Fingerprint,
    /// Its piece of each dump.
    pieces: Vec<Piece>,
    /// Its announcements as entries of feeds, where they were worked out.
    entries: Vec<Option<Vec<u8>>>,
    count: Count,
    is_kept: bool,
}

/// A chunk's piece of a dump, with its note.
enum Piece {
    New(Vec<u8>, Note),
    /// A part of the file that was published before.
    Old(Range<u64>, Note),
}

/// An export that is under way.
struct Export<'a> {
    corpus: &'a Corpus,
    target: &'a Target,
    plan: &'a Plan,
    staging: &'a Staging<'a>,
    register: &'a Graph,
    options: &'a Options<'a>,
    dumps: Vec<Box<dyn Dump>>,
    /// The position of each dump among those of the cache.
    known_dumps: Vec<Option<usize>>,
}

impl Export<'_> {
    /// Writes the dumps and the documents about single announcements, and fills the entries; returns the count of all
    /// triples.
    ///
    /// A few chunks are under way at once: they are read and rendered on all threads, and written in their order. The
    /// memory used depends on the length of a chunk and the number of threads.
    fn write_dumps(&self, entries: &mut Entries<'_>, cache: &mut NewCache) -> Result<(Count, Work), PublishError> {
        let publication = &self.corpus.publication;
        let mut files: Vec<DumpFile<'_>> = Vec::new();
        for dump in &self.dumps {
            let mut file = DumpFile::new(dump.path(), self.staging);
            let prologue = dump.prologue(publication, self.register);
            file.push(&prologue.map_err(PublishError::io(Attempt::Render, dump.path()))?)?;
            files.push(file);
        }
        let has_old: Vec<bool> = files.iter().map(DumpFile::has_old).collect();
        let mut noted: Vec<Vec<(Range<u64>, Note)>> = vec![Vec::new(); files.len()];
        let mut count = Count::of(publication, &self.register.triples);
        let mut work = Work::default();
        let mut done = 0;
        self.options.progress.reach(done, self.plan.published);
        let mut index = self.plan.entries(self.corpus);
        let base = publication.fingerprint();
        in_order(
            self.options.threads,
            || self.next_chunk(&mut index, base),
            |chunk| self.render(&chunk, &has_old),
            |chunk| {
                done += chunk.entries.len();
                let mut pieces = Vec::with_capacity(files.len());
                for ((file, noted), piece) in files.iter_mut().zip(&mut noted).zip(chunk.pieces) {
                    let start = file.len();
                    let note = match piece {
                        Piece::New(bytes, note) => file.push(&bytes).map(|()| note)?,
                        Piece::Old(range, note) => file.push_old(range).map(|()| note)?,
                    };
                    let piece = (start..file.len(), note);
                    if !piece.1.is_empty() {
                        noted.push(piece.clone());
                    }
                    pieces.push(piece);
                }
                entries.push(chunk.entries).map_err(PublishError::io(Attempt::KeepEntries, self.target.path()))?;
                cache.chunk(chunk.fingerprint, &pieces, &chunk.count)?;
                count.merge(&chunk.count);
                *if chunk.is_kept { &mut work.chunks_kept } else { &mut work.chunks_rendered } += 1;
                self.options.progress.reach(done, self.plan.published);
                Ok(())
            },
        )?;
        entries.end().map_err(PublishError::io(Attempt::KeepEntries, self.target.path()))?;
        for ((dump, mut file), noted) in self.dumps.iter().zip(files).zip(noted) {
            let epilogue = dump.epilogue(&noted);
            file.push(&epilogue.map_err(PublishError::io(Attempt::Render, dump.path()))?)?;
            file.finish()?;
        }
        Ok((count, work))
    }

    /// Takes the next chunk from the index; none at its end.
    fn next_chunk(
        &self,
        index: &mut impl Iterator<Item = Result<IndexEntry, PublishError>>,
        base: Fingerprint,
    ) -> Result<Option<ChunkPlan>, PublishError> {
        let (mut entries, mut fingerprints) = (Vec::new(), vec![base]);
        for entry in index {
            let entry = entry?;
            fingerprints.push(self.plan.fingerprint(&entry));
            let is_last = ends_chunk(entry.id.as_str());
            entries.push(entry);
            if is_last {
                break;
            }
        }
        Ok((!entries.is_empty()).then(|| ChunkPlan { entries, fingerprint: Fingerprint::of(&fingerprints) }))
    }

    /// Takes over what is known of a chunk, and reads and renders it where that is not all of it.
    fn render(&self, chunk: &ChunkPlan, has_old: &[bool]) -> Result<RenderedChunk, PublishError> {
        let known = self.options.cache.chunk(chunk.fingerprint);
        let piece = |dump: usize| {
            let KnownChunk { pieces, .. } = known.as_ref()?;
            pieces.get(self.known_dumps[dump]?).filter(|_| has_old[dump]).cloned()
        };
        let kept: Vec<Option<(Range<u64>, Note)>> = (0..self.dumps.len()).map(piece).collect();
        let documents = self.documents(chunk, known.is_some())?;
        if let Some(known) = &known
            && documents.is_empty()
            && kept.iter().all(Option::is_some)
        {
            return Ok(RenderedChunk {
                fingerprint: chunk.fingerprint,
                pieces: kept.into_iter().flatten().map(|(range, note)| Piece::Old(range, note)).collect(),
                entries: vec![None; chunk.entries.len()],
                count: known.count.clone(),
                is_kept: true,
            });
        }
        self.render_anew(chunk, kept, &documents)
    }

    /// Takes over the documents about a chunk's announcements where nothing of it has changed; gives those that have to be
    /// written.
    fn documents(&self, chunk: &ChunkPlan, is_known: bool) -> Result<Vec<(usize, Syntax)>, PublishError> {
        let mut missing = Vec::new();
        if self.corpus.publication.output.documents {
            for at in 0..chunk.entries.len() {
                for syntax in self.document_syntaxes() {
                    if !is_known || self.staging.keep(&document(&chunk.entries[at], syntax))?.is_none() {
                        missing.push((at, syntax));
                    }
                }
            }
        }
        Ok(missing)
    }

    /// Reads a chunk, writes documents about its announcements, and renders the pieces that are not kept.
    fn render_anew(
        &self,
        chunk: &ChunkPlan,
        kept: Vec<Option<(Range<u64>, Note)>>,
        documents: &[(usize, Syntax)],
    ) -> Result<RenderedChunk, PublishError> {
        let publication = &self.corpus.publication;
        let read = |entry| self.plan.read(self.corpus, entry);
        let announcements = chunk.entries.iter().map(read).collect::<Result<Vec<Announcement>, _>>()?;
        let mut entries = vec![None; announcements.len()];
        if FeedFormat::preferred(publication).is_some() {
            let mut renderer = Renderer::new(publication);
            entries = announcements.iter().map(|own| Some(renderer.render(own).into_record())).collect();
        }
        let rendered = Chunk::new(announcements);
        let graphs = rendered.graphs(publication);
        for (at, syntax) in documents {
            let (entry, graph) = (&chunk.entries[*at], &graphs[*at]);
            self.staging.write(&document(entry, *syntax), |out| {
                syntax.document(publication, &entry.id, graph, self.register, out).map(drop)
            })?;
        }
        let piece = |(dump, kept): (&Box<dyn Dump>, Option<(Range<u64>, Note)>)| match kept {
            Some((range, note)) => Ok(Piece::Old(range, note)),
            None => {
                let piece = dump.chunk(publication, &rendered);
                piece
                    .map(|(bytes, note)| Piece::New(bytes, note))
                    .map_err(PublishError::io(Attempt::Render, dump.path()))
            }
        };
        Ok(RenderedChunk {
            fingerprint: chunk.fingerprint,
            pieces: self.dumps.iter().zip(kept).map(piece).collect::<Result<_, PublishError>>()?,
            entries,
            count: Count::of(publication, graphs.iter().flat_map(|graph| &graph.triples)),
            is_kept: false,
        })
    }

    /// Returns the files that are made of the dumps: compressed copies of the large ones.
    fn derived(&self) -> Vec<Box<dyn Derived>> {
        let settings = &self.corpus.publication.output;
        let mut derived: Vec<Box<dyn Derived>> = Vec::new();
        for dump in self.dumps.iter().filter(|dump| dump.is_compressible()) {
            let FileEntry { size, .. } = self.staging.entry(&dump.path()).expect("the dumps are written");
            for compression in settings.compress.iter().filter(|_| size >= settings.compress_from) {
                derived.push(Box::new(Compressed { dump: dump.path(), size, compression: *compression }));
            }
        }
        derived
    }

    /// The syntaxes that documents are written in.
    fn document_syntaxes(&self) -> impl Iterator<Item = Syntax> {
        Syntax::DOCUMENTS.into_iter().filter(|syntax| self.corpus.publication.output.has(syntax.format()))
    }

    fn write_register(&self) -> Result<(), PublishError> {
        for syntax in self.document_syntaxes() {
            let name = format!("data/register.{}", syntax.format().spec().extension);
            self.staging
                .write(&name, |out| syntax.register_document(&self.corpus.publication, self.register, out).map(drop))?;
        }
        Ok(())
    }

    /// Describes the tables, whose dumps are written by now.
    fn write_table_descriptions(&self) -> Result<(), PublishError> {
        let publication = &self.corpus.publication;
        if !publication.output.has(Format::Csv) {
            return Ok(());
        }
        let modified = self.plan.modified;
        self.staging
            .write("data/csv-metadata.json", |out| anslag_table::csvw::write(publication, modified, out).map(drop))?;
        let files = Table::ALL.map(|table| {
            let dump = CsvDump { table, dialect: Dialect::Standard };
            let file = self.staging.entry(&dump.path()).expect("the tables are written");
            (table, file.size, file.sha256.to_string())
        });
        let resources: Vec<Resource<'_>> =
            files.iter().map(|(table, bytes, sha256)| Resource { table: *table, bytes: *bytes, sha256 }).collect();
        self.staging.write("data/datapackage.json", |out| {
            anslag_table::datapackage::write(publication, &resources, modified, out).map(drop)
        })?;
        Ok(())
    }

    /// Describes all that was written: the catalogue, the statistics, and what the data are written with.
    fn write_catalogue(&self, count: Count) -> Result<(), PublishError> {
        let publication = &self.corpus.publication;
        let extent = self.plan.extent.clone();
        let distributions = catalogue::distributions(publication, &extent, |path| self.staging.entry(path));
        let feed_list = Some(anslag_feed::list::OPML.to_owned()).filter(|path| self.staging.entry(path).is_some());
        let published = Published { extent, distributions, feed_list, count };
        let write = |name: &str, syntax: Syntax, triples: &[Triple]| {
            self.staging.write(name, |out| syntax.description(publication, triples, out).map(drop))
        };
        let triples = anslag_catalog::catalogue(publication, &published);
        for (name, syntax) in catalogue::DOCUMENTS {
            write(name, syntax, &triples)?;
        }
        let statistics = anslag_catalog::statistics(publication, &published);
        write(anslag_catalog::STATISTICS_PATH, Syntax::Turtle, &statistics)?;
        for document in anslag_rdf::definitions(publication) {
            let name = format!("{}.{}", document.path, Format::Turtle.spec().extension);
            write(&name, Syntax::Turtle, &document.triples)?;
        }
        self.staging.write("shapes.ttl", |out| out.write_all(anslag_rdf::SHAPES.as_bytes()))?;
        self.staging.write("context.jsonld", |out| anslag_rdf::write_context(out).map(drop))?;
        for schema in JsonSchema::ALL {
            self.staging.write(&schema.path(), |out| out.write_all(schema.render(Some(publication)).as_bytes()))?;
        }
        Ok(())
    }
}

/// The path of the document about an announcement in a syntax.
fn document(entry: &IndexEntry, syntax: Syntax) -> String {
    format!("data/announcement/{}.{}", entry.id, syntax.format().spec().extension)
}
