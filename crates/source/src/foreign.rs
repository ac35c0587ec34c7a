use anslag_wording::wording;

wording! {
    /// Format of a file that is no text in UTF-8, by its first bytes.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum ForeignFormat {
        Utf16 en("text in UTF-16") sv("text i UTF-16"),
        Zip en("a Word document, or another ZIP archive") sv("ett Word-dokument, eller ett annat ZIP-arkiv"),
        OldOffice en("an old document of Word or Excel") sv("ett gammalt dokument från Word eller Excel"),
        Pdf en("a PDF document") sv("ett PDF-dokument"),
        Rtf en("a document in rich text (RTF)") sv("ett dokument i RTF"),
        Gzip en("a compressed file") sv("en komprimerad fil"),
        Picture en("a picture") sv("en bild"),
    }
}

/// First bytes of files in other formats.
const SIGNATURES: [(&[u8], ForeignFormat); 10] = [
    (b"\xff\xfe", ForeignFormat::Utf16),
    (b"\xfe\xff", ForeignFormat::Utf16),
    (b"PK\x03\x04", ForeignFormat::Zip),
    (b"\xd0\xcf\x11\xe0", ForeignFormat::OldOffice),
    (b"%PDF-", ForeignFormat::Pdf),
    (b"{\\rtf", ForeignFormat::Rtf),
    (b"\x1f\x8b", ForeignFormat::Gzip),
    (b"\x89PNG", ForeignFormat::Picture),
    (b"\xff\xd8\xff", ForeignFormat::Picture),
    (b"GIF8", ForeignFormat::Picture),
];

impl ForeignFormat {
    /// Tells the format of a file; `None` if it may be a text in UTF-8.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
        known.map(|(_, format)| *format).or_else(|| is_bare_utf16(bytes).then_some(Self::Utf16))
    }

    /// Returns whether the file holds text that only has another encoding.
    pub(crate) const fn is_text(self) -> bool {
        matches!(self, Self::Utf16)
    }
}

/// Returns whether the bytes look like ASCII in UTF-16 without a byte order mark: every second byte is 0.
fn is_bare_utf16(bytes: &[u8]) -> bool {
    let is_pair = |pair: &[u8], zero: usize| pair[zero] == 0 && pair[1 - zero] != 0;
    let begins = |zero| bytes.len() >= 4 && bytes.chunks_exact(2).take(2).all(|pair| is_pair(pair, zero));
    begins(0) || begins(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<ForeignFormat>) {
        assert_eq!(ForeignFormat::of(bytes), expected);
    }

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        check(b"\xff\xfe+\0+\0", Some(ForeignFormat::Utf16));
        check(b"+\0+\0+\0\n\0", Some(ForeignFormat::Utf16));
        check(b"\0+\0+\0+", Some(ForeignFormat::Utf16));
        check(b"PK\x03\x04rest", Some(ForeignFormat::Zip));
        check(b"+++\n", None);
        check("\u{feff}+++\n".as_bytes(), None);
        check(b"", None);
        check(b"a\0b", None);
    }
}
