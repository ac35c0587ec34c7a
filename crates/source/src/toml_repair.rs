use crate::{
    correction::is_typographic,
    finding::Findings,
    help::Help,
    keys,
    message::Message,
    noun::Noun,
    repair::{LONGEST, Repaired, Written, blanked, candidates, erased, line_at, repaired, replaced, written_at},
    replacement::Scalar,
    toml_fault::TomlFault,
};
use anslag_core::{DateError, Day};
use std::ops::Range;
use toml::de::DeTable;

/// Reports what is wrong with a text that begins at `offset` of its file, each error as if those before it were fixed.
///
/// Returns `None` after an error that leaves the rest in doubt.
pub(crate) fn repair(source: &str, offset: usize, findings: &Findings) -> Option<Repaired> {
    let (mut text, mut invalid) = (source.to_owned(), Vec::new());
    // A line is reported once: what is left of its error only follows from it.
    let mut reported_to = None;
    while let Some(error) = first_error(&text) {
        let line = line_at(&text, error.span.start);
        let is_reported = reported_to.is_some_and(|end| error.span.start <= end);
        let step = if is_reported || findings.is_full() { None } else { step(&text, &line, &error) };
        if !is_reported {
            let (marked, help) = match &step {
                Some(step) => (step.marked.clone(), step.help.clone()),
                None => heading(&text, &line, &error).unwrap_or_else(|| (error.span.clone(), error.fault.help())),
            };
            let fault = step.as_ref().and_then(|step| step.fault).unwrap_or(error.fault);
            let message = message(&FirstError { fault, ..error }, &text, &line, &marked);
            findings.add(offset + marked.start..offset + marked.end, message, None, Some(help));
        }
        let step = step?;
        invalid.extend(step.invalid);
        text = step.text;
        reported_to = Some(line.end);
    }
    Some(Repaired { text, invalid })
}

/// First error of a text.
struct FirstError {
    span: Range<usize>,
    fault: TomlFault,
    is_duplicate: bool,
}

fn first_error(source: &str) -> Option<FirstError> {
    let (_, errors) = DeTable::parse_recoverable(source);
    let errors = errors.iter().map(|error| (error.span().unwrap_or(0..source.len()), error.message()));
    let (span, message) = errors.min_by_key(|(span, _)| span.start)?;
    let control = source.get(span.start..).and_then(|rest| rest.chars().next()).filter(|c| is_control(*c));
    let fault = control.map_or_else(|| TomlFault::new(message), |found| TomlFault::Character { found });
    Some(FirstError { span, fault, is_duplicate: message == "duplicate key" })
}

/// Words an error.
fn message(error: &FirstError, text: &str, line: &Range<usize>, marked: &Range<usize>) -> Message {
    if error.is_duplicate {
        return Message::KeyTwice;
    }
    if let Err(reason @ (DateError::NoSuchDay { .. } | DateError::NoSuchMonth { .. })) =
        Day::new(text.get(marked.clone()).unwrap_or_default())
    {
        return reason.into();
    }
    let outside = outside_of_text(&text[line.clone()]);
    let find = |is: fn(char) -> bool| outside.iter().map(|(_, c)| *c).find(|c| is(*c));
    let reason = match (error.fault, find(is_typographic), find(is_wide_space)) {
        (fault @ TomlFault::Character { .. }, ..) | (fault, None, None) => fault,
        (_, Some(found), _) => TomlFault::Typographic { found },
        (_, None, Some(found)) => TomlFault::WideSpace { found },
    };
    Message::NoToml { reason }
}

/// Repair of one line.
struct Step {
    marked: Range<usize>,
    help: Help,
    /// Text after the repair, as long as before.
    text: String,
    /// Place of a value that was wrong.
    invalid: Option<Range<usize>>,
    /// Message, if it is clearer than that of the parser.
    fault: Option<TomlFault>,
}

/// Returns the repair of the line with the first error; `None` if none is known that leaves no error on the line.
fn step(text: &str, line: &Range<usize>, error: &FirstError) -> Option<Step> {
    if text.len() > LONGEST {
        return None;
    }
    let step = if error.is_duplicate {
        let text = erased(text, line);
        Some(Step { marked: error.span.clone(), help: Help::LeaveOneOut, text, invalid: None, fault: None })
    } else {
        plain_spaces(text, line)
            .or_else(|| other_key(text, line))
            .or_else(|| equals_sign(text, line))
            .or_else(|| value(text, error))
    };
    step.filter(|step| is_past(&step.text, line.end))
}

/// Returns whether a text has its first error, if any, after a byte.
fn is_past(text: &str, end: usize) -> bool {
    first_error(text).is_none_or(|error| error.span.start > end)
}

