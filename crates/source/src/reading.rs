use crate::{
    Diagnostic, Report,
    batch::{Batch, BatchLine, Batches},
    beside::Beside,
    finding::Findings,
    index::{Facets, FilesOfSource, IndexEntry, SourcePosition},
    known::Known,
    line::too_long_file,
    read::{parse_json_line, parse_markdown, report_findings},
    unsorted::{UnsortedIndex, add_source},
    walk::{SourceFile, unreadable},
};
use anslag_core::{Announcement, AsOf, CustomFeed, Fingerprint, Location, Organization, Publication, Slug, limit};
use anslag_pipeline::{Budget, in_order};
use jiff::Timestamp;
use std::{
    collections::{BTreeSet, HashMap},
    io,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Bytes of sources that threads parse at once. Parsing takes up to two hundred times as much memory.
pub(crate) const AT_ONCE: usize = 4 << 20;

/// Reads every source file once, on several threads.
///
/// Problems go to the report. The announcements are indexed in the order of the files.
pub(crate) fn read_sources(
    reader: &Reader<'_>,
    threads: NonZeroUsize,
    report: &mut Report,
) -> io::Result<UnsortedIndex> {
    let files = reader.files;
    let mut batches = Batches::new(files);
    let mut index = UnsortedIndex::new()?;
    in_order(
        threads,
        || io::Result::Ok(batches.next()),
        |batch| Ok(reader.read(batch)),
        |outcomes: Vec<Outcome>| {
            for outcome in outcomes {
                match outcome {
                    Outcome::Problem(diagnostic) => report.add(diagnostic),
                    Outcome::Read { position, entry, is_known, findings, bytes } => {
                        let path = files[position.file].path.to_string_lossy();
                        report_findings(findings, &path, &bytes, position.line.max(1), report);
                        if let Some(entry) = entry {
                            index.add(&entry, is_known)?;
                        }
                    }
                }
            }
            Ok(())
        },
    )?;
    index.flush()?;
    Ok(index)
}

/// Returns the fingerprint of all sources, to compare with [`UnsortedIndex::sources`]; `None` if one cannot be read.
///
/// It parses nothing.
pub(crate) fn sources_now(files: &[SourceFile], threads: NonZeroUsize) -> Option<Fingerprint> {
    let mut batches = Batches::new(files);
    let mut sources = UnsortedIndex::NO_SOURCES;
    let fingerprints = |batch| {
        Ok(match batch {
            Batch::Problem(_) => return Err(()),
            Batch::Markdown(file) => {
                let file = &files[file];
                vec![file.fingerprint(&file.read().map_err(drop)?)]
            }
            Batch::Lines { file, bytes, lines } => {
                lines.into_iter().map(|line| files[file].fingerprint(&bytes[line.range])).collect()
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

/// Result of reading one source.
enum Outcome {
    Problem(Diagnostic),
    Read {
        position: SourcePosition,
        entry: Option<Box<IndexEntry>>,
        /// `true` if the entry comes from an earlier reading.
        is_known: bool,
        findings: Findings,
        /// Bytes of the source; empty if there are no findings.
        bytes: Vec<u8>,
    },
}

/// Makes index entries of sources.
pub(crate) struct Reader<'a> {
    publication: &'a Publication,
    files: &'a [SourceFile],
    known: Option<&'a Known>,
    /// Files beside the sources, by which known entries are compared.
    beside: Option<&'a Beside>,
    /// Time that tells what is in the future.
    now: Option<Timestamp>,
    numbers: Numbers,
    budget: Budget,
}

impl<'a> Reader<'a> {
    /// Returns a reader of the source files of a publication. `as_of` tells what is in the future.
    pub(crate) fn new(
        publication: &'a Publication,
        files: &'a [SourceFile],
        known: Option<&'a Known>,
        as_of: Option<AsOf>,
    ) -> Self {
        let now = as_of.map(|as_of| as_of.instant(&publication.zone));
        Self {
            publication,
            files,
            known,
            beside: None,
            now,
            numbers: Numbers::new(publication),
            budget: Budget::new(AT_ONCE),
        }
    }

    /// Sets the files beside the sources.
    pub(crate) fn beside(self, beside: &'a Beside) -> Self {
        Self { beside: Some(beside), ..self }
    }

    /// Returns whether the files that an entry depends on are the same as when it was made.
    fn has_same_files(&self, entry: &IndexEntry, file: &SourceFile) -> bool {
        let folder = file.path.with_file_name("");
        let fingerprint = |path: &Path| self.beside.and_then(|beside| beside.fingerprint(&folder.join(path)));
        let is_absent = |path: &PathBuf| self.beside.is_some_and(|beside| !beside.has(&folder.join(path)));
        entry.files.iter().all(|own| fingerprint(&own.path) == Some(Fingerprint(own.raw)))
            && entry.areas.iter().all(|(path, own)| fingerprint(path) == Some(Fingerprint(*own)))
            && entry.absent.iter().all(is_absent)
    }

    fn read(&self, batch: Batch) -> Vec<Outcome> {
        match batch {
            Batch::Problem(diagnostic) => vec![Outcome::Problem(*diagnostic)],
            Batch::Markdown(number) => {
                let file = &self.files[number];
                vec![match file.read() {
                    Err(error) => Outcome::Problem(unreadable(&file.path, &error)),
                    Ok(bytes) if limit::FILE.is_exceeded_by(bytes.len()) => {
                        Outcome::Problem(too_long_file(&file.path.to_string_lossy()))
                    }
                    Ok(bytes) => {
                        let position = SourcePosition { file: number, line: 0, offset: 0, len: 0 };
                        self.source(position, &bytes, |path| {
                            parse_markdown(path, &bytes, self.publication, file.path.parent(), self.now)
                        })
                    }
                }]
            }
            Batch::Lines { file, bytes, lines } => lines
                .into_iter()
                .map(|BatchLine { number, offset, range }| {
                    let bytes = &bytes[range];
                    let position = SourcePosition { file, line: number, offset, len: bytes.len() };
                    self.source(position, bytes, |_| {
                        parse_json_line(bytes, self.publication, self.files[file].path.parent(), self.now)
                    })
                })
                .collect(),
        }
    }

    fn source(
        &self,
        position: SourcePosition,
        bytes: &[u8],
        parse: impl FnOnce(&str) -> (Option<Announcement>, Findings),
    ) -> Outcome {
        let file = &self.files[position.file];
        let (source, zone) = (file.fingerprint(bytes), &self.publication.zone);
        let known = self.known.and_then(|known| known.entry(source, zone));
        if let Some(known) = known.filter(|known| self.has_same_files(known, file)) {
            let entry = Some(Box::new(IndexEntry { position, ..known }));
            return Outcome::Read { position, entry, is_known: true, findings: Findings::default(), bytes: Vec::new() };
        }
        let share = self.budget.take(bytes.len());
        let (announcement, findings) = parse(&file.path.to_string_lossy());
        drop(share);
        let entry = announcement.map(|announcement| {
            Box::new(IndexEntry::new(
                &announcement,
                self.numbers.facets(&announcement),
                self.publication,
                position,
                source,
                FilesOfSource {
                    files: findings.take_files(),
                    areas: findings.take_areas(),
                    absent: findings.take_absent(),
                },
            ))
        });
        let bytes = if findings.is_empty() { Vec::new() } else { bytes.to_vec() };
        Outcome::Read { position, entry, is_known: false, findings, bytes }
    }
}

/// Numbers of the register's entries, and the feeds of the settings.
struct Numbers {
    organizations: HashMap<Slug, u32>,
    topics: HashMap<Slug, u32>,
    places: HashMap<Slug, u32>,
    boards: HashMap<Slug, u32>,
    custom_feeds: Vec<Arc<CustomFeed>>,
}

impl Numbers {
    fn new(publication: &Publication) -> Self {
        let register = &publication.register;
        Self {
            organizations: register.organizations().map(|entry| entry.key.clone()).zip(0..).collect(),
            topics: register.topics().map(|entry| entry.key.clone()).zip(0..).collect(),
            places: register.places().map(|entry| entry.key.clone()).zip(0..).collect(),
            boards: register.boards().map(|entry| entry.key.clone()).zip(0..).collect(),
            custom_feeds: publication.output.feeds.clone(),
        }
    }

    fn facets(&self, announcement: &Announcement) -> Facets {
        let organization = |entry: &Organization| self.organizations[&entry.key];
        let publisher = organization(&announcement.publisher);
        let place = |location: &Location| match location {
            Location::Registered(place) => Some(self.places[&place.key]),
            Location::Named(_) => None,
        };
        let custom_feeds = (0..).zip(&self.custom_feeds).filter(|(_, feed)| feed.holds(announcement));
        Facets {
            kind: announcement.kind,
            language: announcement.language.clone(),
            publisher,
            unit: announcement.unit.as_deref().map_or(publisher, organization),
            topics: announcement.topics.iter().map(|topic| self.topics[&topic.key]).collect(),
            places: announcement.locations().filter_map(place).collect::<BTreeSet<_>>().into_iter().collect(),
            board: announcement.board().map(|board| self.boards[&board.key]),
            custom_feeds: custom_feeds.map(|(number, _)| number).collect(),
        }
    }
}
