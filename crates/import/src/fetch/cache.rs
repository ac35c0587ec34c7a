use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// Answers that servers gave, each in a file of its own. The directory may be deleted.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
}

/// First line of a file of the cache; the body follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Address that was asked.
    pub(super) address: String,
    /// `ETag` of the answer.
    pub(super) etag: Option<String>,
    /// `Last-Modified` of the answer.
    pub(super) last_modified: Option<String>,
    /// `Content-Type` of the answer.
    pub(super) content_type: Option<String>,
    /// `X-WP-TotalPages` of the answer.
    pub(super) pages: Option<u32>,
    /// SHA-256 of the body, by which a damaged file is found.
    pub(super) sha256: String,
}

impl Cache {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Returns the answer to an address, of at most so many bytes; `None` if there is none that is whole.
    pub(super) fn get(&self, address: &str, limit: u64) -> Option<(Entry, Vec<u8>)> {
        let mut bytes = Vec::new();
        let file = File::open(self.file(address)).ok()?;
        // Another limit may have held when the answer was kept.
        file.take(limit + (64 << 10)).read_to_end(&mut bytes).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let entry: Entry = serde_json::from_slice(&bytes[..end]).ok()?;
        let body = bytes.split_off(end + 1);
        (entry.address == address && entry.sha256 == digest(&body)).then_some((entry, body))
    }

    /// Keeps an answer, or replaces it.
    pub(super) fn put(&self, entry: &Entry, body: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut new = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&mut new, entry)?;
        new.write_all(b"\n")?;
        new.write_all(body)?;
        new.persist(self.file(&entry.address))?;
        Ok(())
    }

    /// Returns the directory.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn file(&self, address: &str) -> PathBuf {
        self.folder.join(&digest(address.as_bytes())[..32])
    }
}

/// Returns the SHA-256 of bytes in hexadecimal digits.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_answers_to_the_same_address_are_returned() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("cache"));
        let (address, body) = ("https://a.se/", b"one\ntwo");
        let entry = Entry {
            address: address.to_owned(),
            etag: Some("\"1\"".to_owned()),
            last_modified: None,
            content_type: Some("text/html".to_owned()),
            pages: None,
            sha256: digest(body),
        };
        assert_eq!(cache.get(address, 100), None);
        cache.put(&entry, body).unwrap();
        assert_eq!(cache.get(address, 100), Some((entry, body.to_vec())));
        assert_eq!(cache.get("https://b.se/", 100), None);
        let file = cache.file(address);
        let text = fs::read(&file).unwrap();
        fs::write(&file, &text[..text.len() - 1]).unwrap();
        assert_eq!(cache.get(address, 100), None);
    }
}
