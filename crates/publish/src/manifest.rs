use crate::{PublishError, error::Attempt};
use anslag_core::Publication;
use anslag_feed::FeedFormat;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, collections::BTreeMap, fmt, fs::File, io::BufReader, path::Path};

/// The list of what an export wrote, `manifest.json`: the last file of it to be written, so that a reader can tell a
/// whole publication from a broken one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program that wrote it: `anslag`.
    pub generator: String,
    /// What every IRI of the publication begins with.
    pub base: String,
    /// The day whose state is published.
    pub as_of: String,
    /// How many entries a current feed holds.
    pub feed_size: usize,
    /// The time zone in which days begin and end.
    pub timezone: String,
    /// The WebSub hub that subscribers of its feeds are told by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hub: Option<String>,
    /// Every other file, by its path.
    pub files: BTreeMap<Box<str>, FileEntry>,
}

/// What a manifest says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// How many bytes it has.
    pub size: u64,
}

/// A SHA-256 (FIPS 180-4), written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of bytes.
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
    /// The manifest's own name.
    pub const NAME: &str = "manifest.json";

    /// What [`Manifest::generator`] says.
    const GENERATOR: &str = "anslag";

    /// The manifest of a publication's files on a day.
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

    /// The current pages of the feeds, by their paths, each with the feed's name, such as `topic/vatten`: pages of
    /// archives are not among them.
    pub fn feeds(&self) -> impl Iterator<Item = (&str, &str, &FileEntry)> {
        let feed = |(path, file)| {
            let (name, extension) = str::strip_prefix(path, "feed/")?.rsplit_once('.')?;
            let is_feed = FeedFormat::ALL.iter().any(|format| format.format().spec().extension == extension);
            // `all` or `topic/vatten`, below which stands `archive/2021-05`.
            (is_feed && name.split('/').count() <= 2).then_some((path, name, file))
        };
        self.files.iter().map(|(path, file)| (&**path, file)).filter_map(feed)
    }

    /// Reads the manifest of a folder; none where there is no such file, or another program's.
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
