use crate::{Digest, staging::sync_folder};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    fs::{self, File, OpenOptions},
    io::{self, Seek, Write},
    path::Path,
};

/// Name of the file of the salts, beside the history.
pub(crate) const SALTS: &str = "salts.jsonl";

/// Record of a salt: the notice that it stands for, as it was when its text was new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SaltRecord {
    /// Id of the notice.
    pub(crate) id: String,
    /// 32 random bytes as 64 hexadecimal digits.
    pub(crate) salt: String,
    /// Title of the notice.
    pub(crate) title: String,
    /// Name of its board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) board: Option<String>,
    /// Digest of its text.
    pub(crate) text: Digest,
}

/// Salts of the notices that have been up: a record for each text of each notice.
#[derive(Debug, Default)]
pub(crate) struct Salts {
    /// Records by id, the oldest first.
    records: HashMap<String, Vec<SaltRecord>>,
    /// Size of the file without a torn last line.
    len: u64,
}

/// Makes a salt of 32 bytes from the operating system.
pub(crate) fn new_salt() -> io::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(Digest(bytes).to_string())
}

/// Returns the digest of a salt and a text that it hides: the bytes of one after those of the other.
pub(crate) fn salted(salt: &str, text: &str) -> Digest {
    Digest::of(format!("{salt}{text}").as_bytes())
}

impl SaltRecord {
    /// Returns what the history has of the id.
    pub(crate) fn notice(&self) -> Digest {
        salted(&self.salt, &self.id)
    }

    /// Returns what the history has of the text.
    pub(crate) fn salted_text(&self) -> Digest {
        salted(&self.salt, &self.text.to_string())
    }
}

impl Salts {
    /// Reads the salts in a directory. Skips lines that are damaged.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let bytes = read_if_there(&folder.join(SALTS))?;
        let mut salts = Self { records: HashMap::new(), len: whole_lines(&bytes).len() as u64 };
        for record in whole_lines(&bytes).split(|byte| *byte == b'\n').filter_map(parse) {
            salts.records.entry(record.id.clone()).or_default().push(record);
        }
        Ok(salts)
    }

    /// Returns the records of a notice, the oldest first; empty if it has no salt.
    pub(crate) fn of(&self, id: &str) -> &[SaltRecord] {
        self.records.get(id).map_or(&[], Vec::as_slice)
    }

    /// Returns the ids that have salts.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.records.keys().map(String::as_str)
    }

    /// Appends records to the file in a directory. Only the user may read it.
    pub(crate) fn append(&self, folder: &Path, records: &[SaltRecord], sync: bool) -> io::Result<()> {
        if records.is_empty() {
            return Ok(());
        }
        let path = folder.join(SALTS);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        let mut file = open_private(&mut options, &path)?;
        file.set_len(self.len)?;
        file.seek(io::SeekFrom::End(0))?;
        let mut bytes = Vec::new();
        for record in records {
            serde_json::to_writer(&mut bytes, record)?;
            bytes.push(b'\n');
        }
        file.write_all(&bytes)?;
        if sync {
            file.sync_all()?;
            sync_folder(folder)?;
        }
        Ok(())
    }
}

/// Deletes the salts of a notice in a directory. Returns `false` if it has none.
///
/// A damaged line that has the id goes too.
pub(crate) fn delete(folder: &Path, id: &str) -> io::Result<bool> {
    let path = folder.join(SALTS);
    let bytes = read_if_there(&path)?;
    let quoted = serde_json::to_vec(id)?;
    let is_kept = |line: &&[u8]| match parse(line) {
        Some(record) => record.id != id,
        None => !line.windows(quoted.len()).any(|window| window == quoted),
    };
    let kept: Vec<u8> = bytes.split_inclusive(|byte| *byte == b'\n').filter(is_kept).flatten().copied().collect();
    if kept.len() == bytes.len() {
        return Ok(false);
    }
    // Its permissions are those of the salts: only the user may read it.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&kept)?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder)?;
    Ok(true)
}

/// Reads a file; returns no bytes if it does not exist.
fn read_if_there(path: &Path) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        read => read,
    }
}

/// Returns the bytes before a torn last line.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    &bytes[..end]
}

fn parse(line: &[u8]) -> Option<SaltRecord> {
    serde_json::from_slice(line).ok()
}

/// Opens a file that only the user may read.
fn open_private(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o600).open(path)?;
        // A copy from elsewhere may have other permissions.
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}
