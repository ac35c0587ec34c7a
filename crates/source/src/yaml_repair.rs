use crate::{
    finding::Findings,
    help::Help,
    keys,
    message::Message,
    noun::Noun,
    repair::{LONGEST, Repaired, Written, blanked, candidates, erased, line_at, repaired, written_at},
    replacement::Scalar,
    yaml_fault::YamlFault,
};
use std::ops::Range;

/// Reports the faults of a text that begins at `offset` of its file, each as if those before it were fixed.
///
/// `faults_of` returns the faults of a text. Returns `None` after a fault that leaves the rest in doubt.
pub(crate) fn repair(
    source: &str,
    mut faults: Vec<YamlFault>,
    offset: usize,
    findings: &Findings,
    faults_of: fn(&str) -> Vec<YamlFault>,
) -> Option<Repaired> {
    let (mut text, mut invalid) = (source.to_owned(), Vec::new());
    let mut reported_to = None;
    while let Some(fault) = faults.into_iter().min_by_key(|fault| fault.span.start) {
        let line = line_at(&text, fault.span.start);
        let is_reported = reported_to.is_some_and(|end| fault.span.start <= end);
        let step = if is_reported || findings.is_full() { None } else { step(&text, &line, &fault, faults_of) };
        if !is_reported {
            let (marked, help) = match &step {
                Some(Step { written, fixed: Some(fixed), .. }) => {
                    (written.clone(), Help::replace(Scalar::Raw(fixed.clone())))
                }
                _ => (fault.span.clone(), fault.help),
            };
            findings.add(offset + marked.start..offset + marked.end, fault.message, None, Some(help));
        }
        let step = step?;
        invalid.push(step.written);
        text = step.text;
        reported_to = Some(line.end);
        faults = faults_of(&text);
    }
    Some(Repaired { text, invalid })
}

/// Repair of one line.
struct Step {
    /// Place of the wrong value, or the whole line.
    written: Range<usize>,
    /// Text to write there; `None` if it is not known.
    fixed: Option<String>,
    /// Text after the repair, as long as before.
    text: String,
}

/// Returns the repair of the line with a fault, or of the one above; `None` if none leaves no fault up to the line.
fn step(text: &str, line: &Range<usize>, fault: &YamlFault, faults_of: fn(&str) -> Vec<YamlFault>) -> Option<Step> {
    if text.len() > LONGEST {
        return None;
    }
    let first_fault = |text: &str| faults_of(text).iter().map(|fault| fault.span.start).min();
    let is_past = |text: &str| first_fault(text).is_none_or(|at| at > line.end);
    if matches!(fault.message, Message::KeyTwice | Message::YamlKeyNoName { .. }) {
        let text = erased(text, line);
        return is_past(&text).then_some(Step { written: line.clone(), fixed: None, text });
    }
    let above = line.start.checked_sub(1).map(|end| line_at(text, end).start);
    [Some(line.start), above].into_iter().flatten().find_map(|start| {
        let written = written_at(text, start, ':').filter(|written| written.key.is_some())?;
        let blank = blanked(text, &written.value);
        if !is_past(&blank) {
            return None;
        }
        let value = &text[written.value.clone()];
        let wanted = written.key.map_or(Noun::Text, keys::wanted);
        let is_text = match fault.message {
            Message::TooDeep { .. } | Message::YamlAnchors => false,
            // Emphasis in Markdown.
            Message::YamlAliases => wanted == Noun::Text && value.ends_with('*'),
            Message::YamlTags => wanted == Noun::Text && !value.starts_with("!!") && !value.contains(['[', '{']),
            _ => true,
        };
        let meant = if is_text { candidates(value, wanted) } else { Vec::new() };
        let to_end = Written { next: written.next.max(line.end), ..written.clone() };
        let fixed = repaired(text, &to_end, meant, first_fault);
        Some(Step { written: written.value, fixed, text: blank })
    })
}
