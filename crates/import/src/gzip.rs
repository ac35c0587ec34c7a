//! Decompression of gzip (RFC 1952) within a limit.

use flate2::read::MultiGzDecoder;
use std::io::Read;

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
pub(crate) fn gunzip(bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>, GzipFault> {
    if !bytes.starts_with(&MAGIC) {
        return Ok(bytes);
    }
    let mut content = Vec::new();
    match MultiGzDecoder::new(bytes.as_slice()).take(limit + 1).read_to_end(&mut content) {
        Ok(length) if u64::try_from(length).is_ok_and(|length| length <= limit) => Ok(content),
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
        assert_eq!(gunzip(b"plain".to_vec(), 1).unwrap(), b"plain");
        assert_eq!(gunzip(gzip(b"text"), 4).unwrap(), b"text");
        assert!(matches!(gunzip(gzip(b"text"), 3), Err(GzipFault::TooLarge)));
        assert!(matches!(gunzip(gzip(&vec![0; 10 << 20]), 1 << 20), Err(GzipFault::TooLarge)));
        assert!(matches!(gunzip(gzip(b"text")[..9].to_vec(), 100), Err(GzipFault::Damaged)));
    }
}
