use crate::{
    Report,
    finding::Findings,
    help::Help,
    message::Message,
    repair::Repaired,
    text::normal,
    tree::{Key, Node, Value},
    yaml_fault::{YamlFault, words},
    yaml_repair::repair,
};
use anslag_core::limit;
use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput, StructureStyle, options};
use std::{borrow::Cow, collections::HashSet, ops::Range};

/// Parses the part of `text` that is YAML 1.2.2 with the core schema (section 10.3); the spans are those of the whole
/// text. What is no YAML, and what of YAML is not read, is added to the findings; there is no tree then.
///
/// Not read are anchors, aliases, tags, directives, a second document and keys that are no text: nobody needs them for an
/// announcement, and files that are made to fill the memory do. The core schema has no dates: a day without quotation
/// marks is text, which the readers of dates take, and those of text too.
///
/// The depth of what is read, and so of the tree, is bounded ([`limit::FRONT_MATTER_LEVELS`] of each of the two styles).
pub(crate) fn parse<'t>(text: &'t str, part: Range<usize>, findings: &Findings) -> Option<Node<'t>> {
    let source = &text[part.clone()];
    // The parser takes it for the end of its input.
    if let Some(at) = source.find('\0') {
        let at = part.start + at;
        findings.add(at..at + 1, Message::YamlNul, None, Some(Help::DeleteInvisible));
        return None;
    }
    let (root, faults) = Tree::new(source, source, part.start, |text| text, findings).read();
    if faults.is_empty() {
        return root;
    }
    let Repaired { text, invalid } = repair(source, faults, part.start, findings, faults_of)?;
    // What is to be noted of the values has been noted already.
    let ignored = Findings::default();
    let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    let tree = Tree { invalid: &invalid, ..Tree::new(&text, source, part.start, own, &ignored) };
    tree.read().0
}

fn faults_of(text: &str) -> Vec<YamlFault> {
    Tree::new(text, text, 0, |text| text, &Findings::default()).read().1
}

fn parser_options() -> Options {
    options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
        flow_nesting_limit: limit::FRONT_MATTER_LEVELS.most,
        block_nesting_limit: limit::FRONT_MATTER_LEVELS.most,
    }
}

struct Tree<'t, 'f, 'b> {
    parser: Parser<'b, StrInput<'b>>,
    /// Text of the file, as long as what is parsed.
    source: &'t str,
    offset: usize,
    /// Returns a text that lives as long as the file.
    own: fn(Cow<'b, str>) -> Cow<'t, str>,
    findings: &'f Findings,
    /// Places of values that were wrong, in the text that is parsed.
    invalid: &'f [Range<usize>],
    faults: Vec<YamlFault>,
    /// Beginnings of the collections in brackets that the parser is inside of.
    open: Vec<usize>,
}

