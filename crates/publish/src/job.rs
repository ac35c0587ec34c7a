use crate::{
    ChainFault, Departed, Digest, FileEntry, Holder, Lifted, Manifest, Plan, Progress, PublishError, Stop, Summary,
    Work,
    attached_files::write_attached_files,
    boards::write_boards,
    cache::{self, Cache, NewCache},
    comparison::Comparison,
    compressed::Compressed,
    derived::{Derived, write_derived},
    descriptions::{write_catalogue, write_table_descriptions},
    documents::write_register,
    dump::Dump,
    dumps::DumpWriter,
    entries::Entries,
    export::Export,
    feeds::FeedWriter,
    format_dumps::dumps,
    history::{History, NewPosting, history_path},
    list_writer::ListWriter,
    lock::IfTaken,
    membership::Membership,
    pages::write_pages,
    previous::Previous,
    record::{self, RecordLine},
    site::OpenSite,
    staging::Staging,
    static_files::write_static_files,
    target::{Target, refuse_vanishing_feeds},
    workbook::Workbook,
};
use anslag_core::{AsOf, Fingerprint, Format, OutputSettings};
use anslag_source::{Code, Corpus, IndexEntry, Known, Opening, Report};
use anslag_table::workbook::CutText;
use std::{collections::BTreeSet, io::Write, num::NonZeroUsize, path::Path};
#[cfg(feature = "parquet")]
use {crate::parquet_table::ParquetTable, anslag_table::Table};

/// An export of the data in a folder into another folder.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Job<'a> {
    /// The folder with publication.toml, register.toml and announcements.
    pub data: &'a Path,
    /// The folder to publish into.
    pub out: &'a Path,
    /// The moment whose state is published.
    pub as_of: AsOf,
    /// The formats to write; `None` for those of publication.toml.
    pub formats: Option<&'a BTreeSet<Format>>,
    /// `true` if documents about single announcements are written, if publication.toml wants them too.
    pub documents: bool,
    /// The number of threads that read and render. The bytes do not depend on it.
    pub threads: NonZeroUsize,
    /// `true` if the job waits until everything is on the disk, so that a power failure afterwards takes nothing away.
    pub sync: bool,
    /// `true` if every published file is compared with its checksum, so that none is taken over that is damaged.
    pub verify: bool,
    /// `true` if the job records which notices are up, if publication.toml wants it too.
    pub history: bool,
    /// `true` if the job waits for another export into the same folder. If not, it fails.
    pub wait: bool,
    /// `true` if the job makes a preview, which has drafts and announcements that are held back. It reports every problem
    /// again, and compares nothing with what was there before.
    pub is_preview: bool,
    /// The codes of warnings and notes that are not reported.
    pub allowed: &'a [&'static Code],
    /// The refusals that the job does not make.
    pub lifted: Lifted,
    /// Receives what happens while the job runs.
    pub on_event: &'a dyn Fn(Event<'_>),
}

/// Something that happens while a job runs.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// Another export has the target, and the job waits for it.
    Waiting {
        /// The other export.
        holder: Holder,
    },
    /// The sources were read.
    Read {
        /// Problems of the sources that are new or have changed.
        report: &'a Report,
        /// The sources; `None` if they have errors.
        corpus: Option<&'a Corpus>,
    },
    /// The sources were compared with the publication before.
    Compared {
        /// Problems.
        report: &'a Report,
    },
    /// Announcements are dropped that were published before, since that is allowed. There is no tombstone of them.
    Dropped {
        /// The first of them.
        departed: &'a [Departed],
        /// The number of further ones.
        more: usize,
    },
    /// A part of the cache is damaged. What it would have told is found out again.
    DamagedCache {
        /// The directory of the cache.
        directory: &'a Path,
    },
    /// A published file is damaged, and is not taken over.
    DamagedFile {
        /// The path of the file in the published layout.
        file: &'a str,
    },
    /// The history of the notices was changed, and the job continues it, since that is allowed.
    EditedHistory {
        /// Its file.
        path: &'a Path,
        /// Number of the line.
        line: usize,
        /// Fault of the line.
        fault: ChainFault,
    },
    /// The history of the notices cannot be read or written. The job goes on without it.
    NoHistory {
        /// The failure.
        error: &'a PublishError,
    },
    /// A text was cut in a file whose cells are too small for it.
    Cut {
        /// The path of the file in the published layout.
        file: &'a str,
        /// The text.
        text: &'a CutText,
    },
}

