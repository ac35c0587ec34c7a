use crate::{PublishError, error::Attempt};
use anslag_core::{Publication, sha256, sha256_of_reader};
use anslag_feed::FeedFormat;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest as _, Sha256};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    fmt, fs,
    io::{self, Read},
    path::Path,
};

/// List of all files of a publication, `manifest.json`. It is written last, so that a publication with a manifest is
/// complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program that wrote it: `anslag`.
    pub generator: String,
    /// The address that every IRI of the publication begins with.
    pub base: String,
    /// The day whose state is published.
    pub as_of: String,
    /// The number of entries of a current feed.
    pub feed_size: usize,
    /// The time zone of the publication.
    pub timezone: String,
    /// The main language of the publication. Older manifests have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The IRI of the licence of the data. Older manifests have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// The WebSub hub of its feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hub: Option<String>,
    /// The SHA-256 of the manifest's own bytes, with 64 zeros in place of this digest. Older manifests have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
    /// The ids of announcements that have moved, each with the new one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub moved: BTreeMap<Box<str>, Box<str>>,
    /// Every other file, by its path.
    pub files: BTreeMap<Box<str>, FileEntry>,
}

/// A manifest as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundManifest {
    pub(crate) manifest: Manifest,
    /// `true` if its bytes are those that were written.
    pub(crate) is_intact: bool,
}

/// Entry of a file in a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// The size in bytes.
    pub size: u64,
}

/// A SHA-256 (FIPS 180-4), written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Returns the digest of bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha256(bytes))
    }

    /// Returns the digest of all bytes that are read.
    pub(crate) fn of_reader(reader: impl Read) -> io::Result<Self> {
        sha256_of_reader(reader).map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let invalid = || D::Error::custom("a SHA-256 has 64 hexadecimal digits");
        let mut bytes = [0; 32];
        if text.len() != 2 * bytes.len() || !text.is_ascii() {
            return Err(invalid());
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| invalid())?;
        }
        Ok(Self(bytes))
    }
}

impl Manifest {
    /// The name of the manifest itself.
    pub const NAME: &str = "manifest.json";

    /// The value of [`Manifest::generator`].
    const GENERATOR: &str = "anslag";

    /// First bytes of a manifest of ours.
    const BEGINNING: &[u8] = b"{\n  \"generator\": \"anslag\"";

    /// The digest in the bytes that [`Manifest::sha256`] is computed from.
    const NO_DIGEST: Digest = Digest([0; 32]);

    /// Makes the manifest of the files of a publication on a day.
    pub(crate) fn new(
        publication: &Publication,
        as_of: Date,
        moved: BTreeMap<Box<str>, Box<str>>,
        files: BTreeMap<Box<str>, FileEntry>,
    ) -> Self {
        let mut manifest = Self {
            generator: Self::GENERATOR.to_owned(),
            base: publication.base.iri().to_string(),
            as_of: as_of.to_string(),
            feed_size: publication.feed_size.get(),
            timezone: publication.zone.name().to_owned(),
            language: Some(publication.language.to_string()),
            license: Some(publication.licence.iri().to_string()),
            hub: publication.hub.as_ref().map(ToString::to_string),
            sha256: Some(Self::NO_DIGEST),
            moved,
            files,
        };
        manifest.sha256 = Some(Digest::of(&manifest.to_json()));
        manifest
    }

