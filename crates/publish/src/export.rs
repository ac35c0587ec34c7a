use crate::{
    FileEntry, Manifest, Plan, Progress, PublishError, Stop, Target, catalogue,
    chunk::chunks,
    compress::compress,
    error::Attempt,
    feeds::{FeedWriter, Membership},
    output::{Chunk, Output},
    spool::Spool,
    staging::{StagedFile, Staging},
};
use anslag_catalog::{Count, Extent, Published};
use anslag_core::{Announcement, Compression, Format};
use anslag_feed::{Form, Rendered, Renderer};
use anslag_rdf::{Graph, Syntax};
use anslag_source::{Corpus, IndexEntry};
use anslag_table::{Dialect, datapackage::Resource};
use jiff::civil::Date;
use oxrdf::Triple;
use rayon::prelude::*;
use std::{io::Write, num::NonZeroUsize};

/// How an export is done.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The day whose state is published.
    pub as_of: Date,
    /// How many threads render; none is one for each core. The bytes do not depend on it.
    pub threads: Option<NonZeroUsize>,
    /// Whether the end of the export waits until everything is on the disk, so that a power failure takes nothing away.
    pub sync: bool,
    /// Where it is counted how far the export has come.
    pub progress: &'a Progress,
    /// By which somebody may ask for its end.
    pub stop: &'a Stop,
}

/// What an export has written.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// Writes a corpus in every form and puts it in the place of the target, which was taken before the corpus was read.
pub fn export(corpus: &Corpus, target: &Target, options: &Options<'_>) -> Result<Summary, PublishError> {
    let membership = Membership::new(corpus);
    target.refuse_vanishing_feeds(&corpus.publication, &membership.feeds)?;
    let plan = Plan::new(corpus, options.as_of);
    let staging = Staging::new(target.parent(), target.name(), options.stop, options.progress)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.threads.map_or(0, NonZeroUsize::get))
        .build()
        .map_err(|error| PublishError::io(Attempt::StartThreads, target.path())(std::io::Error::other(error)))?;
    let register = anslag_rdf::register(&corpus.publication);
    let export = Export { corpus, target, plan: &plan, staging: &staging, register: &register, options };
    let mut spool = Spool::new(staging.path(), plan.published.len());
    let (dumps, extent, count) = export.write_dumps(&mut spool, &pool)?;
    export.write_compressed(&dumps, &pool)?;
    export.write_table_descriptions(&dumps)?;
    export.write_register()?;
    FeedWriter { membership: &membership, plan: &plan, as_of: options.as_of, spool: &spool, staging: &staging }
        .write(&pool)?;
    export.write_catalogue(extent, count)?;

    let files = staging.take_files();
    let bytes = files.values().map(|file| file.size).sum();
    let summary = Summary {
        published: plan.published.len(),
        drafts: plan.drafts,
        held_back: plan.held_back,
        expired: plan.expired,
        withdrawn: plan.withdrawn,
        next_due: plan.next_due,
        files: files.len() + 1,
        bytes,
    };
    let manifest = Manifest::new(&corpus.publication, options.as_of, files);
    staging.write(Manifest::NAME, |out| {
        serde_json::to_writer_pretty(&mut *out, &manifest)?;
        out.write_all(b"\n")
    })?;
    drop(spool);
    target.replace_with(staging, options.sync)?;
    Ok(summary)
}

/// The files that hold something of every announcement, what they cover, and what their triples come to.
type Dumps = (Vec<(Output, FileEntry)>, Extent, Count);

/// A chunk as it is written.
struct RenderedChunk {
    /// Its part of each output.
    outputs: Vec<Vec<u8>>,
    /// Its announcements as entries of feeds.
    entries: Vec<Rendered>,
    extent: Extent,
    count: Count,
}

/// An export that is under way.
struct Export<'a> {
    corpus: &'a Corpus,
    target: &'a Target,
    plan: &'a Plan<'a>,
    staging: &'a Staging,
    register: &'a Graph,
    options: &'a Options<'a>,
}