impl Job<'_> {
    /// Publishes the data and returns what was published; `None` if the sources have errors, which were reported by
    /// [`Event::Read`].
    ///
    /// Everything is written into a staging folder beside the target. It replaces the target only when all of it is there.
    /// If the sources, the choices and the day are those of the publication that is there, and nothing has come or gone since,
    /// nothing is written.
    ///
    /// # Errors
    /// Fails if the target cannot be published into, if a file cannot be read or written, or if `stop` is requested. The
    /// target is then as it was.
    pub fn run(&self, progress: &Progress, stop: &Stop) -> Result<Option<Summary>, PublishError> {
        let tell = |holder| (self.on_event)(Event::Waiting { holder });
        let if_taken = if self.wait { IfTaken::Wait(&tell) } else { IfTaken::Fail };
        // The target is taken before the data are read, so that of two exports the one that reads later publishes later.
        let target = Target::take(self.out, self.data, if_taken, stop)?;
        self.find_damaged(target.previous());
        let mut cache = Cache::open(&target);
        if !self.is_preview
            && let Some(summary) = self.unchanged(&target, &cache)
        {
            return Ok(Some(summary));
        }
        let known = if self.is_preview { None } else { cache.known() };
        if cache.is_damaged() {
            (self.on_event)(Event::DamagedCache { directory: &cache::directory(&target) });
        }
        match self.read(known, stop)? {
            Some(corpus) => self.publish(&corpus, &target, &cache, progress, stop).map(Some),
            None => Ok(None),
        }
    }

    /// Finds published files that are damaged: all of them if the job verifies them, else the one that decides on what may
    /// be published next.
    fn find_damaged(&self, previous: &Previous) {
        if previous.manifest().is_some() && previous.intact_manifest().is_none() {
            (self.on_event)(Event::DamagedFile { file: Manifest::NAME });
        }
        let only = Some(RecordLine::PATH).filter(|_| !self.verify);
        for name in previous.find_damaged(only, self.threads) {
            self.distrust(previous, name);
        }
    }

    fn distrust(&self, previous: &Previous, file: &str) {
        previous.distrust(file);
        (self.on_event)(Event::DamagedFile { file });
    }

    /// Returns the summary of the publication in the target if the job would write the same: if the sources, the choices and
    /// the day are the same, nothing has come or gone since, and no file was touched.
    fn unchanged(&self, target: &Target, cache: &Cache) -> Option<Summary> {
        let inputs = || Some(self.inputs(anslag_source::fingerprint(self.data, self.threads)?));
        let before = cache.summary_of(self.as_of, inputs)?;
        let previous = target.previous();
        let manifest = previous.manifest()?;
        let is_whole = manifest.files.keys().all(|name| previous.entry(name).is_some());
        is_whole.then(|| Summary { work: before.work.unchanged(manifest.files.len()), ..before.clone() })
    }

    /// Reads the sources and applies the choices of the job; returns `None` if the sources have errors.
    fn read(&self, known: Option<Known>, stop: &Stop) -> Result<Option<Corpus>, PublishError> {
        let data = self.data.to_owned();
        let opening = Opening { threads: self.threads, known, as_of: Some(self.as_of) };
        let mut report = Report::allowing(self.allowed);
        let (corpus, report) = stop.interrupt(move || (Corpus::open_with(&data, opening, &mut report), report))?;
        let read = corpus.as_ref().ok().and_then(Option::as_ref);
        (self.on_event)(Event::Read { report: &report, corpus: read });
        let Some(mut corpus) = corpus? else { return Ok(None) };
        let output = &mut corpus.publication.output;
        if let Some(formats) = self.formats {
            output.formats.clone_from(formats);
        }
        if output.has(Format::Parquet) && !cfg!(feature = "parquet") {
            return Err(PublishError::MissingFeature { format: Format::Parquet, feature: "parquet" });
        }
        // The workbook and Parquet are made of the CSV tables.
        if output.has(Format::Xlsx) || output.has(Format::Parquet) {
            output.formats.insert(Format::Csv);
        }
        if !self.documents {
            output.documents = Some(BTreeSet::new());
        }
        Ok(Some(corpus))
    }

    /// Compares the sources with the publication before, and fails if announcements would vanish.
    fn compare(&self, target: &Target, corpus: &Corpus, plan: &Plan) -> Result<(), PublishError> {
        let comparison = Comparison::new(target.previous(), corpus, plan)?;
        let mut report = Report::allowing(self.allowed);
        comparison.warn(corpus, &mut report)?;
        (self.on_event)(Event::Compared { report: &report });
        comparison.refuse(self.lifted)?;
        if !comparison.departed.is_empty() {
            (self.on_event)(Event::Dropped { departed: &comparison.departed, more: comparison.more });
        }
        Ok(())
    }

    /// Writes a corpus in every format and replaces the target.
    fn publish(
        &self,
        corpus: &Corpus,
        target: &Target,
        cache: &Cache,
        progress: &Progress,
        stop: &Stop,
    ) -> Result<Summary, PublishError> {
        let membership = Membership::new(corpus);
        let plan = Plan::of(corpus, self.as_of, self.is_preview)?;
        if !self.lifted.vanished_feeds && !self.is_preview {
            refuse_vanishing_feeds(target.previous().manifest(), &corpus.publication, &membership.feeds, plan.day)?;
        }
        if !self.is_preview {
            self.compare(target, corpus, &plan)?;
        }
        let history = if self.history && corpus.publication.output.history { self.open_history()? } else { None };
        loop {
            match self.write(&membership, &plan, history.as_ref(), target, cache, progress, stop) {
                // The next attempt takes nothing of it.
                Err(PublishError::ChangedFile { path }) => self.distrust(target.previous(), &path),
                done => return done,
            }
        }
    }

    /// Opens the history of the notices. Fails if it was changed, unless that is allowed. Returns `None` if it cannot be read.
    fn open_history(&self) -> Result<Option<History>, PublishError> {
        let history = match History::open(self.data) {
            Ok(history) => history,
            Err(error) => {
                (self.on_event)(Event::NoHistory { error: &error });
                return Ok(None);
            }
        };
        if let Some((line, fault)) = history.fault() {
            let path = history_path(self.data);
            if !self.lifted.edited_history {
                return Err(PublishError::EditedHistory { path, line, fault });
            }
            (self.on_event)(Event::EditedHistory { path: &path, line, fault });
        }
        Ok(Some(history))
    }

    /// Records the notices that are up in a publication which is about to replace the target. Goes on if the history cannot
    /// be written, since what is posted matters more than its proof.
    fn record(
        &self,
        history: &History,
        (corpus, plan): (&Corpus, &Plan),
        target: &Target,
        manifest: Digest,
    ) -> Result<(), PublishError> {
        let text = |entry: &IndexEntry| Digest(entry.posting.expect("it is a notice").text);
        let notices: Vec<_> = plan.posted.iter().map(|entry| (entry.id.as_str(), text(entry))).collect();
        let describe = |at: usize| {
            let announcement = plan.read(corpus, &plan.posted[at])?;
            let language = &corpus.publication.language;
            let board = announcement.board().map(|board| board.name.get(language, language).1.to_string());
            Ok((announcement.title.to_string(), board))
        };
        let replaces = target.previous().manifest_digest();
        let posting = NewPosting { as_of: plan.day, manifest, replaces, notices: &notices, describe: &describe };
        match history.append(&posting, self.sync) {
            Err(error @ PublishError::Io { .. }) => {
                (self.on_event)(Event::NoHistory { error: &error });
                Ok(())
            }
            done => done,
        }
    }

    /// Writes a corpus in every format and replaces the target. Fails if a published file is damaged that would be copied.
    #[allow(clippy::too_many_arguments, reason = "each is of its own")]
    fn write(
        &self,
        membership: &Membership<'_>,
        plan: &Plan,
        history: Option<&History>,
        target: &Target,
        cache: &Cache,
        progress: &Progress,
        stop: &Stop,
    ) -> Result<Summary, PublishError> {
        let corpus = membership.corpus;
        let publication = &corpus.publication;
        let staging = Staging::new(target.parent(), target.name(), target.previous(), stop, progress)?;
        let dumps = dumps(&publication.output, plan.day);
        let paths = dumps.iter().map(|dump| dump.path()).collect();
        let inputs = self.inputs(corpus.fingerprint());
        let mut new_cache = NewCache::new(target, cache, paths, inputs, plan.as_of)?;
        let mut entries = Entries::new(corpus, plan, staging.path())?;
        let mut items = Entries::new(corpus, plan, staging.path())?;
        let open_site = || OpenSite::new(membership, plan, cache, staging.path());
        let site = publication.output.has(Format::Html).then(open_site).transpose()?;
        let export = Export {
            out: target.path(),
            corpus,
            plan,
            register: &anslag_rdf::register(publication),
            staging: &staging,
            cache,
            threads: self.threads,
            progress,
            site: site.as_ref(),
        };
        let mut work = Work::default();
        let count = DumpWriter::new(&export, &dumps).write((&mut entries, &mut items), &mut new_cache, &mut work)?;
        let mut files = compressed(&publication.output, &dumps, &staging);
        if publication.output.has(Format::Xlsx) {
            files.push(Box::new(Workbook { publication, modified: plan.modified }));
        }
        #[cfg(feature = "parquet")]
        if publication.output.has(Format::Parquet) {
            for table in Table::ALL {
                files.push(Box::new(ParquetTable { table, zone: &publication.zone }));
            }
        }
        for text in &write_derived(&export, &files, &mut new_cache)? {
            (self.on_event)(Event::Cut { file: Workbook::PATH, text });
        }
        write_table_descriptions(&export)?;
        write_register(&export)?;
        record::write(&export)?;
        let feeds = FeedWriter { membership, export: &export, entries: &entries };
        feeds.write(&mut new_cache, &mut work)?;
        write_boards(&export)?;
        if let Some(site) = &site {
            let lists = ListWriter::new(&export, site, &items);
            lists.write(&mut new_cache, &mut work)?;
            write_pages(&export, site, &mut new_cache)?;
        }
        write_attached_files(&export)?;
        write_catalogue(&export, count)?;
        write_static_files(&export)?;
        work.files_linked = staging.linked();

        let files = staging.take_files();
        let summary = Summary {
            as_of: plan.day,
            published: plan.published,
            board_only: plan.board_only,
            drafts: plan.drafts,
            held_back: plan.held_back,
            expired: plan.expired,
            withdrawn: plan.withdrawn,
            next_due: plan.next_due.clone().map(|due| due.on_clocks_of(&publication.zone)),
            files: files.len() + 1,
            bytes: files.values().map(|file| file.size).sum(),
            work,
        };
        let manifest = Manifest::new(publication, plan.day, plan.moved.clone(), files);
        let digest = manifest.sha256.expect("a new manifest has its digest");
        let mut file = staging.create(Manifest::NAME)?;
        file.add(|out| out.write_all(&manifest.to_json()))?;
        let FileEntry { sha256: manifest_file, .. } = staging.finish(file)?;
        drop(entries);
        drop(items);
        let sealed = staging.seal(self.sync)?;
        if let Some(history) = history {
            self.record(history, (corpus, plan), target, manifest_file)?;
        }
        target.replace_with(sealed, self.sync)?;
        new_cache.replace(corpus, digest, (plan, &summary));
        Ok(summary)
    }

    /// Returns the fingerprint of what decides on the bytes, except the time: the sources and the choices of the job.
    fn inputs(&self, sources: Fingerprint) -> Fingerprint {
        Fingerprint::of(&(sources, self.formats, self.documents, self.is_preview))
    }
}

/// Returns compressed copies of the large dumps.
fn compressed<'a>(
    settings: &OutputSettings,
    dumps: &[Box<dyn Dump>],
    staging: &Staging<'_>,
) -> Vec<Box<dyn Derived + 'a>> {
    let mut copies: Vec<Box<dyn Derived>> = Vec::new();
    for dump in dumps.iter().filter(|dump| dump.is_compressible()) {
        let FileEntry { size, .. } = staging.entry(&dump.path()).expect("the dumps are written");
        for compression in settings.compress.iter().filter(|_| size >= settings.compress_from) {
            copies.push(Box::new(Compressed { dump: dump.path(), size, compression: *compression }));
        }
    }
    copies
}