    /// Returns the bytes of the file.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("all keys are texts");
        json.push(b'\n');
        json
    }

    /// Returns the current page of each feed: its path, the name of the feed such as `topic/vatten`, and its entry. Archive
    /// pages are left out.
    pub fn feeds(&self) -> impl Iterator<Item = (&str, &str, &FileEntry)> {
        let feed = |(path, file)| {
            let (name, extension) = str::strip_prefix(path, "feed/")?.rsplit_once('.')?;
            let is_feed = FeedFormat::ALL.iter().any(|format| format.format().spec().extension == extension);
            // The name is `all` or `topic/vatten`; archive pages are below it, as `archive/2021-05`.
            (is_feed && name.split('/').count() <= 2).then_some((path, name, file))
        };
        self.files.iter().map(|(path, file)| (&**path, file)).filter_map(feed)
    }

    /// Reads a manifest; returns `None` if the bytes are none of ours, or were changed.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        FoundManifest::parse(bytes).filter(|found| found.is_intact).map(|found| found.manifest)
    }

    /// Reads the manifest of a folder; returns `None` if there is none, or one of another program. Fails if it was changed.
    pub fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        match Self::find(folder)? {
            Some(FoundManifest { is_intact: false, .. }) => {
                Err(PublishError::DamagedManifest { path: folder.join(Self::NAME) })
            }
            found => Ok(found.map(|found| found.manifest)),
        }
    }

    /// Reads the manifest of a folder; returns `None` if there is none, or one of another program. Fails if it is one of ours,
    /// but so damaged that it does not tell the files.
    pub(crate) fn find(folder: &Path) -> Result<Option<FoundManifest>, PublishError> {
        let path = folder.join(Self::NAME);
        // Only a regular file: another one may have no end.
        let bytes = match fs::metadata(&path) {
            Ok(found) if found.is_file() => fs::read(&path),
            Ok(_) => return Ok(None),
            Err(error) => Err(error),
        };
        match bytes {
            Ok(bytes) => match FoundManifest::parse(&bytes) {
                None if bytes.starts_with(Self::BEGINNING) => Err(PublishError::DamagedManifest { path }),
                found => Ok(found),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::io(Attempt::Read, path)(error)),
        }
    }
}

impl FoundManifest {
    /// Reads a manifest; returns `None` if the bytes are none of ours.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let manifest: Manifest = serde_json::from_slice(bytes).ok()?;
        let is_intact = match manifest.sha256 {
            Some(digest) => digest_without_itself(bytes, digest) == Some(digest),
            None => manifest.to_json() == bytes,
        };
        (manifest.generator == Manifest::GENERATOR).then_some(Self { manifest, is_intact })
    }
}

/// Returns the digest of a manifest with zeros in place of its own digest, which stands before all others.
fn digest_without_itself(bytes: &[u8], own: Digest) -> Option<Digest> {
    let (own, zeros) = (own.to_string(), Manifest::NO_DIGEST.to_string());
    let at = bytes.windows(own.len()).position(|window| window == own.as_bytes())?;
    let hash = Sha256::new_with_prefix(&bytes[..at]).chain_update(zeros).chain_update(&bytes[at + own.len()..]);
    Some(Digest(hash.finalize().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes() -> Vec<u8> {
        let publication = anslag_fixtures::publication();
        let entry = |name: &str| (name.into(), FileEntry { sha256: Digest::of(name.as_bytes()), size: 7 });
        Manifest::new(&publication, Date::MIN, BTreeMap::new(), ["a.txt", "b/c.txt"].map(entry).into()).to_json()
    }

    #[test]
    fn a_manifest_knows_its_own_bytes() {
        let bytes = bytes();
        let found = FoundManifest::parse(&bytes).unwrap();
        assert!(found.is_intact);
        assert_eq!(found.manifest.to_json(), bytes);
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(FoundManifest::parse(&flipped).is_none_or(|found| !found.is_intact), "bit {bit}");
        }
        for len in 0..bytes.len() - 1 {
            assert!(FoundManifest::parse(&bytes[..len]).is_none(), "the first {len} bytes");
        }
    }

    #[test]
    fn an_old_manifest_has_no_digest() {
        let old = Manifest { sha256: None, ..FoundManifest::parse(&bytes()).unwrap().manifest };
        assert_eq!(FoundManifest::parse(&old.to_json()), Some(FoundManifest { manifest: old, is_intact: true }));
    }
}
