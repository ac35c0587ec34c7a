//! Pictures without what they say beside the picture: GPS, camera, date, thumbnail, comments.
//!
//! Only the parts of a file that show the picture are kept, so that nothing unknown is published. The pixels are the same.

use exif::{In, Reader, Tag};
use std::num::NonZeroU32;

/// Picture as it is published.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: NonZeroU32,
    pub(crate) height: NonZeroU32,
}

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunks of PNG that show the picture (PNG 3rd edition, section 11).
const PNG_CHUNKS: [&[u8]; 20] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD",
    b"hIST", b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT", b"sPLT",
];

/// Chunks of `WebP` that show the picture (RFC 9649, section 2.7), besides the frames of an animation.
const WEBP_CHUNKS: [&[u8; 4]; 6] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ICCP"];

/// Chunks in a frame of an animation that show it.
const FRAME_CHUNKS: [&[u8; 4]; 3] = [b"ALPH", b"VP8 ", b"VP8L"];

/// Bytes of JFIF before the thumbnail (ITU-T T.871, section 10.1).
const JFIF_LEN: usize = 14;

const EXIF_PREFIX: &[u8] = b"Exif\0\0";

impl Picture {
    /// Reads a JPEG, a PNG or a `WebP`; returns `None` if it is broken or incomplete.
    pub(crate) fn new(file: &[u8]) -> Option<Self> {
        let (bytes, orientation) = if file.starts_with(b"\xff\xd8") {
            jpeg(file)?
        } else if file.starts_with(PNG_SIGNATURE) {
            png(file)?
        } else {
            webp(file)?
        };
        let size = imagesize::blob_size(&bytes).ok()?;
        let side = |side: usize| NonZeroU32::new(u32::try_from(side).ok()?);
        let (width, height) = (side(size.width)?, side(size.height)?);
        // From 5 on, the picture lies on its side.
        let is_turned = orientation.is_some_and(|orientation| orientation >= 5);
        let (width, height) = if is_turned { (height, width) } else { (width, height) };
        Some(Self { bytes, width, height })
    }
}

/// Keeps the segments of a JPEG up to its end that decode it (ITU-T T.81, annex B): no comments, and of the application's only
/// JFIF without its thumbnail, the colour profile and Adobe's colour transform. Returns the orientation with them.
fn jpeg(file: &[u8]) -> Option<(Vec<u8>, Option<u16>)> {
    let mut out = b"\xff\xd8".to_vec();
    let mut orientation = None;
    let mut at = 2;
    let mut has_scan = false;
    // The orientation stands behind JFIF, which must be first.
    let mut orientation_at = out.len();
    loop {
        if *file.get(at)? != 0xff {
            return None;
        }
        let marker = *file.get(at + 1)?;
        match marker {
            // A fill byte.
            0xff => at += 1,
            0xd9 => {
                out.extend(b"\xff\xd9");
                break;
            }
            0x01 | 0xd0..=0xd8 | 0x00 => return None,
            _ => {
                let len = usize::from(u16::from_be_bytes(*file.get(at + 2..at + 4)?.first_chunk()?));
                let end = at + 2 + len;
                let content = file.get(at + 4..end)?;
                let is_kept = match marker {
                    0xc0..=0xcf | 0xda..=0xdf => true,
                    0xe2 => content.starts_with(b"ICC_PROFILE\0"),
                    0xee => content.starts_with(b"Adobe") && content.len() == 12,
                    _ => false,
                };
                if is_kept {
                    out.extend(&file[at..end]);
                }
                if marker == 0xe0 && content.starts_with(b"JFIF\0") && content.len() >= JFIF_LEN {
                    let is_first = out.len() == 2;
                    out.extend(b"\xff\xe0\0\x10");
                    out.extend(&content[..JFIF_LEN - 2]);
                    // Its thumbnail is of no width and no height.
                    out.extend([0, 0]);
                    orientation_at = if is_first { out.len() } else { orientation_at };
                }
                if marker == 0xe1 && orientation.is_none() {
                    orientation = content.strip_prefix(EXIF_PREFIX).and_then(orientation_of);
                }
                at = end;
                if marker == 0xda {
                    has_scan = true;
                    let len = scan_len(file.get(at..)?)?;
                    out.extend(&file[at..at + len]);
                    at += len;
                }
            }
        }
    }
    if let Some(orientation) = orientation {
        let exif = exif_of(orientation);
        let len = u16::try_from(2 + EXIF_PREFIX.len() + exif.len()).ok()?.to_be_bytes();
        let segment = [b"\xff\xe1", &len[..], EXIF_PREFIX, &exif].concat();
        out.splice(orientation_at..orientation_at, segment);
    }
    has_scan.then_some((out, orientation))
}

