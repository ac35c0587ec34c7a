use crate::{
    finding::Findings,
    help::Help,
    message::Message,
    text::normal,
    tree::{Key, Node, Value},
};
use std::{borrow::Cow, ops::Range};
use toml::de::{DeTable, DeValue};

/// Parses the part of `text` that is TOML 1.1; the spans are those of the whole text. Syntax errors are added to the
/// findings, several at once; there is no tree then.
///
/// The parser bounds the depth of what it reads (80 levels a construct), and so of the tree.
pub(crate) fn parse<'t>(text: &'t str, part: Range<usize>, findings: &Findings) -> Option<Node<'t>> {
    let source = &text[part.clone()];
    let (table, errors) = DeTable::parse_recoverable(source);
    for error in &errors {
        let span = error.span().unwrap_or(0..source.len());
        let (message, help) = words(error.message(), source, span.start);
        findings.add(part.start + span.start..part.start + span.end, message, None, Some(help));
    }
    let tree = Tree { text: source, offset: part.start, findings };
    errors.is_empty().then(|| Node { span: part.start..part.start, value: tree.table(table.into_inner()) })
}

/// Words an error of the parser, and returns what to do about it.
fn words(reason: &str, source: &str, at: usize) -> (Message, Help) {
    if reason == "duplicate key" {
        return (Message::KeyTwice, Help::LeaveOneOut);
    }
    (Message::NoToml { reason: reason.to_owned() }, help(reason, source, at))
}

/// Returns what to do about an error of the parser, by its words and its position.
fn help(reason: &str, source: &str, at: usize) -> Help {
    let (before, after) = source.split_at_checked(at).unwrap_or((source, ""));
    let is_steering = after.chars().next().is_some_and(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    let is_about = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if is_steering {
        Help::DeleteInvisible
    } else if is_about(&["date", "time"]) {
        Help::Moment
    } else if is_about(&["escape", "unicode value"]) {
        Help::EscapeBackslash
    } else if is_about(&["unexpected key or value"]) && before.trim_end().ends_with('"') {
        Help::EscapeQuotationMark
    } else if is_about(&["unexpected key or value", "must be quoted", "float", "boolean"]) {
        Help::QuoteText
    } else if is_about(&["inline table", "between key-value pairs"]) {
        Help::SeparateKeys
    } else if is_about(&["array elements", "unclosed array,", "in array"]) {
        Help::SeparateItems
    } else if is_about(&["unclosed table", "unclosed array table"]) {
        Help::CloseHeading
    } else if is_about(&["string"]) {
        Help::CloseText
    } else {
        Help::KeyAndValue
    }
}

struct Tree<'t, 'f> {
    text: &'t str,
    offset: usize,
    findings: &'f Findings,
}

impl<'t> Tree<'t, '_> {
    fn table(&self, table: DeTable<'t>) -> Value<'t> {
        let mut entries: Vec<_> = table
            .into_iter()
            .map(|(key, value)| {
                let span = self.place(key.span());
                let name = normal(key.into_inner(), span.clone(), self.findings);
                (Key { name, span }, self.node(value.span(), value.into_inner()))
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        Value::Table(entries)
    }

    fn node(&self, span: Range<usize>, value: DeValue<'t>) -> Node<'t> {
        let written = self.text.get(span.clone()).unwrap_or_default();
        let place = self.place(span);
        let value = match value {
            DeValue::String(string) => Value::String(normal(string, place.clone(), self.findings)),
            DeValue::Integer(number) if number.radix() == 10 => Value::Number(Cow::Owned(number.as_str().to_owned())),
            DeValue::Integer(_) => Value::Number(Cow::Borrowed(written)),
            DeValue::Float(number) => Value::Number(Cow::Owned(number.as_str().to_owned())),
            DeValue::Boolean(flag) => Value::Bool(flag),
            DeValue::Datetime(datetime) if datetime.date.is_none() => Value::Time,
            DeValue::Datetime(_) => Value::Date(written),
            DeValue::Array(list) => {
                Value::List(list.into_iter().map(|item| self.node(item.span(), item.into_inner())).collect())
            }
            DeValue::Table(table) => self.table(table),
        };
        Node { span: place, value }
    }

    fn place(&self, span: Range<usize>) -> Range<usize> {
        self.offset + span.start..self.offset + span.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<(Key<'_>, Node<'_>)> {
        let findings = Findings::default();
        match parse(text, 0..text.len(), &findings).map(|node| node.value) {
            Some(Value::Table(entries)) => entries,
            other => panic!("{other:?} {findings:?}"),
        }
    }

    #[test]
    fn values_keep_their_places() {
        let text = "b = 1_000\na = [2021-05-18, \"x\"]\n[t]\nc = 0x10\n[[l]]\n";
        let entries = entries(text);
        let keys: Vec<_> = entries.iter().map(|(key, node)| (key.name.as_ref(), &text[node.span.clone()])).collect();
        assert_eq!(keys, [("b", "1_000"), ("a", "[2021-05-18, \"x\"]"), ("t", "[t]"), ("l", "[[l]]")]);
        assert_eq!(entries[0].1.value, Value::Number("1000".into()));
        let Value::List(list) = &entries[1].1.value else { panic!() };
        assert_eq!((&list[0].value, &list[1].value), (&Value::Date("2021-05-18"), &Value::String("x".into())));
    }

    #[test]
    fn depth_is_bounded() {
        for text in [
            format!("a = {}", "[".repeat(100_000)),
            format!("a = {}1{}", "[".repeat(1000), "]".repeat(1000)),
            format!("a{} = 1", ".a".repeat(100_000)),
            format!("[a{}]", ".a".repeat(1000)),
            format!("a = {}", "{a=".repeat(10_000)),
        ] {
            let findings = Findings::default();
            assert_eq!(parse(&text, 0..text.len(), &findings), None);
            assert!(findings.failed());
        }
    }
}
