//! Charsets: which one bytes are in, and which one they claim.

use crate::Doubt;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Bytes at the beginning in which a document may name its charset.
const HEAD: usize = 1024;

/// Decodes a document. A byte order mark decides, then the server, then the document itself.
///
/// Bytes that claim to be UTF-8 and are not are read as windows-1252, with a doubt.
pub(crate) fn decode<'b>(bytes: &'b [u8], server: Option<&str>) -> (Cow<'b, str>, Option<Doubt>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding.decode_without_bom_handling(&bytes[mark..]).0, None);
    }
    let server = server.and_then(|label| Encoding::for_label(label.as_bytes()));
    let claimed = server.or_else(|| named(bytes)).unwrap_or(UTF_8);
    match (claimed.decode_without_bom_handling(bytes), std::str::from_utf8(bytes)) {
        (_, Ok(text)) if claimed == UTF_8 => (Cow::Borrowed(text), None),
        // What is valid UTF-8 by chance has no letters beyond ASCII.
        (_, Ok(text)) if claimed.is_ascii_compatible() && !text.is_ascii() => {
            (Cow::Borrowed(text), Some(Doubt::Charset { claimed: claimed.name(), found: UTF_8.name() }))
        }
        ((text, _), _) if claimed != UTF_8 => (text, None),
        _ => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            (text, Some(Doubt::Charset { claimed: claimed.name(), found: WINDOWS_1252.name() }))
        }
    }
}

/// Returns the charset that a document names: `encoding="…"` of XML, `charset=…` of HTML.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let after = |key: &str| head.split_once(key).map(|(_, rest)| rest.trim_start_matches(['"', '\'', ' ']).to_owned());
    let xml = head.trim_start().starts_with("<?xml").then(|| after("encoding=")).flatten();
    let label = xml.or_else(|| after("charset="))?;
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(label.len());
    // A text that calls itself UTF-16 in ASCII letters is not.
    Encoding::for_label(&label.as_bytes()[..end]).map(Encoding::output_encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], server: Option<&str>, expected: &str, is_doubtful: bool) {
        let (text, doubt) = decode(bytes, server);
        assert_eq!((text.as_ref(), doubt.is_some()), (expected, is_doubtful));
    }

    #[test]
    fn charsets_are_those_of_the_bytes() {
        check("å".as_bytes(), None, "å", false);
        check("\u{feff}å".as_bytes(), Some("windows-1252"), "å", false);
        check(b"\xff\xfea\0", None, "a", false);
        check(b"\xe5", None, "å", true);
        check(b"\xe5", Some("iso-8859-1"), "å", false);
        check(
            b"<?xml version='1.0' encoding='ISO-8859-1'?>\xe5",
            None,
            "<?xml version='1.0' encoding='ISO-8859-1'?>å",
            false,
        );
        check(b"<meta charset=utf-8>\x93\xe5\x94", None, "<meta charset=utf-8>“å”", true);
        check("<meta charset=latin1>å".as_bytes(), None, "<meta charset=latin1>å", true);
    }
}
