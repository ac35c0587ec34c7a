use crate::{Iri, closed_set::closed_set};

closed_set! {
    /// Compression of a large file, which is offered beside the file itself.
    pub enum Compression {
        /// gzip (RFC 1952).
        Gzip "gz",
        /// Zstandard (RFC 8878).
        Zstandard "zst",
    }
}

impl Compression {
    /// Returns the extension that follows that of the file, without a dot. It is also the key.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.key()
    }

    /// Returns the media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Gzip => "application/gzip",
            Self::Zstandard => "application/zstd",
        }
    }

    /// Returns the IRI of the media type at IANA.
    #[must_use]
    pub fn iana(self) -> Iri {
        Iri::minted(format!("http://www.iana.org/assignments/media-types/{}", self.media_type()))
    }
}
