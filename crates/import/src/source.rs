use crate::{
    Doubt, Drafts, Finding, charset,
    gzip::{GzipFault, gunzip},
};
use anslag_source::read_regular;
use anslag_wording::IoFault;
use std::{borrow::Cow, path::Path};

/// Most bytes of a source, also after decompression.
pub const MAX_BYTES: u64 = 256 << 20;

/// Bytes to import, with the name of their source.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Path or address.
    pub name: String,
    /// Content, decompressed.
    pub bytes: Vec<u8>,
    /// Charset that a server has named.
    pub charset: Option<String>,
}

impl Source {
    /// Makes a source from bytes. Decompresses gzip.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>, charset: Option<String>) -> Result<Self, Finding> {
        let name = name.into();
        match gunzip(bytes, MAX_BYTES) {
            Ok(bytes) => Ok(Self { name, bytes, charset }),
            Err(GzipFault::TooLarge) => {
                Err(Finding::new(name, Doubt::Unreadable { fault: IoFault::TooLong { kib: MAX_BYTES >> 10 } }))
            }
            Err(GzipFault::Damaged) => Err(Finding::new(name, Doubt::Unreadable { fault: IoFault::InvalidData })),
        }
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self, Finding> {
        let name = path.display().to_string();
        match read_regular(path, MAX_BYTES) {
            Ok(bytes) => Self::new(name, bytes, None),
            Err(error) => Err(Finding::new(name, Doubt::Unreadable { fault: IoFault::from(&error) })),
        }
    }

    /// Returns the address, if the source is not a file.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        Some(self.name.as_str()).filter(|name| is_address(name))
    }

    /// Returns the content as text. Warns if the charset is not the one that the source names.
    pub fn text<'s>(&'s self, drafts: &mut Drafts<'_>) -> Cow<'s, str> {
        let (text, doubt) = charset::decode(&self.bytes, self.charset.as_deref());
        if let Some(doubt) = doubt {
            drafts.find(Finding::new(&self.name, doubt));
        }
        text
    }
}

/// Returns whether a name is a web address.
#[must_use]
pub fn is_address(name: &str) -> bool {
    name.starts_with("https://") || name.starts_with("http://")
}
