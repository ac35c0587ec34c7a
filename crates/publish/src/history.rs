use crate::{
    ChainFault, Digest, PublishError,
    chain::Chain,
    error::Attempt,
    history_line::{HistoryLine, PostedNotice},
    salts::{self, SALTS, SaltRecord, Salts, new_salt},
    staging::sync_folder,
};
use jiff::civil::Date;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// Name of the history, in the directory of it.
const HISTORY: &str = "history.jsonl";

/// Name of the directory of the history, in the data directory.
const DIRECTORY: &str = ".anslag";

/// History of the notices that were up, which each export continues: the chain of its lines, up to the last one.
#[derive(Debug)]
pub(crate) struct History {
    folder: PathBuf,
    chain: Chain,
}

/// Posting that an export is about to publish.
pub(crate) struct NewPosting<'a> {
    pub(crate) as_of: Date,
    /// SHA-256 of the manifest.
    pub(crate) manifest: Digest,
    /// SHA-256 of the manifest of the publication that it replaces.
    pub(crate) replaces: Option<Digest>,
    /// Ids of the notices that are up, each with the digest of its text.
    pub(crate) notices: &'a [(&'a str, Digest)],
    /// Returns the title and the board of the notice at a position.
    pub(crate) describe: &'a dyn Fn(usize) -> Result<(String, Option<String>), PublishError>,
}

/// Returns the path of the history of a data directory.
#[must_use]
pub fn history_path(data: &Path) -> PathBuf {
    directory(data).join(HISTORY)
}

/// Returns the directory of the history of a data directory.
pub(crate) fn directory(data: &Path) -> PathBuf {
    data.join(DIRECTORY)
}

/// Deletes the salt of a notice from a data directory, so that nobody can tell any more which lines of the history are about
/// it. The chain still holds. Returns `false` if the notice has no salt.
///
/// # Errors
/// Fails if the salts cannot be read or written.
pub fn forget_notice(data: &Path, id: &str) -> Result<bool, PublishError> {
    let folder = directory(data);
    let path = folder.join(SALTS);
    if !path.exists() {
        return Ok(false);
    }
    let _lock = lock(&folder)?;
    salts::delete(&folder, id).map_err(PublishError::io(Attempt::Write, path))
}

impl History {
    /// Reads the history of a data directory, and checks its chain.
    pub(crate) fn open(data: &Path) -> Result<Self, PublishError> {
        let path = history_path(data);
        let chain = Chain::read(&path, |_, _| ()).map_err(PublishError::io(Attempt::Read, path))?;
        Ok(Self { folder: directory(data), chain })
    }

    /// Returns the first fault of the chain, with the number of its line.
    pub(crate) fn fault(&self) -> Option<(usize, ChainFault)> {
        self.chain.fault
    }

    /// Adds a line for a publication that is about to replace another one. Does nothing if the last line is about the same
    /// publication, or if no notice has ever been up.
    ///
    /// Salts of new notices are written first, so that each digest of the history can be told from its salt.
    pub(crate) fn append(&self, posting: &NewPosting<'_>, sync: bool) -> Result<(), PublishError> {
        let folder = &self.folder;
        if self.chain.lines == 0 && posting.notices.is_empty() {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(PublishError::io(Attempt::MakeFolder, folder))?;
        let mut file = lock(folder)?;
        let path = folder.join(HISTORY);
        let failed = |error| PublishError::io(Attempt::Write, &path)(error);
        let size = file.metadata().map_err(failed)?.len();
        // Another export, into another directory, may have added lines.
        let newer = (size != self.chain.size).then(|| Chain::read(&path, |_, _| ())).transpose().map_err(failed)?;
        let chain = newer.as_ref().unwrap_or(&self.chain);
        if chain.manifest == Some(posting.manifest) {
            return Ok(());
        }
        let salted = self.salt(posting, sync)?;
        let mut notices: Vec<PostedNotice> =
            salted.iter().map(|record| PostedNotice { notice: record.notice(), text: record.salted_text() }).collect();
        notices.sort_unstable();
        let NewPosting { as_of, manifest, replaces, .. } = *posting;
        let sha256 = Digest([0; 32]);
        let line = HistoryLine { as_of, manifest, replaces, notices, previous: chain.last, sha256 };
        let mut bytes = line.to_bytes();
        if chain.lacks_end {
            bytes.insert(0, b'\n');
        }
        let written = file
            .set_len(chain.len)
            .and_then(|()| file.seek(SeekFrom::End(0)))
            .and_then(|_| file.write_all(&bytes))
            .and_then(|()| if sync { file.sync_all().and_then(|()| sync_folder(folder)) } else { Ok(()) });
        written.map_err(|error| {
            // A torn line is void anyway.
            let _ = file.set_len(chain.len);
            failed(error)
        })
    }

    /// Returns the records of the notices that are up. Adds those that are missing.
    fn salt(&self, posting: &NewPosting<'_>, sync: bool) -> Result<Vec<SaltRecord>, PublishError> {
        let path = self.folder.join(SALTS);
        let failed = |error| PublishError::io(Attempt::Write, &path)(error);
        let salts = Salts::read(&self.folder).map_err(failed)?;
        let (mut all, mut new) = (Vec::with_capacity(posting.notices.len()), Vec::new());
        for (at, (id, text)) in posting.notices.iter().enumerate() {
            let known = salts.of(id);
            let record = match known.last().filter(|record| record.text == *text) {
                Some(record) => record.clone(),
                None => {
                    let salt = known.last().map(|record| Ok(record.salt.clone()));
                    let salt = salt.unwrap_or_else(new_salt).map_err(failed)?;
                    let (title, board) = (posting.describe)(at)?;
                    let record = SaltRecord { id: (*id).to_owned(), salt, title: Some(title), board, text: *text };
                    new.push(record.clone());
                    record
                }
            };
            all.push(record);
        }
        salts.add(&self.folder, &new, sync).map_err(failed)?;
        Ok(all)
    }
}

/// Opens the history in a directory for writing, and waits until no other process has it. Dropping it releases it.
fn lock(folder: &Path) -> Result<File, PublishError> {
    let path = folder.join(HISTORY);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let file = options.open(&path).map_err(PublishError::io(Attempt::Write, &path))?;
    match file.lock() {
        // Some network file systems have no locks.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(PublishError::io(Attempt::Lock, path)(error)),
        Ok(()) | Err(_) => Ok(file),
    }
}
