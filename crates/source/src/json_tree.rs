use crate::{
    correction::is_typographic,
    finding::Findings,
    help::Help,
    json_fault::JsonFault,
    message::Message,
    plain_json,
    text::normal,
    tree::{Key, Node, Value},
};
use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{ObjectPropName, Value as Json},
    common::Ranged,
    parse_to_ast,
};
use std::{borrow::Cow, collections::HashSet, ops::Range};

/// Parses one JSON text (RFC 8259). A syntax error and keys that stand twice are added to the findings; there is no
/// tree then. White space of Unicode that JSON does not know is let through between the values.
///
/// The parser bounds the depth of what it reads (512 levels), and so of the tree.
pub(crate) fn parse<'t>(text: &'t str, findings: &Findings) -> Option<Node<'t>> {
    plain_json::parse(text).or_else(|| parse_any(text, findings))
}

/// Parses a JSON text that may have something to report.
fn parse_any<'t>(text: &'t str, findings: &Findings) -> Option<Node<'t>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(parsed) => {
            let Some(value) = parsed.value else {
                findings.add(0..text.len(), Message::EmptyJson, None, Some(Help::OneObjectALine));
                return None;
            };
            Tree { text, findings, duplicate: false }.root(value)
        }
        Err(error) => {
            let (at, reason) = match typographic(text) {
                Some((at, found)) => (at..at + found.len_utf8(), JsonFault::Typographic { found }),
                None => (error.range().start..error.range().end, error.kind().into()),
            };
            findings.add(at, Message::NoJson { reason }, None, Some(help(reason)));
            None
        }
    }
}

/// Returns the first typographic quotation mark outside of texts, which begins one for whoever wrote it.
fn typographic(text: &str) -> Option<(usize, char)> {
    let (mut is_text, mut is_escaped) = (false, false);
    text.char_indices().find(|(_, c)| {
        match c {
            '"' if !is_escaped => is_text = !is_text,
            c if !is_text && is_typographic(*c) => return true,
            _ => {}
        }
        is_escaped = is_text && *c == '\\' && !is_escaped;
        false
    })
}

/// Returns what to do about a fault.
const fn help(fault: JsonFault) -> Help {
    match fault {
        JsonFault::Number => Help::Digits,
        JsonFault::Comment => Help::RemoveComment,
        JsonFault::MissingColon | JsonFault::MissingValue => Help::ColonAndValue,
        JsonFault::MissingComma => Help::CommaBefore,
        JsonFault::TrailingComma => Help::RemoveComma,
        JsonFault::KeyWithoutQuotes | JsonFault::SingleQuotes | JsonFault::Typographic { .. } => {
            Help::PlainQuotationMark
        }
        JsonFault::Escape => Help::EscapeBackslash,
        JsonFault::UnclosedText => Help::CloseText,
        JsonFault::UnclosedList => Help::CloseList,
        JsonFault::UnclosedTable => Help::CloseTable,
        JsonFault::TooDeep => Help::FewerLevels,
        JsonFault::SecondValue | JsonFault::Unexpected => Help::OneObjectALine,
    }
}

struct Tree<'t, 'f> {
    text: &'t str,
    findings: &'f Findings,
    duplicate: bool,
}

