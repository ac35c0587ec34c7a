use crate::Iri;

/// The ways in which a large file is offered compressed, beside the file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compression {
    /// gzip (RFC 1952).
    Gzip,
    /// Zstandard (RFC 8878).
    Zstandard,
}

impl Compression {
    /// Every compression there is.
    pub const ALL: [Self; 2] = [Self::Gzip, Self::Zstandard];

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Gzip => "application/gzip",
            Self::Zstandard => "application/zstd",
        }
    }

    /// The IRI of the media type at IANA.
    #[must_use]
    pub fn iana(self) -> Iri {
        Iri::minted(format!("http://www.iana.org/assignments/media-types/{}", self.media_type()))
    }

    /// The extension that follows that of the file, without a dot; also its key in source files.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Zstandard => "zst",
        }
    }
}