/// Returns the length of the coded data that a scan begins with: up to a marker that is neither a stuffed byte nor a restart.
fn scan_len(data: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += data.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match data.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

/// Keeps the chunks of a PNG that show the picture. Returns the orientation with them.
fn png(file: &[u8]) -> Option<(Vec<u8>, Option<u16>)> {
    let mut out = PNG_SIGNATURE.to_vec();
    let mut at = PNG_SIGNATURE.len();
    let mut has_data = false;
    let mut orientation = None;
    loop {
        let len = usize::try_from(u32::from_be_bytes(*file.get(at..at + 4)?.first_chunk()?)).ok()?;
        let end = at.checked_add(len)?.checked_add(12)?;
        let (kind, content) = file.get(at + 4..end - 4)?.split_first_chunk::<4>()?;
        let checksum = crc32fast::hash(&file[at + 4..end - 4]).to_be_bytes();
        if file.get(end - 4..end)? != checksum {
            return None;
        }
        has_data |= kind == b"IDAT";
        if PNG_CHUNKS.contains(&&kind[..]) {
            out.extend(&file[at..end]);
        }
        if kind == b"eXIf"
            && orientation.is_none()
            && let Some(found) = orientation_of(content)
        {
            orientation = Some(found);
            let exif = exif_of(found);
            let chunk = [b"eXIf", &exif[..]].concat();
            out.extend(u32::try_from(exif.len()).ok()?.to_be_bytes());
            out.extend(&chunk);
            out.extend(crc32fast::hash(&chunk).to_be_bytes());
        }
        if kind == b"IEND" {
            return has_data.then_some((out, orientation));
        }
        at = end;
    }
}

/// Keeps the chunks of a `WebP` that show the picture. Returns the orientation with them.
fn webp(file: &[u8]) -> Option<(Vec<u8>, Option<u16>)> {
    let len = usize::try_from(u32::from_le_bytes(*file.get(4..8)?.first_chunk()?)).ok()?;
    let file = file.get(..len.checked_add(8)?)?;
    if !file.starts_with(b"RIFF") || file.get(8..12)? != b"WEBP" {
        return None;
    }
    let mut out = file[..12].to_vec();
    let (mut has_data, mut orientation, mut flags_at) = (false, None, None);
    for_each_chunk(&file[12..], |kind, content| {
        match kind {
            b"EXIF" => {
                let content = content.strip_prefix(EXIF_PREFIX).unwrap_or(content);
                orientation = orientation.or_else(|| orientation_of(content));
            }
            b"ANMF" => push_chunk(&mut out, kind, &frame(content)?)?,
            b"VP8X" if content.len() != 10 => return None,
            _ if WEBP_CHUNKS.contains(&kind) => {
                if kind == b"VP8X" {
                    flags_at = Some(out.len() + 8);
                }
                push_chunk(&mut out, kind, content)?;
            }
            _ => {}
        }
        has_data |= matches!(kind, b"VP8 " | b"VP8L" | b"ANMF");
        Some(())
    })?;
    // Without flags, nobody looks for EXIF.
    orientation = orientation.filter(|_| flags_at.is_some());
    if let Some(flags) = flags_at.and_then(|at| out.get_mut(at)) {
        // Bit 3 is that of EXIF, bit 2 that of XMP.
        *flags &= !0b1100;
        *flags |= if orientation.is_some() { 0b1000 } else { 0 };
    }
    if let Some(orientation) = orientation {
        push_chunk(&mut out, b"EXIF", &exif_of(orientation))?;
    }
    let len = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&len.to_le_bytes());
    has_data.then_some((out, orientation))
}

/// Keeps the chunks of a frame that show it, behind its place and its time.
fn frame(content: &[u8]) -> Option<Vec<u8>> {
    let (place, chunks) = content.split_at_checked(16)?;
    let mut out = place.to_vec();
    for_each_chunk(chunks, |kind, content| {
        let is_kept = FRAME_CHUNKS.contains(&kind);
        if is_kept { push_chunk(&mut out, kind, content) } else { Some(()) }
    })?;
    Some(out)
}