impl<'t> Tree<'t, '_> {
    fn root(mut self, value: Json<'t>) -> Option<Node<'t>> {
        let node = self.node(value);
        (!self.duplicate).then_some(node)
    }

    fn node(&mut self, value: Json<'t>) -> Node<'t> {
        let span = value.start()..value.end();
        let value = match value {
            Json::StringLit(string) => Value::String(self.string(string.value, span.clone())),
            Json::NumberLit(number) => Value::Number(Cow::Borrowed(number.value)),
            Json::BooleanLit(flag) => Value::Bool(flag.value),
            Json::NullKeyword(_) => Value::Null,
            Json::Array(array) => Value::List(array.elements.into_iter().map(|item| self.node(item)).collect()),
            Json::Object(object) => {
                let mut seen = HashSet::new();
                let mut entries = Vec::with_capacity(object.properties.len());
                for property in object.properties {
                    let span = property.name.start()..property.name.end();
                    let name = match property.name {
                        ObjectPropName::String(name) => self.string(name.value, span.clone()),
                        ObjectPropName::Word(name) => Cow::Borrowed(name.value),
                    };
                    if !seen.insert(name.clone()) {
                        self.findings.add(span.clone(), Message::KeyTwice, None, Some(Help::LeaveOneOut));
                        self.duplicate = true;
                    }
                    let value = self.node(property.value);
                    entries.push((Key { name, span }, value));
                }
                Value::Table(entries)
            }
        };
        let written = self.text.get(span.clone()).unwrap_or_default();
        Node { span, written, value }
    }

    fn string(&self, value: Cow<'t, str>, span: Range<usize>) -> Cow<'t, str> {
        // The parser lets control characters through that JSON wants to be escaped.
        let written = self.text.get(span.clone()).unwrap_or_default();
        if let Some(at) = written.bytes().position(|byte| byte < b' ') {
            let at = span.start + at;
            self.findings.add(at..at + 1, Message::JsonControlCharacter, None, Some(Help::EscapeInJson));
        }
        normal(value, span, self.findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*, sample::select};
    use unicode_normalization::UnicodeNormalization;

    /// Checks that what is read quickly is what is read in the other way, with nothing to report. Returns whether it is.
    #[track_caller]
    fn is_plain(text: &str) -> bool {
        let findings = Findings::default();
        let expected = parse_any(text, &findings);
        let found = plain_json::parse(text);
        if found.is_some() {
            assert!(findings.is_empty(), "{text}");
            assert_eq!(found, expected, "{text}");
        }
        found.is_some()
    }

    #[test]
    fn json_without_faults_is_read_quickly() {
        for text in [
            r#"{"a": [1.50, "x\ty", null], "å\u00e5\ud83d\ude00": {"b": true, "c": false, "d": -0.5e-10, "e": [], "f": {}}}"#,
            "[]",
            "0",
            "\"\"",
            " [ 1 , 2 ] \n",
            r#""a\\""#,
            r#""\"""#,
            r#""\\\"\/\b\f\n\r\t""#,
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in [r#"{"a":1,"a":2}"#, r#"{"a":1,"\u0061":2}"#, r#""a\u030a""#, "1\u{a0}", "\"\t\"", "01", ""] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn every_line_of_the_corpora_is_read_as_in_the_other_way() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = ["../../fuzz/corpus/json_lines", "tests/invalid", "../fixtures/data/announcements"];
        let files = folders.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
        let mut plain = 0;
        for file in files.map(|file| file.unwrap().path()).filter(|file| file.is_file()) {
            let bytes = std::fs::read(file).unwrap();
            let text = crate::text::decode(&bytes, &Findings::default()).into_owned();
            plain += text.lines().chain([&*text]).filter(|text| is_plain(text)).count();
        }
        assert!(plain > 50, "{plain}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_in_the_other_way(parts in vec(select(vec![
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\n", "\\\"", "\\u0041", "\\ud83d", "\\ude00", "\\u030a", "a", "å",
            "\u{1F600}", "\"a\"", "\"b\":", "1", "-", ".", "0", "e", "+", "true", "null", " ", "\n", "\t", "\u{1}", "\u{a0}",
            "{\"a\":", "[\"x\",",
        ]), 0..24)) {
            is_plain(&parts.concat().nfc().collect::<String>());
        }

        #[test]
        fn any_json_is_read_as_in_the_other_way(
            value in vec((".{0,8}", vec((".{0,8}", any::<f64>()), 0..4)), 0..4), is_indented in any::<bool>(),
        ) {
            let value = serde_json::json!(value);
            let text = if is_indented { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            is_plain(&text.unwrap().nfc().collect::<String>());
        }
    }

    #[track_caller]
    fn refused(text: &str) {
        let findings = Findings::default();
        parse(text, &findings);
        assert!(findings.failed(), "{text}");
    }

    #[test]
    fn values_keep_their_places() {
        let text = r#"{"a": [1.50, "x\ty", null]}"#;
        let findings = Findings::default();
        let node = parse(text, &findings).unwrap();
        let Value::Table(entries) = node.value else { panic!() };
        let Value::List(list) = &entries[0].1.value else { panic!() };
        assert_eq!(list[0].value, Value::Number("1.50".into()));
        assert_eq!(list[1].value, Value::String("x\ty".into()));
        assert_eq!((&text[list[1].span.clone()], &list[2].value), (r#""x\ty""#, &Value::Null));
        assert!(!findings.failed());
    }

    #[test]
    fn json_is_read_strictly() {
        for text in [
            "{",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "[1 2]",
            "{} {}",
            "{\"a\":0x1}",
            "{\"a\":.5}",
            "{\"a\":+1}",
            "{\"a\":NaN}",
            "{} // a",
            "{\"a\":1,\"a\":2}",
            "{\"a\":\"\\x41\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"\\ud800\"}",
        ] {
            refused(text);
        }
        for text in ["{\"a\":01}", "{\"a\":1.}", "{\"a\":1e}", "{\"a\":-}", "\u{feff}{}", "{\"a\":\"\u{1}\"}"] {
            refused(text);
        }
    }

    #[test]
    fn a_typographic_quotation_mark_is_named() {
        assert_eq!(typographic("{“id”: 1}"), Some((1, '“')));
        assert_eq!(typographic(r#"{"a \" “b”": 1, ”c": 2}"#), Some((20, '”')));
        assert_eq!(typographic(r#"{"a “b”": 1}"#), None);
    }

    #[test]
    fn depth_is_bounded() {
        refused(&"[".repeat(1_000_000));
        refused(&"{\"a\":".repeat(1_000_000));
        let deep = format!("{}{}", "[".repeat(500), "]".repeat(500));
        assert!(parse(&deep, &Findings::default()).is_some());
    }
}