/// Writes plain spaces for those that are wider, or that no line breaks at.
fn plain_spaces(text: &str, line: &Range<usize>) -> Option<Step> {
    let wide: Vec<_> = outside_of_text(&text[line.clone()]).into_iter().filter(|(_, c)| is_wide_space(*c)).collect();
    let mut plain = text.to_owned();
    for (at, c) in &wide {
        let span = line.start + at..line.start + at + c.len_utf8();
        plain.replace_range(span.clone(), &" ".repeat(span.len()));
    }
    let (at, c) = wide.first()?;
    let marked = line.start + at..line.start + at + c.len_utf8();
    // One space at a time is replaced; several are left to whoever edits the file.
    let help = if wide.len() == 1 { Help::replace(Scalar::Raw(" ".to_owned())) } else { Help::PlainSpaces };
    is_past(&plain, line.end).then_some(Step { marked, help, text: plain, invalid: None, fault: None })
}

/// Writes the key that is meant by one with letters that need quotation marks, as Swedish words have.
fn other_key(text: &str, line: &Range<usize>) -> Option<Step> {
    let written = written_at(text, line.start, '=')?;
    let key =
        written.key.filter(|key| !key.is_ascii() && key.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c)))?;
    let start = line.start + text[line.clone()].find(key)?;
    let marked = start..start + key.len();
    let help = match keys::called_below(&text[..line.start], key) {
        Some(meant) => Help::did_you_mean(Scalar::Key(meant.to_owned())),
        None => TomlFault::Key.help(),
    };
    let blank = erased(text, line);
    let renamed = replaced(text, &marked, "a-name-that-no-key-has");
    is_past(&renamed, written.next + renamed.len() - text.len()).then_some(Step {
        marked,
        help,
        text: blank,
        invalid: None,
        fault: None,
    })
}

/// Writes `=` after a key, where YAML has a colon.
fn equals_sign(text: &str, line: &Range<usize>) -> Option<Step> {
    if text[line.clone()].contains('=') {
        return None;
    }
    [':', ' '].into_iter().find_map(|sign| equals_sign_for(sign, text, line))
}

/// Writes `=` for the sign after a key.
fn equals_sign_for(sign: char, text: &str, line: &Range<usize>) -> Option<Step> {
    let Written { key: Some(key), value, next } = written_at(text, line.start, sign)? else { return None };
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return None;
    }
    let start = line.start + text[line.clone()].find(key)?;
    let marked = start..value.end;
    let written = &text[value.clone()];
    let mut values = vec![written.to_owned()];
    values.extend(candidates(written, keys::wanted(key)));
    let whole = Written { key: None, value: marked.clone(), next };
    let lines = values.into_iter().map(|value| format!("{key} = {value}")).collect();
    let fixed = repaired(text, &whole, lines, |text| first_error(text).map(|error| error.span.start))?;
    let invalid = start + key.len() + 1..marked.end;
    let fault = Some(TomlFault::NoEquals);
    let text = replaced(text, &marked, &format!("{key}=0{}", " ".repeat(marked.len() - key.len() - 2)));
    Some(Step { marked, help: Help::replace(Scalar::Raw(fixed)), text, invalid: Some(invalid), fault })
}

/// Writes a value that is meant by what is no value.
fn value(text: &str, error: &FirstError) -> Option<Step> {
    let written = written_at(text, error.span.start, '=')?;
    let wanted = written.key.map_or(Noun::Text, keys::wanted);
    let is_deep = error.fault == TomlFault::TooDeep;
    let meant = if is_deep { Vec::new() } else { candidates(&text[written.value.clone()], wanted) };
    let fixed = repaired(text, &written, meant, |text| first_error(text).map(|error| error.span.start));
    let (marked, help) = match fixed {
        Some(fixed) => (written.value.clone(), Help::replace(Scalar::Raw(fixed))),
        None if text[written.value.clone()].contains(is_control) => (error.span.clone(), Help::DeleteInvisible),
        None => (error.span.clone(), error.fault.help()),
    };
    Some(Step { marked, help, text: blanked(text, &written.value), invalid: Some(written.value), fault: None })
}

/// Returns the heading of a table that is meant by a line without its last brackets.
fn heading(text: &str, line: &Range<usize>, error: &FirstError) -> Option<(Range<usize>, Help)> {
    let written = text[line.clone()].trim();
    let name = written.trim_matches(['[', ']', ' ']);
    let brackets = written.len() - written.trim_start_matches('[').len();
    let is_heading =
        error.fault == TomlFault::Heading && (1..=2).contains(&brackets) && !name.contains([' ', '[', ']']);
    let meant = format!("{}{name}{}", "[".repeat(brackets), "]".repeat(brackets));
    let start = line.start + text[line.clone()].find(written)?;
    is_heading.then(|| (start..start + written.len(), Help::replace(Scalar::Raw(meant))))
}

/// Returns the characters of a line that stand outside of straight quotation marks and comments.
fn outside_of_text(line: &str) -> Vec<(usize, char)> {
    let mut open = None;
    let mut outside = Vec::new();
    for (at, c) in line.char_indices() {
        match (open, c) {
            (None, '#') => break,
            (None, '"' | '\'') => open = Some(c),
            (Some(mark), c) if mark == c => open = None,
            (Some(_), _) => {}
            (None, c) => outside.push((at, c)),
        }
    }
    outside
}

/// Returns whether the character looks like a space, and is none that TOML knows.
fn is_wide_space(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}