impl Export<'_> {
    /// Writes the files that hold something of every announcement, and the documents about each, and fills the spool with
    /// their entries; gives what was written, what it covers and what its triples come to.
    ///
    /// A few chunks at a time are read and rendered, on all threads, and then written in their order: the memory that
    /// is used depends on the length of a chunk and the number of threads.
    fn write_dumps(&self, spool: &mut Spool, pool: &rayon::ThreadPool) -> Result<Dumps, PublishError> {
        let publication = &self.corpus.publication;
        let mut files: Vec<(Output, StagedFile)> = Vec::new();
        for output in Output::of(&publication.forms) {
            let mut file = self.staging.create(&output.path())?;
            file.add(|out| output.prologue(publication, self.register, out))?;
            files.push((output, file));
        }
        let chunks = chunks(self.plan.published.iter().map(|entry| entry.id.as_str()));
        let total = self.plan.published.len();
        self.options.progress.reach(0, total);
        let mut extent = Extent::default();
        let mut count = Count::of(publication, &self.register.triples);
        for run in chunks.chunks(2 * pool.current_num_threads()) {
            let outputs: Vec<Output> = files.iter().map(|(output, _)| *output).collect();
            let rendered: Vec<RenderedChunk> = pool.install(|| {
                run.par_iter()
                    .map(|range| self.render(&self.plan.published[range.clone()], &outputs))
                    .collect::<Result<_, _>>()
            })?;
            for chunk in rendered {
                for ((_, file), bytes) in files.iter_mut().zip(chunk.outputs) {
                    file.add(|out| out.write_all(&bytes))?;
                }
                for entry in chunk.entries {
                    spool.push(&entry).map_err(PublishError::io(Attempt::KeepEntries, self.target.path()))?;
                }
                extent.merge(chunk.extent, &publication.zone);
                count.merge(&chunk.count);
            }
            self.options.progress.reach(run.last().map_or(0, |range| range.end), total);
        }
        let finish = |(output, mut file): (Output, StagedFile)| {
            file.add(|out| output.epilogue(out))?;
            Ok((output, self.staging.finish(file)?))
        };
        Ok((files.into_iter().map(finish).collect::<Result<_, PublishError>>()?, extent, count))
    }

    /// Reads a chunk, writes the documents about its announcements, and gives its part of each output.
    fn render(&self, entries: &[&IndexEntry], outputs: &[Output]) -> Result<RenderedChunk, PublishError> {
        let publication = &self.corpus.publication;
        let announcements = self.read(entries)?;
        let mut entries = Vec::new();
        if Form::preferred(publication).is_some() {
            let mut renderer = Renderer::new(publication);
            entries.extend(announcements.iter().map(|announcement| renderer.render(announcement)));
        }
        let chunk = Chunk { graphs: anslag_rdf::graphs(publication, &announcements), announcements };
        let documents: Vec<Syntax> = self.document_syntaxes().filter(|_| publication.forms.documents).collect();
        for (announcement, graph) in chunk.announcements.iter().zip(&chunk.graphs) {
            for syntax in &documents {
                let name = format!("data/announcement/{}.{}", announcement.id, syntax.format().extension());
                self.staging.write(&name, |out| {
                    syntax.document(publication, &announcement.id, graph, self.register, out).map(drop)
                })?;
            }
        }
        let render = |output: &Output| {
            let mut bytes = Vec::new();
            output.chunk(publication, &chunk, &mut bytes).map_err(PublishError::io(Attempt::Render, output.path()))?;
            Ok(bytes)
        };
        Ok(RenderedChunk {
            outputs: outputs.iter().map(render).collect::<Result<_, PublishError>>()?,
            entries,
            extent: Extent::of(&chunk.announcements, &publication.zone),
            count: Count::of(publication, chunk.graphs.iter().flat_map(|graph| &graph.triples)),
        })
    }

    /// Writes compressed copies of the large dumps beside them.
    fn write_compressed(&self, dumps: &[(Output, FileEntry)], pool: &rayon::ThreadPool) -> Result<(), PublishError> {
        let forms = &self.corpus.publication.forms;
        let large = dumps.iter().filter(|(output, file)| output.is_for_programs() && file.size >= forms.compress_from);
        let copies =
            large.flat_map(|(output, file)| forms.compress.iter().map(move |each| (output.path(), file.size, *each)));
        let write = |(path, size, compression): (String, u64, Compression)| {
            let dump = self.staging.open(&path)?;
            let name = format!("{path}.{}", compression.extension());
            self.staging.write(&name, |out| compress(compression, dump, size, out).map(drop)).map(drop)
        };
        pool.install(|| copies.collect::<Vec<_>>().into_par_iter().try_for_each(write))
    }

    /// The syntaxes that documents are written in.
    fn document_syntaxes(&self) -> impl Iterator<Item = Syntax> {
        Syntax::DOCUMENTS.into_iter().filter(|syntax| self.corpus.publication.forms.has(syntax.format()))
    }

    fn write_register(&self) -> Result<(), PublishError> {
        for syntax in self.document_syntaxes() {
            let name = format!("data/register.{}", syntax.format().extension());
            self.staging
                .write(&name, |out| syntax.register_document(&self.corpus.publication, self.register, out).map(drop))?;
        }
        Ok(())
    }

    /// Describes the tables, which are among the dumps that are written by now.
    fn write_table_descriptions(&self, dumps: &[(Output, FileEntry)]) -> Result<(), PublishError> {
        let publication = &self.corpus.publication;
        if !publication.forms.has(Format::Csv) {
            return Ok(());
        }
        let newest = self.plan.newest(1);
        let modified = self.read(&newest)?.first().map(Announcement::updated);
        self.staging
            .write("data/csv-metadata.json", |out| anslag_table::csvw::write(publication, modified, out).map(drop))?;
        let resources: Vec<Resource<'_>> = dumps
            .iter()
            .filter_map(|(output, file)| match output {
                Output::Table(table, Dialect::Standard) => {
                    Some(Resource { table: *table, bytes: file.size, sha256: &file.sha256 })
                }
                Output::Table(_, Dialect::Excel) | Output::Rdf(_) | Output::JsonLines | Output::Calendar => None,
            })
            .collect();
        self.staging.write("data/datapackage.json", |out| {
            anslag_table::datapackage::write(publication, &resources, modified, out).map(drop)
        })?;
        Ok(())
    }

    /// Describes all that was written: the catalogue, the statistics, and what the data are written with.
    fn write_catalogue(&self, extent: Extent, count: Count) -> Result<(), PublishError> {
        let publication = &self.corpus.publication;
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
            let name = format!("{}.{}", document.path, Format::Turtle.extension());
            write(&name, Syntax::Turtle, &document.triples)?;
        }
        self.staging.write("shapes.ttl", |out| out.write_all(anslag_rdf::SHAPES.as_bytes()))?;
        self.staging.write("context.jsonld", |out| anslag_rdf::write_context(out).map(drop))?;
        Ok(())
    }

    fn read(&self, entries: &[&IndexEntry]) -> Result<Vec<Announcement>, PublishError> {
        let read = |entry: &&IndexEntry| {
            let announcement = self.corpus.read(entry)?;
            Ok(self.plan.as_published(announcement, entry.published_date))
        };
        entries.iter().map(read).collect()
    }
}