/// Calls `each` with the name and the content of each chunk; returns `None` if one is incomplete, or if `each` does.
fn for_each_chunk(mut bytes: &[u8], mut each: impl FnMut(&[u8; 4], &[u8]) -> Option<()>) -> Option<()> {
    while !bytes.is_empty() {
        let (kind, rest) = bytes.split_first_chunk::<4>()?;
        let (len, rest) = rest.split_first_chunk::<4>()?;
        let len = usize::try_from(u32::from_le_bytes(*len)).ok()?;
        let (content, rest) = rest.split_at_checked(len)?;
        each(kind, content)?;
        // A chunk of odd length has a byte of padding, which some programs leave out at the end.
        bytes = rest.get(len % 2..).unwrap_or_default();
    }
    Some(())
}

/// Adds a chunk, with a byte of padding if its length is odd.
fn push_chunk(out: &mut Vec<u8>, kind: &[u8], content: &[u8]) -> Option<()> {
    out.extend(kind);
    out.extend(u32::try_from(content.len()).ok()?.to_le_bytes());
    out.extend(content);
    out.resize(out.len() + content.len() % 2, 0);
    Some(())
}

/// Returns the orientation that EXIF gives a picture, unless it is upright. Other parts may be broken.
fn orientation_of(exif: &[u8]) -> Option<u16> {
    let exif = Reader::new().continue_on_error(true).read_raw(exif.to_vec());
    let exif = exif.or_else(|error| error.distill_partial_result(drop)).ok()?;
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    u16::try_from(orientation).ok().filter(|orientation| (2..=8).contains(orientation))
}

