use crate::{PublishError, error::Attempt};
use anslag_core::Publication;
use anslag_feed::Form;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, path::Path};

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
    pub files: BTreeMap<String, FileEntry>,
}

/// What a manifest says of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
}

impl Manifest {
    /// The manifest's own name.
    pub const NAME: &str = "manifest.json";

    /// What [`Manifest::generator`] says.
    const GENERATOR: &str = "anslag";

    /// The manifest of a publication's files on a day.
    pub(crate) fn new(publication: &Publication, as_of: Date, files: BTreeMap<String, FileEntry>) -> Self {
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
            let is_feed = Form::ALL.iter().any(|form| form.format().extension() == extension);
            // `all` or `topic/vatten`, below which stands `archive/2021-05`.
            (is_feed && name.split('/').count() <= 2).then_some((path, name, file))
        };
        self.files.iter().map(|(path, file)| (path.as_str(), file)).filter_map(feed)
    }

    /// Reads the manifest of a folder; none where there is no such file, or another program's.
    pub fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        let path = folder.join(Self::NAME);
        match fs::read(&path) {
            Ok(bytes) => {
                let manifest = serde_json::from_slice(&bytes).ok();
                Ok(manifest.filter(|manifest: &Self| manifest.generator == Self::GENERATOR))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::io(Attempt::Read, path)(error)),
        }
    }
}
