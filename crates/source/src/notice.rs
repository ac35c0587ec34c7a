use crate::{
    entry::Sample, fields::Fields, finding::Findings, help::Help, keys, message::Message, noun::Noun, reference,
    tree::Node, value, word,
};
use anslag_core::{Day, Notice, Register};

/// Reads a notice.
pub(crate) fn read(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Notice> {
    let fields = Fields::of(node, &keys::NOTICE, findings)?;
    let line = |key| fields.optional(key, |node| value::line(node, findings));
    let day = |key| fields.optional(key, |node| value::day(node, findings));
    let party = |key| fields.optional(key, |node| reference::party(node, register, findings));
    // Days that a rule gave are computed by the rule again.
    let derived = fields.list("derived", |key| deadline(key, findings));
    let own = |key: &'static str, day: Option<Day>| day.filter(|_| !derived.contains(&key));
    let posted =
        fields.required("posted", Help::add("posted", Sample::Date("2021-05-18")), |node| value::day(node, findings));
    let notice = Notice {
        kind: fields.optional("kind", |node| word::closed(node, Noun::NoticeKind, findings)),
        body: party("body"),
        legal_basis: line("legal_basis"),
        legal_basis_url: fields.optional("legal_basis_url", |node| value::web(node, findings)),
        meeting: day("meeting"),
        paragraphs: line("paragraphs"),
        case_number: line("case_number"),
        adjusted: day("adjusted"),
        remove_after: own("remove_after", day("remove_after")),
        appeal_until: own("appeal_until", day("appeal_until")),
        appeal_to: party("appeal_to"),
        kept_at: line("kept_at"),
        secretary: line("secretary"),
        posted: posted?,
    };
    Some(notice)
}

/// Reads the key of a day that a rule can give.
fn deadline(node: &Node<'_>, findings: &Findings) -> Option<&'static str> {
    let key = value::string(node, Noun::DayKey, findings)?;
    let found = ["appeal_until", "remove_after"].into_iter().find(|known| *known == key);
    if found.is_none() {
        let message = Message::NoDerivedDay { key: value::shortened(key) };
        findings.add(node.span.clone(), message, None, Some(Help::DerivedDays));
    }
    found
}
