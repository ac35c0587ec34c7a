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

/// Name of the file while it is written again. What a kill leaves of it goes with the next writing.
const NEW_SALTS: &str = "salts.jsonl.new";

/// Record of a salt: a text of the notice that it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SaltRecord {
    /// Id of the notice.
    pub(crate) id: String,
    /// 32 random bytes as 64 hexadecimal digits.
    pub(crate) salt: String,
    /// Title of the notice; `None` if there is a newer text, since a title that has left the sources is kept nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
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

    /// Adds records to the file in a directory, which only the user may read.
    pub(crate) fn add(&self, folder: &Path, new: &[SaltRecord], sync: bool) -> io::Result<()> {
        if new.iter().any(|record| self.records.contains_key(&record.id)) {
            let is_older = |record: &SaltRecord| new.iter().any(|new| new.id == record.id);
            let without_title = |record: SaltRecord| {
                if is_older(&record) { SaltRecord { title: None, board: None, ..record } } else { record }
            };
            return rewrite(folder, new, |record| Some(without_title(record)), |_| true);
        }
        if new.is_empty() {
            return Ok(());
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        let mut file = open_private(&mut options, &folder.join(SALTS))?;
        file.set_len(self.len)?;
        file.seek(io::SeekFrom::End(0))?;
        file.write_all(&to_lines(new)?)?;
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
    let quoted = serde_json::to_vec(id)?;
    let has_id = |line: &[u8]| line.windows(quoted.len()).any(|window| window == quoted);
    let is_found = has_id(&read_if_there(&folder.join(SALTS))?);
    let is_other = |record: SaltRecord| (record.id != id).then_some(record);
    rewrite(folder, &[], is_other, |line| !has_id(line))?;
    Ok(is_found)
}

/// Writes the file in a directory again, with what `change` makes of each record, the damaged lines that are kept, and new
/// records. The old file is there until the new one is whole.
fn rewrite(
    folder: &Path,
    new: &[SaltRecord],
    change: impl Fn(SaltRecord) -> Option<SaltRecord>,
    is_kept: impl Fn(&[u8]) -> bool,
) -> io::Result<()> {
    let path = folder.join(SALTS);
    let bytes = read_if_there(&path)?;
    let mut written = Vec::with_capacity(bytes.len());
    for line in whole_lines(&bytes).split_inclusive(|byte| *byte == b'\n') {
        match parse(line) {
            Some(record) => {
                let changed = change(record);
                written.extend(to_lines(changed.as_slice())?);
            }
            None if is_kept(line) => written.extend(line),
            None => {}
        }
    }
    written.extend(to_lines(new)?);
    let new_path = folder.join(NEW_SALTS);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    let mut file = open_private(&mut options, &new_path)?;
    file.write_all(&written)?;
    file.sync_all()?;
    fs::rename(new_path, path)?;
    sync_folder(folder)
}

fn to_lines(records: &[SaltRecord]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for record in records {
        serde_json::to_writer(&mut bytes, record)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
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