impl<'t, 'f, 'b> Tree<'t, 'f, 'b> {
    fn new(
        parsed: &'b str,
        source: &'t str,
        offset: usize,
        own: fn(Cow<'b, str>) -> Cow<'t, str>,
        findings: &'f Findings,
    ) -> Self {
        let parser = Parser::new_from_str_with_options(parsed, parser_options());
        Self { parser, source, offset, own, findings, invalid: &[], faults: Vec::new(), open: Vec::new() }
    }

    /// Returns the table, and the faults; there is no table if there are any.
    fn read(mut self) -> (Option<Node<'t>>, Vec<YamlFault>) {
        let root = self.root();
        (root.filter(|_| self.faults.is_empty()), self.faults)
    }

    /// Returns the table of the one document; an empty one if there is nothing.
    fn root(&mut self) -> Option<Node<'t>> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if root.is_none() => {
                    let (event, span) = self.next()?;
                    root = Some(self.node(event, &span)?);
                }
                _ => {
                    self.fault(self.place(&span), Message::YamlSecondDocument, Help::OneDocument);
                    return None;
                }
            }
        }
        let root =
            root.unwrap_or(Node { span: self.offset..self.offset, written: "", value: Value::Table(Vec::new()) });
        if self.faults.is_empty() && !matches!(root.value, Value::Table(_)) {
            let message = Message::FrontMatterNoTable { found: root.value.what() };
            self.fault(root.span, message, Help::KeyALineOrToml);
            return None;
        }
        Some(root)
    }

    /// Returns the next event that is no anchor, or `None` after an error, which is added to the findings.
    fn next(&mut self) -> Option<(Event<'b>, Span)> {
        loop {
            match self.parser.next() {
                Some(Ok((Event::Anchor(..), span))) => {
                    self.fault(self.place(&span), Message::YamlAnchors, Help::WriteOut);
                }
                Some(Ok(next)) => return Some(next),
                Some(Err(error)) => {
                    self.no_yaml(&error);
                    return None;
                }
                // The parser tells of its end; without that, nothing is to be lost without a word.
                None => {
                    let end = self.source.len();
                    self.add(YamlFault { span: end..end, message: Message::YamlEndsEarly, help: Help::KeyALine });
                    return None;
                }
            }
        }
    }

    /// Returns the node that begins with an event, or `None` after an error.
    fn node(&mut self, event: Event<'b>, span: &Span) -> Option<Node<'t>> {
        if event.tag().is_some() {
            let tag = span.tag_span().unwrap_or(*span);
            self.fault(self.place(&tag), Message::YamlTags, Help::NoTag);
        }
        let start = self.place(span);
        let in_brackets = matches!(
            event,
            Event::SequenceStart(StructureStyle::Flow, ..) | Event::MappingStart(StructureStyle::Flow, ..)
        );
        if in_brackets {
            self.open.push(start.start);
        }
        let (value, end) = match event {
            Event::Scalar(text, style, ..) => {
                let value = scalar((self.own)(text), style, &start, self.findings);
                (value, start.end)
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.fault(start.clone(), Message::YamlAliases, Help::WriteOut);
                (Value::Null, start.end)
            }
            Event::SequenceStart(..) => self.list()?,
            Event::MappingStart(..) => self.table()?,
            // Nothing else begins a node.
            _ => (Value::Null, start.end),
        };
        if in_brackets {
            self.open.pop();
        }
        let span = self.trimmed(start.start..end.max(start.end));
        if let Some(wrong) = self.invalid.iter().find(|wrong| wrong.start == span.start - self.offset) {
            let span = self.offset + wrong.start..self.offset + wrong.end;
            return Some(Node { span, written: "", value: Value::Invalid });
        }
        let written = &self.source[span.start - self.offset..span.end - self.offset];
        Some(Node { span, written, value })
    }

    fn list(&mut self) -> Option<(Value<'t>, usize)> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, span) => return Some((Value::List(items), self.place(&span).end)),
                (event, span) => items.push(self.node(event, &span)?),
            }
        }
    }

    fn table(&mut self) -> Option<(Value<'t>, usize)> {
        let mut seen = HashSet::new();
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                (Event::MappingEnd, span) => return Some((Value::Table(entries), self.place(&span).end)),
                (event, span) => self.node(event, &span)?,
            };
            let (event, span) = self.next()?;
            let value = self.node(event, &span)?;
            let Value::String(name) = key.value else {
                let message = Message::YamlKeyNoName { found: key.value.what() };
                let help = match key.value {
                    Value::List(_) | Value::Table(_) => Help::QuoteBrackets,
                    _ => Help::NameOfKey,
                };
                self.fault(key.span, message, help);
                continue;
            };
            if !seen.insert(name.clone()) {
                self.fault(key.span.clone(), Message::KeyTwice, Help::LeaveOneOut);
            }
            entries.push((Key { name, span: key.span }, value));
        }
    }

    /// Adds a fault, unless there are so many that nobody is told of it.
    fn add(&mut self, fault: YamlFault) {
        if self.faults.len() < Report::KEPT {
            self.faults.push(fault);
        }
    }

    /// Adds a fault at a place of the file.
    fn fault(&mut self, place: Range<usize>, message: Message, help: Help) {
        self.add(YamlFault { span: place.start - self.offset..place.end - self.offset, message, help });
    }

    fn no_yaml(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.source.len());
        let at = self.source.floor_char_boundary(at.min(self.source.len()));
        let end = self.source[at..].chars().next().filter(|c| *c != '\n').map_or(at, |c| at + c.len_utf8());
        let span = at..end;
        let (message, help) = words(error.kind());
        let refuses = matches!(message, Message::YamlTags | Message::YamlDirectives | Message::TooDeep { .. });
        let help = match self.unclosed(self.offset + span.start) {
            Some(bracket) if !refuses => Help::OrCloseBracket { help: Box::new(help), bracket },
            _ => help,
        };
        self.add(YamlFault { span, message, help });
    }

    /// The bracket that was opened on a line above, which it may help to close: what follows one that nobody closed is
    /// read as if it were inside of it. A table without braces in a list in brackets begins with its key, and not with a
    /// bracket.
    fn unclosed(&self, at: usize) -> Option<char> {
        let between = self.source.get(self.open.last()? - self.offset..at - self.offset)?;
        let bracket = between.chars().next().filter(|c| matches!(c, '[' | '{'))?;
        between.contains('\n').then_some(bracket)
    }

    fn place(&self, span: &Span) -> Range<usize> {
        let within = |at: usize| self.offset + self.source.floor_char_boundary(at.min(self.source.len()));
        let start = within(span.start.byte_offset().unwrap_or_default());
        start..within(span.end.byte_offset().unwrap_or_default()).max(start)
    }

    /// Returns the span without trailing white space, which the parser counts in at the end of a block.
    fn trimmed(&self, place: Range<usize>) -> Range<usize> {
        let written = &self.source[place.start - self.offset..place.end - self.offset];
        place.start..place.start + written.trim_end().len()
    }
}

