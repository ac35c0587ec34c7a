use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys,
    media::{TITLE_HELP, document},
    message::Message,
    noun::Noun,
    reference,
    tree::Node,
    value, word,
};
use anslag_core::{Day, Law, Notice, NoticeDeadline, NoticeItem, Publication};

/// Reads a notice.
pub(crate) fn read(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Notice> {
    let fields = Fields::of(node, &keys::NOTICE, findings)?;
    let register = &publication.register;
    let line = |key| fields.optional(key, |node| value::line(node, findings));
    let lines = |key| fields.one_or_list(key, |node| value::line(node, findings));
    let web = |key| fields.optional(key, |node| value::web(node, findings));
    let day = |key| fields.optional(key, |node| value::day(node, findings));
    let party = |key| fields.optional(key, |node| reference::party(node, register, findings));
    // Days that a rule gave are computed by the rule again.
    let derived = fields.list("derived", |key| deadline(key, findings));
    let own = |key: &'static str, day: Option<Day>| day.filter(|_| !derived.contains(&key));
    let posted =
        fields.required("posted", Help::add("posted", Sample::Date("2021-05-18")), |node| value::day(node, findings));
    let notice = Notice {
        kind: fields.optional("kind", |node| word::closed(node, Noun::NoticeKind, findings)),
        board: fields.optional("board", |node| reference::board(node, register, findings)),
        body: party("body"),
        legal_basis: line("legal_basis"),
        legal_basis_url: web("legal_basis_url"),
        laws: fields.list("laws", |node| law(node, findings)),
        meeting: fields.optional("meeting", |node| value::moment(node, &publication.zone, findings)),
        meeting_place: fields.optional("meeting_place", |node| reference::location(node, register, findings)),
        paragraphs: line("paragraphs"),
        items: fields.list("items", |node| item(node, findings)),
        case_numbers: lines("case_numbers"),
        properties: lines("properties"),
        adjusted: day("adjusted"),
        gazette: day("gazette"),
        appeal_from: day("appeal_from"),
        remove_after: own("remove_after", day("remove_after")),
        appeal_until: own("appeal_until", day("appeal_until")),
        appeal_to: party("appeal_to"),
        appeal_instructions: web("appeal_instructions"),
        deadlines: fields.list("deadlines", |node| other_deadline(node, findings)),
        documents: fields.list("documents", |node| document(node, findings)),
        kept_at: line("kept_at"),
        secretary: line("secretary"),
        posted: posted?,
    };
    Some(notice)
}

/// Reads an item of the minutes or of the agenda.
fn item(node: &Node<'_>, findings: &Findings) -> Option<NoticeItem> {
    let fields = Fields::of(node, &keys::NOTICE_ITEM, findings)?;
    let help = Help::add("number", Sample::Text("§ 45"));
    let number = fields.required("number", help, |number| value::line(number, findings));
    let title = fields.required("title", TITLE_HELP, |title| value::line(title, findings));
    let case_number = fields.optional("case_number", |number| value::line(number, findings));
    Some(NoticeItem { number: number?, title: title?, case_number })
}

/// Reads a deadline for something other than an appeal.
fn other_deadline(node: &Node<'_>, findings: &Findings) -> Option<NoticeDeadline> {
    let fields = Fields::of(node, &keys::NOTICE_DEADLINE, findings)?;
    let what = fields.required("what", Help::add("what", Sample::Text("…")), |what| value::line(what, findings));
    let help = Help::add("until", Sample::Date("2021-06-18"));
    let until = fields.required("until", help, |until| value::day(until, findings));
    Some(NoticeDeadline { what: what?, until: until? })
}

/// Reads a law.
fn law(node: &Node<'_>, findings: &Findings) -> Option<Law> {
    let fields = Fields::of(node, &keys::LAW, findings)?;
    let title = fields.required("title", TITLE_HELP, |title| value::line(title, findings));
    let url = fields.optional("url", |url| value::web(url, findings));
    Some(Law { title: title?, url })
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
