use crate::{
    Plan, PublishError,
    dump::{Chunk, Dump, Note},
};
use anslag_core::{Announcement, Format, FormatSpec, Publication};
use anslag_rdf::Graph;
use anslag_source::Corpus;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::{
    io::{self, Write},
    ops::Range,
};

/// The model itself, an announcement a line.
pub(crate) struct JsonLinesDump;

impl Dump for JsonLinesDump {
    fn spec(&self) -> &'static FormatSpec {
        Format::JsonLines.spec()
    }

    fn prologue(&self, _: &Publication, _: &Graph) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn chunk(&self, _: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)> {
        let mut lines = Vec::new();
        chunk.announcements.iter().try_for_each(|announcement| write(announcement, &mut lines))?;
        Ok((lines, Note::new()))
    }

    fn epilogue(&self, _: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }
}

/// Returns the announcements that are published in every format, oldest first, each as its line of JSON Lines.
pub fn json_lines<'a>(
    corpus: &'a Corpus,
    plan: &'a Plan,
) -> impl Iterator<Item = Result<Vec<u8>, PublishError>> + use<'a> {
    plan.entries(corpus).map(|entry| {
        let mut line = Vec::new();
        write(&plan.read(corpus, &entry?)?, &mut line).expect("memory takes every byte");
        Ok(line)
    })
}

/// Writes an announcement as a line of JSON.
///
/// Escapes characters that some programs take for the end of a line, though JSON Lines do not (RFC 8259, section 7).
pub(crate) fn write(announcement: &Announcement, mut out: impl Write) -> io::Result<()> {
    announcement.serialize(&mut Serializer::with_formatter(&mut out, OneLine))?;
    out.write_all(b"\n")
}

/// JSON without any character that a program could take for the end of a line.
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
