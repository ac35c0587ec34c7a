use crate::{
    Current, PreviewError,
    sources::Sources,
    state::{Site, State},
};
use anslag_core::{AsOf, Format};
use anslag_publish::{Event, Job, Lifted, Progress, PublishError, Stop};
use anslag_serve::{Dist, app};
use anslag_source::{Code, Corpus, ReadError, Report};
use anslag_watch::Watcher;
use anslag_wording::Language;
use std::{
    cell::RefCell,
    collections::BTreeSet,
    path::{Path, PathBuf},
    process,
    sync::Arc,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::sync::watch;

/// Choices for a preview.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with publication.toml, register.toml and announcements.
    pub data: PathBuf,
    /// Language of its pages as long as there is no publication.
    pub language: Language,
    /// Codes of warnings and notes that are not shown.
    pub allowed: Vec<&'static Code>,
}

/// A preview of a data folder. Its files are in a temporary folder, which is removed with it.
#[derive(Debug)]
pub struct Preview {
    options: Options,
    folder: TempDir,
    sender: watch::Sender<Option<Arc<State>>>,
    /// Number of states so far.
    count: u64,
}

/// Outcome of publishing the sources once.
#[derive(Debug)]
pub struct Built<'a> {
    /// Problems of the sources.
    pub report: &'a Report,
    /// Failure that no source is to blame for.
    pub failure: Option<&'a PreviewError>,
    /// Time that it took.
    pub elapsed: Duration,
}

impl Preview {
    /// Makes a preview that shows nothing yet.
    pub fn new(options: Options) -> Result<Self, PreviewError> {
        let folder = tempfile::Builder::new().prefix("anslag-preview-").tempdir();
        let folder = folder.map_err(|source| PreviewError::Temporary { source })?;
        Ok(Self { options, folder, sender: watch::Sender::new(None), count: 0 })
    }

    /// Returns the state that it shows, at any time.
    #[must_use]
    pub fn current(&self) -> Current {
        Current(self.sender.subscribe())
    }

    /// Publishes the sources, and again after each change, until the stop is requested.
    pub fn follow(mut self, now: impl Fn() -> AsOf, stop: &Stop, on_built: impl Fn(&Built<'_>)) {
        // Watched before the first reading, so that no change is missed.
        let mut watcher = Watcher::new(&self.options.data);
        loop {
            let begun = Instant::now();
            let (report, published) = self.publish(now(), stop);
            if stop.is_requested() {
                return;
            }
            let failure = published.as_ref().err();
            on_built(&Built { report: &report, failure, elapsed: begun.elapsed() });
            self.show(report, published);
            if !watcher.wait(|| stop.is_requested()) {
                return;
            }
        }
    }

    /// Publishes the sources as they are now. Returns their problems, and the publication; `None` if they have errors.
    fn publish(&self, as_of: AsOf, stop: &Stop) -> (Report, Result<Option<Site>, PreviewError>) {
        let data = &self.options.data;
        let out = self.folder.path().join("site");
        let read = RefCell::new((Report::default(), None));
        let job = Job {
            data,
            out: &out,
            as_of,
            formats: Some(&BTreeSet::from([Format::Html])),
            documents: false,
            threads: anslag_pipeline::cores(),
            sync: false,
            verify: false,
            history: false,
            wait: true,
            is_preview: true,
            allowed: &self.options.allowed,
            lifted: Lifted::default(),
            on_event: &|event| {
                if let Event::Read { report, corpus } = event {
                    *read.borrow_mut() = look(data, report, corpus, as_of);
                }
            },
        };
        let done = job.run(&Progress::default(), stop);
        let (report, sources) = read.into_inner();
        let site = match done {
            Ok(Some(_)) => sources.transpose().map_err(PublishError::from).map_err(PreviewError::from),
            Ok(None) => Ok(None),
            Err(error) => Err(error.into()),
        };
        (report, site.and_then(|sources| sources.map(|sources| self.site(out, sources)).transpose()))
    }

    /// Returns the publication in a folder. It is opened once: what answers requests notices a new one itself.
    fn site(&self, out: PathBuf, sources: Sources) -> Result<Site, PreviewError> {
        let app = match self.shown() {
            Some(site) => site.app,
            None => app(Arc::new(Dist::open(out)?), None),
        };
        Ok(Site { app, sources: Arc::new(sources) })
    }

    /// Returns the publication that is shown.
    fn shown(&self) -> Option<Site> {
        self.sender.borrow().as_ref()?.site.clone()
    }

    /// Shows a publication, or the one before if there is none.
    fn show(&mut self, report: Report, published: Result<Option<Site>, PreviewError>) {
        self.count += 1;
        let words = |error: &PreviewError| Language::ALL.map(|language| error.with_cause(language));
        let (site, failure) = match published {
            Ok(site) => (site, None),
            Err(error) => (None, Some(words(&error))),
        };
        let is_current = site.is_some();
        let site = site.or_else(|| self.shown());
        // No other preview has a state of this name, so that a page of a former one is reloaded.
        let version = format!("{}-{}", process::id(), self.count);
        let state = State { version, site, is_current, report, failure, language: self.options.language };
        self.sender.send_replace(Some(Arc::new(state)));
    }
}

/// Looks at sources that were read: returns all their problems, and what their pages are marked by.
fn look(
    data: &Path,
    report: &Report,
    corpus: Option<&Corpus>,
    as_of: AsOf,
) -> (Report, Option<Result<Sources, ReadError>>) {
    let mut report = report.clone();
    let sources = corpus.map(|corpus| {
        // Recommendations about a file that has just gone are those of the next state.
        let _ = corpus.recommend(data, &mut report);
        Sources::new(corpus, as_of)
    });
    (report, sources)
}
