use crate::{Edition, ServeError, edition::Stamp};
use anslag_publish::Manifest;
use std::{
    fs,
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
};
use tokio::sync::Mutex;

/// Published directory, whose publication exports exchange.
#[derive(Debug)]
pub struct Dist {
    path: PathBuf,
    current: RwLock<Arc<Edition>>,
    /// Stamp of the last manifest that was looked at, also if it was none of ours.
    seen: Mutex<Stamp>,
}

impl Dist {
    /// Opens a published directory.
    pub fn open(path: PathBuf) -> Result<Self, ServeError> {
        let edition = Arc::new(Edition::open(&path)?);
        Ok(Self { seen: Mutex::new(edition.stamp()), current: RwLock::new(edition), path })
    }

    /// Returns the publication that is in the directory now. While there is none, or only a damaged one, it is the last one.
    pub async fn edition(self: &Arc<Self>) -> Arc<Edition> {
        let current = self.current();
        let Some(stamp) = self.stamp().filter(|stamp| *stamp != current.stamp()) else { return current };
        // One request reads the new manifest, and those that wait find it read.
        let mut seen = self.seen.lock().await;
        if *seen != stamp {
            let dist = Arc::clone(self);
            match tokio::task::spawn_blocking(move || Edition::open(&dist.path)).await {
                Ok(Ok(edition)) => {
                    *seen = edition.stamp();
                    *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(edition);
                }
                Ok(Err(ServeError::NoPublication { .. })) => *seen = stamp,
                // The reason may pass, as too many open files do: the next request looks again.
                Ok(Err(ServeError::Unreadable { .. } | ServeError::Listen { .. })) | Err(_) => {}
            }
        }
        self.current()
    }

    /// Returns whether there is a publication in the directory.
    pub(crate) fn is_present(&self) -> bool {
        self.stamp().is_some()
    }

    /// Returns the publication that the last look has found.
    pub(crate) fn current(&self) -> Arc<Edition> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn stamp(&self) -> Option<Stamp> {
        fs::metadata(self.path.join(Manifest::NAME)).ok().map(|metadata| Stamp::of(&metadata))
    }
}
