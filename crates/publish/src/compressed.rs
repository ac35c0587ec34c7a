use crate::{
    PublishError,
    derived::Derived,
    staging::{StagedFile, Staging},
};
use anslag_core::{Compression, Fingerprint};
use anslag_table::workbook::CutText;
use std::io::{self, Read, Write};

/// A compressed copy of a dump, beside it.
pub(crate) struct Compressed {
    /// The path of the dump.
    pub(crate) dump: String,
    /// The size of the dump in bytes.
    pub(crate) size: u64,
    pub(crate) compression: Compression,
}

impl Derived for Compressed {
    fn path(&self) -> String {
        format!("{}.{}", self.dump, self.compression.extension())
    }

    fn sources(&self) -> Vec<String> {
        vec![self.dump.clone()]
    }

    fn settings(&self) -> Fingerprint {
        Fingerprint::of(self.compression.extension())
    }

    fn write(&self, staging: &Staging<'_>, file: &mut StagedFile) -> Result<Vec<CutText>, PublishError> {
        let dump = staging.open(&self.dump)?;
        file.add(|out| compress(self.compression, dump, self.size, out).map(drop))?;
        Ok(Vec::new())
    }
}

/// Compresses `size` bytes. The result depends on nothing else: the header of gzip names no time, file or system.
fn compress<W: Write>(compression: Compression, mut bytes: impl Read, size: u64, out: W) -> io::Result<W> {
    match compression {
        Compression::Gzip => {
            let mut encoder = flate2::GzBuilder::new().write(out, flate2::Compression::default());
            io::copy(&mut bytes, &mut encoder)?;
            encoder.finish()
        }
        Compression::Zstandard => {
            let mut encoder = zstd::Encoder::new(out, zstd::DEFAULT_COMPRESSION_LEVEL)?;
            encoder.include_checksum(true)?;
            encoder.set_pledged_src_size(Some(size))?;
            io::copy(&mut bytes, &mut encoder)?;
            encoder.finish()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_is_read_back() {
        let text = "Vattnet stängs av i Brålanda.\n".repeat(10_000);
        let compress = |compression| compress(compression, text.as_bytes(), text.len() as u64, Vec::new()).unwrap();
        let gzip = compress(Compression::Gzip);
        assert_eq!(gzip[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255], "no name, no time, no system");
        let mut back = String::new();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        let zstandard = compress(Compression::Zstandard);
        assert_eq!(zstd::decode_all(zstandard.as_slice()).unwrap(), text.as_bytes());
    }
}
