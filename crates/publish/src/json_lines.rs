use anslag_core::Announcement;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes an announcement as a line of JSON.
///
/// Characters that some programs end a line at, though JSON Lines do not, are escaped (RFC 8259, section 7).
pub(crate) fn write(announcement: &Announcement, mut out: impl Write) -> io::Result<()> {
    announcement.serialize(&mut Serializer::with_formatter(&mut out, OneLine))?;
    out.write_all(b"\n")
}

/// JSON on one line, whatever a program takes for the end of one.
struct OneLine;

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, end)) = rest.char_indices().find(|(_, c)| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')) {
            write!(out, "{}\\u{:04x}", &rest[..at], u32::from(end))?;
            rest = &rest[at + end.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_line_but_its_end() {
        let mut out = Vec::new();
        let text = "a\u{2028}b\u{85}\u{2029}å\n\"";
        text.serialize(&mut Serializer::with_formatter(&mut out, OneLine)).unwrap();
        assert_eq!(String::from_utf8(out.clone()).unwrap(), r#""a\u2028b\u0085\u2029å\n\"""#);
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }
}
