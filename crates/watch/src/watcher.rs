use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode, MetadataKind, ModifyKind},
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    time::{Duration, Instant},
};

/// Time without an event after which a change is taken to be complete. Editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(20);

/// Longest time that a change is waited for, also while more events come.
const LONGEST: Duration = Duration::from_millis(200);

/// Time between two questions whether to stop.
const INTERVAL: Duration = Duration::from_millis(100);

/// Shortest time between two looks at all files.
const LOOK: Duration = Duration::from_secs(1);

/// Share of the time that looking at all files may take: one part in so many.
const SHARE: u32 = 50;

/// Notices changes in a folder and everything below it.
///
/// The system tells of most changes at once. It tells nothing of a folder that was replaced, or on some network drives, or
/// if there are more folders than it watches. So all files are looked at now and then too.
#[derive(Debug)]
pub struct Watcher {
    folder: PathBuf,
    /// `None` if the system does not watch the folder.
    system: Option<RecommendedWatcher>,
    sender: Sender<()>,
    events: Receiver<()>,
    /// Hash of the names, sizes and times of all files.
    stamp: u64,
    next_look: Instant,
}

impl Watcher {
    /// Begins to watch a folder, which need not exist.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let (sender, events) = channel();
        let system = watch(folder, &sender).ok();
        let folder = folder.to_path_buf();
        Self { system, sender, events, stamp: stamp(&folder), next_look: Instant::now() + LOOK, folder }
    }

    /// Waits for a change and until it is complete. Returns `false` once it is to stop.
    pub fn wait(&mut self, is_stopped: impl Fn() -> bool) -> bool {
        loop {
            if is_stopped() {
                return false;
            }
            // The channel stays open, since `self` has a sender too.
            if self.events.recv_timeout(INTERVAL).is_ok() {
                let end = Instant::now() + LONGEST;
                while Instant::now() < end && self.events.recv_timeout(QUIET).is_ok() {}
                self.look();
                return true;
            }
            if Instant::now() >= self.next_look && self.look() {
                // The system did not tell: watch the folder that is there now.
                self.system = watch(&self.folder, &self.sender).ok();
                return true;
            }
        }
    }

    /// Looks at all files, and returns whether something has changed since the last look.
    fn look(&mut self) -> bool {
        let begun = Instant::now();
        let now = stamp(&self.folder);
        let is_changed = now != self.stamp;
        self.stamp = now;
        self.next_look = Instant::now() + LOOK.max(begun.elapsed() * SHARE);
        is_changed
    }
}

/// Watches a folder with what the system has for it.
fn watch(folder: &Path, sender: &Sender<()>) -> notify::Result<RecommendedWatcher> {
    let sender = sender.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // An error may hide a change, such as events that were too many.
        if event.map_or(true, |event| is_change(event.kind)) {
            // Nobody receives it once the watcher is dropped.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Returns whether an event may have changed a file. Reading one is an event too.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    }
}

/// Returns a hash of the names, sizes and times of all files below a folder.
fn stamp(folder: &Path) -> u64 {
    let mut sum = 0_u64;
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            // A link is not followed, so that no ring of links is.
            let Ok(metadata) = entry.metadata() else { continue };
            let mut hasher = DefaultHasher::new();
            (entry.path(), metadata.len(), metadata.modified().ok()).hash(&mut hasher);
            // The order of the entries of a folder is none.
            sum = sum.wrapping_add(hasher.finish());
            if metadata.is_dir() {
                folders.push(entry.path());
            }
        }
    }
    sum
}