/// Returns EXIF with nothing but an orientation (EXIF 2.32, section 4.6.4: tag 0x0112, one short number).
fn exif_of(orientation: u16) -> Vec<u8> {
    let [high, low] = orientation.to_be_bytes();
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, high, low, 0, 0];
    [b"MM\0\x2a\0\0\0\x08", &[0, 1][..], &entry, &[0; 4]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    fn file(path: &str) -> Vec<u8> {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    }

    const JPEG: &str = "../fixtures/data/announcements/nyheter/2026-05-29-ny-gangbro/bilder/bro.jpg";
    const PNG: &str = "../fixtures/data/announcements/nyheter/2026-05-29-ny-gangbro/skylt.png";
    /// With EXIF, whose orientation is 6, and XMP.
    const WEBP: &str = "tests/data/liggande.webp";

    fn has(bytes: &[u8], word: &str) -> bool {
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    }

    #[track_caller]
    fn check(path: &str, secrets: &[&str], size: (u32, u32)) -> Picture {
        let before = file(path);
        let picture = Picture::new(&before).unwrap();
        for secret in secrets {
            assert!(has(&before, secret) && !has(&picture.bytes, secret), "{secret}");
        }
        assert_eq!((picture.width.get(), picture.height.get()), size);
        assert_eq!(Picture::new(&picture.bytes).unwrap().bytes, picture.bytes);
        // Every part that is left was there, so that the pixels are the same.
        for len in 0..before.len() {
            assert!(Picture::new(&before[..len]).is_none_or(|cut| cut.bytes == picture.bytes), "the first {len} bytes");
        }
        let mut broken = before.clone();
        for (at, byte) in before.iter().enumerate() {
            broken[at] ^= 0xff;
            let _ = Picture::new(&broken);
            broken[at] = *byte;
        }
        picture
    }

    #[test]
    fn only_the_picture_is_left() {
        let picture = check(JPEG, &["Exif", "Kamera AB", "Hemlig kommentar"], (480, 320));
        let scan = |bytes: &[u8]| bytes.windows(2).rposition(|marker| marker == b"\xff\xda").unwrap();
        let before = file(JPEG);
        assert_eq!(picture.bytes[scan(&picture.bytes)..], before[scan(&before)..]);
        check(PNG, &["Author", "Hemlig"], (64, 64));
    }

    #[test]
    fn what_follows_the_end_is_left_out() {
        for path in [JPEG, PNG, WEBP] {
            let whole = [&file(path)[..], b"GPS 58.38"].concat();
            assert!(!has(&Picture::new(&whole).unwrap().bytes, "GPS"), "{path}");
        }
    }

    #[test]
    fn the_orientation_stays() {
        // It is turned by a quarter.
        let picture = check(WEBP, &["Kamera AB", "x:xmpmeta"], (4, 8));
        assert!(has(&picture.bytes, "EXIF"));
        let jpeg = file(JPEG);
        let exif = exif_of(6);
        assert_eq!(orientation_of(&exif), Some(6));
        let turned = with_segment(&jpeg, 0xe1, &[EXIF_PREFIX, &exif].concat());
        let Picture { bytes: published, width, height } = Picture::new(&turned).unwrap();
        assert_eq!((width.get(), height.get()), (320, 480));
        assert!(has(&published, "Exif") && !has(&published, "Kamera AB"));
        assert_eq!(Picture::new(&published).unwrap().bytes, published);
        // Upright is what a picture without it is.
        assert_eq!(orientation_of(&exif_of(1)), None);
        // The name of the camera is said to be far behind the end.
        let camera = [0x01, 0x0f, 0, 2, 0, 0, 0, 10, 0, 0, 0xff, 0xff];
        let broken = [&exif[..8], &[0, 2], &camera, &exif[10..]].concat();
        assert_eq!(orientation_of(&broken), Some(6));
    }

    /// Adds a segment to the beginning of a JPEG.
    fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
        let len = u16::try_from(2 + content.len()).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, marker], &len, content, &jpeg[2..]].concat()
    }

    #[test]
    fn unknown_segments_are_left_out() {
        let jpeg = file(JPEG);
        for (marker, content) in [
            // A thumbnail of two pixels.
            (0xe0, &b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01Hemlig"[..]),
            (0xe0, b"JFXX\0Hemlig"),
            (0xe2, b"MPF\0Hemlig"),
            (0xee, b"Adobe\0\x64\0\0\0\0\0Hemlig"),
            (0xf0, b"Hemlig"),
            (0x02, b"Hemlig"),
        ] {
            let with = with_segment(&jpeg, marker, content);
            let published = Picture::new(&with).unwrap().bytes;
            assert!(has(&with, "Hemlig") && !has(&published, "Hemlig"), "{marker:x}");
            assert_eq!(Picture::new(&published).unwrap().bytes, published);
        }
        let adobe = with_segment(&jpeg, 0xee, b"Adobe\0\x64\0\0\0\0\0");
        assert!(has(&Picture::new(&adobe).unwrap().bytes, "Adobe"));
    }

    /// A `WebP` of bytes that follow its name.
    fn riff(chunks: &[u8]) -> Vec<u8> {
        let len = u32::try_from(4 + chunks.len()).unwrap().to_le_bytes();
        [b"RIFF", &len[..], b"WEBP", chunks].concat()
    }

    fn chunk(kind: &[u8], content: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        push_chunk(&mut out, kind, content).unwrap();
        out
    }

    #[test]
    fn a_frame_holds_only_its_picture() {
        let flags = chunk(b"VP8X", &[0b10, 0, 0, 0, 7, 0, 0, 3, 0, 0]);
        let inside = [chunk(b"XMP ", b"Hemlig"), chunk(b"VP8L", b"bilden"), chunk(b"HEJ ", b"Hemlig")].concat();
        let frame = chunk(b"ANMF", &[&[0; 16], &inside[..]].concat());
        let (bytes, _) = webp(&riff(&[flags, frame].concat())).unwrap();
        assert!(has(&bytes, "bilden") && !has(&bytes, "Hemlig"));
        assert_eq!(webp(&bytes).unwrap().0, bytes);
        let picture = chunk(b"VP8L", b"bilden");
        for len in [0, 9, 11, 20] {
            let flags = chunk(b"VP8X", &b"Hemlig, mycket hemlig"[..len]);
            assert_eq!(webp(&riff(&[flags, picture.clone()].concat())), None, "{len}");
        }
    }

    #[test]
    fn a_chunk_begins_at_an_even_byte() {
        let flags = chunk(b"VP8X", &[0b1000, 0, 0, 0, 7, 0, 0, 3, 0, 0]);
        let mut chunks = [flags, chunk(b"EXIF", &exif_of(6)), chunk(b"VP8L", b"bildens")].concat();
        // Some programs leave the padding out at the end.
        chunks.pop();
        let (bytes, orientation) = webp(&riff(&chunks)).unwrap();
        assert!(has(&bytes, "bildens\0EXIF"));
        assert_eq!((orientation, bytes.len() % 2), (Some(6), 0));
        assert_eq!(webp(&bytes).unwrap().0, bytes);
    }
}
