use crate::{PublishError, error::Attempt};
use anslag_core::Publication;
use anslag_feed::FeedFormat;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, collections::BTreeMap, fmt, fs::File, io::BufReader, path::Path};

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
    /// The WebSub hub of its feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hub: Option<String>,
    /// Every other file, by its path.
    pub files: BTreeMap<Box<str>, FileEntry>,
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
        Self(Sha256::digest(bytes).into())
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

    /// Makes the manifest of the files of a publication on a day.
    pub(crate) fn new(publication: &Publication, as_of: Date, files: BTreeMap<Box<str>, FileEntry>) -> Self {
        Self {
            generator: Self::GENERATOR.to_owned(),
            base: publication.base.iri().to_string(),
            as_of: as_of.to_string(),
            feed_size: publication.feed_size.get(),
            timezone: publication.zone.name().to_owned(),
            hub: publication.hub.as_ref().map(ToString::to_string),
            files,
        }
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

    /// Reads the manifest of a folder; returns `None` if there is none, or one of another program.
    pub fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        let path = folder.join(Self::NAME);
        match File::open(&path) {
            Ok(file) => {
                let manifest = serde_json::from_reader(BufReader::with_capacity(1 << 16, file)).ok();
                Ok(manifest.filter(|manifest: &Self| manifest.generator == Self::GENERATOR))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::io(Attempt::Read, path)(error)),
        }
    }
}
