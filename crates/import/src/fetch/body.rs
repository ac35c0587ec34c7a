use flate2::read::MultiGzDecoder;
use std::{
    borrow::Cow,
    io::{self, Read},
};

/// First bytes of each gzip file (RFC 1952, section 2.3.1).
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Failure to decompress.
#[derive(Debug)]
pub(crate) enum GzipFault {
    /// The content is larger than the limit.
    TooLarge,
    /// The bytes are damaged.
    Damaged,
}

/// Returns the content of bytes that may be compressed by gzip, of at most so many bytes.
pub(crate) fn gunzip(bytes: &[u8], limit: u64) -> Result<Cow<'_, [u8]>, GzipFault> {
    if !bytes.starts_with(&MAGIC) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut content = Vec::new();
    let read: io::Result<usize> = MultiGzDecoder::new(bytes).take(limit + 1).read_to_end(&mut content);
    match read {
        Ok(length) if u64::try_from(length).is_ok_and(|length| length <= limit) => Ok(Cow::Owned(content)),
        Ok(_) => Err(GzipFault::TooLarge),
        Err(_) => Err(GzipFault::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn content_is_decompressed_within_its_limit() {
        assert_eq!(&*gunzip(b"plain", 1).unwrap(), b"plain");
        assert_eq!(&*gunzip(&gzip(b"text"), 4).unwrap(), b"text");
        assert!(matches!(gunzip(&gzip(b"text"), 3), Err(GzipFault::TooLarge)));
        assert!(matches!(gunzip(&gzip(&vec![0; 10 << 20]), 1 << 20), Err(GzipFault::TooLarge)));
        assert!(matches!(gunzip(&gzip(b"text")[..9], 100), Err(GzipFault::Damaged)));
    }
}
