use crate::{
    PublishError, Work,
    cache::{KnownChunk, NewCache},
    chunk::ChunkPlan,
    documents::{Missing, keep_documents, write_documents},
    dump::{Chunk, Dump, Note},
    dump_file::DumpFile,
    entries::Entries,
    error::Attempt,
    export::Export,
    section::Section,
};
use anslag_catalog::Count;
use anslag_core::{Announcement, Fingerprint};
use anslag_feed::{FeedFormat, RenderedEntry, Renderer};
use anslag_page::ListedText;
use anslag_pipeline::in_order;
use anslag_spool::Checksum;
use std::{io, ops::Range};

/// The dumps that are being written, with what is rendered of the same chunks: documents, entries of feeds, and counts.
pub(crate) struct DumpWriter<'a> {
    export: &'a Export<'a>,
    dumps: &'a [Box<dyn Dump>],
}

/// A dump under way.
struct OpenDump<'a> {
    dump: &'a dyn Dump,
    file: DumpFile<'a>,
    /// `true` if a piece was pushed that is not empty.
    has_piece: bool,
    /// The pieces that have a note.
    noted: Vec<(Range<u64>, Note)>,
}

/// A chunk as it is written.
struct RenderedChunk {
    fingerprint: Fingerprint,
    /// Its piece of each dump.
    pieces: Vec<Piece>,
    /// The records of its announcements as entries of feeds; `None` for those that are not rendered yet.
    entries: Vec<Option<Vec<u8>>>,
    /// Their records as items of lists.
    items: Vec<Option<Vec<u8>>>,
    count: Count,
    is_kept: bool,
}

/// The piece of a dump that is a chunk's.
struct Piece {
    content: Content,
    checksum: Checksum,
    note: Note,
}

enum Content {
    New(Vec<u8>),
    /// A part of the file that was published before.
    Old(Range<u64>),
}

impl Content {
    fn is_empty(&self) -> bool {
        match self {
            Self::New(bytes) => bytes.is_empty(),
            Self::Old(range) => range.is_empty(),
        }
    }
}

impl<'a> DumpWriter<'a> {
    /// Prepares to write dumps.
    pub(crate) fn new(export: &'a Export<'a>, dumps: &'a [Box<dyn Dump>]) -> Self {
        Self { export, dumps }
    }

    /// Writes the dumps and the documents about single announcements, and fills the entries. Returns the count of all
    /// triples.
    ///
    /// A few chunks are under way at once: they are read and rendered on all threads, and written in their order. The
    /// memory used depends on the length of a chunk and the number of threads.
    pub(crate) fn write(
        &self,
        (entries, items): (&mut Entries<'_, RenderedEntry>, &mut Entries<'_, ListedText>),
        new_cache: &mut NewCache,
        work: &mut Work,
    ) -> Result<Count, PublishError> {
        let Export { out, corpus, plan, register, staging, cache, threads, progress, site: _ } = *self.export;
        let kept = |result: io::Result<()>| result.map_err(PublishError::io(Attempt::KeepEntries, out));
        let publication = &corpus.publication;
        let mut dumps = Vec::with_capacity(self.dumps.len());
        let mut known = Vec::with_capacity(self.dumps.len());
        for dump in self.dumps {
            let mut file = DumpFile::new(dump.path(), staging);
            let prologue = dump.prologue(publication, register);
            let prologue = prologue.map_err(PublishError::io(Attempt::Render, dump.path()))?;
            file.push(&prologue, Checksum::of(&prologue))?;
            let position = cache.dumps().iter().position(|known| *known == dump.path());
            known.push(position.filter(|_| file.has_old()));
            dumps.push(OpenDump { dump: &**dump, file, has_piece: false, noted: Vec::new() });
        }
        let mut count = Count::of(publication, &register.triples);
        let mut done = 0;
        progress.reach(done, plan.published);
        let (mut index, fingerprint, mut first) = (plan.entries(corpus), publication.fingerprint(), 0);
        in_order(
            threads,
            || ChunkPlan::next(&mut index, plan, fingerprint, &mut first),
            |chunk| self.render(&chunk, &known),
            |chunk| {
                done += chunk.entries.len();
                let pieces = dumps.iter_mut().zip(chunk.pieces).map(|(dump, piece)| dump.push(piece));
                let pieces = pieces.collect::<Result<Vec<_>, _>>()?;
                kept(entries.push(chunk.entries))?;
                kept(items.push(chunk.items))?;
                new_cache.chunk(chunk.fingerprint, pieces, &chunk.count)?;
                count.merge(&chunk.count);
                *if chunk.is_kept { &mut work.chunks_kept } else { &mut work.chunks_rendered } += 1;
                progress.reach(done, plan.published);
                Ok(())
            },
        )?;
        kept(entries.end())?;
        kept(items.end())?;
        dumps.into_iter().try_for_each(OpenDump::finish)?;
        Ok(count)
    }

