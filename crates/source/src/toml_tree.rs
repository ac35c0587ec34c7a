use crate::{
    finding::Findings,
    help::Heading,
    repair::Repaired,
    text::normal,
    toml_repair::repair,
    tree::{Key, Node, Value},
};
use std::{borrow::Cow, ops::Range};
use toml::de::{DeTable, DeValue};

/// Parses the part of `text` that is TOML 1.1; the spans are those of the whole text.
///
/// After an error on the line of a key, its value is [`Value::Invalid`], and reading goes on, so that no error hides another
/// one. There is no tree after an error that leaves the rest in doubt.
///
/// The parser bounds the depth of what it reads (80 levels a construct), and so of the tree.
pub(crate) fn parse<'t>(text: &'t str, part: Range<usize>, findings: &Findings) -> Option<Node<'t>> {
    let source = &text[part.clone()];
    let (table, errors) = DeTable::parse_recoverable(source);
    let entries = if errors.is_empty() {
        Tree { text: source, offset: part.start, findings, own: |text| text, invalid: &[] }.table(table.into_inner())
    } else {
        let Repaired { text: repaired, invalid } = repair(source, part.start, findings)?;
        let (table, _) = DeTable::parse_recoverable(&repaired);
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Tree { text: source, offset: part.start, findings, own, invalid: &invalid }.table(table.into_inner())
    };
    if let Some(heading) = first_heading(text, &entries) {
        findings.set_first_heading(heading);
    }
    Some(Node { span: part.start..part.start, written: source, value: Value::Table(entries) })
}

/// Returns the first heading of a table among the entries of a file.
fn first_heading(text: &str, entries: &[(Key<'_>, Node<'_>)]) -> Option<Heading> {
    // A heading begins its line, and a list in brackets follows its key.
    let begins_line = |node: &&Node<'_>| text[..node.span.start].trim_end_matches([' ', '\t']).ends_with('\n');
    let headings = entries.iter().map(|(_, node)| node).filter(|node| node.written.starts_with('['));
    let first = headings.filter(begins_line).min_by_key(|node| node.span.start)?;
    let line = text[..first.span.start].matches('\n').count() + 1;
    let written = first.written.lines().next().unwrap_or_default();
    Some(Heading { text: written.to_owned(), at: first.span.start, line })
}

/// Makes the tree of what the parser returns, whose texts live as long as `'b`.
struct Tree<'t, 'f, 'b> {
    text: &'t str,
    offset: usize,
    findings: &'f Findings,
    /// Returns a text that lives as long as the file.
    own: fn(Cow<'b, str>) -> Cow<'t, str>,
    /// Places of values that were wrong, in the text that is parsed.
    invalid: &'f [Range<usize>],
}

impl<'t, 'b> Tree<'t, '_, 'b> {
    fn table(&self, table: DeTable<'b>) -> Vec<(Key<'t>, Node<'t>)> {
        let mut entries: Vec<_> = table
            .into_iter()
            .map(|(key, value)| {
                let span = self.place(key.span());
                let name = normal((self.own)(key.into_inner()), span.clone(), self.findings);
                (Key { name, span }, self.node(value.span(), value.into_inner()))
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        entries
    }

    fn node(&self, span: Range<usize>, value: DeValue<'b>) -> Node<'t> {
        if let Some(wrong) = self.invalid.iter().find(|wrong| wrong.start == span.start) {
            return Node { span: self.place(wrong.clone()), written: "", value: Value::Invalid };
        }
        let written = self.text.get(span.clone()).unwrap_or_default();
        let place = self.place(span);
        let value = match value {
            DeValue::String(string) => Value::String(normal((self.own)(string), place.clone(), self.findings)),
            DeValue::Integer(number) if number.radix() == 10 => Value::Number(Cow::Owned(number.as_str().to_owned())),
            DeValue::Integer(_) => Value::Number(Cow::Borrowed(written)),
            DeValue::Float(number) => Value::Number(Cow::Owned(number.as_str().to_owned())),
            DeValue::Boolean(flag) => Value::Bool(flag),
            DeValue::Datetime(datetime) if datetime.date.is_none() => Value::Time,
            DeValue::Datetime(_) => Value::Date(written),
            DeValue::Array(list) => {
                Value::List(list.into_iter().map(|item| self.node(item.span(), item.into_inner())).collect())
            }
            DeValue::Table(table) => Value::Table(self.table(table)),
        };
        Node { span: place, written, value }
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
            // There is no tree, or a flat one.
            let _ = parse(&text, 0..text.len(), &findings);
            assert!(findings.failed());
        }
    }
}
