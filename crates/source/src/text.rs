use crate::{finding::Findings, foreign::ForeignFormat, help::Help, label::Label, message::Message};
use anslag_core::chars_beginning_with;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text of a file's bytes: UTF-8 in NFC with lines ended by LF. A byte order mark, CR LF and other normal forms
/// are accepted with a warning each.
///
/// Bytes that are not UTF-8 are an error. The text has replacement characters there, so that the place can be shown.
pub(crate) fn decode<'a>(bytes: &'a [u8], findings: &Findings) -> Cow<'a, str> {
    if let Some(format) = ForeignFormat::of(bytes) {
        findings.add(0..0, Message::Foreign { format }, None, Some(Help::for_format(format)));
        return Cow::Borrowed("");
    }
    let text = match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let message = Message::NotUtf8 { at, byte: bytes[at] };
            findings.add(at..at + 3, message, Some(Label::Here), Some(Help::SaveAsUtf8));
            return String::from_utf8_lossy(bytes);
        }
    };
    let (text, has_mark) = match text.strip_prefix('\u{feff}') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let mut text = Cow::Borrowed(text);
    let line_end = text.match_indices('\r').map(|(at, _)| at).find(|at| text[at + 1..].starts_with('\n'));
    match (has_mark, line_end) {
        (true, Some(_)) => findings.add(0..0, Message::CrLfAndMark, None, Some(Help::SaveWithLfAndNoMark)),
        (true, None) => findings.add(0..0, Message::ByteOrderMark, None, Some(Help::SaveWithoutMark)),
        (false, Some(at)) => findings.add(at..at, Message::CrLf, Some(Label::FirstOne), Some(Help::SaveWithLf)),
        (false, None) => {}
    }
    if line_end.is_some() {
        text = Cow::Owned(text.replace("\r\n", "\n"));
    }
    if !is_normal(&text) {
        let normal: String = text.nfc().collect();
        let same = text.bytes().zip(normal.bytes()).take_while(|(a, b)| a == b).count();
        let at = normal.floor_char_boundary(same);
        let end = normal[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        findings.add(at..end, Message::NotNfc, Some(Label::FirstPlace), Some(Help::SaveAsNfc));
        text = Cow::Owned(normal);
    }
    text
}

/// Normalises a string of a syntax with escapes, which can hold what the text of its file does not.
///
/// A borrowed string is part of the text, which [`decode`] has normalised.
pub(crate) fn normal<'a>(value: Cow<'a, str>, span: std::ops::Range<usize>, findings: &Findings) -> Cow<'a, str> {
    if matches!(value, Cow::Borrowed(_)) || is_normal(&value) {
        return value;
    }
    findings.add(span, Message::NotNfc, None, None);
    Cow::Owned(value.nfc().collect())
}

/// Returns whether a text is in NFC. Nearly every text here can be seen to be so by its characters: those below U+0300, and the
/// dashes and quotation marks from U+2010 on, neither combine nor change.
pub(crate) fn is_normal(text: &str) -> bool {
    // UTF-8 begins characters from U+0300 on with these bytes.
    let mut others = chars_beginning_with(text, |byte| byte >= 0xCC);
    others.all(|(_, c)| matches!(c, '\u{2010}'..='\u{2027}')) || is_nfc(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Report;
    use std::sync::Arc;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, message: &str, line: usize, column: usize) {
        let findings = Findings::default();
        assert_eq!(decode(bytes, &findings), text);
        let mut report = Report::default();
        findings.report_to(&Arc::from("a"), text, 1, &mut report);
        let [diagnostic] = report.diagnostics()[..] else { panic!("{report:?}") };
        assert!(diagnostic.message.to_string().contains(message), "{diagnostic:?}");
        let position = diagnostic.position.as_ref().map(|position| (position.line, position.column));
        assert_eq!(position.unwrap_or((1, 1)), (line, column));
    }

    #[test]
    fn deviations_are_named_at_their_first_place() {
        check(b"\xef\xbb\xbfa", "a", "byte order mark", 1, 1);
        check(b"a\r\nb\r\n", "a\nb\n", "CR LF", 1, 2);
        check("a\nbo\u{308}c o\u{308}".as_bytes(), "a\nböc ö", "NFC", 2, 2);
        check(b"\xef\xbb\xbfa\r\n", "a\n", "byte order mark, and lines that end in CR LF", 1, 1);
        check(b"PK\x03\x04", "", "a Word document", 1, 1);
        check(b"a\nb\xffc", "a\nb\u{fffd}c", "byte 0xFF at offset 3", 2, 2);
    }

    #[test]
    fn what_is_seen_to_be_normal_is() {
        let plain: Vec<char> = ('\0'..='\u{2FF}').chain('\u{2010}'..='\u{2027}').collect();
        assert!(is_nfc(&plain.iter().collect::<String>()));
        for (a, b) in plain.iter().flat_map(|a| plain.iter().map(move |b| (a, b))) {
            assert!(is_nfc(&String::from_iter([a, b])), "{a:?} {b:?}");
        }
        assert!(!is_normal("a\u{30a}") && !is_normal("\u{2000}") && is_normal("\u{3a9}") && !is_normal("\u{2126}"));
    }

    #[test]
    fn what_is_as_it_should_be_is_not_copied() {
        let findings = Findings::default();
        assert!(matches!(decode("åäö\n".as_bytes(), &findings), Cow::Borrowed("åäö\n")));
        assert!(!findings.failed());
    }
}