/// The value of a scalar. Without quotation marks, it is what the core schema says (YAML 1.2.2, section 10.3.2): `NO`,
/// `yes` and `on` are text.
fn scalar<'t>(text: Cow<'t, str>, style: ScalarStyle, span: &Range<usize>, findings: &Findings) -> Value<'t> {
    match style {
        ScalarStyle::Plain => match text.as_ref() {
            "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
            "true" | "True" | "TRUE" => return Value::Bool(true),
            "false" | "False" | "FALSE" => return Value::Bool(false),
            plain => {
                if let Some(number) = number(plain) {
                    return Value::Number(Cow::Owned(number));
                }
            }
        },
        // The line break that ends a block is how the block ends, and nothing that somebody says.
        ScalarStyle::Literal | ScalarStyle::Folded => {
            let text = match text {
                Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\n')),
                Cow::Owned(text) => Cow::Owned(text.trim_end_matches('\n').to_owned()),
            };
            return Value::String(normal(text, span.clone(), findings));
        }
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {}
    }
    Value::String(normal(text, span.clone(), findings))
}

/// The number that a scalar of the core schema is, in the digits that it has without its liberties: `+010` is `10`, `.5`
/// is `0.5`. Those of other bases, infinities and what is not a number are kept as they were written.
fn number(plain: &str) -> Option<String> {
    let is_all = |digits: &str, is: fn(&char) -> bool| !digits.is_empty() && digits.chars().all(|c| is(&c));
    let other_base = plain.strip_prefix("0o").is_some_and(|digits| is_all(digits, |c| c.is_digit(8)))
        || plain.strip_prefix("0x").is_some_and(|digits| is_all(digits, char::is_ascii_hexdigit));
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.strip_prefix('+').unwrap_or(plain)),
    };
    if other_base || matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(plain, ".nan" | ".NaN" | ".NAN") {
        return Some(plain.to_owned());
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_exponent = |exponent: &str| {
        let digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        !digits.is_empty() && is_digits(digits)
    };
    if whole.is_empty() && fraction.is_empty()
        || !is_digits(whole)
        || !is_digits(fraction)
        || exponent.is_some_and(|exponent| !is_exponent(exponent))
    {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let exponent = exponent.map(|exponent| format!("e{exponent}")).unwrap_or_default();
    Some(format!("{sign}{whole}{point}{fraction}{exponent}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    #[track_caller]
    fn entries(text: &str) -> Vec<(Key<'_>, Node<'_>)> {
        let findings = Findings::default();
        match parse(text, 0..text.len(), &findings).map(|node| node.value) {
            Some(Value::Table(entries)) => entries,
            other => panic!("{other:?} {findings:?}"),
        }
    }

    #[track_caller]
    fn check(value: &str, expected: &Value<'_>) {
        let text = format!("a: {value}\n");
        assert_eq!(entries(&text)[0].1.value, *expected, "{value}");
    }

    #[track_caller]
    fn refused(text: &str) {
        let findings = Findings::default();
        // There is no tree, or one without what is refused.
        let _ = parse(text, 0..text.len(), &findings);
        assert!(findings.failed(), "{text:.60}");
    }

    #[test]
    fn plain_scalars_are_what_the_core_schema_says() {
        for text in ["NO", "no", "yes", "on", "off", "Y", "n", "2021-05-18", "2021-05-18 10:00:00", "12:30:45"] {
            check(text, &Value::String(text.into()));
        }
        for text in ["1_000", "0b1", "1.2.3", ".", "-.", "+", "e5", "1e", "0o8", "212000-1538", "-0x1", "nUll", "tRue"]
        {
            check(text, &Value::String(text.into()));
        }
        for (text, digits) in [
            ("010", "10"),
            ("0", "0"),
            ("-7", "-7"),
            ("+60", "60"),
            ("60.50", "60.50"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1e3", "1e3"),
            ("-1.5E-3", "-1.5e-3"),
            ("0x10", "0x10"),
            ("0o17", "0o17"),
            (".inf", ".inf"),
            (".NaN", ".NaN"),
        ] {
            check(text, &Value::Number(digits.into()));
        }
        for text in ["", "~", "null", "NULL", "# nothing"] {
            check(text, &Value::Null);
        }
        for (text, flag) in [("true", true), ("False", false), ("TRUE", true)] {
            check(text, &Value::Bool(flag));
        }
        for text in ["'010'", "\"010\"", "|-\n  010", ">\n  010\n"] {
            check(text, &Value::String("010".into()));
        }
    }

    #[test]
    fn text_over_several_lines_ends_without_a_line_break() {
        check("|\n  a\n  b\n\n  c\n\n", &Value::String("a\nb\n\nc".into()));
        check(">\n  a\n  b\n\n  c\n", &Value::String("a b\nc".into()));
        check("|+\n  a\n\n", &Value::String("a".into()));
        check("a\n  b", &Value::String("a b".into()));
        check("\"a\\n\"", &Value::String("a\n".into()));
    }

    #[test]
    fn values_keep_their_places() {
        let text = "å: {b: [1, x]} # c\n'c': \"d\"\ne:\n  - f: 1\n    g: 2\n\n  - h\ni: |\n  j\n  k\nl:\nm: n";
        let all = format!("---\n{text}\n---\n");
        let findings = Findings::default();
        let Value::Table(entries) = parse(&all, 4..4 + text.len() + 1, &findings).unwrap().value else { panic!() };
        let written = |node: &Node<'_>| all[node.span.clone()].to_owned();
        let places: Vec<_> =
            entries.iter().map(|(key, node)| (all[key.span.clone()].to_owned(), written(node))).collect();
        let expected = [
            ("å", "{b: [1, x]}"),
            ("'c'", "\"d\""),
            ("e", "- f: 1\n    g: 2\n\n  - h"),
            ("i", "j\n  k"),
            ("l", ""),
            ("m", "n"),
        ];
        assert_eq!(places, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
        let Value::List(items) = &entries[2].1.value else { panic!() };
        assert_eq!((written(&items[0]).as_str(), written(&items[1]).as_str()), ("f: 1\n    g: 2", "h"));
    }

    #[test]
    fn nothing_is_an_empty_table() {
        for text in ["", "\n", "# only this\n", "{}", "# a\n...\n"] {
            assert_eq!(entries(text), [], "{text:?}");
        }
    }

    #[test]
    fn what_no_announcement_needs_is_refused() {
        for text in [
            "a: &x 1\n",
            "a: *x\n",
            "a: &x 1\nb: *x\n",
            "*x : 1\n",
            "<<: *x\n",
            "a: !!str 1\n",
            "a: !x 1\n",
            "a: ! 1\n",
            "a: !x!y 1\n",
            "!!map\na: 1\n",
            "a: !!python/object/apply:os.system ['x']\n",
            "a: 1\na: 2\n",
            "a: 1\n'a': 2\n",
            "{a: 1, a: 2}\n",
            "1: 2\n",
            "true: 2\n",
            "~: 2\n",
            ": 2\n",
            "[a]: 2\n",
            "{a: b}: 2\n",
            "? a\n: b\n? [c]\n",
            "a: 1\n...\nb: 2\n",
            "a: 1\n--- # more\nb: 2\n",
            "%YAML 1.2\n--- # more\na: 1\n",
            "- a\n",
            "text\n",
            "a: b\0\nc: d\n",
            "a:\n\t- b\n",
            "a: b: c\n",
            "a: \"b\n",
            "a: [b\n",
            "a: [å: b\nc: d: e\n",
            "a: [å\n: b: c\n",
            "a: {å: [ö: å\nb: c: d\n",
            "a: @b\n",
        ] {
            refused(text);
        }
    }

    #[test]
    fn depth_and_size_are_bounded() {
        for open in ["[", "{", "{a: ", "- ", "? ", "[{", "a: [", "- - [", "!", "&a ", "*a "] {
            refused(&open.repeat((1 << 20) / open.len()));
        }
        let mut steps = String::new();
        for depth in 0..1000 {
            steps.push_str(&" ".repeat(depth));
            steps.push_str("a:\n");
        }
        refused(&steps);
        let mut laughs = String::from("a0: &a0 [ha, ha]\n");
        for number in 1..60 {
            let last = format!("*a{}", number - 1);
            writeln!(laughs, "a{number}: &a{number} [{last}, {last}, {last}]").unwrap();
        }
        refused(&laughs);
    }
}