    /// Takes over what is known of a chunk; reads and renders it if that is not all of it. `known_dumps` is the position of
    /// each dump among those of the cache, if its former file is still there.
    fn render(&self, chunk: &ChunkPlan, known_dumps: &[Option<usize>]) -> Result<RenderedChunk, PublishError> {
        let known = self.export.cache.chunk(chunk.fingerprint);
        let piece = |(dump, position): (&dyn Dump, &Option<usize>)| {
            let KnownChunk { pieces, .. } = known.as_ref()?;
            let (section, note) = pieces.get((*position)?).filter(|(_, note)| dump.is_current(note))?.clone();
            Some(Piece { content: Content::Old(section.range), checksum: section.checksum, note })
        };
        let kept: Vec<Option<Piece>> = self.dumps.iter().map(|dump| &**dump).zip(known_dumps).map(piece).collect();
        let missing = keep_documents(self.export, chunk, known.is_some())?;
        if let Some(known) = &known
            && missing.is_empty()
            && kept.iter().all(Option::is_some)
        {
            return Ok(RenderedChunk {
                fingerprint: chunk.fingerprint,
                pieces: kept.into_iter().flatten().collect(),
                entries: vec![None; chunk.entries.len()],
                items: vec![None; chunk.entries.len()],
                count: known.count.clone(),
                is_kept: true,
            });
        }
        self.render_anew(chunk, kept, &missing)
    }

    /// Reads a chunk, writes the documents that are missing, and renders the pieces that are not kept.
    fn render_anew(
        &self,
        chunk: &ChunkPlan,
        kept: Vec<Option<Piece>>,
        missing: &[Missing],
    ) -> Result<RenderedChunk, PublishError> {
        let Export { corpus, plan, .. } = *self.export;
        let publication = &corpus.publication;
        let announcements = chunk.entries.iter().map(|entry| plan.read(corpus, entry));
        let announcements = announcements.collect::<Result<Vec<Announcement>, _>>()?;
        let _share = corpus.budget().take(announcements.iter().map(|own| own.body.markdown().len()).sum());
        let mut entries = vec![None; announcements.len()];
        if FeedFormat::preferred(publication).is_some() {
            let mut renderer = Renderer::new(publication);
            entries = announcements.iter().map(|own| Some(renderer.render(own).into_record())).collect();
        }
        let item = |own: &Announcement| self.export.site.map(|_| ListedText::of(own).into_record());
        let items = announcements.iter().map(item).collect();
        let read = Chunk::new(announcements);
        write_documents(self.export, chunk, &read, missing)?;
        let piece = |(dump, kept): (&dyn Dump, Option<Piece>)| match kept {
            Some(piece) => Ok(piece),
            None => {
                let rendered = dump.chunk(publication, &read);
                let (bytes, note) = rendered.map_err(PublishError::io(Attempt::Render, dump.path()))?;
                let checksum = Checksum::of(&bytes);
                Ok(Piece { content: Content::New(bytes), checksum, note })
            }
        };
        Ok(RenderedChunk {
            fingerprint: chunk.fingerprint,
            pieces: self.dumps.iter().map(|dump| &**dump).zip(kept).map(piece).collect::<Result<_, PublishError>>()?,
            entries,
            items,
            count: Count::of(publication, read.graphs(publication).iter().flat_map(|graph| &graph.triples)),
            is_kept: false,
        })
    }
}

impl OpenDump<'_> {
    /// Adds a piece; returns its section, with the note.
    fn push(&mut self, piece: Piece) -> Result<(Section, Note), PublishError> {
        let Piece { content, checksum, note } = piece;
        if !content.is_empty() {
            let separator = self.dump.separator();
            if self.has_piece && !separator.is_empty() {
                self.file.push(separator, Checksum::of(separator))?;
            }
            self.has_piece = true;
        }
        let start = self.file.len();
        match content {
            Content::New(bytes) => self.file.push(&bytes, checksum)?,
            Content::Old(range) => self.file.push_old(Section { range, checksum })?,
        }
        let range = start..self.file.len();
        if !note.is_empty() {
            self.noted.push((range.clone(), note.clone()));
        }
        Ok((Section { range, checksum }, note))
    }

    fn finish(mut self) -> Result<(), PublishError> {
        let epilogue = self.dump.epilogue(&self.noted);
        let epilogue = epilogue.map_err(PublishError::io(Attempt::Render, self.dump.path()))?;
        self.file.push(&epilogue, Checksum::of(&epilogue))?;
        self.file.finish().map(drop)
    }
}
